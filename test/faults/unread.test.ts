import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { type ChatCompletionStream, type RequestOptions, type Runcrate, TimeoutError } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { stallInBody } from '../helpers/loopback-server.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import { clientOf } from './fault.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const server = useFaultServer();
const clock = useFastClock();

type Open<Body> = (client: Runcrate, options?: RequestOptions) => Promise<Body>;

const messages = [{ role: 'user', content: 'Hello' }] as const;
const openChat: Open<ChatCompletionStream> = ({ models }, options) =>
  models.chatCompletion({ model: 'a', messages, stream: true }, options);
const openSpeech: Open<ReadableStream<Uint8Array>> = ({ models }, options) =>
  models.textToSpeechStream({ model: 'a', input: 'Hello', voice: 'b' }, options);

/** The first of many chunks, and then nothing. */
const reply = stallInBody({ headers: { 'content-type': 'text/event-stream' }, body: 'data: {}\n\n'.repeat(9) }, 10);

test.each<readonly [string, Open<unknown>]>([
  ['a chat stream that is never read', openChat],
  ['a chat stream whose iterator is never used', async (...call) => (await openChat(...call))[Symbol.asyncIterator]()],
  ['a chat stream that is forwarded to nobody', async (...call) => (await openChat(...call)).toReadableStream()],
  ['a chat stream whose text is never read', async (...call) => (await openChat(...call)).textStream()],
  ['a chat stream of which only one chunk is read', async (...call) => firstOf(await openChat(...call))],
  ['a speech stream that is never read', openSpeech],
  ['a speech stream of which only one chunk is read', async (...call) => firstOf(await openSpeech(...call))],
])('the connection of %s is closed once nobody holds it, and no listener is left', async (_, open) => {
  const client = clientOf(server.url);
  const { signal } = new AbortController();
  const requests = server.play(() => reply);
  for (let count = 0; count < 5; count++) await open(client, { signal });
  expect(requests).toHaveLength(5);
  // What is to be collected may still be on the stack, or be read by the event loop.
  const collecting = setInterval(collectGarbage, 50);
  onTestFinished(() => clearInterval(collecting));
  await Promise.all(requests.map(({ closed }) => closed));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test.each<readonly [string, Open<AsyncIterable<unknown>>]>([
  ['chat', openChat],
  ['speech', openSpeech],
])(
  'a %s stream that is held and never read is closed after its timeout, and says so when it is read',
  async (_, open) => {
    const requests = server.play(() => reply);
    const stream = await open(clientOf(server.url), { timeout: 60 });
    clock.expire();
    await requests[0]!.closed;
    const error = await rejectionOf(firstOf(stream));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({
      message: expect.stringMatching(/was not read within its timeout of 60 s/) as string,
      outcomeUnknown: true,
      attempts: [{ status: 200 }],
    });
  },
);

test('a stream of which only the pending read is held survives garbage collections', async () => {
  let send!: () => void;
  server.play(() => (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    send = () => void response.end('data: {"choices":[{"delta":{"content":"Hello"}}]}\n\ndata: [DONE]\n\n');
  });
  const completion = (await openChat(clientOf(server.url))).finalCompletion();
  for (let count = 0; count < 5; count++) {
    collectGarbage();
    await setImmediate();
  }
  send();
  expect((await completion).choices[0]?.message.content).toBe('Hello');
});

/** The first item, with the iteration left in the air. */
async function firstOf<Item>(items: AsyncIterable<Item>): Promise<Item | undefined> {
  return (await items[Symbol.asyncIterator]().next()).value as Item | undefined;
}
