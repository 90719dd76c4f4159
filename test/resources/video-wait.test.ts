import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  ConnectionError,
  InvalidResponseError,
  RateLimitError,
  RuncrateError,
  TimeoutError,
  VideoGenerationError,
  type RuncrateOptions,
  type VideoJob,
  type VideoSaveParams,
} from '../../src/index.node.js';
import { film, silent, temporaryFolder, type Folder } from '../helpers/media.js';
import { json, observedClient, type Observed, type ObservedRequest } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const id = 'job-1';
const params = { model: 'google/veo-3.0', prompt: 'Ocean waves' };
const bytes = film(1000);

type State = string | Readonly<Record<string, unknown>> | (() => Response | Promise<Response>);

/** A job that is in one state after the other; the last one stays. */
function jobIn(states: readonly State[], options: RuncrateOptions = {}): Observed & Clock {
  const askedAt: number[] = [];
  const start = Date.now();
  const respond = ({ method, url }: ObservedRequest): Response | Promise<Response> => {
    if (method === 'POST') return json({ id, status: 'queued' });
    if (url.pathname.endsWith('/download')) return new Response(bytes, { headers: { 'content-type': 'video/mp4' } });
    const state = states[Math.min(askedAt.push(Date.now() - start), states.length) - 1]!;
    if (typeof state === 'function') return state();
    return json(typeof state === 'string' ? { id, status: state } : { id, status: 'failed', ...state });
  };
  return { ...observedClient(respond, options), askedAt };
}

interface Clock {
  /** When the state was asked for, in milliseconds since the beginning. */
  readonly askedAt: readonly number[];
}

/** Lets time pass until a promise is settled. */
async function settled<T>(promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const outcome = promise.finally(() => (isSettled = true));
  outcome.catch(() => undefined);
  while (!isSettled) {
    // Files are real, and are waited for between two steps of the clock.
    await new Promise(setImmediate);
    await vi.advanceTimersToNextTimerAsync();
  }
  return outcome;
}

const withoutJitter = (): void => void vi.spyOn(Math, 'random').mockReturnValue(0);

test('looks at once, then every five seconds, until the job is completed', async () => {
  withoutJitter();
  const { client, askedAt } = jobIn(['queued', 'processing', 'completed']);
  expect(await settled(client.models.waitForVideo(id))).toEqual({ id, status: 'completed' });
  expect(askedAt).toEqual([0, 5000, 10_000]);
});

test('looks as often as `pollInterval` says', async () => {
  withoutJitter();
  const { client, askedAt } = jobIn(['queued', 'queued', 'completed']);
  await settled(client.models.waitForVideo(id, { pollInterval: 250 }));
  expect(askedAt).toEqual([0, 250, 500]);
});

test('many waits do not come in step: up to a tenth is added', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const { client, askedAt } = jobIn(['queued', 'completed']);
  await settled(client.models.waitForVideo(id, { pollInterval: 1000 }));
  expect(askedAt).toEqual([0, 1050]);
});

const asking = (seconds: string, status: number, state?: string) => (): Response =>
  json(state === undefined ? { error: { message: 'Slow down.' } } : { id, status: state }, {
    status,
    headers: { 'retry-after': seconds },
  });

test('a state that says when to come back decides the next look, and that one alone', async () => {
  withoutJitter();
  const { client, askedAt } = jobIn([asking('12', 200, 'queued'), 'queued', 'completed']);
  await settled(client.models.waitForVideo(id));
  expect(askedAt).toEqual([0, 12_000, 17_000]);
});

test('a state that asks for less than `pollInterval` changes nothing', async () => {
  withoutJitter();
  const { client, askedAt } = jobIn([asking('1', 200, 'queued'), 'completed']);
  await settled(client.models.waitForVideo(id));
  expect(askedAt).toEqual([0, 5000]);
});

