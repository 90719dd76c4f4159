import { expect, test } from 'vitest';
import { SseParser, type ServerSentEvent } from '../../../src/handwritten/core/streaming/sse.js';

const readSizes = [1, 2, 3, 5, 1000];

/** Bytes in reads of a size, decoded like a stream. */
function parse(wire: string | Uint8Array, size: number): readonly ServerSentEvent[] {
  const bytes = typeof wire === 'string' ? new TextEncoder().encode(wire) : wire;
  const decoder = new TextDecoder();
  const parser = new SseParser();
  const events: ServerSentEvent[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    events.push(...parser.feed(decoder.decode(bytes.subarray(start, start + size), { stream: true })));
  }
  return events;
}

const message = (data: string): ServerSentEvent => ({ type: 'message', data });

type Row = readonly [condition: string, wire: string, events: readonly ServerSentEvent[]];

const conditions: readonly Row[] = [
  ['line feeds', 'data: a\n\ndata: b\n\n', [message('a'), message('b')]],
  ['carriage returns', 'data: a\r\rdata: b\r\r', [message('a'), message('b')]],
  ['both', 'data: a\r\n\r\ndata: b\r\n\r\n', [message('a'), message('b')]],
  ['all three, mixed', 'data: a\r\n\ndata: b\r\r\ndata: c\n\r', [message('a'), message('b'), message('c')]],
  ['a byte order mark', '\ufeffdata: a\n\n', [message('a')]],
  ['a byte order mark in the middle, which is a letter', 'data: \ufeffa\n\n\ufeffdata: b\n\n', [message('\ufeffa')]],
  ['comments', ': hello\n\n:\ndata: a\n: bye\n\n', [message('a')]],
  ['several data lines', 'data: a\ndata:\ndata: b\n\n', [message('a\n\nb')]],
  ['no space after the colon', 'data:a\n\n', [message('a')]],
  ['two spaces, of which one is kept', 'data:  a\n\n', [message(' a')]],
  ['a tab, which is kept', 'data:\ta\n\n', [message('\ta')]],
  ['a colon in the data', 'data: a: b\n\n', [message('a: b')]],
  ['an empty data field', 'data:\n\n', [message('')]],
  ['a data field without a colon', 'data\ndata\n\n', [message('\n')]],
  ['a named event', 'event: error\ndata: a\n\ndata: b\n\n', [{ type: 'error', data: 'a' }, message('b')]],
  ['a type without data, which is ignored', 'event: error\n\ndata: a\n\n', [message('a')]],
  ['a type after the data', 'data: a\nevent: ping\n\n', [{ type: 'ping', data: 'a' }]],
  ['an empty type', 'event:\ndata: a\n\n', [message('a')]],
  ['id, retry and unknown fields', 'id: 1\nretry: 9\nfoo: bar\ndata: a\n\n', [message('a')]],
  ['a field in another case, which is unknown', 'DATA: a\n\nData: b\n\n', []],
  ['a space before the colon, which is an unknown field', 'data : a\n\n', []],
  ['an incomplete event, which is discarded', 'data: a\n\ndata: b\n', [message('a')]],
  ['empty lines in a row', '\n\n\ndata: a\n\n\n\n', [message('a')]],
  ['text of 2, 3 and 4 bytes a letter', 'data: é€\ud83d\ude00\n\n', [message('é€\ud83d\ude00')]],
  ['nothing', '', []],
  ['a long line', `data: ${'x'.repeat(5000)}\n\n`, [message('x'.repeat(5000))]],
];

const grid = conditions.flatMap(([condition, wire, events]) =>
  readSizes.map((size) => ({ condition, wire, events, size })),
);

test.each(grid)('reads $condition in reads of $size bytes', ({ wire, events, size }) => {
  expect(parse(wire, size)).toEqual(events);
});

test.each(readSizes)('bytes that are not UTF-8 become replacement characters in reads of %i bytes', (size) => {
  const wire = new Uint8Array([...new TextEncoder().encode('data: a'), 0xff, 0x0a, 0x0a]);
  expect(parse(wire, size)).toEqual([message('a\ufffd')]);
});

test('returns an event as soon as its empty line arrives, not when the next one begins', () => {
  const parser = new SseParser();
  expect(parser.feed('data: a\r\n')).toEqual([]);
  expect(parser.feed('\r')).toEqual([message('a')]);
  expect(parser.feed('\ndata: b\n\n')).toEqual([message('b')]);
});

test('an empty chunk changes nothing, also between CR and LF', () => {
  const parser = new SseParser();
  parser.feed('data: a\r');
  parser.feed('');
  expect(parser.feed('\ndata: b\r\n\r\n')).toEqual([message('a\nb')]);
});

test('returns each event once', () => {
  const parser = new SseParser();
  parser.feed('data: a\n\n');
  expect(parser.feed('data: b\n\n')).toEqual([message('b')]);
});
