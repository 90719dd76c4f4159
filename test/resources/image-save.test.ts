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

/** The result of a sample response of the API; image URLs are fetched over the network. */
async function resultOf(data: readonly unknown[], options: RuncrateOptions = {}): Promise<ImageResult> {
  const respondOrFetch: typeof fetch = (url, init) =>
    (url as string).startsWith('https://api.runcrate.ai/') ? Promise.resolve(json({ data })) : fetch(url, init);
  const client = new Runcrate({ apiKey: TEST_API_KEY, fetch: respondOrFetch, logLevel: 'off', ...options });
  return client.models.generateImage({ model: 'a', prompt: 'b' });
}

const imageReply: Reply = answer({ headers: { 'content-type': 'image/png' }, body: png });

const forms: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['base64', { b64_json: png.toString('base64') }],
  ['base64 and a URL of null', { url: null, b64_json: png.toString('base64') }],
  ['base64 without its padding', { b64_json: png.toString('base64').replaceAll('=', '') }],
  ['base64 with line breaks', { b64_json: png.toString('base64').replaceAll(/.{76}/g, '$&\r\n') }],
  ['a data URI', { url: `data:image/png;base64,${png.toString('base64')}`, b64_json: null }],
  ['a data URI without a media type', { url: `data:;base64,${png.toString('base64')}` }],
];

test.each(forms)('saves the decoded bytes of %s', async (_, image) => {
  const result = await resultOf([image]);
  await result.save(folder.at('a.png'));
  expect(await folder.names()).toEqual(['a.png']);
  expect(await folder.read('a.png')).toEqual(png);
});

test('saves a data URI that is not base64', async () => {
  const result = await resultOf([{ url: 'data:image/svg+xml,%3Csvg%2F%3E' }]);
  await result.save(folder.at('a.svg'));
  expect((await folder.read('a.svg')).toString()).toBe('<svg/>');
});

test.each(['image/png', 'IMAGE/PNG', 'application/octet-stream', 'binary/octet-stream'])(
  'saves an image URL with the content type %s',
  async (type) => {
    await using server = await loopbackServer([answer({ headers: { 'content-type': type }, body: png })]);
    const result = await resultOf([{ url: `${server.url}/a.png?signature=s` }]);
    await result.save(folder.at('a.png'));
    expect(await folder.read('a.png')).toEqual(png);
    expect(server.requests).toMatchObject([{ method: 'GET', url: '/a.png?signature=s' }]);
  },
);

test('saves an image URL without a content type', async () => {
  await using server = await loopbackServer([answer({ body: png })]);
  const result = await resultOf([{ url: server.url }]);
  await result.save(folder.at('a.png'));
  expect(await folder.read('a.png')).toEqual(png);
});

test('the request for an image URL has neither the API key nor headers of the caller', async () => {
  await using server = await loopbackServer([imageReply]);
  const result = await resultOf([{ url: `${server.url}/a.png` }], { customHeaders: { 'x-team': 'a', cookie: 'c=d' } });
  await result.save(folder.at('a.png'), { headers: { 'x-trace': 'b' } });
  const [request] = server.requests;
  expect(JSON.stringify(request?.headers)).not.toContain(TEST_API_KEY);
  expect(Object.keys(request?.headers ?? {})).toEqual(
    expect.not.arrayContaining(['authorization', 'x-team', 'x-trace', 'cookie', 'x-environment']),
  );
});

test('the request for an image URL on the host of the API has no API key either', async () => {
  const { client, requests } = observedClient(({ url }) =>
    url.pathname.endsWith('/generations')
      ? json({ data: [{ url: 'https://api.runcrate.ai/files/a.png' }] })
      : new Response(png, { headers: { 'content-type': 'image/png' } }),
  );
  await (await client.models.generateImage({ model: 'a', prompt: 'b' })).save(folder.at('a.png'));
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([`Bearer ${TEST_API_KEY}`, null]);
});

test('a redirect of an image URL is followed', async () => {
  await using server = await loopbackServer([answer({ status: 302, headers: { location: '/b.png' } }), imageReply]);
  const result = await resultOf([{ url: `${server.url}/a.png` }]);
  await result.save(folder.at('a.png'));
  expect(server.requests.map(({ url }) => url)).toEqual(['/a.png', '/b.png']);
  expect(await folder.read('a.png')).toEqual(png);
});

test('each image of a result can be saved, and the result saves the first', async () => {
  const result = await resultOf([{ b64_json: png.toString('base64') }, { b64_json: jpeg.toString('base64') }]);
  await result.save(folder.at('first'));
  await result.data[0]!.save(folder.at('0'));
  await result.data[1]!.save(folder.at('1'));
  expect(await Promise.all(['first', '0', '1'].map((name) => folder.read(name)))).toEqual([png, png, jpeg]);
});

test('a React client component gets a result as plain data', async () => {
  const result = await resultOf([{ b64_json: 'AAAA' }]);
  // React rejects another prototype.
  expect([result, result.data[0]].map(Object.getPrototypeOf)).toEqual([Object.prototype, Object.prototype]);
});

test('`save` does not show in JSON or in the keys', async () => {
  const result = await resultOf([{ b64_json: 'AAAA' }]);
  expect(JSON.parse(JSON.stringify(result))).toEqual({ data: [{ b64Json: 'AAAA' }] });
  expect([...Object.keys(result), ...Object.keys(result.data[0]!)]).toEqual(['data', 'b64Json']);
});

/** Returns the error of a save that leaves no file, complete or partial. */
async function refusal(image: unknown, options: RuncrateOptions = {}): Promise<unknown> {
  const result = await resultOf([image], { maxRetries: 0, ...options });
  const error = await rejectionOf(result.save(folder.at('a.png')));
  expect(await folder.names()).toEqual([]);
  return error;
}

