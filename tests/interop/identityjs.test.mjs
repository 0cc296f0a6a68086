// amazon-cognito-identity-js against the sandbox: its own SRP, its own idea of refreshing and signing out.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, describe, test } from 'node:test';
import identity from 'amazon-cognito-identity-js';
import { call, codeFor, endpoint, makePool, makeUser } from './sandbox.mjs';
import { assertWalked } from './walk.mjs';

const { AuthenticationDetails, CognitoRefreshToken, CognitoUser, CognitoUserAttribute, CognitoUserPool } = identity;
const password = 'Correct-horse-7';
const otherPassword = 'Battery-staple-8';
const wrong = { code: 'NotAuthorizedException', message: 'Incorrect username or password.' };

let ids;
let pool;

const userNamed = (username) => new CognitoUser({ Username: username, Pool: pool });

// A callback in Node's manner as a promise.
const promised = (start) => new Promise((resolve, reject) => {
    start((error, result) => (error ? reject(error) : resolve(result)));
});

// {session} or, where a new password is wanted, {attributes}.
function signIn(user, typed) {
    return new Promise((resolve, reject) => {
        user.authenticateUser(new AuthenticationDetails({ Username: user.getUsername(), Password: typed }), {
            onSuccess: (session) => resolve({ session }),
            onFailure: reject,
            newPasswordRequired: (attributes) => resolve({ attributes }),
        });
    });
}

const walked = new Set();

// Notes what was answered with success: the library sends all it does through one function.
function noteWalked({ client }) {
    const request = client.request.bind(client);
    client.request = (operation, input, done) => request(operation, input, (error, ...rest) => {
        if (!error) {
            walked.add(operation);
        }
        done(error, ...rest);
    });
}

before(async () => {
    ids = await makePool('identity-js');
    pool = new CognitoUserPool({ UserPoolId: ids.userPoolId, ClientId: ids.clientId, endpoint });
    noteWalked(pool);
});

describe('signing up', () => {
    test('with a wrong and the right code', async () => {
        const mail = [new CognitoUserAttribute({ Name: 'email', Value: 'mira@example.com' })];
        const { user, userConfirmed } = await promised((done) => pool.signUp('mira', password, mail, [], done));
        assert.equal(userConfirmed, false);
        await assert.rejects(signIn(user, password), { code: 'UserNotConfirmedException' });
        const code = await codeFor('mira@example.com');
        const other = code === '000000' ? '000001' : '000000';
        await assert.rejects(promised((done) => user.confirmRegistration(other, false, done)), { code: 'CodeMismatchException' });
        assert.equal(await promised((done) => user.confirmRegistration(code, false, done)), 'SUCCESS');
        const { session } = await signIn(user, password);
        assert.equal(session.getIdToken().payload.email, 'mira@example.com');
        assert.equal(session.getIdToken().payload.email_verified, true);
    });
});

describe('SRP', () => {
    for (const [name, username, secret] of [
        ['plain', 'plain', password],
        ['with blanks and symbols', 'a.b+c_d', ' inner blanks & "Quotes" 9 '.trim()],
        ['in Korean', '미라', '비밀번호-Aa1-한글'],
        ['beyond the first plane', 'wide\u{1D538}', 'Wide-1-\u{1D538}\u{10FFFF}'],
        ['long', 'l'.repeat(128), `Aa1-${'x'.repeat(252)}`],
    ]) {
        test(`right and wrong password, ${name}`, async () => {
            await makeUser(ids, username, secret);
            const { session } = await signIn(userNamed(username), secret);
            assert.ok(session.isValid());
            assert.equal(session.getAccessToken().payload.username, username);
            await assert.rejects(signIn(userNamed(username), `${secret.slice(0, -1)}!`), wrong);
            await assert.rejects(signIn(userNamed(username), secret.toUpperCase()), wrong);
        });
    }

    // Numbers whose first byte is zero or has its top bit set come up in a few of these.
    test('twenty users, each with a salt of its own', async () => {
        for (let number = 0; number < 20; ++number) {
            await makeUser(ids, `salt${number}`, `${password}${number}`);
            assert.ok((await signIn(userNamed(`salt${number}`), `${password}${number}`)).session.isValid());
        }
    });

    test('an unknown user', async () => {
        await assert.rejects(signIn(userNamed('nobody'), password), { code: 'UserNotFoundException' });
    });
});

describe('a session', () => {
    test('is refreshed', async () => {
        await makeUser(ids, 'refreshed', password);
        const user = userNamed('refreshed');
        const { session } = await signIn(user, password);
        const renewed = await promised((done) => user.refreshSession(session.getRefreshToken(), done));
        const [old, fresh] = [session, renewed].map((each) => each.getAccessToken().payload);
        assert.notEqual(fresh.jti, old.jti);
        assert.equal(fresh.origin_jti, old.origin_jti);
        assert.equal(fresh.auth_time, old.auth_time);
        const attributes = await promised((done) => user.getUserAttributes(done));
        assert.equal(attributes.find((attribute) => attribute.Name === 'sub').Value, fresh.sub);
    });

    test('is not refreshed with a token that was made up', async () => {
        const token = new CognitoRefreshToken({ RefreshToken: 'made-up' });
        await assert.rejects(promised((done) => userNamed('refreshed').refreshSession(token, done)), {
            code: 'NotAuthorizedException',
        });
    });

    test('ends here', async () => {
        await makeUser(ids, 'leaving', password);
        const user = userNamed('leaving');
        const { session } = await signIn(user, password);
        await promised((done) => user.signOut((error) => done(error)));
        await assert.rejects(promised((done) => user.refreshSession(session.getRefreshToken(), done)), {
            code: 'NotAuthorizedException',
            message: 'Refresh Token has been revoked',
        });
    });

    test('ends everywhere', async () => {
        await makeUser(ids, 'everywhere', password);
        const [here, there] = [userNamed('everywhere'), userNamed('everywhere')];
        await signIn(here, password);
        const { session } = await signIn(there, password);
        await new Promise((resolve, reject) => here.globalSignOut({ onSuccess: resolve, onFailure: reject }));
        await assert.rejects(promised((done) => there.refreshSession(session.getRefreshToken(), done)), {
            code: 'NotAuthorizedException',
        });
    });
});

