import { beforeAll, expect, test } from 'vitest';
import { cratesWith, observedApi, type ObservedApi } from './observed-api.js';

const text = { schema: { type: 'string' } };

const operations = {
  removeUser: {
    path: '/orgs/{org}/users/{user}',
    method: 'delete',
    parameters: [
      { name: 'user', in: 'path', required: true, ...text },
      { name: 'org', in: 'path', required: true, ...text },
    ],
  },
};

let observed: ObservedApi;
beforeAll(async () => {
  observed = await observedApi(cratesWith(operations));
});

test.each<readonly [id: keyof typeof operations, args: readonly unknown[], target: string, title: string]>([
  ['removeUser', ['o', 'u'], '/orgs/o/users/u', 'positional arguments have the order of the path'],
])('%s(%j) is sent to %s: %s', async (id, args, target) => {
  await observed.api['crates']![id]!(...args);
  const { url } = observed.requests.at(-1)!;
  expect(url.href).toBe(`https://crates.example/v1${target}`);
});
