import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { ApiError, ChatCompletionStream, type RuncrateError } from '../../src/index.node.js';
import { json, observedClient, TEST_API_KEY } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import { eventStreamAnswer } from '../helpers/scripted-body.js';

const params = { model: 'm', messages: [] };
const refused = { message: `Incorrect API key provided: ${TEST_API_KEY}`, code: 'x', seen: { keys: [TEST_API_KEY] } };
const failed = { index: 0, finish_reason: 'error', error: refused };
const headers = { 'x-request-id': 'r-1', 'x-echo': TEST_API_KEY };

/** Everything of an error that a program could print, send or store. */
function printsOf(error: unknown): string {
  const {
    partial,
    headers: heads,
    job,
  } = error as RuncrateError & { readonly headers?: Headers; readonly job?: unknown };
  const all = [error, partial, job, [...(heads ?? [])], (error as RuncrateError).cause];
  return all.map((value) => inspect(value, { depth: 30, showHidden: true }) + JSON.stringify(value)).join('\n');
}

test.each(['models.chatCompletion', 'rc.request'])(
  'a choice that failed in a whole response tells of its response, without a key that the server echoes: %s',
  async (road) => {
    const message = { role: 'assistant', content: TEST_API_KEY };
    const { client } = observedClient(() => json({ id: 'c', choices: [{ ...failed, message }] }, { headers }));
    const call =
      road === 'rc.request' ? client.request('POST /chat/completions', params) : client.models.chatCompletion(params);
    const error = await rejectionOf(call);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      message: 'Incorrect API key provided: rc_live_***',
      requestId: 'r-1',
      attempts: [{ status: 200, requestId: 'r-1' }],
      outcomeUnknown: true,
      partial: { choices: [{ message: { content: 'rc_live_***' }, finishReason: 'error' }] },
    });
    expect((error as ApiError).headers.get('x-request-id')).toBe('r-1');
    expect(printsOf(error)).not.toContain(TEST_API_KEY);
  },
);

const chunks = (choice: object): string =>
  `data: ${JSON.stringify({ id: 'c', choices: [{ index: 0, delta: { content: 'Hi' } }] })}\n\n` +
  `data: ${JSON.stringify({ id: 'c', choices: [{ delta: {}, ...choice }] })}\n\n`;

test.each([
  ['that failed', failed],
  ['that was cut off', { index: 0, echo: TEST_API_KEY }],
])(
  'the \`partial\` of a streamed choice %s has no key that the server echoes, nor has one that is forwarded',
  async (_, choice) => {
    const open = async () => {
      const { client } = observedClient(() => eventStreamAnswer(chunks(choice)));
      return client.models.chatCompletion({ ...params, stream: true });
    };
    const direct = await rejectionOf((await open()).finalCompletion());
    const forwarded = ChatCompletionStream.fromReadableStream((await open()).toReadableStream());
    for (const error of [direct, await rejectionOf(forwarded.finalCompletion())]) {
      expect((error as RuncrateError).partial).toMatchObject({ choices: [{ message: { content: 'Hi' } }] });
      expect(printsOf(error)).not.toContain(TEST_API_KEY);
    }
  },
);

/** As axios throws it: the request is in fields of the error. */
function axiosError(authorization: string): Error {
  const config = { url: '/v1', headers: { authorization }, self: undefined as unknown };
  config.self = config;
  const request = { _header: `POST /v1\r\nauthorization: ${authorization}`, body: new Uint8Array(3) };
  return Object.assign(new Error('Network Error'), { code: 'ERR_NETWORK', config: Object.freeze(config), request });
}

const thrown: readonly (readonly [what: string, errorOf: (authorization: string) => unknown])[] = [
  ['an error with its request', axiosError],
  ['an error whose cause has the request', (key) => new Error('failed', { cause: axiosError(key) })],
  ['an error whose cause is an object', (authorization) => new Error('failed', { cause: { authorization } })],
  ['an error with a list of errors', (key) => new AggregateError([axiosError(key), new Error(key)], 'failed')],
  ['an error with `Headers`', (authorization) => Object.assign(new Error('x'), { h: new Headers({ authorization }) })],
  [
    'an error with a `Request`',
    (authorization) =>
      Object.assign(new Error('x'), { request: new Request('http://127.0.0.1', { headers: { authorization } }) }),
  ],
  ['an object', (authorization) => ({ config: { headers: { authorization } } })],
];

test.each(thrown)('what a `fetch` of the caller’s own throws does not show the key: %s', async (_, errorOf) => {
  const fetch = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    throw errorOf(new Headers(init?.headers).get('authorization') ?? '');
  };
  const { client } = observedClient(undefined, { fetch, maxRetries: 0 });
  const error = await rejectionOf(client.billing.getBalance());
  expect(inspect(error, { depth: 9 })).toContain('rc_live_***');
  expect(printsOf(error)).not.toContain(TEST_API_KEY);
});

test('an error of the caller’s own `fetch` keeps its fields, and the caller’s objects stay as they are', async () => {
  const config = { headers: { authorization: 'secret' } };
  const sent: unknown[] = [];
  const fetch = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    const headers = Object.fromEntries(new Headers(init?.headers).entries());
    sent.push(headers);
    throw Object.assign(new Error('failed'), { config, headers, code: 'E' });
  };
  const { client } = observedClient(undefined, { fetch, maxRetries: 0 });
  const { cause } = (await rejectionOf(client.billing.getBalance())) as RuncrateError;
  expect((cause as { readonly config: unknown }).config).toBe(config);
  expect(cause).toMatchObject({ code: 'E', headers: { authorization: 'Bearer rc_live_***' } });
  expect(sent).toMatchObject([{ authorization: `Bearer ${TEST_API_KEY}` }]);
});

test.each([
  ['failed', { id: 'v', status: 'failed', error: { message: TEST_API_KEY, seen: [TEST_API_KEY] } }],
  ['is in a status that is the key', { id: 'v', status: TEST_API_KEY }],
])('the error of a wait for a job that %s does not show the key, nor does the log', async (_, job) => {
  const lines: unknown[] = [];
  const log = (...said: unknown[]): void => void lines.push(said);
  const logger = { error: log, warn: log, info: log, debug: log };
  const { client } = observedClient(() => json(job), { logger, logLevel: 'debug' });
  const error = await rejectionOf(client.models.waitForVideo('v', { maxWait: 0.1, pollInterval: 100 }));
  expect((error as Error).message).toContain('rc_live_***');
  expect(printsOf(error) + JSON.stringify(lines).toLowerCase()).not.toContain(TEST_API_KEY);
});
