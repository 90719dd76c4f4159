import { expect, expectTypeOf, test } from 'vitest';
import { Resources as AdditionalProperties } from '../../fixtures/golden/additional-properties/generated/resources.js';
import { Resources as AllOf } from '../../fixtures/golden/all-of/generated/resources.js';
import { Resources as AnyOf } from '../../fixtures/golden/any-of/generated/resources.js';
import { Resources as Const } from '../../fixtures/golden/const/generated/resources.js';
import { Resources as Discriminator } from '../../fixtures/golden/discriminator/generated/resources.js';
import { Resources as ExternalRefs } from '../../fixtures/golden/external-refs/generated/resources.js';
import { Resources as KeptNames } from '../../fixtures/golden/kept-names/generated/resources.js';
import { Resources as Nullable } from '../../fixtures/golden/nullable/generated/resources.js';
import { Resources as NumberEnums } from '../../fixtures/golden/number-enums/generated/resources.js';
import { Resources as OneOf } from '../../fixtures/golden/one-of/generated/resources.js';
import { Resources as ReadWriteOnly } from '../../fixtures/golden/read-write-only/generated/resources.js';
import { Resources as Recursive } from '../../fixtures/golden/recursive/generated/resources.js';
import { Resources as Tuples } from '../../fixtures/golden/tuples/generated/resources.js';
import { Resources as TypeArrays } from '../../fixtures/golden/type-arrays/generated/resources.js';
import { goldenTransport } from './golden.js';

/** A transport whose server returns this response. */
function answering(body: unknown) {
  return goldenTransport(() => Response.json(body));
}

test('allOf: the fields of all parts are one object', async () => {
  const { transport } = answering({ thing_id: 'a', in_use: true });
  expect(await new AllOf(transport).things.get()).toEqual({ thingId: 'a', inUse: true });
});

test('oneOf: each variant is sent with its own wire names', async () => {
  const { transport, requests } = answering({ side_length: 1 });
  const { things } = new OneOf(transport);
  await things.create({ sideLength: 1 });
  await things.create({ bagVolume: 2 });
  expect(requests.map(({ json }) => json)).toEqual([{ side_length: 1 }, { bag_volume: 2 }]);
});

test('anyOf: a string, a list and an object are accepted in one field', async () => {
  const { transport, requests } = answering({ max_count: 1 });
  const { things } = new AnyOf(transport);
  for (const stopAt of ['a', ['a', 'b'], { maxCount: 3 }]) await things.create({ stopAt });
  expect(requests.map(({ json }) => json)).toEqual([
    { stop_at: 'a' },
    { stop_at: ['a', 'b'] },
    { stop_at: { max_count: 3 } },
  ]);
});

test('discriminator: the compiler distinguishes the variants', async () => {
  const { transport, requests } = answering({ pet_type: 'dog', can_fetch: true });
  const pet = await new Discriminator(transport).pets.create({ petType: 'cat', livesLeft: 9 });
  expect(requests[0]?.json).toEqual({ pet_type: 'cat', lives_left: 9 });
  expect(pet.petType === 'dog' && pet.canFetch).toBe(true);
  // @ts-expect-error A dog has no lives.
  void (pet.petType === 'dog' && pet.livesLeft);
});

test('nullable: null is returned as null, also for an object', async () => {
  const { transport } = answering({ ended_at: null, owner: null });
  const thing = await new Nullable(transport).things.get();
  expect(thing).toEqual({ endedAt: null, owner: null });
  expectTypeOf(thing.endedAt).toEqualTypeOf<string | null | undefined>();
});

test('type arrays: several types are a union, including null', async () => {
  const { transport } = answering({ ended_at: null, size_or_name: 4 });
  const thing = await new TypeArrays(transport).things.get();
  expect(thing).toEqual({ endedAt: null, sizeOrName: 4 });
  expectTypeOf(thing.endedAt).toEqualTypeOf<string | null>();
});

