// The SRP computation of amazon-cognito-identity-js for bench_srp: AuthenticationHelper as CognitoUser uses it. The first
// line that comes in is the challenge, as JSON; each further line asks for one attempt and is answered by a line with
// the attempt's claim and its microseconds.
// Usage: POOLSCOPE_NPM=.../node_modules node srp_identityjs.mjs

import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(`${process.env.POOLSCOPE_NPM}/`);
const { AuthenticationHelper, DateHelper } = require('amazon-cognito-identity-js');
const { default: BigInteger } = require('amazon-cognito-identity-js/lib/BigInteger');
const { Sha256 } = require('@aws-crypto/sha256-js');

// A callback in Node's manner as a promise.
const promised = (start) => new Promise((resolve, reject) => {
    start((error, result) => (error ? reject(error) : resolve(result)));
});

async function attempt({ poolName, username, password, saltHex, srpBHex, secretBlock }) {
    const helper = new AuthenticationHelper(poolName);
    const srpA = (await promised((done) => helper.getLargeAValue(done))).toString(16);
    const key = await promised((done) => helper.getPasswordAuthenticationKey(
        username, password, new BigInteger(srpBHex, 16), new BigInteger(saltHex, 16), done));
    const timestamp = new DateHelper().getNowString();
    const hash = new Sha256(key);
    hash.update(Buffer.concat([
        Buffer.from(poolName, 'utf-8'), Buffer.from(username, 'utf-8'), Buffer.from(secretBlock, 'base64'),
        Buffer.from(timestamp, 'utf-8')]));
    return { srpA, timestamp, signature: Buffer.from(hash.digestSync()).toString('base64') };
}

let challenge;
for await (const line of createInterface({ input: process.stdin })) {
    if (!challenge) {
        challenge = JSON.parse(line);
        continue;
    }
    const start = process.hrtime.bigint();
    const claim = await attempt(challenge);
    const microseconds = Number(process.hrtime.bigint() - start) / 1000;
    process.stdout.write(`${JSON.stringify({ ...claim, microseconds })}\n`);
}
