import { expect, test } from 'vitest';
import { select } from '../../codegen/overlay/json-path.js';
import { applyOverlay } from '../../codegen/overlay/overlay.js';

const vendor = {
  paths: { '/a': { get: { parameters: [{ name: 'x' }, { name: 'y' }] } }, '/b': { get: {}, post: {} } },
  components: { schemas: { A: { required: ['id', 'name'], properties: { id: { type: 'string' } } } } },
};

function overlayOf(...actions: object[]) {
  return { overlay: '1.0.0', info: { title: 'Corrections', version: '1' }, actions };
}

function corrected(...actions: object[]) {
  const reasoned = actions.map((action) => ({ description: 'It is wrong.', ...action }));
  return applyOverlay(vendor, overlayOf(...reasoned), 'overlay.json');
}

test.each<[path: string, keys: readonly (string | number)[]]>([
  ["$.paths['/a'].get", ['get']],
  ['$.paths["/b"].*', ['get', 'post']],
  ['$.paths.*.get', ['get', 'get']],
  ["$.paths['/a'].get.parameters[1]", [1]],
  ["$.paths['/a'].get.parameters[-1]", [1]],
  ["$.paths['/a'].get.parameters[*]", [0, 1]],
  ["$.paths['/a'].get.parameters[?@.name == 'y']", [1]],
  ['$.paths["/a"].get.parameters[?(@.name=="x")]', [0]],
  ["$.components.schemas.A.required[?@ == 'id']", [0]],
  ["$.components.schemas.A.properties[?@.type == 'string']", ['id']],
  ["$.paths['/a'].get.parameters[2]", []],
  ["$.paths['/a'].get.parameters[-3]", []],
  ["$.paths['/c']", []],
  ['$..name', ['name', 'name']],
  ['$.paths.*["get", "post"]', ['get', 'get', 'post']],
  ["$.paths['/a'].get.parameters[0, 0, -2]", [0]],
  ["$.paths['/a'].get.parameters[::-1]", [1, 0]],
  ["$.paths['/a'].get.parameters[?@.name != 'x' && @.name]", [1]],
  ["$.paths['/a'].get.parameters[?match(@.name, '[a-x]')]", [0]],
  ['$.paths[?length(@) == 2]', ['/b']],
  ["$.paths[?@.post]['get']", ['get']],
])('%s selects the keys %j', (path, keys) => {
  expect(select(vendor, path).map(({ key }) => key)).toEqual(keys);
});

test('an update merges objects, adds an item to a list, and replaces the rest', () => {
  const { document } = corrected(
    {
      target: '$.components.schemas.A',
      update: { properties: { id: { type: 'integer' }, size: {} }, required: ['size'] },
    },
    { target: "$.paths['/a'].get.parameters", update: { name: 'z' } },
  );
  expect(document).toMatchObject({
    paths: { '/a': { get: { parameters: [{ name: 'x' }, { name: 'y' }, { name: 'z' }] } } },
    components: {
      schemas: { A: { required: ['id', 'name', 'size'], properties: { id: { type: 'integer' }, size: {} } } },
    },
  });
  expect(vendor.components.schemas.A.required).toEqual(['id', 'name']);
});

test('a path reaches values of any depth', () => {
  const nested = Array.from({ length: 300 }).reduce<object>((inner) => ({ inner }), { last: 1 });
  expect(select(nested, '$..last')).toMatchObject([{ value: 1, key: 'last' }]);
});

test('an overlay of version 1.1 copies a value into each target: fields into objects, items into lists', () => {
  const action = { description: 'It is wrong.' };
  const { document } = applyOverlay(
    vendor,
    {
      ...overlayOf(
        { ...action, target: '$.paths["/b"].*', copy: "$.paths['/a'].get" },
        { ...action, target: "$.paths['/b'].get.parameters", update: [{ name: 'y' }, { name: 'z' }] },
        { ...action, target: '$.components.schemas', update: { B: {} } },
        { ...action, target: '$.components.schemas.B', copy: '$.components.schemas' },
      ),
      overlay: '1.1.0',
    },
    'overlay.json',
  );
  const [x, y, z] = ['x', 'y', 'z'].map((name) => ({ name }));
  expect(document).toEqual({
    paths: {
      '/a': { get: { parameters: [x, y] } },
      '/b': { get: { parameters: [x, y, z] }, post: { parameters: [x, y] } },
    },
    components: { schemas: { A: vendor.components.schemas.A, B: { A: vendor.components.schemas.A, B: {} } } },
  });
});

test('in version 1.0 a list is one item of the list that it is added to', () => {
  const { document } = corrected({ target: '$.components.schemas.A.required', update: ['x'] });
  expect(document).toMatchObject({ components: { schemas: { A: { required: ['id', 'name', ['x']] } } } });
});

