import { expect, test } from 'vitest';
import { leasing } from '../helpers/leased.js';

const year = 'is in seconds, and 36000000 is more than a year. If you meant milliseconds, pass 36000.';

test.each<[params: object, says: string]>([
  [{ name: undefined }, '`name` must have at least one character'],
  [{ name: 'my training' }, '`name` must have at least one character, and only A-Z'],
  [{ name: 'x'.repeat(36) }, '`name` has 36 characters. With the prefix "lease"'],
  [{ prefix: 'my-team' }, '`prefix` must be 1 to 16 characters'],
  [{ gpuType: undefined }, 'A lease needs a `gpuType`, such as "A100", or an `instanceTypeId`'],
  [{ instanceTypeId: 'x' }, 'and not both.'],
  [{ gpuType: [] }, '`gpuType` must be a non-empty string or a list of them.'],
  [{ gpuType: ['A100', ''] }, '`gpuType` must be a non-empty string or a list of them.'],
  [{ region: 137 }, '`region` must be a non-empty string or a list of them.'],
  [{ gpuCount: 0 }, '`gpuCount` must be an integer, 1 or more.'],
  [{ memory: 1.5 }, '`memory` must be an integer, 1 or more.'],
  [{ prefer: 'fastest' }, '`prefer` must be "order" or "cheapest".'],
  [{ maxDuration: undefined }, 'A lease must end. Pass `maxDuration` in seconds, `maxCost` in USD, or both.'],
  [{ maxDuration: 0 }, '`maxDuration` must be a number of seconds, more than 0.'],
  [{ maxDuration: 36_000_000 }, `\`maxDuration\` ${year}`],
  [{ maxCost: -1 }, '`maxCost` must be a number of USD, more than 0.'],
  [{ maxCost: '20' }, '`maxCost` must be a number of USD, more than 0.'],
  [{ maxWait: 0 }, '`maxWait` must be more than 0 seconds, not 0.'],
  [{ pollInterval: NaN }, '`pollInterval` must be a number of milliseconds, more than 0.'],
  [{ keepAlive: 'yes' }, '`keepAlive` must be a boolean.'],
  [{ onExit: 'terminate' }, '`onExit` must be "release" or omitted.'],
  [{ onStatus: true }, '`onStatus` must be a function.'],
  [{ startupCommands: 'ls' }, '`startupCommands` must be a list of strings.'],
  [{ envVars: 'A=1' }, '`envVars` must be an object, or a list of `{ key, value }`.'],
  [{ sshKeyId: 7 }, '`sshKeyId` must be a non-empty string'],
  [{ maxDurations: 1 }, 'rc.instances.lease() has no option "maxDurations". It takes name, gpuType,'],
])('%j is refused before anything is sent, by its name', async (params, says) => {
  const { api, lease } = leasing();
  await expect(lease({ gpuType: 'A100', ...params })).rejects.toThrow(says);
  expect(api.requests()).toEqual([]);
});

test.each<[options: object, says: string]>([
  [{ idempotencyKey: 'a' }, 'The last argument of rc.instances.lease() has no option "idempotencyKey".'],
  [{ timeout: -1 }, '`timeout` must be more than 0 seconds'],
])('the request options %j are refused before anything is sent', async (options, says) => {
  const { api, lease } = leasing();
  await expect(lease({}, options as never)).rejects.toThrow(says);
  expect(api.requests()).toEqual([]);
});
