import { getEventListeners } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Runcrate } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { faultCalls, streamCalls } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { answer, stallBeforeHeaders, stallInBody, type Reply } from '../helpers/loopback-server.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import { clientOf, ignoresBody } from './fault.js';

const server = useFaultServer();
const clock = useFastClock();

/** Not an error and frozen, so that it can't be modified unnoticed. */
const reason = Object.freeze({ because: 'enough' });

interface Moment {
  readonly name: string;
  readonly reply: Reply;
  /** What the abort waits for. */
  readonly after: 'nothing' | 'acceptance' | 'headers' | 'back-off';
}

const bytes = { headers: { 'content-type': 'application/octet-stream' }, body: 'film' };
const events = { headers: { 'content-type': 'text/event-stream' }, body: ': hello\n\n: again\n\n' };

/** The back-off that the server asks for. */
const longWaitMs = 40_000;

const moments: readonly Moment[] = [
  { name: 'before sending', reply: answer(), after: 'nothing' },
  { name: 'before the headers', reply: stallBeforeHeaders(), after: 'acceptance' },
  { name: 'in the body', reply: stallInBody(bytes, 2), after: 'headers' },
  {
    name: 'in a back-off',
    reply: answer({ status: 429, headers: { 'retry-after': String(longWaitMs / 1000) } }),
    after: 'back-off',
  },
];

const grid = [
  ...faultCalls.flatMap((subject) =>
    moments
      .filter(({ after }) => after !== 'headers' || !ignoresBody(subject))
      .map((moment) => [subject.id, moment.name, moment, subject] as const),
  ),
  ...streamCalls.map((subject) => {
    const moment: Moment = { name: 'in the stream', reply: stallInBody(events, 9), after: 'headers' };
    return [subject.id, moment.name, moment, subject] as const;
  }),
];

test.each(grid)(
  '%s aborted %s rejects with the reason, and closes the connection',
  async (_, __, { reply, after }, subject) => {
    const controller = new AbortController();
    const abort = (): void => controller.abort(reason);
    const requests = server.play(() => async (request, response) => {
      await reply(request, response);
      if (after === 'acceptance') abort();
    });
    const client = clientOf(server.url, {
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        if (after === 'headers') setImmediate(abort);
        if (after === 'back-off') void expect.poll(clock.pending, { interval: 1 }).toEqual([longWaitMs]).then(abort);
        return response;
      },
    });
    if (after === 'nothing') abort();
    expect(await rejectionOf(subject.call(client, { signal: controller.signal }))).toBe(reason);
    expect([requests.length, clock.pending()]).toEqual([after === 'nothing' ? 0 : 1, []]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    // This hangs if a connection is left open.
    await Promise.all(requests.map(({ closed }) => closed));
  },
);

const folder = await mkdtemp(join(tmpdir(), 'runcrate-abort-'));
afterAll(() => rm(folder, { recursive: true }));

type Long = readonly [
  name: string,
  replies: (index: number) => Reply,
  call: (client: Runcrate, signal: AbortSignal) => Promise<unknown>,
];

const video = { headers: { 'content-type': 'video/mp4', etag: '"a"' }, body: 'film' };

test.each<Long>([
  ['a poll', () => stallBeforeHeaders(), (client, signal) => client.instances.waitUntilReady('a', { signal })],
  [
    'saving a video',
    (index) => (index === 0 ? answer({ body: { id: 'a', status: 'completed' } }) : stallInBody(video, 2)),
    (client, signal) => client.models.saveVideo(join(folder, 'a.mp4'), 'a', { signal }),
  ],
  [
    'saving speech',
    () => stallInBody(video, 2),
    (client, signal) =>
      client.models.textToSpeechAndSave(join(folder, 'a.mp3'), { model: 'a', input: 'b' }, { signal }),
  ],
])('an abort in %s rejects with the reason, leaves no file, and closes the connection', async (_, replies, call) => {
  const controller = new AbortController();
  const requests = server.play((index) => async (request, response) => {
    await replies(index)(request, response);
    if (!response.writableEnded) setImmediate(() => controller.abort(reason));
  });
  expect(await rejectionOf(call(clientOf(server.url), controller.signal))).toBe(reason);
  expect([clock.pending(), getEventListeners(controller.signal, 'abort'), await readdir(folder)]).toEqual([[], [], []]);
  await Promise.all(requests.map(({ closed }) => closed));
});

test('an abort between two polls rejects with the reason', async () => {
  const controller = new AbortController();
  server.play(() => answer({ body: { data: { id: 'a', status: 'deploying' } } }));
  const onStatus = () => void setImmediate(() => controller.abort(reason));
  const waiting = clientOf(server.url).instances.waitUntilReady('a', {
    signal: controller.signal,
    onStatus,
    pollInterval: 60_000,
  });
  expect(await rejectionOf(waiting)).toBe(reason);
  expect([clock.pending(), getEventListeners(controller.signal, 'abort')]).toEqual([[], []]);
});

test('an abort does not wait for a file to be read, and nothing is sent', async () => {
  const controller = new AbortController();
  const requests = server.play(() => answer());
  const image = new Blob(['an image']);
  // A disk that never responds.
  Object.defineProperty(image, 'arrayBuffer', { value: () => new Promise(() => {}) });
  Object.defineProperty(image, 'stream', { value: () => new ReadableStream() });
  const call = clientOf(server.url).models.generateImage(
    { model: 'a', prompt: 'b', image },
    { signal: controller.signal },
  );
  setImmediate(() => controller.abort(reason));
  expect(await rejectionOf(call)).toBe(reason);
  expect([requests.length, getEventListeners(controller.signal, 'abort')]).toEqual([0, []]);
});

test('closing a client aborts every call in flight and closes the connections', async () => {
  const requests = server.play(() => stallBeforeHeaders());
  const client = clientOf(server.url);
  const calls = faultCalls.map(({ call }) => rejectionOf(call(client)));
  await expect.poll(() => requests.length).toBe(faultCalls.length);
  await client[Symbol.asyncDispose]();
  for (const error of await Promise.all(calls)) expect(error).toMatchObject({ message: /This client is closed/ });
  await Promise.all(requests.map(({ closed }) => closed));
  expect(clock.pending()).toEqual([]);
});