test('an update of a string, a number or a flag replaces it', () => {
  const { document } = corrected({ target: '$.components.schemas.A.properties.id.type', update: 'integer' });
  expect(document).toMatchObject({ components: { schemas: { A: { properties: { id: { type: 'integer' } } } } } });
});

test('a removal removes the selected items of a list, in whatever order they are selected', () => {
  const { document } = corrected({ target: '$..parameters[0, 1, 0]', remove: true });
  expect(document).toMatchObject({ paths: { '/a': { get: { parameters: [] } } } });
});

test('a removal removes every selected value', () => {
  const { document } = corrected({ target: "$.paths['/a'].get.parameters[*]", remove: true });
  expect(document).toMatchObject({ paths: { '/a': { get: { parameters: [] } } } });
});

test('what is corrected at one alias of YAML stays as it is at the others', () => {
  const text = { type: 'object', properties: { a: { type: 'string' } } };
  const action = { target: '$.schemas.A.properties.a', update: { type: 'number' }, description: 'It is wrong.' };
  const { document } = applyOverlay({ schemas: { A: text, B: text } }, overlayOf(action), 'overlay.json');
  expect(document).toEqual({
    schemas: { A: { type: 'object', properties: { a: { type: 'number' } } }, B: text },
  });
});

test('a field __proto__ is added as any other', () => {
  const { document } = corrected({ target: '$.components', update: JSON.parse('{"__proto__":{"a":1}}') as object });
  expect(select(document, '$.components.__proto__.a')).toMatchObject([{ value: 1 }]);
});

test('a correction that the vendor has made is reported', () => {
  expect(corrected({ target: '$.components.schemas.A', update: { required: ['id'] } }).needless).toEqual([
    'overlay.json#/actions/0 no longer changes anything: $.components.schemas.A already has this value.',
  ]);
  expect(corrected({ target: '$.components.schemas.A', update: { required: ['x'] } }).needless).toEqual([]);
});

test.each<[fault: string, action: object, says: string]>([
  [
    'a target that matches nothing',
    { target: "$.paths['/c']", update: {} },
    "The target $.paths['/c'] matches nothing. The correction was: It is wrong.",
  ],
  ['no reason', { target: '$.paths', update: {}, description: ' ' }, 'The action has no reason.'],
  ['no target', { update: {} }, 'The action has no target.'],
  ['neither update nor removal', { target: '$.paths' }, 'The action must either update, copy or remove.'],
  ['a copy in version 1.0', { target: '$.paths', copy: '$.paths' }, '`copy` is of Overlay 1.1.'],
  ['an invalid path', { target: '$.paths[', update: {} }, '"$.paths[" is not a JSONPath query (RFC 9535): '],
  ['an unknown function', { target: '$[?size(@) == 1]', update: {} }, 'is not a JSONPath query (RFC 9535): '],
  [
    'a string as its target',
    { target: '$.components.schemas.A.properties.id.type', update: {} },
    'An object can only be updated with an object',
  ],
  ['the whole document to remove', { target: '$', remove: true }, "The whole document can't be removed."],
])('an action with %s stops with a pointer', (_, action, says) => {
  const act = () => corrected(action);
  expect(act).toThrow(says);
  expect(act).toThrow(/^overlay\.json#\/actions\/0(\/target|\/copy)?\n {2}.*\n {2}Fix: /);
});

test.each<[fault: string, copy: unknown, says: string]>([
  ['several values', '$.paths.*', '$.paths.* selects 2 values; one is copied.'],
  ['nothing', '$.x', '$.x selects 0 values; one is copied.'],
  ['a path that is no string', 1, '`copy` must be a string.'],
  ['an invalid path', 'paths', '"paths" is not a JSONPath query (RFC 9535): '],
])('a copy of %s stops with a pointer', (_, copy, says) => {
  const overlay = { ...overlayOf({ target: '$.components', copy, description: 'It is wrong.' }), overlay: '1.1.0' };
  const act = () => applyOverlay(vendor, overlay, 'overlay.json');
  expect(act).toThrow(says);
  expect(act).toThrow(/^overlay\.json#\/actions\/0\/copy\n {2}.*\n {2}Fix: /);
});

test('one run reports every target that matches nothing', () => {
  const act = () => corrected({ target: '$.x', update: {} }, { target: '$.y', remove: true });
  expect(act).toThrow(/#\/actions\/0[^]*#\/actions\/1/);
});

test('a file that is not an overlay stops', () => {
  expect(() => applyOverlay(vendor, { actions: [] }, 'overlay.json')).toThrow(
    'This is not an OpenAPI Overlay 1.0 or 1.1.',
  );
});
