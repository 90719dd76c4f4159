import { expect, test } from 'vitest';
import type { ChatToolCallDelta } from '../../generated/types.js';
import { ToolCallAssembler } from '../../src/handwritten/resources/tool-call-assembler.js';

interface Piece {
  readonly index?: number | null;
  readonly id?: string | null;
  readonly name?: string;
  readonly args?: string;
}

/** Each item is the list of pieces of one chunk. */
function assemble(chunks: readonly (readonly Piece[])[]) {
  const assembler = new ToolCallAssembler();
  for (const pieces of chunks) {
    assembler.add(
      pieces.map(({ name, args, ...rest }) => ({ ...rest, function: { name, arguments: args } }) as ChatToolCallDelta),
    );
  }
  return assembler.calls();
}

const call = (id: string, name: string, args: string) => ({
  id,
  type: 'function',
  function: { name, arguments: args },
});
const weather = call('a', 'weather', '{"city":"Rome"}');
const time = call('b', 'time', '{"zone":"CET"}');

type Row = readonly [behaviour: string, chunks: readonly (readonly Piece[])[], calls: readonly unknown[]];

test.each<Row>([
  [
    'pieces with an index, as documented',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '' }],
      [{ index: 0, args: '{"city":' }],
      [{ index: 0, args: '"Rome"}' }],
    ],
    [weather],
  ],
  ['a call in one piece', [[{ index: 0, id: 'a', name: 'weather', args: '{"city":"Rome"}' }]], [weather]],
  [
    'two calls in one chunk',
    [
      [
        { index: 0, id: 'a', name: 'weather', args: '{"city":"Rome"}' },
        { index: 1, id: 'b', name: 'time', args: '{"zone":"CET"}' },
      ],
    ],
    [weather, time],
  ],
  [
    'two calls that interleave by index',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":' }],
      [{ index: 1, id: 'b', name: 'time', args: '{"zone":' }],
      [{ index: 0, args: '"Rome"}' }],
      [{ index: 1, args: '"CET"}' }],
    ],
    [weather, time],
  ],
  [
    'two calls that interleave by id, without an index',
    [
      [{ id: 'a', name: 'weather', args: '{"city":' }],
      [{ id: 'b', name: 'time', args: '{"zone":' }],
      [{ id: 'a', args: '"Rome"}' }],
      [{ id: 'b', args: '"CET"}' }],
    ],
    [weather, time],
  ],
  [
    'two calls that interleave by position, without index and id',
    [
      [
        { id: 'a', name: 'weather', args: '{"city":' },
        { id: 'b', name: 'time', args: '{"zone":' },
      ],
      [{ args: '"Rome"}' }, { args: '"CET"}' }],
    ],
    [weather, time],
  ],
  [
    'pieces that continue the previous call, without index and id',
    [
      [{ id: 'a', name: 'weather', args: '{"city":' }],
      [{ args: '"Rome"}' }],
      [{ id: 'b', name: 'time', args: '{"zone":' }],
      [{ args: '"CET"}' }],
    ],
    [weather, time],
  ],
  [
    'an id on every piece',
    [[{ index: 0, id: 'a', name: 'weather', args: '{"city":' }], [{ index: 0, id: 'a', args: '"Rome"}' }]],
    [weather],
  ],
  [
    'a name on every piece',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":' }],
      [{ index: 0, id: 'a', name: 'weather', args: '"Rome"}' }],
    ],
    [weather],
  ],
  [
    'a name that is sent again after a nested object has ended',
    [[{ name: 'weather', args: '{"at":{"lat":1}' }], [{ name: 'weather', args: ',"days":2}' }]],
    [call('', 'weather', '{"at":{"lat":1},"days":2}')],
  ],
  [
    'a name that arrives late',
    [[{ index: 0, id: 'a' }], [{ index: 0, name: 'weather' }], [{ index: 0, args: '{"city":"Rome"}' }]],
    [weather],
  ],
  [
    'an id that arrives late',
    [[{ index: 0, name: 'weather' }], [{ index: 0, id: 'a', args: '{"city":"Rome"}' }]],
    [weather],
  ],
  [
    'an id that arrives late, without an index',
    [[{ name: 'weather', args: '{"city":' }], [{ id: 'a', args: '"Rome"}' }]],
    [weather],
  ],
  [
    'two calls with index 0 and different ids',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":"Rome"}' }],
      [{ index: 0, id: 'b', name: 'time', args: '{"zone":' }],
      [{ index: 0, args: '"CET"}' }],
    ],
    [weather, time],
  ],
  [
    'two complete calls without index and id, with different names',
    [[{ name: 'weather', args: '{"city":"Rome"}' }], [{ name: 'time', args: '{"zone":"CET"}' }]],
    [
      { ...weather, id: '' },
      { ...time, id: '' },
    ],
  ],
  [
    'two complete calls of one function without index and id',
    [[{ name: 'weather', args: '{"city":"Rome"}' }], [{ name: 'weather', args: '{"city":"Oslo"}' }]],
    [{ ...weather, id: '' }, call('', 'weather', '{"city":"Oslo"}')],
  ],
  [
    'null and empty strings for missing fields',
    [[{ index: null, id: 'a', name: 'weather', args: '{"city":' }], [{ index: null, id: '', args: '"Rome"}' }]],
    [weather],
  ],
  [
    'indexes that begin at 1',
    [[{ index: 1, id: 'a', name: 'weather', args: '{"city":' }], [{ index: 1, args: '"Rome"}' }]],
    [weather],
  ],
  ['no pieces', [[]], []],

  // The index is what tells calls apart, and then the id.
  [
    'another id on every piece',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '' }],
      [{ index: 0, id: 'x', args: '{"city":' }],
      [{ index: 0, id: 'y', args: '"Rome"}' }],
      [{ index: 0, id: 'z', args: '' }],
    ],
    [weather],
  ],
  [
    'another id and the name on every piece',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":' }],
      [{ index: 0, id: 'x', name: 'weather', args: '"Rome"}' }],
    ],
    [weather],
  ],
  [
    'another id on every piece, and no index',
    [[{ id: 'a', name: 'weather', args: '' }], [{ id: 'x', args: '{"city":' }], [{ id: 'y', args: '"Rome"}' }]],
    [weather],
  ],
  [
    'two calls with one id and their own indexes',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":' }],
      [{ index: 1, id: 'a', name: 'time', args: '{"zone":' }],
      [{ index: 0, id: 'a', args: '"Rome"}' }],
      [{ index: 1, id: 'a', args: '"CET"}' }],
    ],
    [weather, { ...time, id: 'a' }],
  ],
  [
    'two calls of one function with one id, other arguments and their own indexes',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":"Rome"}' }],
      [{ index: 1, id: 'a', name: 'weather', args: '{"city":"Oslo"}' }],
    ],
    [weather, call('a', 'weather', '{"city":"Oslo"}')],
  ],
  [
    'two functions that have one index and one id',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":"Rome"}' }],
      [{ index: 0, id: 'a', name: 'time', args: '{"zone":"CET"}' }],
    ],
    [weather, { ...time, id: 'a' }],
  ],
  [
    'one call under several indexes, whole and in pieces',
    [
      [{ index: 1, id: 'a', name: 'weather', args: '{"city":"Rome"}' }],
      [{ index: 0, id: 'a', name: 'weather', args: '' }],
      [{ index: 0, id: 'a', args: '{"city":' }],
      [{ index: 0, id: 'a', args: '"Rome"}' }],
      [{ index: 2, id: 'a', name: 'weather', args: '' }],
    ],
    [weather],
  ],
  [
    'an index that changes after the first piece',
    [
      [{ index: 3, id: 'a', name: 'weather', args: '' }],
      [{ index: 0, args: '{"city":' }],
      [{ index: 0, args: '"Rome"}' }],
    ],
    [weather],
  ],
  [
    'arguments before the name and the id',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":"Rome"}' }],
      [{ index: 1, args: '{"zone":' }],
      [{ index: 1, id: 'b', name: 'time', args: '"CET"}' }],
    ],
    [weather, time],
  ],

  // Arguments that are not pieces.
  [
    'arguments that come again whole',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":' }],
      [{ index: 0, args: '"Rome"}' }],
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":"Rome"}' }],
    ],
    [weather],
  ],
  [
    'arguments that come again in pieces',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":"Rome"}' }],
      [{ index: 0, args: '{"city":' }],
      [{ index: 0, args: '"Rome"}' }],
    ],
    [weather],
  ],
  [
    'arguments that come again encoded twice',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":' }],
      [{ index: 0, args: '"Rome"}' }],
      [{ index: 0, id: 'a', args: JSON.stringify('{"city":"Rome"}') }],
    ],
    [weather],
  ],
  [
    'arguments that grow',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{' }],
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":' }],
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":' }],
      [{ index: 0, id: 'a', name: 'weather', args: '{"city":"Rome"}' }],
    ],
    [weather],
  ],
  [
    'arguments that grow, and are cut off',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{' }],
      [{ index: 0, args: '{"city":' }],
      [{ index: 0, args: '{"city":"R' }],
    ],
    [call('a', 'weather', '{"city":"R')],
  ],
  [
    'an empty object before the arguments',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{}' }],
      [{ index: 0, args: '{"city":' }],
      [{ index: 0, args: '"Rome"}' }],
    ],
    [weather],
  ],
  [
    'an empty object before arguments that are cut off',
    [[{ index: 0, id: 'a', name: 'weather', args: '{}' }], [{ index: 0, args: '{"city":' }]],
    [call('a', 'weather', '{"city":')],
  ],
  [
    'pieces that begin as the pieces before them',
    [
      [{ index: 0, id: 'a', name: 'weather', args: '{"a":' }],
      [{ index: 0, args: '{"a":' }],
      [{ index: 0, args: '{"a":1}' }],
      [{ index: 0, args: '}}' }],
    ],
    [call('a', 'weather', '{"a":{"a":{"a":1}}}')],
  ],
  [
    'arguments that are no JSON, as they are',
    [[{ index: 0, id: 'a', name: 'weather', args: '{"city":' }], [{ index: 0, args: 'Rome}' }]],
    [call('a', 'weather', '{"city":Rome}')],
  ],
])('assembles %s', (_, chunks, calls) => {
  expect(assemble(chunks)).toEqual(calls);
});

test('a call that is no function has what its type has, in pieces, and no function', () => {
  const assembler = new ToolCallAssembler();
  assembler.add([{ index: 0, id: 'a', type: 'custom', custom: { name: 'sql', input: 'SELECT' } }]);
  assembler.add([{ index: 0, type: 'custom', custom: { name: 'sql', input: ' 1' } }]);
  expect(assembler.calls()).toEqual([{ id: 'a', type: 'custom', custom: { name: 'sql', input: 'SELECT 1' } }]);
});

test('what a provider adds to a call or its function is in the call once', () => {
  const assembler = new ToolCallAssembler();
  const piece = (args: string): object => ({
    index: 0,
    id: 'a',
    extra_content: { google: { thought_signature: 'c2ln' } },
    function: { name: 'weather', arguments: args, strict: true },
  });
  assembler.add([piece('{"city":')]);
  assembler.add([piece('"Rome"}')]);
  expect(assembler.calls()).toEqual([
    {
      ...weather,
      extra_content: { google: { thought_signature: 'c2ln' } },
      function: { ...weather.function, strict: true },
    },
  ]);
});
