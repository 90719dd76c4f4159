import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InternalServerError, NotFoundError } from '../../../src/handwritten/core/errors/api-error.js';
import type { RuncrateError } from '../../../src/handwritten/core/errors/errors.js';
import type { RequestOptions } from '../../../src/handwritten/core/operation/operation.js';
import type { Respond } from '../../helpers/observed-fetch.js';
import {
  observedTransport,
  operationOf,
  rejectionOf,
  testKey,
  type AnyOperation,
} from '../../helpers/observed-transport.js';
import { bodyInReads } from '../../helpers/scripted-body.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const lost = () => Promise.reject(new TypeError('fetch failed'));
const unsent = () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }));
const answers =
  (...script: readonly (() => Response | Promise<Response>)[]): Respond =>
  (_, index) =>
    script[index]!();
const status =
  (code: number, body: unknown = '') =>
  () =>
    new Response(JSON.stringify(body), { status: code });

async function settle(operation: AnyOperation, respond: Respond) {
  const { transport, requests } = observedTransport(respond);
  const settled = Promise.allSettled([transport.request(operation, {})]);
  await vi.runAllTimersAsync();
  const [outcome] = await settled;
  return { outcome, requests };
}

const remove = operationOf({ method: 'DELETE', answer: { as: 'nothing' } });
const removeVolume = operationOf({ method: 'DELETE', answer: { as: 'envelope', optional: true } });

test.each([
  ['void', remove, undefined],
  ['{} for storage', removeVolume, {}],
])(
  'a DELETE that is retried after a lost response and then gets a 404 has succeeded: %s',
  async (_, operation, value) => {
    const { outcome } = await settle(operation, answers(lost, status(404)));
    expect(outcome).toEqual({ status: 'fulfilled', value });
  },
);

test('a DELETE that is retried after a timeout and then gets a 404 has succeeded', async () => {
  const { outcome } = await settle(
    remove,
    answers(() => new Promise<never>(() => {}), status(404)),
  );
  expect(outcome.status).toBe('fulfilled');
});

test('a DELETE that is retried after a gateway timeout and then gets a 404 has succeeded', async () => {
  const { outcome } = await settle(remove, answers(status(504), status(404)));
  expect(outcome.status).toBe('fulfilled');
});

test('a DELETE that is rejected between the lost response and the 404 has succeeded', async () => {
  const { outcome } = await settle(remove, answers(lost, status(429), status(404)));
  expect(outcome.status).toBe('fulfilled');
});

test.each<readonly [string, AnyOperation, Respond]>([
  ['a DELETE on its first attempt', remove, answers(status(404))],
  ['a DELETE whose earlier attempts did not reach the server', remove, answers(unsent, status(404))],
  ['a DELETE whose earlier attempt was rejected', remove, answers(status(429), status(404))],
  ['a GET after a lost response', operationOf(), answers(lost, status(404))],
])('a 404 is an error for %s', async (_, operation, respond) => {
  const { outcome } = await settle(operation, respond);
  expect(outcome).toMatchObject({ status: 'rejected', reason: { statusCode: 404 } });
});

test('a 404 of another API, thrown by the function `apiKey`, is an error', async () => {
  let asked = 0;
  const apiKey = () => {
    if (++asked === 1) return testKey;
    throw new NotFoundError({ message: 'no such secret', statusCode: 404 });
  };
  const { transport, requests } = observedTransport(lost, { apiKey });
  const rejection = rejectionOf(transport.request(remove, {}));
  await vi.runAllTimersAsync();
  expect(await rejection).toMatchObject({ message: 'no such secret' });
  expect(requests).toHaveLength(1);
});

test('`onResponse` is called with the 404 that ends such a DELETE', async () => {
  const heard: number[] = [];
  const { transport } = observedTransport(answers(lost, status(404)));
  const done = transport.request(remove, {}, { onResponse: (response) => void heard.push(response.status) });
  await vi.runAllTimersAsync();
  await done;
  expect(heard).toEqual([404]);
});

const pay = operationOf({ method: 'POST', retry: 'paid', seenIn: 'rc.billing.usage()' });
const create = operationOf({ method: 'POST', retry: 'once', seenIn: 'rc.instances.list()' });

test('the outcome stays unknown if an attempt may have been billed and a later one fails for another reason', async () => {
  const { outcome } = await settle(pay, answers(lost, status(402)));
  expect(outcome).toMatchObject({ reason: { statusCode: 402, outcomeUnknown: true } });
});

test('the outcome stays unknown if a later attempt is redirected', async () => {
  const away = () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } });
  const { outcome } = await settle(pay, answers(lost, away));
  expect(outcome).toMatchObject({ reason: { name: 'InvalidResponseError', outcomeUnknown: true } });
});