test('a 429 decides when it is asked again', async () => {
  withoutJitter();
  const { client, askedAt } = jobIn([asking('7', 429), 'completed']);
  await settled(client.models.waitForVideo(id));
  expect(askedAt).toEqual([0, 7000]);
});

test('a 429 that asks for too long is a RateLimitError that names the job', async () => {
  const { client } = jobIn([asking('3600', 429)]);
  const error = await rejectionOf(settled(client.models.waitForVideo(id)));
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({
    retryAfter: 3600,
    hint: expect.stringContaining(`saveVideo(path, "${id}")`) as string,
  });
});

test('`onStatus` hears every state from the first, and what the API adds to it', async () => {
  const { client } = jobIn(['queued', () => json({ id, status: 'processing', progress: 40 }), 'completed']);
  const heard: VideoJob[] = [];
  await settled(client.models.waitForVideo(id, { onStatus: (job) => heard.push(job) }));
  expect(heard).toEqual([
    { id, status: 'queued' },
    { id, status: 'processing', progress: 40 },
    { id, status: 'completed' },
  ]);
});

test('an async `onResponse` that rejects is logged, and ends neither the wait nor the process', async () => {
  const errors: unknown[][] = [];
  const logger = { ...silent, error: (...line: unknown[]) => errors.push(line) };
  const { client } = jobIn(['queued', 'completed'], { logger, logLevel: 'error' });
  const thrown = new Error('mine');
  const onResponse = (() => Promise.reject(thrown)) as () => void;
  expect(await settled(client.models.waitForVideo(id, { onResponse }))).toEqual({ id, status: 'completed' });
  expect(errors).toEqual([
    ['`onResponse` threw.', thrown],
    ['`onResponse` threw.', thrown],
  ]);
});

test('an `onStatus` that throws does not lose the job, and is logged', async () => {
  const errors: unknown[][] = [];
  const logger = { ...silent, error: (...line: unknown[]) => errors.push(line) };
  const { client } = jobIn(['queued', 'completed'], { logger, logLevel: 'error' });
  const thrown = new Error('mine');
  const onStatus = (): void => {
    throw thrown;
  };
  expect(await settled(client.models.waitForVideo(id, { onStatus }))).toEqual({ id, status: 'completed' });
  expect(errors).toEqual([
    ['`onStatus` threw.', thrown],
    ['`onStatus` threw.', thrown],
  ]);
});

test('after `maxWait` a last look is taken, and then a TimeoutError names the job and its state', async () => {
  withoutJitter();
  const { client, askedAt } = jobIn(['processing']);
  const error = await rejectionOf(settled(client.models.waitForVideo(id, { maxWait: 12 })));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    message: `The video job ${id} was still processing after 12 s.`,
    hint: expect.stringContaining(`waitForVideo("${id}")`) as string,
    docsUrl: expect.stringMatching(/#video$/) as string,
  });
  expect(askedAt).toEqual([0, 5000, 10_000, 12_000]);
});

test('a wait is half an hour by default', async () => {
  withoutJitter();
  const { client, askedAt } = jobIn(['queued']);
  await expect(settled(client.models.waitForVideo(id))).rejects.toThrow('was still queued after 1800 s.');
  expect(askedAt.at(-1)).toBe(1_800_000);
});

test('a look that hangs does not outlast the wait by more than five seconds', async () => {
  const { client } = jobIn([() => new Promise<Response>(() => {})]);
  const start = Date.now();
  const error = await rejectionOf(settled(client.models.waitForVideo(id, { maxWait: 10 })));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ message: `The video job ${id} was still without an answer after 10 s.` });
  expect(Date.now() - start).toBe(15_000);
});

test.each(['rendering', 'COMPLETING', ''])('the unknown status "%s" is kept and waited on', async (status) => {
  const { client } = jobIn([status, 'completed']);
  const heard: string[] = [];
  await settled(client.models.waitForVideo(id, { onStatus: (job) => heard.push(job.status) }));
  expect(heard).toEqual([status, 'completed']);
});