test('const: only one value is accepted', async () => {
  const { transport, requests } = answering({ object: 'thing' });
  const { things } = new Const(transport);
  const { object } = await things.create({ apiVersion: 2, kind: 'thing' });
  expectTypeOf(object).toEqualTypeOf<'thing'>();
  expect(requests[0]?.json).toEqual({ api_version: 2, kind: 'thing' });
  // @ts-expect-error The version is 2.
  void (() => things.create({ apiVersion: 3, kind: 'thing' }));
});

test('enums of numbers: they are closed in requests and open in responses', async () => {
  const { transport, requests } = answering({ bit_depth: 24 });
  const { things } = new NumberEnums(transport);
  expect(await things.create({ bitDepth: -1 })).toEqual({ bitDepth: 24 });
  expect(requests[0]?.json).toEqual({ bit_depth: -1 });
  // @ts-expect-error 24 is not in the enum.
  void (() => things.create({ bitDepth: 24 }));
});

test('additionalProperties: keys are unchanged, their values are translated', async () => {
  const body = {
    free_form: { a_b: 1 },
    text_map: { a_b: 'x' },
    part_map: { a_b: { part_size: 1 } },
    closed_part: { some_id: 'i' },
    un_named: 1,
  };
  const { transport } = answering(body);
  const thing = await new AdditionalProperties(transport).things.get();
  expect(thing).toEqual({
    freeForm: { a_b: 1 },
    textMap: { a_b: 'x' },
    partMap: { a_b: { partSize: 1 } },
    closedPart: { someId: 'i' },
    un_named: 1,
  });
});

test('recursive schemas: they are translated at every depth', async () => {
  const { transport, requests } = answering(['a', { b: ['c'] }]);
  const leaf = { nodeName: 'leaf', byName: { a_b: {} } };
  expect(await new Recursive(transport).things.create({ nodeName: 'root', subTrees: [leaf] })).toEqual([
    'a',
    { b: ['c'] },
  ]);
  expect(requests[0]?.json).toEqual({
    node_name: 'root',
    sub_trees: [{ node_name: 'leaf', by_name: { a_b: {} } }],
  });
});

test('readOnly and writeOnly: requests and responses have their own fields', async () => {
  const { transport, requests } = answering({ thing_id: 'a', thing_name: 'b' });
  const thing = await new ReadWriteOnly(transport).things.create({ thingName: 'b', passWord: 'c' });
  expect(thing).toEqual({ thingId: 'a', thingName: 'b' });
  expect(requests[0]?.json).toEqual({ thing_name: 'b', pass_word: 'c' });
  // @ts-expect-error It is write-only.
  void thing.passWord;
});

test('prefixItems: each position has its own type', async () => {
  const { transport, requests } = answering(['a', { cell_size: 1 }, 2, 3]);
  const [name, cell, ...rest] = await new Tuples(transport).things.create({ topLeft: [1, 2] });
  expect([name, cell.cellSize, rest]).toEqual(['a', 1, [2, 3]]);
  expect(requests[0]?.json).toEqual({ top_left: [1, 2] });
});

test('external references: the schemas of other files become components', async () => {
  const { transport, requests } = answering({ thing_id: 'a', made_of: { part_size: 1 }, inside: { thing_id: 'b' } });
  const thing = await new ExternalRefs(transport).things.get('a');
  expect(thing).toEqual({ thingId: 'a', madeOf: { partSize: 1 }, inside: { thingId: 'b' } });
  expect(requests[0]?.url.pathname).toBe('/v1/things/a');
});

test('a field that is not an identifier keeps its name, and the second of two parameters with one name has its location as prefix', async () => {
  const { transport, requests } = answering({ '+1': 3, '@id': 'a', 'max load': 1, max_load: 2 });
  const thing = await new KeptNames(transport).things._2ndGet('a', { queryId: 'b', $select: 'c' });
  expect(thing).toEqual({ '+1': 3, '@id': 'a', 'max load': 1, maxLoad: 2 });
  expect(requests[0]?.url.href).toBe('https://golden.example/v1/things/a?id=b&%24select=c');
  await new KeptNames(transport).things._2ndGet('a');
  expect(requests[1]?.url.search).toBe('');
});