describe('passwords', () => {
    test('an invited user chooses one', async () => {
        await call('AdminCreateUser', {
            UserPoolId: ids.userPoolId,
            Username: 'invited',
            TemporaryPassword: password,
            UserAttributes: [{ Name: 'email', Value: 'invited@example.com' }],
        });
        const user = userNamed('invited');
        const { attributes } = await signIn(user, password);
        assert.equal(attributes.email, 'invited@example.com');
        const session = await new Promise((resolve, reject) => {
            user.completeNewPasswordChallenge(otherPassword, {}, { onSuccess: resolve, onFailure: reject });
        });
        assert.ok(session.isValid());
        await assert.rejects(signIn(userNamed('invited'), password), wrong);
        assert.ok((await signIn(userNamed('invited'), otherPassword)).session.isValid());
    });

    test('a forgotten one is replaced', async () => {
        const mail = [new CognitoUserAttribute({ Name: 'email', Value: 'forgot@example.com' })];
        const { user } = await promised((done) => pool.signUp('forgot', password, mail, [], done));
        const confirmation = await codeFor('forgot@example.com');
        await promised((done) => user.confirmRegistration(confirmation, false, done));
        const details = await new Promise((resolve, reject) => {
            user.forgotPassword({ onSuccess: resolve, onFailure: reject, inputVerificationCode: resolve });
        });
        assert.equal(details.CodeDeliveryDetails.DeliveryMedium, 'EMAIL');
        const code = await codeFor('forgot@example.com');
        await new Promise((resolve, reject) => {
            user.confirmPassword(code, otherPassword, { onSuccess: resolve, onFailure: reject });
        });
        await assert.rejects(signIn(userNamed('forgot'), password), wrong);
        assert.ok((await signIn(userNamed('forgot'), otherPassword)).session.isValid());
    });
});

describe('an account of one\'s own', () => {
    const valuesOf = (attributes) => Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value]));
    const attribute = (Name, Value) => new CognitoUserAttribute({ Name, Value });
    let user;

    before(async () => {
        const { user: signedUp } = await promised((done) => pool.signUp('own', password, [attribute('email', 'own@example.com')], [], done));
        await promised((done) => signedUp.resendConfirmationCode(done));
        const code = await codeFor('own@example.com');
        await promised((done) => signedUp.confirmRegistration(code, false, done));
        user = userNamed('own');
        await signIn(user, password);
    });

    test('gets another address, which is verified', async () => {
        await promised((done) => user.updateAttributes([attribute('email', 'own-new@example.com'), attribute('nickname', 'O')], done));
        assert.equal(valuesOf(await promised((done) => user.getUserAttributes(done))).email_verified, 'false');
        await new Promise((resolve, reject) => {
            user.getAttributeVerificationCode('email', { onSuccess: resolve, onFailure: reject, inputVerificationCode: resolve });
        });
        const code = await codeFor('own-new@example.com');
        await new Promise((resolve, reject) => user.verifyAttribute('email', code, { onSuccess: resolve, onFailure: reject }));
        await promised((done) => user.deleteAttributes(['nickname'], done));
        const found = valuesOf(await promised((done) => user.getUserAttributes(done)));
        assert.deepEqual([found.email, found.email_verified, found.nickname], ['own-new@example.com', 'true', undefined]);
    });

    test('gets another password, and goes', async () => {
        await assert.rejects(promised((done) => user.changePassword(otherPassword, password, done)), wrong);
        await promised((done) => user.changePassword(password, otherPassword, done));
        await signIn(user, otherPassword);
        await promised((done) => user.deleteUser(done));
        await assert.rejects(signIn(userNamed('own'), otherPassword), { code: 'UserNotFoundException' });
    });

    test('signs in with the password itself', async () => {
        await makeUser(ids, 'plain-flow', password);
        const plain = userNamed('plain-flow');
        plain.setAuthenticationFlowType('USER_PASSWORD_AUTH');
        assert.ok((await signIn(plain, password)).session.isValid());
        await assert.rejects(signIn(plain, otherPassword), wrong);
    });
});

describe('the walk', () => {
    test('took every operation that both know', async () => {
        const source = createRequire(import.meta.url).resolve('amazon-cognito-identity-js/lib/CognitoUser.js');
        const sources = ['CognitoUser.js', 'CognitoUserPool.js'].map((name) => readFileSync(source.replace('CognitoUser.js', name), 'utf8'));
        const known = sources.join().matchAll(/\w*[rR]equest(?:WithRetry)?\('([A-Z]\w+)'/g);
        await assertWalked(walked, [...new Set([...known].map(([, operation]) => operation))]);
    });
});
