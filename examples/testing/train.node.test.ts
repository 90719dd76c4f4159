// The test of train.ts with the test runner of Node.js:
//
//   node --import tsx --test examples/testing/train.node.test.ts
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import Runcrate from '@runcrate/sdk';
import { createSimulator } from '@runcrate/sdk/testing';
import { train } from './train.js';

const api = createSimulator();
const rc = new Runcrate({ ...api.options, logLevel: 'off' });

afterEach(() => api.reset());

test('a training run creates one instance, waits for it, and terminates it', async () => {
  const result = await train(rc, 'run-1', (ip) => `trained on ${ip}`);
  assert.match(result, /^trained on \d+\.\d+\.\d+\.\d+$/);
  assert.equal(api.requests('createInstance').length, 1);
  assert.deepEqual(
    api.instances.all().map(({ name, status }) => [name, status]),
    [['run-1', 'terminated']],
  );
  assert.ok(api.ledger.total() < 0.5); // USD
});

for (const [what, operation, fault] of [
  ['its status cannot be read', 'getInstanceStatus', { status: 403 }],
  ['it was created, and the response was an error', 'createInstance', { status: 500, after: 'effect' }],
  ['it was created, and the connection was lost', 'createInstance', { lost: 'during' }],
  ['the first attempt to terminate it fails', 'terminateInstance', { status: 503 }],
] as const) {
  test(`nothing is left running when ${what}`, async () => {
    api.fail(operation, fault);
    await train(rc, 'run-2', () => 'trained').catch(() => undefined);
    assert.equal(api.requests('createInstance').length, 1);
    assert.deepEqual(api.instances.running(), []);
  });
}

test('nothing is left running when the training fails', async () => {
  const failed = train(rc, 'run-3', () => Promise.reject(new Error('Out of memory')));
  await assert.rejects(failed, { message: 'Out of memory' });
  assert.deepEqual(api.instances.running(), []);
});
