import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  InvalidResponseError,
  Runcrate,
  RuncrateError,
  TimeoutError,
  type ImageResult,
  type RuncrateOptions,
} from '../../src/index.node.js';
import {
  answer,
  answerSlowly,
  cutInBody,
  loopbackServer,
  stallBeforeHeaders,
  stallInBody,
  type Reply,
} from '../helpers/loopback-server.js';
import { jpeg, png, temporaryFolder, type Folder } from '../helpers/media.js';
import { json, observedClient, TEST_API_KEY } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

let folder: Folder;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => folder[Symbol.asyncDispose]());

/** A result as if the API had answered so; links are fetched over the network. */
async function resultOf(data: readonly unknown[], options: RuncrateOptions = {}): Promise<ImageResult> {
  const answerOrFetch: typeof fetch = (url, init) =>
    (url as string).startsWith('https://api.runcrate.ai/') ? Promise.resolve(json({ data })) : fetch(url, init);
  const client = new Runcrate({ apiKey: TEST_API_KEY, fetch: answerOrFetch, logLevel: 'off', ...options });
  return client.models.generateImage({ model: 'a', prompt: 'b' });
}

const picture: Reply = answer({ headers: { 'content-type': 'image/png' }, body: png });

const forms: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['base64', { b64_json: png.toString('base64') }],
  ['base64 beside a link that is null', { url: null, b64_json: png.toString('base64') }],
  ['base64 without its padding', { b64_json: png.toString('base64').replaceAll('=', '') }],
  ['base64 in lines', { b64_json: png.toString('base64').replaceAll(/.{76}/g, '$&\r\n') }],
  ['a data URI', { url: `data:image/png;base64,${png.toString('base64')}`, b64_json: null }],
  ['a data URI without a type', { url: `data:;base64,${png.toString('base64')}` }],
];

test.each(forms)('saves %s as the bytes that it stands for', async (_, image) => {
  const result = await resultOf([image]);
  await result.save(folder.at('a.png'));
  expect(await folder.names()).toEqual(['a.png']);
  expect(await folder.read('a.png')).toEqual(png);
});

test('saves a data URI of text', async () => {
  const result = await resultOf([{ url: 'data:image/svg+xml,%3Csvg%2F%3E' }]);
  await result.save(folder.at('a.svg'));
  expect((await folder.read('a.svg')).toString()).toBe('<svg/>');
});

test.each(['image/png', 'IMAGE/PNG', 'application/octet-stream', 'binary/octet-stream'])(
  'saves a link that answers with %s',
  async (type) => {
    await using server = await loopbackServer([answer({ headers: { 'content-type': type }, body: png })]);
    const result = await resultOf([{ url: `${server.url}/a.png?signature=s` }]);
    await result.save(folder.at('a.png'));
    expect(await folder.read('a.png')).toEqual(png);
    expect(server.requests).toMatchObject([{ method: 'GET', url: '/a.png?signature=s' }]);
  },
);

test('saves a link that does not say what it is', async () => {
  await using server = await loopbackServer([answer({ body: png })]);
  const result = await resultOf([{ url: server.url }]);
  await result.save(folder.at('a.png'));
  expect(await folder.read('a.png')).toEqual(png);
});

test('the request for a link has neither the key nor a header of the caller', async () => {
  await using server = await loopbackServer([picture]);
  const result = await resultOf([{ url: `${server.url}/a.png` }], { customHeaders: { 'x-team': 'a', cookie: 'c=d' } });
  await result.save(folder.at('a.png'), { headers: { 'x-trace': 'b' } });
  const [request] = server.requests;
  expect(JSON.stringify(request?.headers)).not.toContain(TEST_API_KEY);
  expect(Object.keys(request?.headers ?? {})).toEqual(
    expect.not.arrayContaining(['authorization', 'x-team', 'x-trace', 'cookie', 'x-environment']),
  );
});

test('a link on the server of the API does not get the key either', async () => {
  const { client, requests } = observedClient(({ url }) =>
    url.pathname.endsWith('/generations')
      ? json({ data: [{ url: 'https://api.runcrate.ai/files/a.png' }] })
      : new Response(png, { headers: { 'content-type': 'image/png' } }),
  );
  await (await client.models.generateImage({ model: 'a', prompt: 'b' })).save(folder.at('a.png'));
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([`Bearer ${TEST_API_KEY}`, null]);
});