test.each([400, 401, 403, 404, 410])(
  'an image URL with the status %i rejects with an error that it has expired, and leaves no file',
  async (status) => {
    const body = '<Error><Code>AccessDenied</Code></Error>';
    const headers = { 'content-type': 'application/xml' };
    await using server = await loopbackServer([answer({ status, headers, body })]);
    const error = await refusal({ url: server.url });
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({
      message: `The image link has expired, or is not valid: it returned ${status}.`,
      statusCode: status,
      hint: expect.stringContaining('Save at once') as string,
      cause: { message: body },
    });
  },
);

test.each(['text/html; charset=utf-8', 'application/xml', 'application/json', 'text/plain', 'video/mp4'])(
  'an image URL with the content type %s rejects, leaves no file, and closes the connection',
  async (type) => {
    await using server = await loopbackServer([stallInBody({ headers: { 'content-type': type }, body: 'abc' }, 1)]);
    const error = await refusal({ url: server.url });
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect((error as InvalidResponseError).message).toMatch(/^The image link returned /);
    expect((error as InvalidResponseError).hint).not.toContain('baseUrl');
    await server.requests[0]?.closed;
  },
);

test.each([
  ['before its headers', stallBeforeHeaders()],
  ['in its body', stallInBody({ headers: { 'content-type': 'image/png' }, body: png }, 40)],
])('an image URL that stalls %s rejects with a TimeoutError, and leaves no file', async (_, stall) => {
  await using server = await loopbackServer([stall]);
  expect(await refusal({ url: server.url }, { timeout: 0.05 })).toBeInstanceOf(TimeoutError);
  await server.requests[0]?.closed;
});

test('a slow download of an image does not time out while data arrives', async () => {
  const content = { headers: { 'content-type': 'image/png' }, body: png };
  await using server = await loopbackServer([answerSlowly(content, 4, 10)]);
  const result = await resultOf([{ url: server.url }], { timeout: 0.15, maxRetries: 0 });
  await result.save(folder.at('a.png'));
  expect(await folder.read('a.png')).toEqual(png);
});

test('a download of an image that is cut off is retried', async () => {
  const content = { headers: { 'content-type': 'image/png' }, body: png };
  await using server = await loopbackServer([cutInBody(content, 40), imageReply]);
  const result = await resultOf([{ url: server.url }]);
  await result.save(folder.at('a.png'));
  expect(await folder.read('a.png')).toEqual(png);
});

test('a 503 of an image URL is retried', async () => {
  await using server = await loopbackServer([answer({ status: 503, headers: { 'retry-after': '0' } }), imageReply]);
  const result = await resultOf([{ url: server.url }]);
  await result.save(folder.at('a.png'));
  expect(await folder.read('a.png')).toEqual(png);
});

test.each<readonly [string, unknown, RegExp]>([
  ['neither a URL nor base64', {}, /neither a link nor an image/],
  ['a URL of null and empty base64', { url: null, b64_json: '' }, /neither a link nor an image/],
  ['an error', { error: { message: 'Not safe.' } }, /neither a link nor an image: Not safe\.$/],
  ['the name of an error', { url: null, b64_json: null, message: 'Not safe.' }, /nor an image: Not safe\.$/],
  ['a file: URL', { url: 'file:///etc/passwd' }, /neither http\(s\) nor a data URI/],
  ['an invalid URL', { url: 'https://' }, /link that is not a URL/],
  ['base64 with an invalid character', { b64_json: 'AAA!AAAA' }, /invalid base64/],
  ['base64 with data after its padding', { b64_json: 'AA==AAAA' }, /invalid base64/],
  ['base64 of an invalid length', { b64_json: 'AAAAA' }, /invalid base64/],
  ['base64 of padding only', { b64_json: '==' }, /invalid base64|empty image/],
  ['an empty data URI', { url: 'data:image/png,' }, /empty image/],
  ['a data URI without a comma', { url: 'data:image/png;base64' }, /invalid data URI/],
  ['a data URI of an HTML page', { url: 'data:text/html;base64,AAAA' }, /data URI of text\/html, not of an image/],
  ['a data URI with an invalid escape', { url: 'data:image/svg+xml,%' }, /invalid data URI/],
])('a response with %s can’t be saved, and leaves no file', async (_, image, message) => {
  const error = await refusal(image);
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toMatch(message);
});

test('an image URL with an empty body rejects', async () => {
  await using server = await loopbackServer([answer({ headers: { 'content-type': 'image/png' }, body: '' })]);
  expect(await refusal({ url: server.url })).toMatchObject({ message: 'The download is empty.' });
});

test('a result without images can’t be saved', async () => {
  const result = await resultOf([]);
  await expect(result.save(folder.at('a.png'))).rejects.toThrow('The response has no image.');
});

test.each([{}, { data: null }, { data: 'a' }, { data: [null] }, { data: ['a'] }])(
  'the response %j, which has no list of images, rejects with `outcomeUnknown`',
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
  ['an image URL', { url: 'https://assets.runcrate.ai/a.png' }],
])('saving %s with an aborted signal rejects with its reason, and leaves no file', async (_, image) => {
  const result = await resultOf([image]);
  const reason = new Error('enough');
  await expect(result.save(folder.at('a.png'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(await folder.names()).toEqual([]);
});

test('an abort during the download of an image rejects with its reason, closes the connection, and leaves no file', async () => {
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

test('the signature of an image URL is not in the error', async () => {
  await using server = await loopbackServer([answer({ status: 500, body: 'broken' })]);
  const error = await refusal({ url: `${server.url}/a.png?signature=secret` });
  expect(JSON.stringify(error)).not.toContain('secret');
});
