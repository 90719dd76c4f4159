import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SseParser, type ServerSentEvent } from '../../src/handwritten/core/streaming/sse.js';
import { RuncrateError } from '../../src/index.node.js';
import { observedClient } from '../helpers/observed-client.js';
import { eventStreamAnswer } from '../helpers/scripted-body.js';

const encoder = new TextEncoder();

function parse(reads: readonly Uint8Array[]): readonly ServerSentEvent[] {
  const decoder = new TextDecoder();
  const parser = new SseParser();
  return reads.flatMap((read) => parser.feed(decoder.decode(read, { stream: true })));
}

/** Bytes in reads that end at these places. */
function splitAt(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1))), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

const lineEnd = fc.constantFrom('\n', '\r', '\r\n');
const text = fc.string({ unit: 'binary' }).map((said) => said.replace(/[\r\n\ud800-\udfff]/gu, ''));

interface Written {
  readonly wire: string;
  readonly event: ServerSentEvent | undefined;
}

/** One event as a server may send it, and its meaning by the WHATWG's rules. */
const written: fc.Arbitrary<Written> = fc
  .record({
    type: fc.option(text),
    data: fc.array(text, { maxLength: 3 }),
    noise: fc.array(text, { maxLength: 2 }),
    end: lineEnd,
    space: fc.constantFrom(' ', ''),
  })
  .map(({ type, data, noise, end, space }) => {
    // Without the space, a value that begins with one would lose it.
    const field = (name: string, value: string): string => `${name}:${value.startsWith(' ') ? ' ' : space}${value}`;
    const comments = noise.map((said) => `:${said}`);
    const lines = [
      ...comments,
      ...data.map((line) => field('data', line)),
      ...(type === null ? [] : [field('event', type)]),
      '',
    ];
    return {
      wire: lines.map((line) => line + end).join(''),
      event: data.length === 0 ? undefined : { type: type || 'message', data: data.join('\n') },
    };
  });

const transcript = fc.array(written, { maxLength: 6 }).map((list) => ({
  // A comment separates the CR of one event from the LF of the next: together they would be one line end.
  wire: list.map(({ wire }) => `${wire}:\n`).join(''),
  events: list.flatMap(({ event }) => event ?? []),
}));

test('any transcript results in its events, however its bytes are split, also inside a character', () => {
  fc.assert(
    fc.property(transcript, fc.array(fc.nat(), { maxLength: 12 }), ({ wire, events }, places) => {
      expect(parse(splitAt(encoder.encode(wire), places))).toEqual(events);
    }),
    { numRuns: 500 },
  );
});

test('any text results in the same events in one read as byte by byte', () => {
  const junk = fc
    .array(fc.oneof(fc.constantFrom('data', 'event', ':', ' ', '\n', '\r', '\ufeff', '[DONE]'), text))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(junk, (wire) => {
      const bytes = encoder.encode(wire);
      expect(parse([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(parse([bytes]));
    }),
    { numRuns: 500 },
  );
});

/** How many characters the platform's own functions scan while a text is parsed in reads of a size. */
function workOf(wire: string, size: number): number {
  const reads = wire.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  let work = 0;
  const parser = new SseParser();
  const { indexOf, slice } = String.prototype;
  const { join } = Array.prototype;
  // A spy would remember each of a million calls.
  String.prototype.indexOf = function (search, from = 0) {
    const found = indexOf.call(this, search, from);
    work += (found === -1 ? this.length : found + 1) - from;
    return found;
  };
  String.prototype.slice = function (...range) {
    const part = slice.apply(this, range);
    work += part.length;
    return part;
  };
  Array.prototype.join = function (separator) {
    const joined = join.call(this, separator);
    work += joined.length;
    return joined;
  };
  try {
    for (const read of reads) parser.feed(read);
  } finally {
    Object.assign(String.prototype, { indexOf, slice });
    Object.assign(Array.prototype, { join });
  }
  return work;
}

test.each([
  ['one long line', (length: number) => `data: ${'x'.repeat(length)}\n\n`],
  ['many data lines of one event', (length: number) => `${'data: x\n'.repeat(length / 8)}\n`],
  ['many events', (length: number) => 'data: x\n\n'.repeat(length / 9)],
  ['many comments', (length: number) => ':\n'.repeat(length / 2)],
  ['many empty lines', (length: number) => '\r'.repeat(length)],
  ['a line that never ends', (length: number) => 'x'.repeat(length)],
])('the work for %s is linear in its length, in small reads and in large ones', (_, wire) => {
  for (const size of [1, 7, 1000, 100_000]) {
    const [small, large] = [workOf(wire(9000), size), workOf(wire(90_000), size)];
    expect(large).toBeLessThanOrEqual(11 * small);
    expect(large).toBeLessThanOrEqual(8 * 90_000);
  }
});

const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant({}));
const piece = fc.record(
  {
    index: anything,
    id: anything,
    type: anything,
    function: fc.oneof(anything, fc.record({ name: anything, arguments: anything })),
  },
  { requiredKeys: [] },
);
const delta = fc.record(
  {
    role: anything,
    content: anything,
    reasoning_content: anything,
    reasoning: anything,
    tool_calls: fc.oneof(anything, fc.array(fc.oneof(piece, anything))),
    refusal: anything,
    audio: anything,
    details: fc.oneof(anything, fc.array(fc.oneof(piece, anything))),
  },
  { requiredKeys: [] },
);
const chunk = fc.record(
  {
    id: anything,
    choices: fc.oneof(
      anything,
      fc.array(
        fc.oneof(
          anything,
          fc.record(
            { index: anything, delta: fc.oneof(delta, anything), logprobs: anything, finish_reason: anything },
            { requiredKeys: [] },
          ),
        ),
      ),
    ),
    usage: anything,
  },
  { requiredKeys: [] },
);

test('chunks of any shape are read to the end, or reject with an error of the SDK', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 5 }), fc.boolean(), async (chunks, asText) => {
      const wire = chunks.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
      const { client } = observedClient(() => eventStreamAnswer(`${wire}data: [DONE]\n\n`));
      const stream = await client.models.chatCompletion({ model: 'a', messages: [], stream: true });
      const reading = async (): Promise<void> => {
        if (asText) for await (const said of stream.textStream()) expect(typeof said).toBe('string');
        const completion = await stream.finalCompletion();
        expect(JSON.parse(JSON.stringify(completion))).toMatchObject({ object: 'chat.completion' });
      };
      const error: unknown = await reading().catch((reason: unknown) => reason);
      if (error !== undefined) expect(error).toBeInstanceOf(RuncrateError);
    }),
    { numRuns: 300 },
  );
});