test('a link that leads on is followed', async () => {
  await using server = await loopbackServer([answer({ status: 302, headers: { location: '/b.png' } }), picture]);
  const result = await resultOf([{ url: `${server.url}/a.png` }]);
  await result.save(folder.at('a.png'));
  expect(server.requests.map(({ url }) => url)).toEqual(['/a.png', '/b.png']);
  expect(await folder.read('a.png')).toEqual(png);
});

test('each picture of a result can be saved, and the result saves the first', async () => {
  const result = await resultOf([{ b64_json: png.toString('base64') }, { b64_json: jpeg.toString('base64') }]);
  await result.save(folder.at('first'));
  await result.data[0]!.save(folder.at('0'));
  await result.data[1]!.save(folder.at('1'));
  expect(await Promise.all(['first', '0', '1'].map((name) => folder.read(name)))).toEqual([png, png, jpeg]);
});

test('`save` does not show in JSON, in a log or in a loop', async () => {
  const result = await resultOf([{ b64_json: 'AAAA' }]);
  expect(JSON.parse(JSON.stringify(result))).toEqual({ data: [{ b64Json: 'AAAA' }] });
  expect([...Object.keys(result), ...Object.keys(result.data[0]!)]).toEqual(['data', 'b64Json']);
});

/** Saves, and gives the error; there must be no file, nor a beginning of one. */
async function refusal(image: unknown, options: RuncrateOptions = {}): Promise<unknown> {
  const result = await resultOf([image], { maxRetries: 0, ...options });
  const error = await rejectionOf(result.save(folder.at('a.png')));
  expect(await folder.names()).toEqual([]);
  return error;
}

test.each([400, 401, 403, 404, 410])(
  'a link that answers %i has expired: the error says so, and no file',
  async (status) => {
    const body = '<Error><Code>AccessDenied</Code></Error>';
    const headers = { 'content-type': 'application/xml' };
    await using server = await loopbackServer([answer({ status, headers, body })]);
    const error = await refusal({ url: server.url });
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({
      message: `The link of the picture has expired, or is not valid: it answered ${status}.`,
      statusCode: status,
      hint: expect.stringContaining('save at once') as string,
      cause: { message: body },
    });
  },
);

test.each(['text/html; charset=utf-8', 'application/xml', 'application/json', 'text/plain', 'video/mp4'])(
  'a link that gives %s instead of a picture is an error, no file, and the connection is let go',
  async (type) => {
    await using server = await loopbackServer([stallInBody({ headers: { 'content-type': type }, body: 'abc' }, 1)]);
    const error = await refusal({ url: server.url });
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect((error as InvalidResponseError).message).toMatch(/^The link of the picture gives /);
    expect((error as InvalidResponseError).hint).not.toContain('baseUrl');
    await server.requests[0]?.closed;
  },
);

test.each([
  ['before its headers', stallBeforeHeaders()],
  ['in its body', stallInBody({ headers: { 'content-type': 'image/png' }, body: png }, 40)],
])('a link that stalls %s ends with a TimeoutError, and no file', async (_, stall) => {
  await using server = await loopbackServer([stall]);
  expect(await refusal({ url: server.url }, { timeout: 0.05 })).toBeInstanceOf(TimeoutError);
  await server.requests[0]?.closed;
});

test('a slow link is waited for as long as it goes on', async () => {
  const content = { headers: { 'content-type': 'image/png' }, body: png };
  await using server = await loopbackServer([answerSlowly(content, 4, 10)]);
  const result = await resultOf([{ url: server.url }], { timeout: 0.15, maxRetries: 0 });
  await result.save(folder.at('a.png'));
  expect(await folder.read('a.png')).toEqual(png);
});

test('a link that is cut is asked for again', async () => {
  const content = { headers: { 'content-type': 'image/png' }, body: png };
  await using server = await loopbackServer([cutInBody(content, 40), picture]);
  const result = await resultOf([{ url: server.url }]);
  await result.save(folder.at('a.png'));
  expect(await folder.read('a.png')).toEqual(png);
});

