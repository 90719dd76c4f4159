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

/** A job that goes through the given states and stays in the last one. */
function jobIn(states: readonly State[], options: RuncrateOptions = {}): Observed & Clock {
  const polledAt: number[] = [];
  const start = Date.now();
  const respond = ({ method, url }: ObservedRequest): Response | Promise<Response> => {
    if (method === 'POST') return json({ id, status: 'queued' });
    if (url.pathname.endsWith('/download')) return new Response(bytes, { headers: { 'content-type': 'video/mp4' } });
    const state = states[Math.min(polledAt.push(Date.now() - start), states.length) - 1]!;
    if (typeof state === 'function') return state();
    return json(typeof state === 'string' ? { id, status: state } : { id, status: 'failed', ...state });
  };
  return { ...observedClient(respond, options), polledAt };
}

interface Clock {
  /** When the status was requested, in milliseconds since the start. */
  readonly polledAt: readonly number[];
}

/** Advances the clock until a promise is settled. */
async function settled<T>(promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const outcome = promise.finally(() => (isSettled = true));
  outcome.catch(() => undefined);
  while (!isSettled) {
    // File access is real: it proceeds between two steps of the clock.
    await new Promise(setImmediate);
    await vi.advanceTimersToNextTimerAsync();
  }
  return outcome;
}

const withoutJitter = (): void => void vi.spyOn(Math, 'random').mockReturnValue(0);

test('polls at once, then every five seconds, until the job is completed', async () => {
  withoutJitter();
  const { client, polledAt } = jobIn(['queued', 'processing', 'completed']);
  expect(await settled(client.models.waitForVideo(id))).toEqual({ id, status: 'completed' });
  expect(polledAt).toEqual([0, 5000, 10_000]);
});

test('polls at the given `pollInterval`', async () => {
  withoutJitter();
  const { client, polledAt } = jobIn(['queued', 'queued', 'completed']);
  await settled(client.models.waitForVideo(id, { pollInterval: 250 }));
  expect(polledAt).toEqual([0, 250, 500]);
});

test('a jitter of up to a tenth is added to the poll interval', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const { client, polledAt } = jobIn(['queued', 'completed']);
  await settled(client.models.waitForVideo(id, { pollInterval: 1000 }));
  expect(polledAt).toEqual([0, 1050]);
});

const retryAfter = (seconds: string, status: number, state?: string) => (): Response =>
  json(state === undefined ? { error: { message: 'Slow down.' } } : { id, status: state }, {
    status,
    headers: { 'retry-after': seconds },
  });

test('a Retry-After header of a status response sets the next poll only', async () => {
  withoutJitter();
  const { client, polledAt } = jobIn([retryAfter('12', 200, 'queued'), 'queued', 'completed']);
  await settled(client.models.waitForVideo(id));
  expect(polledAt).toEqual([0, 12_000, 17_000]);
});

test('a Retry-After header below `pollInterval` is ignored', async () => {
  withoutJitter();
  const { client, polledAt } = jobIn([retryAfter('1', 200, 'queued'), 'completed']);
  await settled(client.models.waitForVideo(id));
  expect(polledAt).toEqual([0, 5000]);
});

test('a 429 is retried after its Retry-After header', async () => {
  withoutJitter();
  const { client, polledAt } = jobIn([retryAfter('7', 429), 'completed']);
  await settled(client.models.waitForVideo(id));
  expect(polledAt).toEqual([0, 7000]);
});

test('a 429 with a long Retry-After header rejects with a RateLimitError that names the job', async () => {
  const { client } = jobIn([retryAfter('3600', 429)]);
  const error = await rejectionOf(settled(client.models.waitForVideo(id)));
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({
    retryAfter: 3600,
    hint: expect.stringContaining(`saveVideo(path, "${id}")`) as string,
  });
});

test('`onStatus` is called with every state, from the first on, including unknown fields', async () => {
  const { client } = jobIn(['queued', () => json({ id, status: 'processing', progress: 40 }), 'completed']);
  const seen: VideoJob[] = [];
  await settled(client.models.waitForVideo(id, { onStatus: (job) => seen.push(job) }));
  expect(seen).toEqual([
    { id, status: 'queued' },
    { id, status: 'processing', progress: 40 },
    { id, status: 'completed' },
  ]);
});

