// Which operations a client has walked, beside those that it knows and the sandbox simulates.

import assert from 'node:assert/strict';
import { call } from './sandbox.mjs';

// Those of the operations that the sandbox simulates: it refuses the others by name.
async function simulatedOf(operations) {
    const simulated = [];
    for (const operation of operations) { // one by one: all at once would be more connections than it takes
        const refusal = await call(operation, {}).then(() => null, (error) => error.code);
        if (refusal !== 'NotSimulatedException') {
            simulated.push(operation);
        }
    }
    return simulated;
}

// Every operation that the client knows and the sandbox simulates was answered with success, except those that are
// named with their reasons; no exception that is not needed stays.
export async function assertWalked(walked, known, exceptions = {}) {
    const simulated = await simulatedOf(known);
    assert.ok(simulated.length > 0, 'the sandbox simulates nothing of what the client knows');
    const missing = simulated.filter((operation) => !walked.has(operation)).sort();
    assert.deepEqual(missing, Object.keys(exceptions).sort());
}
