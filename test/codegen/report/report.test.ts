import { expect, test } from 'vitest';
import type { SdkConfig } from '../../../codegen/config/config-types.js';
import type { Change } from '../../../codegen/report/changes.js';
import { lineOf, reportText } from '../../../codegen/report/report-text.js';
import { reportOn, type Report } from '../../../codegen/report/report.js';
import type { Document } from '../../../codegen/read/openapi.js';
import { sdkConfig } from '../../../codegen/sdk.config.js';
import { readSpec, Spec } from '../../../codegen/read/spec.js';
import { json, ok, specOf, type Crates } from '../crates.js';
import { addLabel, answer, operation, request, setRequired, warehouse } from './warehouse.js';

function report(old: Crates, now: Crates, config: SdkConfig = {}): Report {
  const named = (file: string, document: Crates): Spec => new Spec(file, specOf(document).document);
  return reportOn({ old: named('old.json', old), new: named('new.json', now), config });
}

/** The report on a changed warehouse. */
function said(change: (document: Crates) => void, before: (document: Crates) => void = () => {}): string[] {
  return changes(change, before).map(lineOf);
}

function changes(change: (document: Crates) => void, before: (document: Crates) => void = () => {}): readonly Change[] {
  const [old, now] = [warehouse(), warehouse()];
  before(old);
  before(now);
  change(now);
  return report(old, now).changes;
}

