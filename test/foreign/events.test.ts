import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedClient, type Generated } from './generated.js';

let generated: Generated;

beforeAll(async () => {
  generated = await generatedClient(join(import.meta.dirname, '../fixtures/foreign/events.json'));
});

afterAll(() => generated.remove());

/** Calls a method whose response is this transcript. */
async function eventsOf(method: string, transcript: string, ...args: unknown[]) {
  const accepted: (string | null)[] = [];
  const fetch = async (_: string, init?: RequestInit) => {
    accepted.push(new Headers(init?.headers).get('accept'));
    return new Response(transcript, { headers: { 'content-type': 'text/event-stream' } });
  };
  const client = generated.createClient({ fetch, maxRetries: 0, logLevel: 'off' });
  const stream = (await client['ev']?.[method]?.(...args)) as AsyncIterable<unknown>;
  const events: unknown[] = [];
  for await (const event of stream) events.push(event);
  return { events, accepted };
}

const ticks = 'event: tick\ndata: {"tick_count": 1}\n\n: alive\n\ndata:\n\ndata: {"tick_count": 2}\n\n';

test.each<[what: string, method: string, type: string, transcript: string, events: unknown[]]>([
  ['the JSON of an itemSchema', 'typed', 'Tick', ticks, [{ tickCount: 1 }, { tickCount: 2 }]],
  ['each item of a list', 'list', 'Tick', `${ticks}data: [DONE]\n\ndata: x\n\n`, [{ tickCount: 1 }, { tickCount: 2 }]],
  [
    'type and data where only a string is documented',
    'text',
    'ServerSentEvent',
    'event: word\ndata: {no JSON\n\ndata: a\ndata: b\n\n',
    [
      { type: 'word', data: '{no JSON' },
      { type: 'message', data: 'a\nb' },
    ],
  ],
  ['type and data without a schema', 'nothing', 'ServerSentEvent', 'data: 1\n\n', [{ type: 'message', data: '1' }]],
  [
    'a whole event as OpenAPI 3.2 describes it, but for what is for reconnection',
    'whole',
    '{ event?: string; data: string }',
    'event: a\nid: 7\nretry: 10\ndata: {"b_c": 1}\n\n',
    [{ event: 'a', data: '{"b_c": 1}' }],
  ],
  [
    'a whole event with the JSON in its data',
    'parsed',
    "{ event: 'tick'; data: Tick } | { event: 'end'; data: { wasCut?: boolean } }",
    'event: tick\ndata: {"tick_count": 1}\n\nevent: end\ndata: {"was_cut": true}\n\n',
    [
      { event: 'tick', data: { tickCount: 1 } },
      { event: 'end', data: { wasCut: true } },
    ],
  ],
])('an event stream gives %s', async (_, method, type, transcript, expected) => {
  const { events, accepted } = await eventsOf(method, transcript);
  expect(events).toEqual(expected);
  expect(accepted).toEqual(['text/event-stream, application/json']);
  const resource = (await generated.file('resources/ev.ts')).replaceAll(/\s+/g, ' ');
  expect(resource).toContain(`Promise<EventStream<${type}>>`);
});

test('an operation that documents JSON too streams if its field `stream` is true', async () => {
  const { events } = await eventsOf('chat', ticks, { prompt: 'a', stream: true });
  expect(events).toEqual([{ tickCount: 1 }, { tickCount: 2 }]);
});

test('a stream that no field can ask for is told', () => {
  expect(generated.outcome.notes).toEqual([
    'streams: GET /both offers text/event-stream beside other types, and no field `stream` asks for it: it is not read.',
  ]);
});

test('an event that is not JSON where JSON is documented is an error, and not skipped', async () => {
  await expect(eventsOf('typed', 'event: odd\ndata: {\n\n')).rejects.toThrow(
    'GET /typed received an event that is not JSON.',
  );
});
