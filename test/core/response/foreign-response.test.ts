import { expect, test } from 'vitest';
import { RuncrateError } from '../../../src/handwritten/core/errors/errors.js';
import { sendUpload } from '../../../src/handwritten/platform/node-upload.js';
import { observedTransport, operationOf, platformOf, rejectionOf } from '../../helpers/observed-transport.js';

/** What a `fetch` of a test or a wrapper may resolve to. */
const values: readonly (readonly [value: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['a string', '{}'],
  ['the parsed body', { id: 'a' }],
  ['an object with the methods that a test needed', { ok: true, status: 200, json: async () => ({}) }],
  ['a Response without methods', { ok: true, status: 200, headers: new Headers() }],
];

test.each(values)('a `fetch` that resolves to %s is an error that says so', async (_, value) => {
  const { transport, requests } = observedTransport(() => value as Response);
  const error = (await rejectionOf(transport.request(operationOf(), {}))) as RuncrateError;
  expect(error).toBeInstanceOf(RuncrateError);
  expect(error.message).toMatch(
    /^`fetch` resolved to a value that is not a Response \((undefined|null|string|object)\)\.$/,
  );
  expect(error).toMatchObject({
    hint: expect.stringContaining('Return a new Response') as unknown,
    outcomeUnknown: false,
  });
  expect(requests).toHaveLength(1);
});

/** How a `fetch` may have used the body of its Response, and what is then asked for. */
const usedBodies: readonly (readonly [what: string, use: (response: Response) => Promise<unknown>, status: number])[] =
  [
    ['read by a logging wrapper', (response) => response.text(), 200],
    ['read by a logging wrapper of an error', (response) => response.text(), 400],
    ['locked by a reader', async (response) => response.body!.getReader(), 200],
  ];

test.each(usedBodies)('a body that was %s is an error that says so, not a lost connection', async (_, use, status) => {
  const { transport, requests } = observedTransport(async () => {
    const response = Response.json({ error: 'a' }, { status });
    await use(response);
    return response;
  });
  await expect(transport.request(operationOf(), {})).rejects.toThrow('whose body has already been read');
  expect(requests).toHaveLength(1);
});

test('a Response that a test returns twice is an error that says so, not a lost connection', async () => {
  const response = Response.json({});
  const { transport, requests } = observedTransport(() => response);
  await transport.request(operationOf(), {});
  await expect(transport.request(operationOf(), {})).rejects.toThrow('whose body has already been read');
  expect(requests).toHaveLength(2);
});

const bytes = operationOf({ answer: { as: 'bytes', content: 'audio/mpeg' } });

/** A body in which a test has put texts, which no `fetch` gives. */
const texts = (): ReadableStream =>
  new ReadableStream({
    start(controller) {
      controller.enqueue('{}');
      controller.close();
    },
  });

test.each<readonly [string, () => unknown]>([
  ['has texts in place of bytes', () => new Response(texts(), { headers: { 'content-type': 'audio/mpeg' } })],
  ['lacks a method', () => ({ ok: true, status: 200, headers: new Headers(), text: async () => '' })],
  [
    'throws the error of a program',
    () => Object.assign(new Response('a'), { arrayBuffer: async () => (undefined as unknown as { a: string }).a }),
  ],
])('a Response of a test that %s is no lost connection, and is not retried', async (_, respond) => {
  const { transport, requests } = observedTransport(() => respond() as Response);
  const error = (await rejectionOf(transport.request(bytes, {}))) as RuncrateError;
  expect([error.name, error.message]).toEqual([
    'RuncrateError',
    expect.stringContaining('received a Response that can’t be read: '),
  ]);
  expect(error.cause).toBeInstanceOf(TypeError);
  expect(requests).toHaveLength(1);
});

test('a Response that another reader has locked is an error that says so', async () => {
  const response = Response.json({});
  response.body?.getReader();
  const { transport, requests } = observedTransport(() => response);
  await expect(transport.request(operationOf(), {})).rejects.toThrow('whose body has already been read');
  expect(requests).toHaveLength(1);
});

test('two calls at once that share a Response are told so, not that a connection was lost', async () => {
  const response = Response.json({ id: 'a' });
  const { transport, requests } = observedTransport(() => response);
  const call = (): Promise<unknown> => transport.request(operationOf(), {});
  const outcomes = await Promise.allSettled([call(), call()]);
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: { id: 'a' } },
    { status: 'rejected', reason: expect.objectContaining({ name: 'RuncrateError' }) as unknown },
  ]);
  expect(requests).toHaveLength(2);
});

test.each(['paid', 'once'] as const)(
  'the outcome of a %s call is then unknown: a wrapper may have sent it',
  async (retry) => {
    const { transport, requests } = observedTransport(() => undefined as never);
    const error = await rejectionOf(transport.request(operationOf({ method: 'POST', retry }), {}));
    expect(error).toMatchObject({ name: 'RuncrateError', outcomeUnknown: true });
    expect(requests).toHaveLength(1);
  },
);

test('a `fetch` that is not even async is an error that says so, also for an upload', async () => {
  const upload = operationOf({ method: 'POST', body: { content: '', from: 'value' } });
  const fetch = (() => undefined) as never;
  const { transport } = observedTransport(() => Response.json({}), { fetch }, platformOf({ sendUpload }));
  const error = await rejectionOf(transport.request(upload, { body: new Blob(['a']) }));
  expect(error).toMatchObject({ message: expect.stringContaining('not a Response (undefined)') as unknown });
});
