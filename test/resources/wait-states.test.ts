import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  NotFoundError,
  RuncrateError,
  TimeoutError,
  VideoGenerationError,
  type Runcrate,
} from '../../src/index.node.js';
import { silent } from '../helpers/media.js';
import { json, observedClient, type Observed } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const id = 'a-1';
const ip = '203.0.113.7';

interface Kind {
  readonly what: string;
  readonly wait: (client: Runcrate) => Promise<unknown>;
  readonly create: (client: Runcrate) => Promise<unknown>;
  readonly createByRoute: (client: Runcrate) => Promise<unknown>;
  readonly good: string;
  /** What the error of a wait advises. */
  readonly advice: string;
}

const kinds: readonly Kind[] = [
  {
    what: 'an instance',
    wait: (client) => client.instances.waitUntilReady(id),
    create: (client) => client.instances.create({ name: 'a', gpuType: 'A100' }),
    createByRoute: (client) => client.request('POST /instances', { name: 'a', gpuType: 'A100' }),
    good: 'running',
    advice: `rc.instances.terminate("${id}")`,
  },
  {
    what: 'a video job',
    wait: (client) => client.models.waitForVideo(id),
    create: (client) => client.models.generateVideo({ model: 'm', prompt: 'p' }),
    createByRoute: (client) => client.request('POST /videos', { model: 'm', prompt: 'p' }),
    good: 'completed',
    advice: `saveVideo(path, "${id}")`,
  },
];

const notFound = 404;
type State = unknown;

/** Goes through the given states and stays in the last one; a 404 is one of them. The warnings are kept. */
function inStates(states: readonly State[]): Observed & { readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  let polls = 0;
  const respond = ({ method, url }: { readonly method: string; readonly url: URL }): Response => {
    const isEnveloped = url.pathname.includes('/instances');
    const answer = (fields: object): Response =>
      json(isEnveloped ? { data: { id, ip, ...fields } } : { id, ...fields });
    if (method === 'POST') return answer({ name: 'a', status: 'queued' });
    const status = states[Math.min(polls++, states.length - 1)];
    return status === notFound ? json({ error: { message: 'no such id' } }, { status: 404 }) : answer({ status });
  };
  const logger = { ...silent, warn: (line: string) => warnings.push(line) };
  return { ...observedClient(respond, { logger, logLevel: 'warn' }), warnings };
}

async function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

const ends = [
  'failed',
  'failure',
  'error',
  'ERRORED',
  'cancelled',
  'Canceled',
  'aborted',
  'expired',
  'rejected',
  'stopped',
  'preempted',
  'terminated',
  'deleted',
  'timed_out',
  'timeout',
  'time-out',
  'moderated',
  'content_filtered',
  'content_moderated',
  'blocked',
  'killed',
  'crashed',
];

test.each(kinds.flatMap((kind) => ends.map((status) => ({ ...kind, status }))))(
  'the wait for $what that is $status rejects at once',
  async ({ wait, status }) => {
    const { client, requests } = inStates(['queued', status]);
    const error = await rejectionOf(settled(wait(client)));
    expect(error).toBeInstanceOf(RuncrateError);
    expect((error as Error).message).toContain(status.toLowerCase());
    expect(requests).toHaveLength(2);
  },
);

test.each(['cancelled', 'expired'])('a video job that is %s rejects with the job', async (status) => {
  const { client } = inStates([status]);
  const error = await rejectionOf(settled(client.models.waitForVideo(id)));
  expect(error).toBeInstanceOf(VideoGenerationError);
  expect(error).toMatchObject({
    message: `The video job ${id} failed (${status}); no reason was given.`,
    job: { id, status },
  });
});

test.each(['completed', 'complete', 'succeeded', 'SUCCESS', 'finished', 'done'])(
  'a video job that is %s is done',
  async (status) => {
    const { client, requests, warnings } = inStates([status]);
    expect(await settled(client.models.waitForVideo(id))).toEqual({ id, status });
    expect([requests.length, warnings]).toEqual([1, []]);
  },
);

test.each(['stopped', 'error'])('the error of an instance that is %s says how to end its costs', async (status) => {
  const { client } = inStates([status]);
  const error = await rejectionOf(settled(client.instances.waitUntilReady(id)));
  expect((error as RuncrateError).hint).toContain(`rc.instances.terminate("${id}")`);
});

test.each(['terminated', 'deleted'])('the error of an instance that is %s advises nothing', async (status) => {
  const { client } = inStates([status]);
  expect(await rejectionOf(settled(client.instances.waitUntilReady(id)))).not.toHaveProperty('hint');
});

