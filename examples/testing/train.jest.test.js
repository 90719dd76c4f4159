// The test of train.ts with Jest, which needs a preset for TypeScript: that of Babel, ts-jest or @swc/jest.
//
//   npx jest --rootDir examples/testing train.jest
import { afterEach, expect, test } from '@jest/globals';
import Runcrate from '@runcrate/sdk';
import { createSimulator } from '@runcrate/sdk/testing';
import { train } from './train';

const api = createSimulator();
const rc = new Runcrate({ ...api.options, logLevel: 'off' });

afterEach(() => api.reset());

test('a training run creates one instance, waits for it, and terminates it', async () => {
  const result = await train(rc, 'run-1', (ip) => `trained on ${ip}`);
  expect(result).toMatch(/^trained on \d+\.\d+\.\d+\.\d+$/);
  expect(api.requests('createInstance')).toHaveLength(1);
  expect(api.instances.all()).toMatchObject([{ name: 'run-1', status: 'terminated' }]);
  expect(api.ledger.total()).toBeLessThan(0.5); // USD
});

test.each([
  ['its status cannot be read', 'getInstanceStatus', { status: 403 }],
  ['it was created, and the response was an error', 'createInstance', { status: 500, after: 'effect' }],
  ['it was created, and the connection was lost', 'createInstance', { lost: 'during' }],
  ['the first attempt to terminate it fails', 'terminateInstance', { status: 503 }],
])('nothing is left running when %s', async (_, operation, fault) => {
  api.fail(operation, fault);
  await train(rc, 'run-2', () => 'trained').catch(() => undefined);
  expect(api.requests('createInstance')).toHaveLength(1);
  expect(api.instances.running()).toEqual([]);
});

test('nothing is left running when the training fails', async () => {
  const failed = train(rc, 'run-3', () => Promise.reject(new Error('Out of memory')));
  await expect(failed).rejects.toThrow('Out of memory');
  expect(api.instances.running()).toEqual([]);
});
