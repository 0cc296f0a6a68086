// The AWS SDK for JavaScript against the sandbox: every operation that both know, with its own signatures and parser.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { codeFor, endpoint } from './sandbox.mjs';
import { assertWalked } from './walk.mjs';

const password = 'Correct-horse-7';
const otherPassword = 'Battery-staple-8';
const flows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];
const role = 'arn:aws:iam::123456789012:role/staff';

const walked = new Set();
const client = new sdk.CognitoIdentityProviderClient({
    endpoint, region: 'us-east-1', maxAttempts: 1, credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
});
client.middlewareStack.add((next, context) => async (request) => {
    const result = await next(request);
    walked.add(context.commandName.replace(/Command$/, ''));
    return result;
}, { step: 'initialize' });
after(() => client.destroy());

const send = (operation, input) => client.send(new sdk[`${operation}Command`](input));
const refused = (operation, input, name, message) => assert.rejects(send(operation, input), (error) => {
    assert.ok(error instanceof sdk.CognitoIdentityProviderServiceException, String(error));
    assert.equal(error.name, name);
    assert.equal(error.message, message);
    assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
    assert.equal(error.$metadata.httpStatusCode, 400);
    return true;
});
const valuesOf = (attributes) => Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value]));
const claimsOf = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));

let UserPoolId;
let ClientId;

async function makeUser(Username) {
    const UserAttributes = [{ Name: 'email', Value: `${Username}@example.com` }];
    await send('SignUp', { ClientId, Username, Password: password, UserAttributes });
    await send('AdminConfirmSignUp', { UserPoolId, Username });
    return { UserPoolId, Username };
}

async function signIn(USERNAME, PASSWORD = password) {
    const answer = await send('InitiateAuth', {
        ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD },
    });
    return answer.AuthenticationResult;
}

before(async () => {
    ({ UserPool: { Id: UserPoolId } } = await send('CreateUserPool', { PoolName: 'sdk', AutoVerifiedAttributes: ['email'] }));
    ({ UserPoolClient: { ClientId } } = await send('CreateUserPoolClient', {
        UserPoolId, ClientName: 'sdk', ExplicitAuthFlows: flows,
    }));
});

describe('pools and clients', () => {
    test('a pool lives and dies', async () => {
        const { UserPool } = await send('CreateUserPool', { PoolName: 'short-lived', UserPoolTags: { team: 'a' } });
        assert.ok(Math.abs(UserPool.CreationDate - Date.now()) < 60_000);
        const address = { UserPoolId: UserPool.Id };
        await send('UpdateUserPool', { ...address, AutoVerifiedAttributes: ['email'], UserPoolTags: { team: 'a' } });
        await send('AddCustomAttributes', {
            ...address, CustomAttributes: [{ Name: 'team', AttributeDataType: 'String', Mutable: true }],
        });
        const described = (await send('DescribeUserPool', address)).UserPool;
        assert.deepEqual(described.AutoVerifiedAttributes, ['email']);
        assert.ok(described.SchemaAttributes.some(({ Name }) => Name === 'custom:team'));
        const ids = [];
        for await (const page of sdk.paginateListUserPools({ client, pageSize: 1 }, { MaxResults: 1 })) {
            ids.push(...page.UserPools.map(({ Id }) => Id));
        }
        assert.ok(ids.includes(UserPool.Id) && ids.includes(UserPoolId));

        const resource = { ResourceArn: described.Arn };
        await send('TagResource', { ...resource, Tags: { cost: 'b' } });
        await send('UntagResource', { ...resource, TagKeys: ['team'] });
        assert.deepEqual((await send('ListTagsForResource', resource)).Tags, { cost: 'b' });

        await send('DeleteUserPool', address);
        await refused('DescribeUserPool', address, 'ResourceNotFoundException', `User pool ${UserPool.Id} does not exist.`);
    });

    test('a client lives and dies, and its secrets', async () => {
        const { UserPoolClient } = await send('CreateUserPoolClient', { UserPoolId, ClientName: 'one', GenerateSecret: true });
        const address = { UserPoolId, ClientId: UserPoolClient.ClientId };
        await send('UpdateUserPoolClient', { ...address, ClientName: 'other', ExplicitAuthFlows: flows });
        assert.equal((await send('DescribeUserPoolClient', address)).UserPoolClient.ClientName, 'other');
        const { UserPoolClients } = await send('ListUserPoolClients', { UserPoolId, MaxResults: 10 });
        assert.deepEqual(UserPoolClients.map((each) => each.ClientId).sort(), [ClientId, address.ClientId].sort());

        const { ClientSecretDescriptor: second } = await send('AddUserPoolClientSecret', address);
        const secrets = async () => (await send('ListUserPoolClientSecrets', address)).ClientSecrets;
        assert.equal((await secrets()).length, 2);
        for (const secret of [UserPoolClient.ClientSecret, second.ClientSecretValue]) {
            const SecretHash = createHmac('sha256', secret).update(`of-${secret}${address.ClientId}`).digest('base64');
            await send('SignUp', { ClientId: address.ClientId, Username: `of-${secret}`, Password: password, SecretHash });
        }
        await send('DeleteUserPoolClientSecret', { ...address, ClientSecretId: second.ClientSecretId });
        assert.equal((await secrets()).length, 1);

        await send('DeleteUserPoolClient', address);
        await refused('DescribeUserPoolClient', address, 'ResourceNotFoundException',
            `User pool client ${address.ClientId} does not exist.`);
    });
});

