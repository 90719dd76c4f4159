import { beforeAll, expect, test } from 'vitest';
import type { Schema } from '../../codegen/read/openapi.js';
import { json, ok } from './crates.js';
import { cratesWith, observedApi, type ObservedApi } from './observed-api.js';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const of = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties });
const text: Schema = { type: 'string' };

const schemas: Record<string, Schema> = {
  Old: of({ user_name: text, last_seen: text, meta: of({ made_at: text }) }),
  New: of({ userName: text, meta: of({ madeAt: text }) }),
  Either: { oneOf: [ref('Old'), ref('New')] },
};

const body = (schema: Schema): object => ({ required: true, content: json(schema) });

let observed: ObservedApi;
const answers: unknown[] = [];
beforeAll(async () => {
  const document = cratesWith(
    {
      put: { path: '/either', method: 'put', requestBody: body(ref('Either')), responses: ok(ref('Either')) },
      putAll: { path: '/all', method: 'put', requestBody: body({ type: 'array', items: ref('Either') }) },
    },
    schemas,
  );
  observed = await observedApi(document, () => Response.json(answers.shift() ?? {}));
});

test.each([
  ['the one', { user_name: 'a', lastSeen: 'b' }, { user_name: 'a', last_seen: 'b' }],
  ['the other', { userName: 'a' }, { userName: 'a' }],
  ['the one, deeper', { meta: { made_at: 'a' } }, { meta: { made_at: 'a' } }],
  ['the other, deeper', { meta: { madeAt: 'a' } }, { meta: { madeAt: 'a' } }],
])('a field that another variant has in camelCase keeps its own name, both ways: %s', async (_, value, wire) => {
  answers.push(wire);
  expect(await observed.api['crates']!['put']!(value)).toEqual(value);
  expect(observed.requests.at(-1)?.json).toEqual(wire);
  await observed.api['crates']!['putAll']!({ body: [value] });
  expect(observed.requests.at(-1)?.json).toEqual([wire]);
});
