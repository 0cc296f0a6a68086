// aws-jwt-verify judges the sandbox's tokens: AWS's own verifier, with the keys that the sandbox publishes.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import {
    CognitoJwtInvalidClientIdError, CognitoJwtInvalidGroupError, CognitoJwtInvalidTokenUseError,
    JwtInvalidSignatureAlgorithmError, JwtInvalidSignatureError, JwtParseError, KidNotFoundInJwksError,
    ParameterValidationError,
} from 'aws-jwt-verify/error';
import { call, endpoint, makeClient, makePool, makeUser } from './sandbox.mjs';

const password = 'Correct-horse-7';
let ids;
let tokens;
let jwks;

async function keysOf(userPoolId) {
    const reply = await fetch(`${endpoint}/${userPoolId}/.well-known/jwks.json`);
    assert.equal(reply.status, 200);
    return reply.json();
}

async function signIn(clientId, username) {
    const { AuthenticationResult } = await call('InitiateAuth', {
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: clientId,
        AuthParameters: { USERNAME: username, PASSWORD: password },
    }, { signed: false });
    return AuthenticationResult;
}

// A verifier that knows the keys already, so that it fetches nothing.
function verifier(tokenUse, changes = {}) {
    const made = CognitoJwtVerifier.create({ userPoolId: ids.userPoolId, clientId: ids.clientId, tokenUse, ...changes });
    made.cacheJwks(jwks);
    return made;
}

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const parsed = (text) => JSON.parse(Buffer.from(text, 'base64url').toString());

before(async () => {
    ids = await makePool('jwt-verify');
    await makeUser(ids, 'mira', password);
    tokens = await signIn(ids.clientId, 'mira');
    jwks = await keysOf(ids.userPoolId);
});

describe('accepted', () => {
    test('two keys, each for one kind of token', async () => {
        assert.equal(jwks.keys.length, 2);
        assert.ok(jwks.keys.every((key) => key.alg === 'RS256' && key.kty === 'RSA' && key.use === 'sig'));
        const kids = [tokens.IdToken, tokens.AccessToken].map((token) => parsed(token.split('.')[0]).kid);
        assert.deepEqual(new Set(kids), new Set(jwks.keys.map((key) => key.kid)));
    });

    test('the ID token', async () => {
        const claims = await verifier('id').verify(tokens.IdToken);
        assert.equal(claims['cognito:username'], 'mira');
        assert.equal(claims.iss, `https://cognito-idp.us-east-1.amazonaws.com/${ids.userPoolId}`);
    });

    test('the access token', async () => {
        const claims = await verifier('access', { scope: 'aws.cognito.signin.user.admin' }).verify(tokens.AccessToken);
        assert.equal(claims.username, 'mira');
    });

    test('a refreshed token', async () => {
        const { AuthenticationResult } = await call('InitiateAuth', {
            AuthFlow: 'REFRESH_TOKEN_AUTH',
            ClientId: ids.clientId,
            AuthParameters: { REFRESH_TOKEN: tokens.RefreshToken },
        }, { signed: false });
        await verifier('id').verify(AuthenticationResult.IdToken);
        await verifier('access').verify(AuthenticationResult.AccessToken);
    });

    test('the discovery document names issuer and keys', async () => {
        const discovery = await (await fetch(`${endpoint}/${ids.userPoolId}/.well-known/openid-configuration`)).json();
        assert.equal(discovery.issuer, parsed(tokens.IdToken.split('.')[1]).iss);
        assert.match(discovery.jwks_uri, /\/\.well-known\/jwks\.json$/);
    });
});

describe('refused', () => {
    const altered = (token, change) => {
        const [header, payload, signature] = token.split('.');
        return change({ header: parsed(header), payload: parsed(payload), signature });
    };

    test('a changed claim', async () => {
        const token = altered(tokens.IdToken, ({ payload, signature }) =>
            [tokens.IdToken.split('.')[0], part({ ...payload, 'cognito:username': 'admin' }), signature].join('.'));
        await assert.rejects(verifier('id').verify(token), JwtInvalidSignatureError);
    });

    test('a changed signature', async () => {
        const token = altered(tokens.AccessToken, ({ signature }) => {
            const bytes = Buffer.from(signature, 'base64url');
            bytes[17] ^= 1;
            return [...tokens.AccessToken.split('.').slice(0, 2), bytes.toString('base64url')].join('.');
        });
        await assert.rejects(verifier('access').verify(token), JwtInvalidSignatureError);
    });

    test('no signature', async () => {
        const unsigned = (signature) => altered(tokens.IdToken, ({ header, payload }) =>
            [part({ ...header, alg: 'none' }), part(payload), signature].join('.'));
        await assert.rejects(verifier('id').verify(unsigned('')), JwtParseError);
        await assert.rejects(verifier('id').verify(unsigned('AA')), JwtInvalidSignatureAlgorithmError);
    });

    test('the other kind of token', async () => {
        await assert.rejects(verifier('access').verify(tokens.IdToken), CognitoJwtInvalidTokenUseError);
        await assert.rejects(verifier('id').verify(tokens.AccessToken), CognitoJwtInvalidTokenUseError);
    });

    test('another app client of the pool', async () => {
        const clientId = await makeClient(ids.userPoolId, 'other');
        await assert.rejects(verifier('id', { clientId }).verify(tokens.IdToken), CognitoJwtInvalidClientIdError);
    });

    test('another pool', async () => {
        const other = await makePool('other');
        await makeUser(other, 'mira', password);
        const foreign = await signIn(other.clientId, 'mira');
        await assert.rejects(verifier('id').verify(foreign.IdToken), ParameterValidationError);
        const keysOfOther = await keysOf(other.userPoolId);
        const strange = CognitoJwtVerifier.create({ ...ids, tokenUse: 'id' });
        strange.cacheJwks(keysOfOther);
        const kid = parsed(tokens.IdToken.split('.')[0]).kid;
        assert.ok(!keysOfOther.keys.some((key) => key.kid === kid));
        assert.throws(() => strange.verifySync(tokens.IdToken), KidNotFoundInJwksError);
    });

    test('a group that the user is not in', async () => {
        await assert.rejects(verifier('id', { groups: 'admins' }).verify(tokens.IdToken), CognitoJwtInvalidGroupError);
    });
});