test('an async `onResponse` that rejects is logged, and is no unhandled rejection', async () => {
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

test('an `onStatus` that throws is logged, and does not end the wait', async () => {
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

test('after `maxWait` it polls once more, and rejects with a TimeoutError that names the job and its status', async () => {
  withoutJitter();
  const { client, polledAt } = jobIn(['processing']);
  const error = await rejectionOf(settled(client.models.waitForVideo(id, { maxWait: 12 })));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    message: `The video job ${id} was still processing after 12 s.`,
    hint: expect.stringContaining(`waitForVideo("${id}")`) as string,
    docsUrl: expect.stringMatching(/#video$/) as string,
  });
  expect(polledAt).toEqual([0, 5000, 10_000, 12_000]);
});

test('`maxWait` is half an hour by default', async () => {
  withoutJitter();
  const { client, polledAt } = jobIn(['queued']);
  await expect(settled(client.models.waitForVideo(id))).rejects.toThrow('was still queued after 1800 s.');
  expect(polledAt.at(-1)).toBe(1_800_000);
});

test('a poll that hangs is aborted five seconds after `maxWait`', async () => {
  const { client } = jobIn([() => new Promise<Response>(() => {})]);
  const start = Date.now();
  const error = await rejectionOf(settled(client.models.waitForVideo(id, { maxWait: 10 })));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ message: `The video job ${id} was still in an unknown state after 10 s.` });
  expect(Date.now() - start).toBe(15_000);
});

test.each(['rendering', 'COMPLETING', ''])(
  'the unknown status "%s" is passed to `onStatus` and polled again',
  async (status) => {
    const { client } = jobIn([status, 'completed']);
    const seen: string[] = [];
    await settled(client.models.waitForVideo(id, { onStatus: (job) => seen.push(job.status) }));
    expect(seen).toEqual([status, 'completed']);
  },
);

test('an unknown status is polled until `maxWait`', async () => {
  const { client } = jobIn(['rendering']);
  await expect(settled(client.models.waitForVideo(id, { maxWait: 60 }))).rejects.toThrow('still rendering after 60 s');
});

test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
  ['a string', { error: 'Too dark.' }, 'Too dark.'],
  ['an object with a message', { error: { code: 'dark', message: 'Too dark.' } }, 'Too dark.'],
  ['an object with a code', { error: { code: 'too_dark' } }, 'too_dark'],
  ['a message', { message: 'Too dark.' }, 'Too dark.'],
  ['a detail', { detail: 'Too dark.' }, 'Too dark.'],
  ['validation details', { detail: [{ loc: ['body', 'prompt'], msg: 'too dark' }] }, 'body.prompt: too dark'],
  ['a reason', { reason: 'Too dark.' }, 'Too dark.'],
  ['a failure_reason and an error of null', { error: null, failure_reason: 'Too dark.' }, 'Too dark.'],
  ['an error_message', { error_message: 'Too dark.' }, 'Too dark.'],
  ['a failureReason', { failureReason: 'Too dark.' }, 'Too dark.'],
  ['an errorMessage', { errorMessage: 'Too dark.' }, 'Too dark.'],
  ['a status_message', { status_message: 'Too dark.' }, 'Too dark.'],
])('the error of a job that failed with %s has the reason', async (_, fields, reason) => {
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
  'the error of a job that failed with %j says that there is no reason',
  async (fields) => {
    const { client } = jobIn([fields]);
    const error = await rejectionOf(settled(client.models.waitForVideo(id)));
    expect(error).toMatchObject({ message: `The video job ${id} failed; no reason was given.` });
    expect(error).not.toHaveProperty('hint');
  },
);

test('the JSON of a VideoGenerationError has the job', async () => {
  const { client } = jobIn([{ error: 'Too dark.' }]);
  const error = await rejectionOf(settled(client.models.waitForVideo(id)));
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ job: { id, status: 'failed', error: 'Too dark.' } });
});