test('a call that is retried resolves to the response', async () => {
  const { outcome } = await settle(
    pay,
    answers(lost, () => Response.json({ id: 'a' })),
  );
  expect(outcome).toEqual({ status: 'fulfilled', value: { id: 'a' } });
});

test.each([
  ['a paid call', pay, /may have been carried out and billed.*`rc\.billing\.usage\(\)`.*billed again/],
  ['a call that creates', create, /may have been carried out.*`rc\.instances\.list\(\)`.*second one/],
  ['a call without a list', operationOf({ method: 'POST', retry: 'once' }), /Check before you call again/],
])('the hint of %s says what to check', async (_, operation, hint) => {
  const { outcome } = await settle(operation, () => Promise.reject(new TypeError('terminated')));
  expect((outcome as PromiseRejectedResult).reason).toMatchObject({
    hint: expect.stringMatching(hint) as unknown,
    docsUrl: expect.stringContaining('#retries-and-billing') as unknown,
  });
});

test.each<readonly [string, AnyOperation, RequestOptions, string | undefined]>([
  ['the key of a call that creates', create, {}, 'random-1'],
  ['the key of the caller', create, { idempotencyKey: 'mine' }, 'mine'],
  ['the key of a paid call, if the caller gave one', pay, { idempotencyKey: 'mine' }, 'mine'],
  ['no key of a paid call without one', pay, {}, undefined],
])('an error with an unknown outcome has %s', async (_, operation, options, key) => {
  const { transport } = observedTransport(lost);
  const rejection = rejectionOf(transport.request(operation, {}, options));
  await vi.runAllTimersAsync();
  const error = (await rejection) as RuncrateError;
  expect([error.outcomeUnknown, error.idempotencyKey, error.toJSON()['idempotencyKey']]).toEqual([true, key, key]);
});

test('an error with a known outcome has no idempotency key: the call can be made again as a new one', async () => {
  const { outcome } = await settle(create, status(422));
  expect((outcome as PromiseRejectedResult).reason).not.toHaveProperty('idempotencyKey');
});

test('a second call with the `idempotencyKey` of the error is the same call for the server', async () => {
  const { transport, requests } = observedTransport(answers(lost, () => Response.json({})));
  const { idempotencyKey } = (await rejectionOf(transport.request(create, {}))) as RuncrateError;
  await transport.request(create, {}, { idempotencyKey });
  const [first, second] = requests.map(({ headers }) => headers.get('idempotency-key'));
  expect(second).toBe(first);
});

const hints = [{ status: 500, includes: 'no longer available', hint: 'See listTypes.', refused: true }] as const;
const outOfStock = status(500, { error: { code: 'internal_error', message: 'Type is No Longer Available' } });

test('out of stock is a rejection: not retried, with a known outcome, a hint and the message of the server', async () => {
  const { outcome, requests } = await settle({ ...create, hints }, outOfStock);
  const reason = (outcome as PromiseRejectedResult).reason as RuncrateError;
  expect(reason).toBeInstanceOf(InternalServerError);
  expect(reason).toMatchObject({
    message: 'Type is No Longer Available',
    outcomeUnknown: false,
    hint: 'See listTypes.',
  });
  expect(requests).toHaveLength(1);
});

test('another 500 of the same operation has an unknown outcome, without that hint', async () => {
  const { outcome } = await settle({ ...create, hints }, status(500, { error: { message: 'Oops' } }));
  const reason = (outcome as PromiseRejectedResult).reason as RuncrateError;
  expect(reason.outcomeUnknown).toBe(true);
  expect(reason.hint).not.toContain('listTypes');
});

test('a body that can be read only once is sent once, and the hint names the alternatives', async () => {
  const upload = operationOf({ method: 'PUT', body: { content: 'application/octet-stream', from: 'value' } });
  const { transport, requests } = observedTransport(status(503));
  const error = await rejectionOf(transport.request(upload, { body: bodyInReads('abc', 1) }));
  expect(requests.map(({ text }) => text)).toEqual(['abc']);
  expect((error as RuncrateError).hint).toMatch(/read only once\. Pass a path, a Blob or bytes instead/);
});

test('bytes are sent on every attempt', async () => {
  const upload = operationOf({ method: 'PUT', body: { content: 'application/octet-stream', from: 'value' } });
  const { transport, requests } = observedTransport(answers(status(503), () => Response.json({})));
  const done = transport.request(upload, { body: new TextEncoder().encode('abc').buffer });
  await vi.runAllTimersAsync();
  await done;
  expect(requests.map(({ text }) => text)).toEqual(['abc', 'abc']);
});

test('the outcome of a timeout in the function `apiKey` is known: nothing was sent', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}), { apiKey: () => new Promise(() => {}) });
  const rejection = rejectionOf(transport.request(create, {}));
  await vi.runAllTimersAsync();
  expect(await rejection).toMatchObject({ name: 'TimeoutError', outcomeUnknown: false });
  expect(requests).toHaveLength(0);
});
