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
])('assembles %s', (_, chunks, calls) => {
  expect(assemble(chunks)).toEqual(calls);
});
