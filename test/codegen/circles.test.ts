import { beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { dropOwnVariants } from '../../codegen/read/own-variants.js';
import type { Schema } from '../../codegen/read/openapi.js';
import { json, ok, specOf } from './crates.js';
import { cratesWith, observedApi, type ObservedApi } from './observed-api.js';

const text: Schema = { type: 'string' };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const fields = (properties: NonNullable<Schema['properties']>, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  ...more,
});
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });

const schemas: Readonly<Record<string, Schema>> = {
  // A base that lists its children, which have it as their base.
  Animal: fields(
    { the_kind: text, base_name: text },
    { required: ['the_kind'], oneOf: [ref('Cow'), ref('Hen')], discriminator: { propertyName: 'the_kind' } },
  ),
  Cow: { allOf: [ref('Animal'), fields({ of_cow: text })] },
  Hen: { allOf: [ref('Animal'), fields({ of_hen: text, her_friends: listOf(ref('Animal')) })] },
  // Each holds the other, through lists and maps.
  Left: fields({ on_right: listOf(ref('Right')) }),
  Right: fields({ on_left: mapOf(ref('Left')), in_lists: listOf(listOf(ref('Left'))) }),
  // One of its variants is itself.
  Self: { oneOf: [ref('Self'), fields({ of_self: text, an_other: ref('Self') })] },
  Tree: fields({ sub_trees: mapOf(listOf(ref('Tree'))) }),
};

let observed: ObservedApi;
let response: unknown;

beforeAll(async () => {
  const operations = Object.keys(schemas).map((name) => [
    `send${name}`,
    {
      path: `/${name}`,
      method: 'post',
      requestBody: { required: true, content: json(ref(name)) },
      responses: ok(ref(name)),
    },
  ]);
  const document = cratesWith(Object.fromEntries(operations) as Parameters<typeof cratesWith>[0], schemas);
  // As when the document is read.
  dropOwnVariants(document);
  observed = await observedApi(document, () => Response.json(response));
});

test.each<[what: string, schema: string, wire: object, value: object]>([
  [
    'a child of a base that lists it',
    'Animal',
    { the_kind: 'Hen', base_name: 'a', of_hen: 'b', her_friends: [{ the_kind: 'Cow', of_cow: 'c' }] },
    { theKind: 'Hen', baseName: 'a', ofHen: 'b', herFriends: [{ theKind: 'Cow', ofCow: 'c' }] },
  ],
  [
    'the child alone',
    'Hen',
    { the_kind: 'Hen', base_name: 'a', her_friends: [{ the_kind: 'Hen', her_friends: [] }] },
    { theKind: 'Hen', baseName: 'a', herFriends: [{ theKind: 'Hen', herFriends: [] }] },
  ],
  [
    'schemas that hold each other in lists and maps',
    'Left',
    { on_right: [{ on_left: { a_key: { on_right: [{ in_lists: [[{ on_right: [] }]] }] } } }] },
    { onRight: [{ onLeft: { a_key: { onRight: [{ inLists: [[{ onRight: [] }]] }] } } }] },
  ],
  [
    'a union that is one of its own variants',
    'Self',
    { of_self: 'a', an_other: { of_self: 'b', an_other: { of_self: 'c' } } },
    { ofSelf: 'a', anOther: { ofSelf: 'b', anOther: { ofSelf: 'c' } } },
  ],
  [
    'a tree of maps of lists',
    'Tree',
    { sub_trees: { a_key: [{ sub_trees: { b_key: [] } }] } },
    { subTrees: { a_key: [{ subTrees: { b_key: [] } }] } },
  ],
])('%s is sent and read with the names of all levels', async (_, schema, wire, value) => {
  response = wire;
  expect(await observed.api['crates']![`send${schema}`]!(structuredClone(value))).toEqual(value);
  expect(observed.requests.at(-1)?.json).toEqual(wire);
});

test('unions that are only variants of each other stop the generator with their places, also where one is sent', () => {
  const circle = {
    One: { oneOf: [ref('Two'), fields({ of_one: text })] },
    Two: { anyOf: [ref('One'), fields({ of_two: text })] },
  };
  const body = { requestBody: { required: true, content: json(ref('One')) } };
  const document = cratesWith({ send: { path: '/one', method: 'post', ...body } }, circle);
  expect(() => buildModel(specOf(document), {}, '.')).toThrow(
    /components\/schemas\/One\n {2}The schema contains itself\.[^]*components\/schemas\/Two\n/,
  );
});