test('an unknown status is waited on until `maxWait`', async () => {
  const { client } = jobIn(['rendering']);
  await expect(settled(client.models.waitForVideo(id, { maxWait: 60 }))).rejects.toThrow('still rendering after 60 s');
});

test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
  ['a text', { error: 'Too dark.' }, 'Too dark.'],
  ['an object with a message', { error: { code: 'dark', message: 'Too dark.' } }, 'Too dark.'],
  ['an object with a code', { error: { code: 'too_dark' } }, 'too_dark'],
  ['a message', { message: 'Too dark.' }, 'Too dark.'],
  ['a detail', { detail: 'Too dark.' }, 'Too dark.'],
  ['details of a validation', { detail: [{ loc: ['body', 'prompt'], msg: 'too dark' }] }, 'body.prompt: too dark'],
  ['a reason', { reason: 'Too dark.' }, 'Too dark.'],
  ['a failure_reason beside an error that is null', { error: null, failure_reason: 'Too dark.' }, 'Too dark.'],
  ['an error_message', { error_message: 'Too dark.' }, 'Too dark.'],
  ['a failureReason', { failureReason: 'Too dark.' }, 'Too dark.'],
  ['an errorMessage', { errorMessage: 'Too dark.' }, 'Too dark.'],
  ['a status_message', { status_message: 'Too dark.' }, 'Too dark.'],
])('a job that failed with %s says why', async (_, fields, reason) => {
  const { client } = jobIn([fields]);
  const error = await rejectionOf(settled(client.models.waitForVideo(id)));
  expect(error).toBeInstanceOf(VideoGenerationError);
  expect(error).toMatchObject({
    name: 'VideoGenerationError',
    message: `The video job ${id} failed: ${reason}`,
    docsUrl: expect.stringMatching(/#video$/) as string,
    job: { id, status: 'failed', ...fields },
  });
});

test.each([{}, { error: null }, { error: '' }, { error: {} }, { error: [] }, { message: 5 }])(
  'a job that failed with %j, which is no reason, says so',
  async (fields) => {
    const { client } = jobIn([fields]);
    const error = await rejectionOf(settled(client.models.waitForVideo(id)));
    expect(error).toMatchObject({ message: `The video job ${id} failed; the server gives no reason.` });
    expect(error).not.toHaveProperty('hint');
  },
);

test('a job that failed shows in JSON with its state', async () => {
  const { client } = jobIn([{ error: 'Too dark.' }]);
  const error = await rejectionOf(settled(client.models.waitForVideo(id)));
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ job: { id, status: 'failed', error: 'Too dark.' } });
});

test.each<readonly [string, () => Response | Promise<Response>, new (...args: never[]) => Error]>([
  ['a lost connection', () => Promise.reject(new TypeError('fetch failed')), ConnectionError],
  ['a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), InvalidResponseError],
  ['an error', () => json({ error: { message: 'no' } }, { status: 403 }), RuncrateError],
])('%s while waiting is an error whose hint names the job', async (_, state, errorClass) => {
  const { client } = jobIn(['queued', state]);
  const error = await rejectionOf(settled(client.models.waitForVideo(id)));
  expect(error).toBeInstanceOf(errorClass);
  expect(error).toMatchObject({ hint: expect.stringContaining(`saveVideo(path, "${id}")`) as string });
});

test.each([50, 5, 0.5])('a `pollInterval` of %d warns, since seconds were meant', async (pollInterval) => {
  const warnings: string[] = [];
  const logger = { ...silent, warn: (line: string) => warnings.push(line) };
  const { client } = jobIn(['completed'], { logger, logLevel: 'warn' });
  await settled(client.models.waitForVideo(id, { pollInterval }));
  expect(warnings).toEqual([
    `\`pollInterval\` is in milliseconds: ${pollInterval} asks ${1000 / pollInterval} times a second.`,
  ]);
});

test('a `pollInterval` of 100 does not warn', async () => {
  const warnings: string[] = [];
  const logger = { ...silent, warn: (line: string) => warnings.push(line) };
  const { client } = jobIn(['completed'], { logger, logLevel: 'warn' });
  await settled(client.models.waitForVideo(id, { pollInterval: 100 }));
  expect(warnings).toEqual([]);
});

let folder: Folder;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => folder[Symbol.asyncDispose]());