describe('signing up and in', () => {
    test('with a code, which is sent again', async () => {
        const user = { ClientId, Username: 'mira' };
        const mail = 'mira@example.com';
        const answer = await send('SignUp', {
            ...user, Password: password, UserAttributes: [{ Name: 'email', Value: mail }],
        });
        assert.equal(answer.UserConfirmed, false);
        assert.equal(answer.CodeDeliveryDetails.DeliveryMedium, 'EMAIL');
        await refused('SignUp', { ...user, Password: password }, 'UsernameExistsException', 'User already exists');
        await send('ResendConfirmationCode', user);
        const code = await codeFor(mail);
        const other = code === '000000' ? '000001' : '000000';
        await refused('ConfirmSignUp', { ...user, ConfirmationCode: other }, 'CodeMismatchException',
            'Invalid verification code provided, please try again.');
        await send('ConfirmSignUp', { ...user, ConfirmationCode: code });
        const { AccessToken } = await signIn('mira');
        const found = await send('GetUser', { AccessToken });
        assert.deepEqual(valuesOf(found.UserAttributes), { sub: answer.UserSub, email: mail, email_verified: 'true' });
    });

    test('a forgotten password is replaced', async () => {
        const Username = 'forgot';
        await makeUser(Username);
        await send('AdminUpdateUserAttributes', {
            UserPoolId, Username, UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
        });
        await send('ForgotPassword', { ClientId, Username });
        const ConfirmationCode = await codeFor('forgot@example.com');
        await send('ConfirmForgotPassword', { ClientId, Username, ConfirmationCode, Password: otherPassword });
        await signIn(Username, otherPassword);
        await refused('InitiateAuth', {
            ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: Username, PASSWORD: password },
        }, 'NotAuthorizedException', 'Incorrect username or password.');
    });

    test('an invited user chooses a password', async () => {
        for (const [Username, prefix, address, AuthFlow] of [
            ['invited', '', { ClientId }, 'USER_PASSWORD_AUTH'],
            ['invited-too', 'Admin', { ClientId, UserPoolId }, 'ADMIN_USER_PASSWORD_AUTH'],
        ]) {
            await send('AdminCreateUser', { UserPoolId, Username, TemporaryPassword: password, MessageAction: 'SUPPRESS' });
            const challenge = await send(`${prefix}InitiateAuth`, {
                ...address, AuthFlow, AuthParameters: { USERNAME: Username, PASSWORD: password },
            });
            assert.equal(challenge.ChallengeName, 'NEW_PASSWORD_REQUIRED');
            const answer = {
                ...address, ChallengeName: challenge.ChallengeName, Session: challenge.Session,
                ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: otherPassword },
            };
            const done = await send(`${prefix}RespondToAuthChallenge`, answer);
            assert.equal(claimsOf(done.AuthenticationResult.AccessToken).username, Username);
            await assert.rejects(send(`${prefix}RespondToAuthChallenge`, answer), sdk.NotAuthorizedException);
        }
    });

    test('tokens are rotated, revoked and ended everywhere', async () => {
        const address = await makeUser('fresh');
        const { UserPoolClient } = await send('CreateUserPoolClient', {
            UserPoolId, ClientName: 'rotating', RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
            ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
        });
        const rotating = { ClientId: UserPoolClient.ClientId };
        const { AuthenticationResult: first } = await send('InitiateAuth', {
            ...rotating, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'fresh', PASSWORD: password },
        });
        const { AuthenticationResult: next } = await send('GetTokensFromRefreshToken', {
            ...rotating, RefreshToken: first.RefreshToken,
        });
        assert.notEqual(next.RefreshToken, first.RefreshToken);
        await assert.rejects(send('GetTokensFromRefreshToken', { ...rotating, RefreshToken: first.RefreshToken }),
            sdk.RefreshTokenReuseException);

        const tokens = await signIn('fresh');
        await send('RevokeToken', { ClientId, Token: tokens.RefreshToken });
        await refused('GetUser', { AccessToken: tokens.AccessToken }, 'NotAuthorizedException', 'Access Token has been revoked');
        await send('GlobalSignOut', { AccessToken: (await signIn('fresh')).AccessToken });
        const { AccessToken } = await signIn('fresh');
        await send('AdminUserGlobalSignOut', address);
        await refused('GetUser', { AccessToken }, 'NotAuthorizedException', 'Access Token has been revoked');
    });
});

