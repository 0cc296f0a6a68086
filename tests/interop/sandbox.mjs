// What the tests in JavaScript share: setting up pools and users at the sandbox, whose address is in POOLSCOPE_SANDBOX.

export const endpoint = process.env.POOLSCOPE_SANDBOX;

// Well-formed; the sandbox does not check who signed.
function authorization() {
    const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    return {
        'X-Amz-Date': time,
        'Authorization': `AWS4-HMAC-SHA256 Credential=AKIDSANDBOXEXAMPLE00/${time.slice(0, 8)}/us-east-1/cognito-idp/aws4_request, ` +
            `SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
    };
}

export async function call(operation, input, { signed = true } = {}) {
    const reply = await fetch(endpoint, {
        method: 'POST',
        headers: {
            'Content-Type': 'application/x-amz-json-1.1',
            'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
            ...(signed ? authorization() : {}),
        },
        body: JSON.stringify(input),
    });
    const text = await reply.text();
    const output = text === '' ? {} : JSON.parse(text);
    if (!reply.ok) {
        throw Object.assign(new Error(`${operation}: ${output.message}`), { code: output.__type });
    }
    return output;
}

export async function codeFor(address) {
    const messages = await (await fetch(`${endpoint}/_poolscope/messages`)).json();
    return messages.find((message) => message.to === address && message.code).code;
}

// {userPoolId, clientId} of a new pool that confirms e-mail addresses.
export async function makePool(name) {
    const { UserPool } = await call('CreateUserPool', { PoolName: name, AutoVerifiedAttributes: ['email'] });
    return { userPoolId: UserPool.Id, clientId: await makeClient(UserPool.Id, name) };
}

export async function makeClient(userPoolId, name) {
    const { UserPoolClient } = await call('CreateUserPoolClient', {
        UserPoolId: userPoolId,
        ClientName: name,
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    });
    return UserPoolClient.ClientId;
}

export async function makeUser({ userPoolId, clientId }, username, password) {
    await call('SignUp', {
        ClientId: clientId,
        Username: username,
        Password: password,
        UserAttributes: [{ Name: 'email', Value: `user${Math.floor(Math.random() * 1e9)}@example.com` }],
    }, { signed: false });
    await call('AdminConfirmSignUp', { UserPoolId: userPoolId, Username: username });
}