/** The same with the keys of every object reversed; lists are unchanged, as their order matters. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner)] as const);
  return Object.fromEntries(entries.toReversed());
}

test('the same document has no changes', () => {
  const same = report(warehouse(), warehouse());
  expect(same).toMatchObject({ step: 'none', changes: [], unfound: [] });
  expect(reportText(same)).toBe('Nothing changed.');
});

test('a document with its keys in another order has no changes', () => {
  expect(report(warehouse(), reversed(warehouse()) as Crates)).toMatchObject({ step: 'none', changes: [] });
});

test('openapi.json with its keys in another order has no changes', async () => {
  const document = (await readSpec('openapi.json')).document;
  const [old, now] = [document, reversed(document) as Document].map((each) => new Spec('openapi.json', each));
  expect(reportOn({ old: old!, new: now!, config: sdkConfig })).toMatchObject({ step: 'none', changes: [] });
});

test('the order of fields within variants is ignored', () => {
  const variant = (name: string) => ({
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: name }, [name]: { type: 'string' } },
  });
  const old = warehouse();
  Object.assign(request(old).properties!, { like: { oneOf: [variant('bag'), variant('box')] } });
  expect(report(old, reversed(old) as Crates).changes).toEqual([]);
});

test('the order of keys does not affect the order of the report', () => {
  const now = warehouse();
  setRequired(request(now), 'state', 'label');
  setRequired(answer(now));
  operation(now, 'getStack').summary = 'Look';
  expect(report(warehouse(), reversed(now) as Crates).changes).toEqual(report(warehouse(), now).changes);
});

test('an addition has a pointer into the new document, a removal into the old one', () => {
  const [gone, added] = changes((document) => {
    document.paths['/count'] = {
      get: { operationId: 'countCrates', tags: ['Crates'], responses: ok({ type: 'integer' }) },
    };
    delete document.paths['/stack'];
  });
  expect(gone).toMatchObject({ document: 'old', pointer: 'old.json#/paths/~1stack/get' });
  expect(added).toMatchObject({ document: 'new', pointer: 'new.json#/paths/~1count/get' });
});

test.each<[thing: string, change: (document: Crates) => void, pointer: string]>([
  [
    'field',
    (document) => setRequired(request(document), 'state', 'label'),
    'new.json#/components/schemas/CrateCreateRequest/properties/label',
  ],
  [
    'parameter',
    (document) => {
      operation(document, 'listCrates').parameters![0]!.schema.enum = ['full'];
    },
    'old.json#/paths/~1crates/get/parameters/0',
  ],
  [
    'item',
    (document) => {
      Object.assign(request(document).properties!['tags']!, { items: { type: 'string' } });
    },
    'new.json#/components/schemas/CrateCreateRequest/properties/tags/items',
  ],
  [
    'response',
    (document) => {
      operation(document, 'getStack').responses = ok({ type: 'integer' });
    },
    'new.json#/paths/~1stack/get/responses/200',
  ],
])('a %s has its own pointer', (_, change, pointer) => {
  expect(changes(change)[0]?.pointer).toBe(pointer);
});

test('the text has the most severe changes first, the pointers, and the step at the end', () => {
  const now = warehouse();
  delete now.paths['/stack'];
  setRequired(answer(now), 'id', 'state', 'note');
  now.tags[0]!.description = 'Boxes.';
  expect(reportText(report(warehouse(), now))).toBe(
    `Breaking (1)
  rc.crates.getStack was removed.
    old.json#/paths/~1stack/get, in the old document

Additions (1)
  Crate.note is always present now.
    new.json#/components/schemas/Crate/properties/note

Fixes and documentation (1)
  rc.crates has a new description.
    new.json#/tags

The next version is a major version.`,
  );
});

test('a map is reported as `[key]`, and its values are compared', () => {
  const slots = (document: Crates, ...known: string[]): void => {
    const values = { type: 'string', enum: known };
    Object.assign(request(document).properties!, { slots: { type: 'object', additionalProperties: values } });
  };
  expect(
    said(
      (document) => slots(document, 'a'),
      (document) => slots(document, 'a', 'b'),
    ),
  ).toEqual(["rc.crates.create(params).slots[key] no longer has the value 'b'."]);
});

test('a new field of an object without fields is an addition', () => {
  const found = changes(
    (document) => {
      Object.assign(request(document).properties!, {
        shelf: { type: 'object', properties: { row: { type: 'string' } }, additionalProperties: false },
      });
    },
    (document) => {
      Object.assign(request(document).properties!, { shelf: { type: 'object', additionalProperties: false } });
    },
  );
  expect(found.map((change) => [change.severity, lineOf(change)])).toEqual([
    ['addition', 'rc.crates.create(params).shelf.row is new: string.'],
  ]);
});

test('a tuple is reported as a whole', () => {
  const size = (document: Crates, ...types: string[]): void => {
    const prefixItems = types.map((type) => ({ type }));
    Object.assign(answer(document).properties!, { size: { type: 'array', prefixItems, items: false } });
  };
  expect(
    said(
      (document) => size(document, 'number', 'string'),
      (document) => size(document, 'number', 'number'),
    ),
  ).toEqual(['Crate.size is [number, string] now, was [number, number].']);
});

test('a new variant is an addition in a request, and breaking in a response', () => {
  const variants = (...names: string[]) => ({ oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) });
  const set = (document: Crates, ...names: string[]): void => {
    for (const name of ['Bag', 'Box', 'Can']) {
      document.components.schemas[name] = {
        type: 'object',
        properties: { [name]: { type: 'string' } },
        required: [name],
      };
    }
    Object.assign(request(document).properties!, { like: variants(...names), all: variants('Bag', 'Box', 'Can') });
    Object.assign(answer(document).properties!, { like: variants(...names), all: variants('Bag', 'Box', 'Can') });
  };
  const found = changes(
    (document) => set(document, 'Bag', 'Box', 'Can'),
    (document) => set(document, 'Bag', 'Box'),
  );
  expect(found.map((change) => [change.severity, lineOf(change)])).toEqual([
    ['breaking', 'Crate.like is Bag | Box | Can now, was Bag | Box.'],
    ['addition', 'rc.crates.create(params).like is Bag | Box | Can now, was Bag | Box.'],
  ]);
});

test('a recursive type is compared once', () => {
  const inner = { $ref: '#/components/schemas/Crate' };
  expect(
    said(
      (document) => setRequired(answer(document), 'id', 'state', 'inner'),
      (document) => Object.assign(answer(document).properties!, { inner }),
    ),
  ).toEqual(['Crate.inner is always present now.']);
});

test('a body whose fields are not parameters is reported as a whole', () => {
  const set = (document: Crates, type: string): void => {
    document.paths['/raw'] = {
      post: {
        operationId: 'sendRaw',
        tags: ['Raw'],
        requestBody: { required: true, content: json({ type }) },
        responses: ok({}),
      },
    };
  };
  expect(
    said(
      (document) => set(document, 'boolean'),
      (document) => set(document, 'string'),
    ),
  ).toEqual(['rc.raw.send(params).body is boolean now, was string.']);
});

test('a type that is also sent is reported by its own name, not for each method', () => {
  const before = (document: Crates): void => {
    addLabel(document, { type: 'object', properties: { text: { type: 'string' } } });
    (document.paths['/label']!['put'] as { requestBody: object }).requestBody = {
      content: json({ $ref: '#/components/schemas/Label' }),
    };
  };
  expect(
    said((document) => {
      document.components.schemas['Label'] = { type: 'object', properties: { text: { type: 'integer' } } };
    }, before),
  ).toEqual(['Label.text is number now, was string.']);
});

test('entries of the config that one of the documents lacks do not stop the report', () => {
  const config: SdkConfig = {
    servers: { main: { url: 'https://crates.example/v1' } },
    resources: { crates: { look: { operation: 'getStack', positional: ['depth'] }, list: 'listCrates' } },
    retry: { getStack: 'paid' },
    types: { Crate: 'Box', Lid: 'Cover' },
    seenIn: { createCrate: 'crates.look' },
  };
  const now = warehouse();
  delete now.paths['/stack'];
  const { changes: found, unfound } = report(warehouse(), now, config);
  expect(found.map(lineOf)).toEqual(['rc.crates.look was removed.', 'rc.crates.create has different error hints now.']);
  expect(unfound).toEqual(
    ['resources/crates/look', 'retry/getStack', 'types/Lid', 'seenIn/createCrate'].map(
      (entry) => `sdk.config.ts#/${entry}`,
    ),
  );
});

test('a config entry that matches nothing in the new document is in the text, as `npm run generate` stops there', () => {
  const now = warehouse();
  delete now.paths['/stack'];
  expect(reportText(report(warehouse(), now, { retry: { getStack: 'once' } }))).toContain(
    '\nsdk.config.ts#/retry/getStack matches nothing in the new document: correct or remove it.\n',
  );
});

test('a config without any server of the document belongs to another API: names are the defaults', () => {
  const config: SdkConfig = { servers: { main: { url: 'https://other.example' } }, types: { Crate: 'Box' } };
  const now = warehouse();
  setRequired(answer(now), 'id');
  expect(report(warehouse(), now, config).changes.map(lineOf)).toEqual([
    'Crate.state is optional now: a response may omit it.',
  ]);
});

test('a document that stops `npm run generate` stops the report, too', () => {
  const now = warehouse();
  Object.assign(operation(now, 'getStack'), { parameters: [{ in: 'body', name: 'a' }] });
  expect(() => report(warehouse(), now)).toThrow(
    'new.json#/paths/~1stack/get/parameters/0\n  "body" is not a valid parameter location.',
  );
});