test.each(kinds)('an unknown status of $what logs one warning, and is polled again', async ({ wait, good }) => {
  const { client, requests, warnings } = inStates(['warm', 'warm', 'Warm', 'boiled', 'warm', good]);
  await settled(wait(client));
  expect(requests).toHaveLength(6);
  expect(warnings).toEqual([
    expect.stringMatching(/a-1 has the unknown status "warm"/),
    expect.stringMatching(/a-1 has the unknown status "boiled"/),
  ]);
});

test.each(kinds.flatMap((kind) => [undefined, null, ''].map((status) => ({ ...kind, status }))))(
  'a status of $status of $what is polled again, with a warning',
  async ({ wait, good, status }) => {
    const { client, requests, warnings } = inStates([status, good]);
    await settled(wait(client));
    expect([requests.length, warnings.length]).toEqual([2, 1]);
  },
);

const goingOn = [
  'queued',
  'pending',
  'processing',
  'in_progress',
  'rendering',
  'scheduled',
  'IN-PROGRESS',
  'starting',
  'creating',
  'deploying',
  'awaiting_provider',
  'provisioning',
];

test.each(kinds.flatMap((kind) => goingOn.map((status) => ({ ...kind, status }))))(
  'the status $status of $what is polled again, without a warning',
  async ({ wait, good, status }) => {
    const { client, requests, warnings } = inStates([status, good]);
    await settled(wait(client));
    expect([requests.length, warnings]).toEqual([2, []]);
  },
);

test.each(kinds)('a 404 just after this client created $what is polled again', async ({ create, wait, good }) => {
  const { client, requests } = inStates([notFound, notFound, 'queued', notFound, good]);
  await create(client);
  expect(await settled(wait(client))).toMatchObject({ id, status: good });
  expect(requests).toHaveLength(6);
});

test.each(kinds)('so is one after $what was created by its route', async ({ createByRoute, wait, good }) => {
  const { client, requests } = inStates([notFound, good]);
  await createByRoute(client);
  expect(await settled(wait(client))).toMatchObject({ id, status: good });
  expect(requests).toHaveLength(3);
});

test.each(kinds)('so is one after $what was created by a client that has the other of `withOptions`', async (kind) => {
  for (const isCreator of [true, false]) {
    const { client, requests } = inStates([notFound, kind.good]);
    const other = client.withOptions({ timeout: 60 });
    const [creator, waiter] = isCreator ? [client, other] : [other, client];
    await kind.create(creator);
    expect(await settled(kind.wait(waiter))).toMatchObject({ id, status: kind.good });
    expect(requests).toHaveLength(3);
  }
});

test('a wait that ends while nothing is found yet has the words of the server', async () => {
  const { client } = inStates([notFound]);
  await client.models.generateVideo({ model: 'm', prompt: 'p' });
  const error = (await rejectionOf(settled(client.models.waitForVideo(id, { maxWait: 12 })))) as Error;
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error.message).toMatch(/ not found \(.*no such id.*\) after 12 s\.$/);
  expect(error.cause).toBeInstanceOf(NotFoundError);
});

test('a wait that found the job after a 404 ends with its status', async () => {
  const { client } = inStates([notFound, 'queued']);
  await client.models.generateVideo({ model: 'm', prompt: 'p' });
  const error = (await rejectionOf(settled(client.models.waitForVideo(id, { maxWait: 12 })))) as Error;
  expect(error.message).toContain('was still queued after 12 s.');
  expect(error.cause).toBeUndefined();
});

test.each(kinds)('a minute after the create of $what, a 404 ends the wait', async ({ create, wait, advice }) => {
  const { client, requests } = inStates([notFound]);
  await create(client);
  const error = await rejectionOf(settled(wait(client)));
  expect(error).toBeInstanceOf(NotFoundError);
  expect((error as RuncrateError).hint).toContain(advice);
  // At 0, 5, … and 60 seconds.
  expect(requests).toHaveLength(1 + 13);
});

test.each(kinds)('a 404 for $what that another client created ends the wait', async ({ wait, advice }) => {
  const { client, requests } = inStates([notFound]);
  const error = await rejectionOf(settled(wait(client)));
  expect(error).toBeInstanceOf(NotFoundError);
  expect((error as RuncrateError).hint).toContain(advice);
  expect(requests).toHaveLength(1);
});

test('the error that ends the wait for an instance says how to end its costs', async () => {
  const { client } = observedClient(() => json({ error: { message: 'no' } }, { status: 403 }));
  const error = await rejectionOf(settled(client.instances.waitUntilReady(id)));
  expect((error as RuncrateError).hint).toContain(`rc.instances.terminate("${id}")`);
});

test('the error of an invalid id advises nothing', async () => {
  const { client } = inStates(['running']);
  const error = await rejectionOf(settled(client.instances.waitUntilReady('')));
  expect((error as Error).message).toContain('Path parameter "id"');
  expect(error).not.toHaveProperty('hint');
});
