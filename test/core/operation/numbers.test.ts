import { expect, test } from 'vitest';
import { convertNumbers, numberOf } from '../../../src/handwritten/core/operation/numbers.js';

test.each([
  ['-0.70', -0.7],
  ['10.00', 10],
  ['0', 0],
  ['-0.00', 0],
  ['+5', 5],
  ['.5', 0.5],
  ['0012', 12],
  ['1e-7', 1e-7],
  ['2.50E+3', 2500],
  ['0.00000028', 2.8e-7],
  ['0.30000000000000004', 0.30000000000000004],
  ['1234567890123.45', 1234567890123.45],
  ['9007199254740991', 9007199254740991],
])('the text %j is the number %d', (text, number) => {
  expect(numberOf(text)).toBe(number);
});

test.each([
  '',
  ' ',
  ' 1',
  'free',
  'NaN',
  'Infinity',
  '0x10',
  '1,000.00',
  '1.2.3',
  '$5',
  '5 USD',
  // More digits than a number holds.
  '0.1234567890123456789',
  '90071992547409.931',
  '123456789012345678.12',
  // Beyond 2^53.
  '9007199254740992',
  '9007199254740993',
  '-12345678901234567890',
  '1e400',
  '1e-400',
])('the text %j stays text', (text) => {
  expect(numberOf(text)).toBe(text);
});

test.each<readonly [string, readonly string[], unknown, unknown]>([
  ['a field', ['amount'], { amount: '-0.70', name: '5' }, { amount: -0.7, name: '5' }],
  ['a nested field', ['a.b'], { a: { b: '1', c: '1' } }, { a: { b: 1, c: '1' } }],
  ['a field of each item of a list', ['a'], [{ a: '1' }, { a: 2 }, { a: null }], [{ a: 1 }, { a: 2 }, { a: null }]],
  ['a list', ['a'], { a: ['1', '2', null, 'x'] }, { a: [1, 2, null, 'x'] }],
  ['a list in a list', ['a.b'], { a: [{ b: [['1'], ['2']] }] }, { a: [{ b: [[1], [2]] }] }],
  ['a map', ['*'], { x: '1', y: 'z' }, { x: 1, y: 'z' }],
  ['a map of objects', ['a.*.b'], { a: { x: { b: '1' } } }, { a: { x: { b: 1 } } }],
  ['a whole response', [''], '1', 1],
  ['a whole list', [''], ['1', '2'], [1, 2]],
  ['null', ['a', 'b.c'], { a: null, b: null }, { a: null, b: null }],
  ['an object in place of a number', ['a'], { a: { b: '1' } }, { a: { b: '1' } }],
  ['nothing that every object has', ['constructor.name', '__proto__.a'], { b: '1' }, { b: '1' }],
])('converts %s', (_, paths, value, expected) => {
  expect(convertNumbers(value, paths)).toEqual(expected);
});