describe('a user', () => {
    test('changes attributes and the password, and goes', async () => {
        await makeUser('own');
        const { AccessToken } = await signIn('own');
        const attributes = async () => valuesOf((await send('GetUser', { AccessToken })).UserAttributes);
        await send('UpdateUserAttributes', {
            AccessToken, UserAttributes: [{ Name: 'email', Value: 'own-new@example.com' }, { Name: 'nickname', Value: 'O' }],
        });
        await send('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' });
        await send('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code: await codeFor('own-new@example.com') });
        assert.equal((await attributes()).email_verified, 'true');
        await send('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['nickname'] });
        assert.equal((await attributes()).nickname, undefined);
        await send('ChangePassword', { AccessToken, PreviousPassword: password, ProposedPassword: otherPassword });
        await signIn('own', otherPassword);
        await send('DeleteUser', { AccessToken });
        await refused('AdminGetUser', { UserPoolId, Username: 'own' }, 'UserNotFoundException', 'User does not exist.');
    });

    test('is looked after by an administrator', async () => {
        const address = await makeUser('managed');
        const status = async () => (await send('AdminGetUser', address)).UserStatus;
        await send('AdminUpdateUserAttributes', {
            ...address, UserAttributes: [{ Name: 'email_verified', Value: 'true' }, { Name: 'nickname', Value: 'M' }],
        });
        await send('AdminDeleteUserAttributes', { ...address, UserAttributeNames: ['nickname'] });
        await send('AdminDisableUser', address);
        assert.equal((await send('AdminGetUser', address)).Enabled, false);
        await send('AdminEnableUser', address);
        await send('AdminResetUserPassword', address);
        assert.equal(await status(), 'RESET_REQUIRED');
        await send('AdminSetUserPassword', { ...address, Password: password, Permanent: true });
        assert.equal(await status(), 'CONFIRMED');
        await send('AdminDeleteUser', address);
        await refused('AdminGetUser', address, 'UserNotFoundException', 'User does not exist.');
    });

    test('is listed, page by page and by a filter', async () => {
        for (const name of ['list-anna', 'list-bert', 'list-cleo']) {
            await makeUser(name);
        }
        const names = [];
        const wanted = { UserPoolId, Filter: 'email ^= "list-"', AttributesToGet: ['email'] };
        for (let PaginationToken; ;) {
            const page = await send('ListUsers', { ...wanted, Limit: 2, PaginationToken });
            names.push(...page.Users.map((user) => user.Username));
            assert.ok(page.Users.every(({ Attributes }) => Attributes.length === 1));
            if (!(PaginationToken = page.PaginationToken)) {
                break;
            }
        }
        assert.deepEqual(names.sort(), ['list-anna', 'list-bert', 'list-cleo']);
    });

    test('is in groups', async () => {
        const address = await makeUser('grouped');
        const group = { UserPoolId, GroupName: 'staff' };
        await send('CreateGroup', { ...group, Precedence: 1 });
        await refused('CreateGroup', group, 'GroupExistsException', 'A group with the name already exists');
        await send('UpdateGroup', { ...group, RoleArn: role });
        assert.equal((await send('GetGroup', group)).Group.RoleArn, role);
        assert.deepEqual((await send('ListGroups', { UserPoolId })).Groups.map(({ GroupName }) => GroupName), ['staff']);
        await send('AdminAddUserToGroup', { ...group, Username: 'grouped' });
        assert.equal((await send('AdminListGroupsForUser', address)).Groups.length, 1);
        assert.deepEqual((await send('ListUsersInGroup', group)).Users.map(({ Username }) => Username), ['grouped']);
        const claims = claimsOf((await signIn('grouped')).IdToken);
        assert.deepEqual([claims['cognito:groups'], claims['cognito:preferred_role']], [['staff'], role]);
        await send('AdminRemoveUserFromGroup', { ...group, Username: 'grouped' });
        assert.equal((await send('ListUsersInGroup', group)).Users.length, 0);
        await send('DeleteGroup', group);
        await refused('GetGroup', group, 'ResourceNotFoundException', 'Group not found.');
    });
});

describe('the walk', () => {
    test('took every operation that both know', async () => {
        const known = Object.keys(sdk).filter((name) => /^[A-Z]\w+Command$/.test(name)).map((name) => name.slice(0, -'Command'.length));
        await assertWalked(walked, known);
    });
});