test('a link whose server fails for a moment is asked for again', async () => {
  await using server = await loopbackServer([answer({ status: 503, headers: { 'retry-after': '0' } }), picture]);
  const result = await resultOf([{ url: server.url }]);
  await result.save(folder.at('a.png'));
  expect(await folder.read('a.png')).toEqual(png);
});

test.each<readonly [string, unknown, RegExp]>([
  ['neither a link nor base64', {}, /neither a link nor a picture/],
  ['nothing in both', { url: null, b64_json: '' }, /neither a link nor a picture/],
  ['a link to a file of the machine', { url: 'file:///etc/passwd' }, /neither http\(s\) nor a data URI/],
  ['a link that is none', { url: 'https://' }, /link that is no URL/],
  ['base64 that is none', { b64_json: 'AAA!AAAA' }, /base64 that can’t be read/],
  ['base64 that goes on after its end', { b64_json: 'AA==AAAA' }, /base64 that can’t be read/],
  ['base64 that ends in the middle of a byte', { b64_json: 'AAAAA' }, /base64 that can’t be read/],
  ['base64 of nothing', { b64_json: '==' }, /base64 that can’t be read|empty picture/],
  ['a data URI of nothing', { url: 'data:image/png,' }, /empty picture/],
  ['a data URI without a comma', { url: 'data:image/png;base64' }, /data URI that can’t be read/],
  ['a data URI of a page', { url: 'data:text/html;base64,AAAA' }, /data URI of text\/html, not of a picture/],
  ['a data URI with a broken escape', { url: 'data:image/svg+xml,%' }, /data URI that can’t be read/],
])('an answer with %s can’t be saved, and no file', async (_, image, message) => {
  const error = await refusal(image);
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toMatch(message);
});

test('an empty answer of a link is no picture', async () => {
  await using server = await loopbackServer([answer({ headers: { 'content-type': 'image/png' }, body: '' })]);
  expect(await refusal({ url: server.url })).toMatchObject({ message: 'The download has no bytes.' });
});

test('a result without pictures can’t be saved', async () => {
  const result = await resultOf([]);
  await expect(result.save(folder.at('a.png'))).rejects.toThrow('The answer has no picture.');
});

test.each([{}, { data: null }, { data: 'a' }, { data: [null] }, { data: ['a'] }])(
  'the answer %j, which has no list of pictures, is an error that leaves the outcome open',
  async (body) => {
    const { client } = observedClient(() => json(body));
    const error = await rejectionOf(client.models.generateImage({ model: 'a', prompt: 'b' }));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ outcomeUnknown: true });
  },
);

test.each<readonly [string, Readonly<Record<string, unknown>>]>([
  ['base64', { b64_json: png.toString('base64') }],
  ['a data URI', { url: `data:image/png;base64,${png.toString('base64')}` }],
  ['a link', { url: 'https://assets.runcrate.ai/a.png' }],
])('saving %s with a signal that is aborted rejects with its reason, and no file', async (_, image) => {
  const result = await resultOf([image]);
  const reason = new Error('enough');
  await expect(result.save(folder.at('a.png'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(await folder.names()).toEqual([]);
});

test('an abort in the middle of a link rejects with the very reason, closes the connection, and leaves no file', async () => {
  await using server = await loopbackServer([stallInBody({ headers: { 'content-type': 'image/png' }, body: png }, 40)]);
  const result = await resultOf([{ url: server.url }]);
  const controller = new AbortController();
  const reason = { stop: 'enough' };
  const rejection = rejectionOf(result.save(folder.at('a.png'), { signal: controller.signal }));
  await expect.poll(() => server.requests.length).toBe(1);
  controller.abort(reason);
  expect(await rejection).toBe(reason);
  expect(await folder.names()).toEqual([]);
  await server.requests[0]?.closed;
});

test('the signature of a link is in no message', async () => {
  await using server = await loopbackServer([answer({ status: 500, body: 'broken' })]);
  const error = await refusal({ url: `${server.url}/a.png?signature=secret` });
  expect(JSON.stringify(error)).not.toContain('secret');
});
