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

test('a removal removes every selected value', () => {
  const { document } = corrected({ target: "$.paths['/a'].get.parameters[*]", remove: true });
  expect(document).toMatchObject({ paths: { '/a': { get: { parameters: [] } } } });
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
  ['neither update nor removal', { target: '$.paths' }, 'The action must either update or remove.'],
  ['an unsupported path', { target: '$..get', update: {} }, '"..get" is not supported JSONPath.'],
  [
    'a string as its target',
    { target: '$.components.schemas.A.properties.id.type', update: {} },
    'An object can only be updated with an object',
  ],
  ['the whole document to remove', { target: '$', remove: true }, "The whole document can't be removed."],
])('an action with %s stops with a pointer', (_, action, says) => {
  const act = () => corrected(action);
  expect(act).toThrow(says);
  expect(act).toThrow(/^overlay\.json#\/actions\/0(\/target)?\n {2}.*\n {2}Fix: /);
});

test('one run reports every target that matches nothing', () => {
  const act = () => corrected({ target: '$.x', update: {} }, { target: '$.y', remove: true });
  expect(act).toThrow(/#\/actions\/0[^]*#\/actions\/1/);
});

test('a file that is not an overlay stops', () => {
  expect(() => applyOverlay(vendor, { actions: [] }, 'overlay.json')).toThrow('This is not an OpenAPI Overlay 1.0.');
});
