import { expect, test } from 'vitest';
import { lineOf } from '../../../codegen/report/report-text.js';
import { reportOn } from '../../../codegen/report/report.js';
import { Spec } from '../../../codegen/read/spec.js';
import type { Schema } from '../../../codegen/read/openapi.js';
import { crates, json, ok, specOf, type Crates } from '../crates.js';

const text: Schema = { type: 'string' };

/** The report on a document to which something is added that collides with what it has. */
function said(before: (document: Crates) => void, add: (document: Crates) => void): string[] {
  const [old, now] = [crates(), crates()];
  before(old);
  before(now);
  add(now);
  const named = (file: string, document: Crates): Spec => new Spec(file, specOf(document).document);
  const { changes } = reportOn({ old: named('old.json', old), new: named('new.json', now), config: {} });
  return changes.map((change) => `${change.severity}: ${lineOf(change)}`);
}

function schema(name: string, ...fields: string[]) {
  return (document: Crates): void => {
    document.components.schemas[name] = {
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field, text])),
    };
    document.paths[`/${name}`] = {
      get: {
        operationId: `get ${name}`,
        tags: [`of ${name}`],
        responses: ok({ $ref: `#/components/schemas/${name}` }),
      },
    };
  };
}

function sent(...fields: string[]) {
  return (document: Crates): void => {
    const properties = Object.fromEntries(fields.map((field) => [field, text]));
    document.components.schemas['Lid'] = { type: 'object', properties };
    const body = { content: json({ $ref: '#/components/schemas/Lid' }) };
    document.paths['/lids'] = { post: { operationId: 'addLid', tags: ['Lids'], requestBody: body, responses: {} } };
  };
}

function found(...names: string[]) {
  return (document: Crates): void => {
    const parameters = names.map((name) => ({ name, in: 'query', schema: text }));
    document.paths['/lids'] = { get: { operationId: 'listLids', tags: ['Lids'], parameters, responses: {} } };
  };
}

test.each<[what: string, before: (document: Crates) => void, add: (document: Crates) => void, lines: string[]]>([
  [
    'a schema that gets a number is new, and moves no other',
    schema('Lid', 'size'),
    schema('lid', 'size'),
    [
      'addition: rc.ofLid.getLid2 is a new method.',
      'addition: Lid2 is a new type.',
      'fix: rc.ofLid has a new description.',
    ],
  ],
  [
    'a schema and an operation that are spelled like the names of others move these, even if all have the same fields',
    schema('foo-bar', 'size'),
    schema('FooBar', 'size'),
    [
      'breaking: rc.ofFooBar.getFooBar2 is the new name of rc.ofFooBar.getFooBar.',
      'breaking: FooBar2 is the new name of FooBar.',
      'addition: rc.ofFooBar.getFooBar is a new method.',
      'addition: FooBar is a new type.',
      'fix: rc.ofFooBar has a new description.',
    ],
  ],
  [
    'a field that is spelled like the name of another moves it',
    sent('max_load'),
    sent('max_load', 'maxLoad'),
    [
      'breaking: rc.lids.add(params).max_load is the new name of maxLoad.',
      'addition: rc.lids.add(params).maxLoad is new: string.',
    ],
  ],
  [
    'a parameter that is spelled like the name of another moves it',
    found('max_load'),
    found('max_load', 'maxLoad'),
    [
      'breaking: rc.lids.list(params).max_load is the new name of maxLoad.',
      'addition: rc.lids.list(params).maxLoad is new: string.',
    ],
  ],
])('%s', (_, before, add, lines) => {
  expect(said(before, add)).toEqual(lines);
});
