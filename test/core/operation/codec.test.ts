import { expect, test } from 'vitest';
import { decode, encode } from '../../../src/handwritten/core/operation/codec.js';
import { RuncrateError } from '../../../src/handwritten/core/errors/errors.js';
import type { Codec } from '../../../src/handwritten/core/operation/operation.js';

const inner: Codec = { names: { image_url: 'imageUrl' } };
const codec: Codec = {
  names: { max_tokens: 'maxTokens', tool_calls: 'toolCalls', env_vars: 'envVars' },
  fields: { toolCalls: { items: inner }, envVars: { pairs: true }, free: { values: inner } },
};

test.each([
  ['a named field', { max_tokens: 1 }, { maxTokens: 1 }],
  ['a field that already has its public name', { maxTokens: 1 }, { maxTokens: 1 }],
  ['a field that is not listed', { new_field: { max_tokens: 1 } }, { new_field: { max_tokens: 1 } }],
  ['items of an array', { tool_calls: [{ image_url: 'a' }, null] }, { toolCalls: [{ imageUrl: 'a' }, null] }],
  ['items under the public spelling', { toolCalls: [{ image_url: 'a' }] }, { toolCalls: [{ imageUrl: 'a' }] }],
  [
    'values of a map, whose keys are free',
    { free: { max_tokens: { image_url: 'a' } } },
    { free: { max_tokens: { imageUrl: 'a' } } },
  ],
  ['null', { max_tokens: null }, { maxTokens: null }],
  ['a field beside another of its public name', { max_tokens: 1, maxTokens: 2 }, { maxTokens: 1, max_tokens: 2 }],
  ['a field after another of its public name', { maxTokens: 2, max_tokens: 1 }, { maxTokens: 1, max_tokens: 2 }],
  ['one value in both spellings once', { maxTokens: 1, max_tokens: 1 }, { maxTokens: 1 }],
])('reads %s', (_, wire, expected) => {
  expect(decode(codec, wire)).toEqual(expected);
});

test.each([
  ['the public spelling', { maxTokens: 1 }, { max_tokens: 1 }],
  ['the spelling of the wire', { max_tokens: 1 }, { max_tokens: 1 }],
  ['items of an array', { toolCalls: [{ imageUrl: 'a' }] }, { tool_calls: [{ image_url: 'a' }] }],
  ['a field that is not listed', { newField: 1 }, { newField: 1 }],
  ['nothing for undefined', { maxTokens: undefined, new: undefined }, {}],
  ['null', { maxTokens: null }, { max_tokens: null }],
])('sends %s', (_, given, expected) => {
  expect(encode(codec, given)).toStrictEqual(expected);
});

test.each([
  [
    'a map of pairs',
    { API_KEY: 'a', aB: 'b' },
    [
      { key: 'API_KEY', value: 'a' },
      { key: 'aB', value: 'b' },
    ],
  ],
  ['an array of pairs', [{ key: 'aB', value: 'b' }], [{ key: 'aB', value: 'b' }]],
  ['a map of pairs without undefined values', { A: 'a', B: undefined }, [{ key: 'A', value: 'a' }]],
])('sends %s as an array, with its keys unchanged', (_, envVars, expected) => {
  expect(encode(codec, { envVars })).toStrictEqual({ env_vars: expected });
});

test('rejects both spellings of one field and names them', () => {
  expect(() => encode(codec, { maxTokens: 1, max_tokens: 1 })).toThrow(
    '"maxTokens" and "max_tokens" are two spellings of one field. Pass only one of them.',
  );
});

test('accepts one spelling if the other is undefined', () => {
  expect(encode(codec, { maxTokens: undefined, max_tokens: 2 })).toEqual({ max_tokens: 2 });
});

test('rejects both spellings of an extra field', () => {
  const both = { inputScale: 1, input_scale: 2 };
  expect(() => encode(undefined, both, { extras: true })).toThrow(/"inputScale" and "input_scale"/);
});

test.each([
  ['numInferenceSteps', 'num_inference_steps'],
  ['num_inference_steps', 'num_inference_steps'],
  ['imageURL', 'image_url'],
  ['HTTPMode', 'HTTPMode'],
  ['x-mode', 'x-mode'],
  ['seed', 'seed'],
])('sends the extra field %s as %s', (given, wire) => {
  expect(encode(codec, { [given]: { innerKey: 1 } }, { extras: true })).toEqual({ [wire]: { innerKey: 1 } });
});

test('sends the spelling in `sent`, whichever the caller uses', () => {
  const several: Codec = { names: { size_gb: 'sizeGb' }, sent: { sizeGb: 'sizeGb' } };
  expect([encode(several, { size_gb: 1 }), encode(several, { sizeGb: 1 })]).toEqual([{ sizeGb: 1 }, { sizeGb: 1 }]);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('keeps the hostile key %s as a field', (key) => {
  const wire = JSON.parse(`{"${key}": {"polluted": true}, "max_tokens": 1}`) as object;
  const decoded = decode(codec, wire) as object;
  expect(Object.getOwnPropertyDescriptor(decoded, key)?.value).toEqual({ polluted: true });
  expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
});

test.each(['__proto__', 'constructor'])('sends the hostile key %s as a field', (key) => {
  const given = JSON.parse(`{"${key}": {"a": 1}, "maxTokens": 1}`) as object;
  expect(JSON.stringify(encode(codec, given, { extras: true }))).toBe(`{"${key}":{"a":1},"max_tokens":1}`);
});

test('encoding does not change the values of the caller', () => {
  const given = Object.freeze({ toolCalls: Object.freeze([Object.freeze({ imageUrl: 'a' })]) });
  expect(encode(codec, given)).toEqual({ tool_calls: [{ image_url: 'a' }] });
});

test('follows a recursive schema', () => {
  const tree: () => Codec = () => ({ names: { child_nodes: 'childNodes' }, fields: { childNodes: { items: tree } } });
  const wire = { child_nodes: [{ child_nodes: [{ child_nodes: [] }] }] };
  expect(decode(tree, wire)).toEqual({ childNodes: [{ childNodes: [{ childNodes: [] }] }] });
});

test.each([
  ['a string', 'text'],
  ['a number', 5],
  ['null', null],
  ['an array', [1]],
])('passes %s through where an object is expected', (_, value) => {
  expect([decode(codec, value), encode(codec, value)]).toEqual([value, value]);
});

test.each([
  ['a Date', new Date(0)],
  ['a Blob', new Blob(['a'])],
  ['bytes', new Uint8Array([1])],
])('passes %s through unchanged', (_, value) => {
  expect(encode({ fields: { file: inner } }, { file: value })).toEqual({ file: value });
});

test('rejects with an error of the SDK', () => {
  expect(() => encode(codec, { maxTokens: 1, max_tokens: 1 })).toThrow(RuncrateError);
});