test('submits, waits and saves, and sends none of its own options', async () => {
  const { client, requests } = jobIn(['processing', 'completed']);
  const heard: unknown[] = [];
  const job = await settled(
    client.models.generateVideoAndSave(folder.at('a.mp4'), {
      ...params,
      duration: 8,
      negative_prompt: 'blurry',
      pollInterval: 1000,
      maxWait: 60,
      onStatus: ({ status }) => heard.push(status),
      onProgress: (progress) => heard.push(progress),
    }),
  );
  expect(job).toEqual({ id, status: 'completed' });
  expect(requests[0]?.json).toEqual({ ...params, duration: 8, negative_prompt: 'blurry' });
  expect(requests.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
    'POST /v1/videos',
    `GET /v1/videos/${id}`,
    `GET /v1/videos/${id}`,
    `GET /v1/videos/${id}/download`,
  ]);
  expect(heard).toEqual(['queued', 'processing', 'completed', { receivedBytes: 1000, totalBytes: undefined }]);
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
});

test('the options of the call go along with every request, but for what belongs to the first alone', async () => {
  const { client, requests } = jobIn(['completed']);
  const seen: number[] = [];
  await settled(
    client.models.generateVideoAndSave(folder.at('a.mp4'), params, {
      headers: { 'x-trace': 'a' },
      idempotencyKey: 'k',
      extraBody: { fast: true },
      onResponse: ({ status }) => seen.push(status),
    }),
  );
  expect(requests.map(({ headers }) => headers.get('x-trace'))).toEqual(['a', 'a', 'a']);
  expect(requests.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['k', null, null]);
  expect(requests[0]?.json).toEqual({ ...params, fast: true });
  expect(seen).toEqual([200, 200, 200]);
});

test('a job that is completed at once is not asked for', async () => {
  const { client, requests } = observedClient(({ method }) =>
    method === 'POST' ? json({ id, status: 'completed' }) : new Response(bytes),
  );
  await settled(client.models.generateVideoAndSave(folder.at('a.mp4'), params));
  expect(requests.map(({ url }) => url.pathname)).toEqual(['/v1/videos', `/v1/videos/${id}/download`]);
});

test('another process picks a job up by its id', async () => {
  const { client, requests } = jobIn(['processing', 'completed']);
  expect(await settled(client.models.saveVideo(folder.at('a.mp4'), id))).toEqual({ id, status: 'completed' });
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
  expect(requests.every(({ method }) => method === 'GET')).toBe(true);
});

