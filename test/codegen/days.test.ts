import { expect, test } from 'vitest';
import type { Schema } from '../../codegen/read/openapi.js';
import { crates, ok, oneLine } from './crates.js';

const day: Schema = { type: 'string', format: 'date' };

test('a Date is taken for every day that is sent, and not for one that is received too', async () => {
  const document = crates();
  const filter: Schema = {
    type: 'object',
    properties: {
      from_day: day,
      days: { type: 'array', items: day },
      by: { type: 'object', additionalProperties: day },
    },
  };
  document.components.schemas['CrateCreateRequest'] = filter;
  document.components.schemas['Both'] = { type: 'object', properties: { since: day } };
  const both: Schema = { $ref: '#/components/schemas/Both' };
  for (const name of ['CrateCreateRequest', 'Crate']) {
    const { properties, ...schema } = document.components.schemas[name]!;
    document.components.schemas[name] = { ...schema, properties: { ...properties, both } };
  }
  const types = await oneLine('types.ts', document);
  expect(types).toContain('fromDay?: string | Date | undefined;');
  expect(types).toContain('days?: readonly (string | Date)[] | undefined;');
  expect(types).toContain('A `Date` is sent as its day in the local time zone.');
  expect(types).toMatch(/interface Both \{[^}]*since\?: string( \| undefined)?; \}/);
  const operations = await oneLine('operations.ts', document);
  expect(operations).toContain('fromDay: styles.day, days: { items: styles.day }, by: { values: styles.day }');
  expect(operations).toContain('both: { fields: { since: styles.day } }');
});

test.each(['query', 'path', 'header', 'cookie'])('a parameter in the %s takes a Date', async (place) => {
  const document = crates();
  const parameters = [
    { name: 'day', in: place, required: true, schema: day },
    { name: 'days', in: place, required: true, schema: { type: 'array', items: day } },
    { name: 'time', in: place, required: true, schema: { type: 'string', format: 'date-time' } },
  ];
  const path = place === 'path' ? '/crates/{day}/{days}/{time}' : '/crates';
  document.paths = { [path]: { get: { operationId: 'getCrate', tags: ['Crates'], parameters, responses: ok({}) } } };
  const operations = await oneLine('operations.ts', document);
  expect(operations.match(/format: 'date'/g)).toHaveLength(2);
  expect(operations.match(/format: 'date-time'/g)).toHaveLength(1);
  const files = operations + (await oneLine('types.ts', document));
  expect(files).toMatch(/day: string \| Date;.*days: readonly \(string \| Date\)\[\];.*time: string \| Date/);
});

test('a Date is sent as its day at any depth of a recursive schema', async () => {
  const document = crates();
  const tree = { type: 'array', items: { $ref: '#/components/schemas/Tree' } };
  document.components.schemas['Tree'] = { type: 'object', properties: { 'due.on': day, children: tree } };
  document.components.schemas['CrateCreateRequest'] = { type: 'object', properties: { tree } };
  expect(await oneLine('codecs.ts', document)).toContain(
    "export const tree: Codec = { fields: { 'due.on': styles.day, children: { items: () => tree } }",
  );
});

test('a value that is a day or an object with days has a table of both', async () => {
  const document = crates();
  const due: Schema = { anyOf: [day, { type: 'object', properties: { last: day } }, { type: 'null' }] };
  document.components.schemas['CrateCreateRequest'] = { type: 'object', properties: { due } };
  expect(await oneLine('operations.ts', document)).toContain(
    'due: { fields: { last: styles.day }, day: styles.localDay }',
  );
});

test('an object for a day is refused, whatever the name of the day', async () => {
  const document = crates();
  document.components.schemas['CrateCreateRequest'] = { type: 'object', properties: { due: day, made_on: day } };
  expect(await oneLine('operations.ts', document)).toContain("plain: ['due', 'madeOn']");
});

test('a parameter that is an object has the days of its fields', async () => {
  const document = crates();
  const schema: Schema = { type: 'object', properties: { made_on: day } };
  const parameters = [{ name: 'filter', in: 'query', style: 'deepObject', schema }];
  document.paths = { '/crates': { get: { operationId: 'getCrate', tags: ['Crates'], parameters, responses: ok({}) } } };
  expect(await oneLine('operations.ts', document)).toContain(
    "write: styles.deepObject, codec: { snake: ['madeOn'], fields: { madeOn: styles.day } }",
  );
});

test('a field of a parameter takes a Date, in whatever way it is serialized', async () => {
  const document = crates();
  const schema = { type: 'object', properties: { from_day: day, at_time: { type: 'string', format: 'date-time' } } };
  const parameters = [
    { name: 'json', in: 'query', content: { 'application/json': { schema } } },
    { name: 'deep', in: 'query', style: 'deepObject', schema },
    { name: 'x', in: 'header', schema },
  ];
  document.paths = { '/crates': { get: { operationId: 'getCrate', tags: ['Crates'], parameters, responses: ok({}) } } };
  const operations = await oneLine('operations.ts', document);
  expect(operations.match(/fromDay: styles\.day/g)).toHaveLength(3);
  const types = await oneLine('types.ts', document);
  expect(types.match(/fromDay\?: string \| Date/g)).toHaveLength(3);
  expect(types.match(/atTime\?: string \| Date/g)).toHaveLength(3);
});