test.each<readonly [string, () => Response | Promise<Response>, new (...args: never[]) => Error]>([
  ['a lost connection', () => Promise.reject(new TypeError('fetch failed')), ConnectionError],
  ['an HTML page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), InvalidResponseError],
  ['a 403', () => json({ error: { message: 'no' } }, { status: 403 }), RuncrateError],
])('%s during a wait rejects with a hint that names the job', async (_, state, errorClass) => {
  const { client } = jobIn(['queued', state]);
  const error = await rejectionOf(settled(client.models.waitForVideo(id)));
  expect(error).toBeInstanceOf(errorClass);
  expect(error).toMatchObject({ hint: expect.stringContaining(`saveVideo(path, "${id}")`) as string });
});

test.each([50, 5, 0.5])('a `pollInterval` of %d logs a warning that it is in milliseconds', async (pollInterval) => {
  const warnings: string[] = [];
  const logger = { ...silent, warn: (line: string) => warnings.push(line) };
  const { client } = jobIn(['completed'], { logger, logLevel: 'warn' });
  await settled(client.models.waitForVideo(id, { pollInterval }));
  expect(warnings).toEqual([
    `\`pollInterval\` is in milliseconds: ${pollInterval} polls ${1000 / pollInterval} times a second.`,
  ]);
});

test('a `pollInterval` of 100 logs no warning', async () => {
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

test('`generateVideoAndSave` starts the job, polls and saves, and sends none of its own options', async () => {
  const { client, requests } = jobIn(['processing', 'completed']);
  const seen: unknown[] = [];
  const job = await settled(
    client.models.generateVideoAndSave(folder.at('a.mp4'), {
      ...params,
      duration: 8,
      negative_prompt: 'blurry',
      pollInterval: 1000,
      maxWait: 60,
      onStatus: ({ status }) => seen.push(status),
      onProgress: (progress) => seen.push(progress),
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
  expect(seen).toEqual(['queued', 'processing', 'completed', { receivedBytes: 1000, totalBytes: undefined }]);
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
});

test('request options apply to every request; `idempotencyKey` and `extraBody` apply only to the first', async () => {
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

test('the options of the wait may stand in the last argument too', async () => {
  const { client, requests } = jobIn(['processing', 'completed']);
  const seen: unknown[] = [];
  const wait = { pollInterval: 1000, maxWait: 60, onStatus: ({ status }: { status: string }) => seen.push(status) };
  const onProgress = (progress: unknown) => seen.push(progress);
  const job = client.models.generateVideoAndSave(folder.at('a.mp4'), params, {
    ...wait,
    onProgress,
    idempotencyKey: 'k',
  });
  expect(await settled(job)).toEqual({ id, status: 'completed' });
  expect(requests[0]?.json).toEqual(params);
  expect(requests[0]?.headers.get('idempotency-key')).toBe('k');
  expect(seen).toEqual(['queued', 'processing', 'completed', { receivedBytes: 1000, totalBytes: undefined }]);
});

test('an option of the wait that is given in both places is refused before anything is sent', async () => {
  const { client, requests } = jobIn(['completed']);
  const call = client.models.generateVideoAndSave(folder.at('a.mp4'), { ...params, maxWait: 1 }, { maxWait: 2 });
  await expect(call).rejects.toThrow('`maxWait` is given twice. Pass it among the parameters or in the last argument.');
  expect(requests).toHaveLength(0);
});

test('a job that is completed at once is not polled', async () => {
  const { client, requests } = observedClient(({ method }) =>
    method === 'POST' ? json({ id, status: 'completed' }) : new Response(bytes),
  );
  await settled(client.models.generateVideoAndSave(folder.at('a.mp4'), params));
  expect(requests.map(({ url }) => url.pathname)).toEqual(['/v1/videos', `/v1/videos/${id}/download`]);
});

test('`saveVideo` needs only the id of a job', async () => {
  const { client, requests } = jobIn(['processing', 'completed']);
  expect(await settled(client.models.saveVideo(folder.at('a.mp4'), id))).toEqual({ id, status: 'completed' });
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
  expect(requests.every(({ method }) => method === 'GET')).toBe(true);
});

test.each<readonly [string, (folder: Folder) => string, Partial<VideoSaveParams>, RegExp]>([
  ['an empty path', () => '', {}, /`path` must be the path of a file/],
  ['a folder', ({ path }) => path, {}, /is a folder, or otherwise not a regular file/],
  ['a device', () => '/dev/null', {}, /is a folder, or otherwise not a regular file/],
  ['a missing folder', ({ at }) => at('b/a.mp4'), {}, /is in the folder .*b", which does not exist/],
  ['a file in place of a folder', () => '/etc/passwd/a.mp4', {}, /can't be written to/],
  ['a folder that is not writable', () => '/proc/a.mp4', {}, /"\/proc\/a.mp4" could not be written/],
  ['a network path', () => '//host/a.mp4', {}, /names a file on another host/],
  ['a path with a null character', ({ at }) => at('a\0.mp4'), {}, /must not contain a null character/],
  ['a `pollInterval` of 0', ({ at }) => at('a.mp4'), { pollInterval: 0 }, /`pollInterval` must be a number of mill/],
  ['a `pollInterval` of NaN', ({ at }) => at('a.mp4'), { pollInterval: NaN }, /`pollInterval` must be/],
  [
    'a `pollInterval` of type string',
    ({ at }) => at('a.mp4'),
    { pollInterval: '5' as never },
    /`pollInterval` must be/,
  ],
  ['a negative `maxWait`', ({ at }) => at('a.mp4'), { maxWait: -1 }, /`maxWait` must be more than 0 seconds/],
  ['a `maxWait` in milliseconds', ({ at }) => at('a.mp4'), { maxWait: 600_000 }, /`maxWait` is in seconds/],
  [
    'an `onStatus` of type string',
    ({ at }) => at('a.mp4'),
    { onStatus: 'a' as never },
    /`onStatus` must be a function/,
  ],
  [
    'an `onProgress` of type string',
    ({ at }) => at('a.mp4'),
    { onProgress: 'a' as never },
    /`onProgress` must be a function/,
  ],
  [
    '`duration` and `durationSeconds`',
    ({ at }) => at('a.mp4'),
    { duration: 8, durationSeconds: 8 },
    /are the same setting/,
  ],
  ['`duration` and `duration_seconds`', ({ at }) => at('a.mp4'), { duration: 8, duration_seconds: 8 }, /are the same/],
])('%s is rejected before the job is started', async (_, path, more, message) => {
  const { client, requests } = jobIn(['completed']);
  const error = await rejectionOf(client.models.generateVideoAndSave(path(folder), { ...params, ...more }));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toMatch(message);
  expect(requests).toHaveLength(0);
  expect(await folder.names()).toEqual([]);
});

test.each([{}, { id: '' }, { id: null }])(
  'the response %j, which has no job id, rejects with `outcomeUnknown`',
  async (body) => {
    const { client, requests } = observedClient(() => json({ status: 'queued', ...body }));
    const error = await rejectionOf(client.models.generateVideoAndSave(folder.at('a.mp4'), params));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ outcomeUnknown: true, docsUrl: expect.stringMatching(/#video$/) as string });
    expect(requests).toHaveLength(1);
    expect((error as InvalidResponseError).idempotencyKey).toBe(requests[0]?.headers.get('idempotency-key'));
  },
);

test('`duration` and `durationSeconds` are sent as separate fields', async () => {
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
  ['the job is started', ({ method }) => method === 'POST'],
  ['its status is requested', ({ method, url }) => method === 'GET' && !url.pathname.endsWith('/download')],
  ['its download is requested', ({ url }) => url.pathname.endsWith('/download')],
])('an abort while %s rejects with its reason, and no further request is sent', async (_, isMoment) => {
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

test('an abort between two polls rejects with its reason at once', async () => {
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
  ['during the download', 'pull'],
  ['after a chunk is written', 'progress'],
])('an abort %s rejects with its reason, closes the connection, and leaves no file', async (_, moment) => {
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

test('an abort before an interrupted download resumes rejects with its reason, and leaves no file', async () => {
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
  // Only the timer of the back-off lasts from one turn of the event loop to the next.
  for (let isWaiting = false; !isWaiting; isWaiting = requests.length === 2 && vi.getTimerCount() === 1) {
    await new Promise(setImmediate);
  }
  controller.abort(reason);
  expect(await call).toBe(reason);
  expect(requests).toHaveLength(2);
  expect(await folder.names()).toEqual([]);
});

test('an abort reason that is an error of the SDK is not changed', async () => {
  const own = Object.freeze(new RuncrateError('mine'));
  const { client } = jobIn(['queued']);
  const controller = new AbortController();
  const call = rejectionOf(client.models.waitForVideo(id, { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(1000);
  controller.abort(own);
  expect(await call).toBe(own);
});

test('disposing the client rejects a wait with an error that names the job', async () => {
  const { client } = jobIn(['queued']);
  const call = rejectionOf(client.models.waitForVideo(id));
  await vi.advanceTimersByTimeAsync(1000);
  await client[Symbol.asyncDispose]();
  expect(await call).toMatchObject({
    message: expect.stringContaining('closed') as string,
    hint: expect.stringContaining(id) as string,
  });
});

test.each([{ id }, '', undefined])('the invalid id %o is in no hint', async (wrong) => {
  const { client, requests } = jobIn(['completed']);
  const error = await rejectionOf(client.models.waitForVideo(wrong as string));
  expect(error).toMatchObject({ message: expect.stringContaining('Path parameter "id"') as string });
  expect((error as RuncrateError).hint).toBeUndefined();
  expect(requests).toHaveLength(0);
});
