import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import type { Schema } from '../../codegen/read/openapi.js';
import { Spec } from '../../codegen/read/spec.js';
import { reportOn } from '../../codegen/report/report.js';
import { json, ok, specOf } from './crates.js';
import { cratesWith, observedApi, type ObservedApi } from './observed-api.js';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const of = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties });
const text: Schema = { type: 'string' };

const schemas: Record<string, Schema> = {
  Old: of({ user_name: text, last_seen: text, meta: of({ made_at: text }) }),
  New: of({ userName: text, meta: of({ madeAt: text }) }),
  Either: { oneOf: [ref('Old'), ref('New')] },
};

const pets: Record<string, Schema> = {
  Pet: {
    type: 'object',
    required: ['pet_type'],
    properties: { pet_type: text, full_name: text, best_friend: ref('Pet') },
    discriminator: { propertyName: 'pet_type', mapping: { cat: '#/components/schemas/Cat' } },
  },
  Cat: { allOf: [ref('Pet'), of({ claw_count: { type: 'integer' } })] },
  Dog: {
    allOf: [
      ref('Pet'),
      of({ bark_volume: { type: 'integer' }, home_owner: { allOf: [ref('Pet'), of({ of_age: text })] } }),
    ],
  },
  Puppy: { allOf: [ref('Dog'), of({ week_count: { type: 'integer' } })] },
  Bird: { allOf: [ref('Pet'), of({ pet_type: { type: 'string', enum: ['tweety'] }, wing_span: text })] },
  Closet: { type: 'object', properties: { pet: { allOf: [ref('Pet')], description: 'Inside.' } } },
};

/** Each field is in two parts, and only both say all of it. */
const parts: Record<string, Schema> = {
  InA: of({ in_a: text }),
  InB: of({ in_b: text }),
  PartA: of({
    made_at: { type: 'string', format: 'date-time' },
    inline: of({ in_a: text }),
    list: { type: 'array', items: of({ in_a: text }) },
    said: ref('InA'),
    by_ref: ref('InA'),
    nullable: { anyOf: [ref('InA'), { type: 'null' }] },
    parent: ref('PartA'),
  }),
  PartB: {
    ...of({
      made_at: { type: 'string', description: 'When.' },
      inline: of({ in_b: text }),
      list: { type: 'array', items: of({ in_b: text }) },
      said: { description: 'Said again.' },
      by_ref: ref('InB'),
      nullable: { anyOf: [ref('InB'), { type: 'null' }] },
      parent: ref('Both'),
    }),
    required: ['own_c'],
  },
  Both: { allOf: [ref('PartA'), ref('PartB'), of({ own_c: text })] },
};

const body = (schema: Schema): object => ({ required: true, content: json(schema) });

let observed: ObservedApi;
const answers: unknown[] = [];
beforeAll(async () => {
  const document = cratesWith(
    {
      put: { path: '/either', method: 'put', requestBody: body(ref('Either')), responses: ok(ref('Either')) },
      putPet: { path: '/pets', method: 'put', requestBody: body(ref('Pet')), responses: ok(ref('Pet')) },
      putCloset: { path: '/closet', method: 'put', requestBody: body(ref('Closet')), responses: ok(ref('Closet')) },
      putBoth: { path: '/both', method: 'put', requestBody: body(ref('Both')), responses: ok(ref('Both')) },
      putAll: { path: '/all', method: 'put', requestBody: body({ type: 'array', items: ref('Either') }) },
    },
    { ...schemas, ...pets, ...parts },
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

const pairs: readonly (readonly [value: object, wire: object])[] = [
  [
    { petType: 'cat', fullName: 'a', clawCount: 1 },
    { pet_type: 'cat', full_name: 'a', claw_count: 1 },
  ],
  [
    { petType: 'Dog', barkVolume: 1, homeOwner: { petType: 'Dog', ofAge: 'a' } },
    { pet_type: 'Dog', bark_volume: 1, home_owner: { pet_type: 'Dog', of_age: 'a' } },
  ],
  [
    { petType: 'Puppy', barkVolume: 1, weekCount: 2 },
    { pet_type: 'Puppy', bark_volume: 1, week_count: 2 },
  ],
  [
    { petType: 'tweety', wingSpan: 'a' },
    { pet_type: 'tweety', wing_span: 'a' },
  ],
  [
    { petType: 'cat', bestFriend: { petType: 'Dog', barkVolume: 1 } },
    { pet_type: 'cat', best_friend: { pet_type: 'Dog', bark_volume: 1 } },
  ],
];

test.each(pairs)(
  'fields of a child that names a base with a discriminator are sent and read: %j',
  async (value, wire) => {
    const { api, requests } = observed;
    answers.push(structuredClone(wire), { pet: structuredClone(wire) });
    expect(await api['crates']!['putPet']!(value)).toEqual(value);
    expect(requests.at(-1)?.json).toEqual(wire);
    expect(await api['crates']!['putCloset']!({ pet: value })).toEqual({ pet: value });
    expect(requests.at(-1)?.json).toEqual({ pet: wire });
  },
);

test('a base is the union of its children, each with its value of the discriminator', async () => {
  const types = (await readFile(join(observed.folder, 'types.ts'), 'utf8')).replaceAll(/\s+/g, ' ');
  expect(types).toContain(
    "export type Pet = (Cat & { petType: 'cat' }) | (Dog & { petType: 'Dog' }) | (Puppy & { petType: 'Puppy' }) | Bird;",
  );
});

test('the sample of a base is that of its first child', () => {
  const document = cratesWith({ put: { path: '/pets', method: 'put', requestBody: body(ref('Pet')) } }, pets);
  expect(buildModel(specOf(document), {}, '.').cases()[0]?.request.body).toEqual({ pet_type: 'cat' });
});

test('the change report compares the fields of the children', () => {
  const [old, now] = [pets, { ...pets, Cat: { allOf: [ref('Pet'), of({ claw_count: text })] } }].map((own, index) => {
    const document = cratesWith({ put: { path: '/pets', method: 'put', requestBody: body(ref('Pet')) } }, own);
    return new Spec(`${index}.json`, specOf(document).document);
  });
  const { changes } = reportOn({ old: old!, new: now!, config: {} });
  expect(changes.map(({ severity, where, what }) => `${severity}: ${where} ${what}`)).toContain(
    'breaking: Cat.clawCount is string now, was number',
  );
});

test('a field of two parts of allOf has the fields of both, and what one part requires is required of the other', async () => {
  const [value, wire] = [
    { inA: 'a', inB: 'b' },
    { in_a: 'a', in_b: 'b' },
  ];
  const sent = { inline: value, list: [value], said: { inA: 'a' }, byRef: value, nullable: value };
  const expected = { inline: wire, list: [wire], said: { in_a: 'a' }, by_ref: wire, nullable: wire };
  answers.push(structuredClone({ ...expected, own_c: 'c', parent: { own_c: 'd' } }));
  const [both, date] = [{ ...sent, ownC: 'c', parent: { ownC: 'd' } }, new Date(0)];
  expect(await observed.api['crates']!['putBoth']!({ ...both, madeAt: date })).toEqual(both);
  expect(observed.requests.at(-1)?.json).toEqual({
    ...expected,
    own_c: 'c',
    parent: { own_c: 'd' },
    made_at: date.toISOString(),
  });
  const types = (await readFile(join(observed.folder, 'types.ts'), 'utf8')).replaceAll(/\s+/g, ' ');
  expect(types).toContain('ownC: string;');
});