test.each<readonly [string, (folder: Folder) => string, Partial<VideoSaveParams>, RegExp]>([
  ['no name', () => '', {}, /`path` must be the name of a file/],
  ['a folder', ({ path }) => path, {}, /is a folder, or another thing that is no regular file/],
  ['a device', () => '/dev/null', {}, /is a folder, or another thing that is no regular file/],
  ['a folder that is not there', ({ at }) => at('b/a.mp4'), {}, /is in the folder .*b", which does not exist/],
  ['a file as a folder', () => '/etc/passwd/a.mp4', {}, /can't be written to/],
  ['a folder that takes no files', () => '/proc/a.mp4', {}, /"\/proc\/a.mp4" could not be written/],
  ['a file of another machine', () => '//host/a.mp4', {}, /names a file of another machine/],
  ['a name with a null character', ({ at }) => at('a\0.mp4'), {}, /must not hold a null character/],
  ['a `pollInterval` of 0', ({ at }) => at('a.mp4'), { pollInterval: 0 }, /`pollInterval` must be a number of mill/],
  ['a `pollInterval` of no number', ({ at }) => at('a.mp4'), { pollInterval: NaN }, /`pollInterval` must be/],
  ['a `pollInterval` of text', ({ at }) => at('a.mp4'), { pollInterval: '5' as never }, /`pollInterval` must be/],
  ['a `maxWait` below 0', ({ at }) => at('a.mp4'), { maxWait: -1 }, /`maxWait` must be more than 0 seconds/],
  ['a `maxWait` in milliseconds', ({ at }) => at('a.mp4'), { maxWait: 600_000 }, /`maxWait` is in seconds/],
  ['an `onStatus` of text', ({ at }) => at('a.mp4'), { onStatus: 'a' as never }, /`onStatus` must be a function/],
  ['an `onProgress` of text', ({ at }) => at('a.mp4'), { onProgress: 'a' as never }, /`onProgress` must be a function/],
  ['two lengths', ({ at }) => at('a.mp4'), { duration: 8, durationSeconds: 8 }, /two names of one setting/],
  ['two lengths, one in snake_case', ({ at }) => at('a.mp4'), { duration: 8, duration_seconds: 8 }, /two names of one/],
])('%s is refused before anything is paid for', async (_, path, more, message) => {
  const { client, requests } = jobIn(['completed']);
  const error = await rejectionOf(client.models.generateVideoAndSave(path(folder), { ...params, ...more }));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toMatch(message);
  expect(requests).toHaveLength(0);
  expect(await folder.names()).toEqual([]);
});

test.each([{}, { id: '' }, { id: null }])(
  'the answer %j, which names no job, leaves the outcome open',
  async (answer) => {
    const { client, requests } = observedClient(() => json({ status: 'queued', ...answer }));
    const error = await rejectionOf(client.models.generateVideoAndSave(folder.at('a.mp4'), params));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ outcomeUnknown: true, docsUrl: expect.stringMatching(/#video$/) as string });
    expect(requests).toHaveLength(1);
  },
);

test('the length goes by the name that it was given', async () => {
  const { client, requests } = observedClient(() => json({ id, status: 'queued' }));
  await client.models.generateVideo({ ...params, duration: 8 });
  await client.models.generateVideo({ ...params, durationSeconds: 8 });
  await client.models.generateVideo({ ...params, duration_seconds: 8 });
  expect(requests.map((request) => request.json)).toEqual([
    { ...params, duration: 8 },
    { ...params, duration_seconds: 8 },
    { ...params, duration_seconds: 8 },
  ]);
});

const reason = { stop: 'enough' };

test.each<readonly [string, (request: ObservedRequest) => boolean]>([
  ['it is submitted', ({ method }) => method === 'POST'],
  ['its state is asked for', ({ method, url }) => method === 'GET' && !url.pathname.endsWith('/download')],
  ['its download is asked for', ({ url }) => url.pathname.endsWith('/download')],
])('an abort while %s rejects with the very reason, and nothing is sent after it', async (_, isMoment) => {
  const controller = new AbortController();
  const { client, requests } = observedClient((request) => {
    if (isMoment(request)) {
      controller.abort(reason);
      return new Promise<Response>(() => {});
    }
    return json({ id, status: request.method === 'POST' ? 'queued' : 'completed' });
  });
  const call = client.models.generateVideoAndSave(folder.at('a.mp4'), params, { signal: controller.signal });
  expect(await rejectionOf(settled(call))).toBe(reason);
  expect(isMoment(requests.at(-1)!)).toBe(true);
  expect(await folder.names()).toEqual([]);
});

test('an abort between two looks rejects with the very reason at once', async () => {
  const { client, requests } = jobIn(['queued']);
  const controller = new AbortController();
  const call = rejectionOf(client.models.waitForVideo(id, { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(2500);
  controller.abort(reason);
  expect(await call).toBe(reason);
  expect(requests).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('an abort from `onStatus` ends the wait', async () => {
  const { client, requests } = jobIn(['queued', 'queued', 'queued']);
  const controller = new AbortController();
  const call = client.models.waitForVideo(id, { signal: controller.signal, onStatus: () => controller.abort(reason) });
  expect(await rejectionOf(call)).toBe(reason);
  expect(requests).toHaveLength(1);
});

test.each<readonly [string, 'pull' | 'progress']>([
  ['in the middle of the download', 'pull'],
  ['when a piece was written', 'progress'],
])('an abort %s rejects with the very reason, lets the connection go, and leaves no file', async (_, moment) => {
  const controller = new AbortController();
  let isCancelled = false;
  let pieces = 0;
  const body = (): ReadableStream<Uint8Array> =>
    new ReadableStream({
      async pull(stream) {
        if (pieces++ < 2) return stream.enqueue(bytes);
        if (moment === 'pull') controller.abort(reason);
        await new Promise(() => {});
      },
      cancel: () => void (isCancelled = true),
    });
  const { client } = observedClient(({ url }) =>
    url.pathname.endsWith('/download') ? new Response(body()) : json({ id, status: 'completed' }),
  );
  const call = client.models.saveVideo(folder.at('a.mp4'), id, {
    signal: controller.signal,
    onProgress: () => void (moment === 'progress' && controller.abort(reason)),
  });
  expect(await rejectionOf(settled(call))).toBe(reason);
  expect(isCancelled).toBe(true);
  expect(await folder.names()).toEqual([]);
});

test('an abort while a broken download waits to go on rejects with the very reason, and leaves no file', async () => {
  const controller = new AbortController();
  let pieces = 0;
  const broken = (): ReadableStream<Uint8Array> =>
    new ReadableStream({
      pull(stream) {
        if (pieces++ > 0) throw new TypeError('terminated');
        stream.enqueue(bytes);
      },
    });
  const { client, requests } = observedClient(({ url }) =>
    url.pathname.endsWith('/download')
      ? new Response(broken(), { headers: { 'content-length': '5000' } })
      : json({ id, status: 'completed' }),
  );
  const call = rejectionOf(client.models.saveVideo(folder.at('a.mp4'), id, { signal: controller.signal }));
  // The only timer that lasts from one turn of the event loop to the next is the one of the wait.
  for (let isWaiting = false; !isWaiting; isWaiting = requests.length === 2 && vi.getTimerCount() === 1) {
    await new Promise(setImmediate);
  }
  controller.abort(reason);
  expect(await call).toBe(reason);
  expect(requests).toHaveLength(2);
  expect(await folder.names()).toEqual([]);
});

test('a reason that is an error of the SDK is not written on', async () => {
  const own = Object.freeze(new RuncrateError('mine'));
  const { client } = jobIn(['queued']);
  const controller = new AbortController();
  const call = rejectionOf(client.models.waitForVideo(id, { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(1000);
  controller.abort(own);
  expect(await call).toBe(own);
});

test('the end of the client ends a wait, with an error that names the job', async () => {
  const { client } = jobIn(['queued']);
  const call = rejectionOf(client.models.waitForVideo(id));
  await vi.advanceTimersByTimeAsync(1000);
  await client[Symbol.asyncDispose]();
  expect(await call).toMatchObject({
    message: expect.stringContaining('closed') as string,
    hint: expect.stringContaining(id) as string,
  });
});

test.each([{ id }, '', undefined])(
  '%o in place of an id is in no hint of a job to be taken up again',
  async (wrong) => {
    const { client, requests } = jobIn(['completed']);
    const error = await rejectionOf(client.models.waitForVideo(wrong as string));
    expect(error).toMatchObject({ message: expect.stringContaining('Path parameter "id"') as string });
    expect((error as RuncrateError).hint).toBeUndefined();
    expect(requests).toHaveLength(0);
  },
);
