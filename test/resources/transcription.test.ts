import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ConnectionError,
  InternalServerError,
  InvalidResponseError,
  RateLimitError,
  RuncrateError,
  TimeoutError,
  type FileInput,
  type RuncrateOptions,
} from '../../src/index.node.js';
import {
  answer,
  cutAfterHeaders,
  cutBeforeAnswer,
  loopbackServer,
  stallBeforeHeaders,
  type AcceptedRequest,
  type Reply,
} from '../helpers/loopback-server.js';
import { clientOf, film, temporaryFolder, type Folder } from '../helpers/media.js';
import { observedClient } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const recording = film(150_000);
const model = 'openai/whisper-1';
const done: Reply = answer({ body: { text: 'Hello.' } });
let folder: Folder;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(folder.at('talk.mp3'), recording);
  await writeFile(folder.at('talk'), recording);
  await writeFile(folder.at('empty.wav'), '');
});

afterAll(() => folder[Symbol.asyncDispose]());

/** The form of a request, parsed by `Response.formData`. */
async function formOf({ headers, body }: AcceptedRequest): Promise<FormData> {
  return new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
}

async function partOf(request: AcceptedRequest): Promise<{ name: string; type: string; bytes: Buffer }> {
  const file = (await formOf(request)).get('file') as File;
  return { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) };
}

const responseOf = (type?: string): Response =>
  new Response(recording, type === undefined ? {} : { headers: { 'content-type': type } });

const inputs: readonly (readonly [string, () => FileInput, string | undefined, name: string, type: string])[] = [
  ['a path', () => folder.at('talk.mp3'), undefined, 'talk.mp3', 'audio/mpeg'],
  ['a path and a filename', () => folder.at('talk.mp3'), 'speech.flac', 'speech.flac', 'audio/flac'],
  ['a path without an extension', () => folder.at('talk'), undefined, 'talk', 'application/octet-stream'],
  ['a file: URL', () => pathToFileURL(folder.at('talk.mp3')), undefined, 'talk.mp3', 'audio/mpeg'],
  ['a File', () => new File([recording], 'talk.ogg'), undefined, 'talk.ogg', 'audio/ogg'],
  [
    'a File with a type',
    () => new File([recording], 'a.bin', { type: 'audio/x-own' }),
    undefined,
    'a.bin',
    'audio/x-own',
  ],
  ['a File and another filename', () => new File([recording], 'a.bin'), 'talk.webm', 'talk.webm', 'audio/webm'],
  ['a Blob with a type', () => new Blob([recording], { type: 'audio/mpeg' }), undefined, 'audio.mp3', 'audio/mpeg'],
  ['a Blob', () => new Blob([recording]), undefined, 'audio.wav', 'audio/wav'],
  ['a Buffer', () => recording, undefined, 'audio.wav', 'audio/wav'],
  ['a Buffer and a filename', () => recording, 'recording.m4a', 'recording.m4a', 'audio/mp4'],
  ['a Uint8Array', () => new Uint8Array(recording), undefined, 'audio.wav', 'audio/wav'],
  ['an ArrayBuffer', () => new Uint8Array(recording).buffer, undefined, 'audio.wav', 'audio/wav'],
  ['a Node stream of a file', () => createReadStream(folder.at('talk.mp3')), undefined, 'talk.mp3', 'audio/mpeg'],
  ['a Node stream', () => Readable.from([recording, recording.subarray(0, 0)]), 'a.opus', 'a.opus', 'audio/ogg'],
  ['a web stream', () => new Blob([recording]).stream(), undefined, 'audio.wav', 'audio/wav'],
  ['a generator', () => pieces(), 'talk.MP3', 'talk.MP3', 'audio/mpeg'],
  ['a Response', () => responseOf('audio/flac'), undefined, 'audio.flac', 'audio/flac'],
  ['a Response without a type', () => responseOf(), undefined, 'audio.wav', 'audio/wav'],
  ['a filename that needs escaping', () => recording, 'a "b"\r\nc.mp3', 'a "b"\r\nc.mp3', 'audio/mpeg'],
  ['a stream whose filename needs escaping', () => pieces(), 'a "b" ü.mp3', 'a "b" ü.mp3', 'audio/mpeg'],
];

async function* pieces(): AsyncGenerator<Uint8Array> {
  yield recording.subarray(0, 10);
  yield recording.subarray(10);
}

test.each(inputs)('%s is uploaded whole, with its filename and content type', async (_, give, filename, name, type) => {
  await using server = await loopbackServer([done]);
  const file = give();
  await clientOf(server).models.transcribe({ model, file, ...(filename !== undefined && { filename }) });
  const part = await partOf(server.requests[0]!);
  expect({ name: part.name, type: part.type }).toEqual({ name, type });
  expect(part.bytes.equals(recording)).toBe(true);
});

test('the extension of a filename sets the content type, and a content type sets the extension', async () => {
  const extensions: readonly (readonly [type: string, usual: string, ...others: readonly string[]])[] = [
    ['audio/flac', 'flac'],
    ['audio/mp4', 'm4a'],
    ['audio/mpeg', 'mp3', 'mpeg', 'mpga'],
    ['audio/ogg', 'ogg', 'oga', 'opus'],
    ['audio/wav', 'wav'],
    ['audio/webm', 'webm'],
    ['video/mp4', 'mp4'],
  ];
  const sent = async (file: FileInput, filename?: string): Promise<string[]> => {
    await using server = await loopbackServer([done]);
    await clientOf(server).models.transcribe({ model, file, ...(filename !== undefined && { filename }) });
    const { name, type } = await partOf(server.requests[0]!);
    return [name, type];
  };
  for (const [type, ...known] of extensions) {
    for (const extension of known) expect(await sent(recording, `a.${extension}`)).toEqual([`a.${extension}`, type]);
    expect(await sent(new Blob([recording], { type }))).toEqual([`audio.${known[0]}`, type]);
  }
});

test('a fetched Response takes its filename from its URL', async () => {
  await using files = await loopbackServer([answer({ headers: { 'content-type': 'audio/mpeg' }, body: recording })]);
  await using server = await loopbackServer([done]);
  const file = await fetch(`${files.url}/talks/first.mp3?signature=s`);
  await clientOf(server).models.transcribe({ model, file });
  expect(await partOf(server.requests[0]!)).toMatchObject({ name: 'first.mp3', type: 'audio/mpeg' });
});

test.each<readonly [string, () => FileInput]>([
  ['bytes', () => recording],
  ['a stream', () => pieces()],
])('other fields, known and unknown, are sent with %s', async (_, give) => {
  await using server = await loopbackServer([done]);
  await clientOf(server).models.transcribe({
    model,
    file: give(),
    filename: 'recording.wav',
    language: 'en',
    responseFormat: 'srt',
    temperature: 0,
    wordTimes: true,
    keep_case: 'yes',
    hints: ['a', 'b'],
    options: { deep: 1 },
    nothing: undefined,
  });
  const form = await formOf(server.requests[0]!);
  form.delete('file');
  expect([...form].sort()).toEqual([
    ['hints', 'a'],
    ['hints', 'b'],
    ['keep_case', 'yes'],
    ['language', 'en'],
    ['model', model],
    ['options', '{"deep":1}'],
    ['response_format', 'srt'],
    ['temperature', '0'],
    ['word_times', 'true'],
  ]);
});

const srt = '1\n00:00:00,000 --> 00:00:02,400\nHello.\n';
const full = { text: 'Hello.', language: 'en', duration: 4.2, segments: [{ start: 0, end: 4.2, text: 'Hello.' }] };

test.each<readonly [string, string, unknown, unknown]>([
  ['JSON', 'application/json', JSON.stringify(full), full],
  ['JSON, although SRT was requested', 'application/json; charset=utf-8', '{"text":"Hello."}', { text: 'Hello.' }],
  ['text', 'text/plain; charset=utf-8', 'Hello.\n', { text: 'Hello.\n' }],
  ['SRT', 'application/x-subrip', srt, { text: srt }],
  ['WebVTT', 'text/vtt', 'WEBVTT\n', { text: 'WEBVTT\n' }],
  ['bytes of any other type', 'application/octet-stream', srt, { text: srt }],
])('a response of %s resolves with its text', async (_, type, body, expected) => {
  await using server = await loopbackServer([answer({ headers: { 'content-type': type }, body })]);
  const result = await clientOf(server).models.transcribe({ model, file: recording, responseFormat: 'srt' });
  expect(result).toEqual(expected);
});

test('an HTML page instead of a transcription rejects', async () => {
  await using server = await loopbackServer([answer({ headers: { 'content-type': 'text/html' }, body: '<html>' })]);
  const error = await rejectionOf(clientOf(server).models.transcribe({ model, file: recording }));
  expect(error).toBeInstanceOf(InvalidResponseError);
});

const failures: readonly (readonly [string, Reply, new (...args: never[]) => Error])[] = [
  ['a 500', answer({ status: 500 }), InternalServerError],
  ['a 429', answer({ status: 429, headers: { 'retry-after': '0' } }), RateLimitError],
  ['a lost connection', cutBeforeAnswer(), ConnectionError],
];

test.each(failures)('a file that can be read again is retried after %s', async (_, failure) => {
  for (const file of [recording, folder.at('talk.mp3'), new Blob([recording])]) {
    await using server = await loopbackServer([failure, done]);
    expect(await clientOf(server).models.transcribe({ model, file })).toEqual({ text: 'Hello.' });
    expect(server.requests).toHaveLength(2);
    expect((await partOf(server.requests[1]!)).bytes.equals(recording)).toBe(true);
  }
});

test.each(failures)(
  'a stream is not retried after %s, and the hint says why and what to pass instead',
  async (_, failure, errorClass) => {
    await using server = await loopbackServer([failure, done]);
    const error = await rejectionOf(
      clientOf(server).models.transcribe({ model, file: createReadStream(folder.at('talk.mp3')) }),
    );
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toMatchObject({ hint: expect.stringContaining('Pass a path, a Blob or bytes instead') as string });
    expect(server.requests).toHaveLength(1);
  },
);

test('a stream is not retried after a refused connection, and the hint says why', async () => {
  const server = await loopbackServer([]);
  await server.close();
  const error = await rejectionOf(clientOf(server).models.transcribe({ model, file: responseOf() }));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({
    hint: expect.stringContaining('can be read only once') as string,
    outcomeUnknown: false,
  });
});

test('a transcription that is cut off after its headers rejects with `outcomeUnknown`, and is not retried', async () => {
  await using server = await loopbackServer([cutAfterHeaders({ body: { text: 'Hello.' } }), done]);
  const error = await rejectionOf(clientOf(server).models.transcribe({ model, file: recording }));
  expect(error).toMatchObject({ outcomeUnknown: true });
  expect(server.requests).toHaveLength(1);
});

test('an upload has a timeout and the headers of the client', async () => {
  await using server = await loopbackServer([stallBeforeHeaders()]);
  const client = clientOf(server, { customHeaders: { 'x-team': 'a' } });
  const error = await rejectionOf(client.models.transcribe({ model, file: recording }, { timeout: 0.2 }));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(server.requests[0]?.headers).toMatchObject({ 'x-team': 'a', authorization: /^Bearer / });
});

/** Returns the error of a call with invalid parameters. */
async function refusal(file: unknown, more: object = {}, options: RuncrateOptions = {}): Promise<RuncrateError> {
  const { client, requests } = observedClient(undefined, options);
  const error = await rejectionOf(client.models.transcribe({ model, file: file as FileInput, ...more }));
  expect(error).toBeInstanceOf(RuncrateError);
  expect(requests).toHaveLength(0);
  return error as RuncrateError;
}

test.each<readonly [string, () => unknown, RegExp]>([
  ['a missing file', () => './missing.wav', /names the file "\.\/missing\.wav", which does not exist/],
  ['a folder', () => folder.path, /which is not a regular file/],
  ['an empty file', () => folder.at('empty.wav'), /which is empty/],
  ['a kernel file without a length', () => '/proc/self/environ', /which is empty/],
  ['a network path', () => '\\\\host\\share\\a.wav', /names a file on another host/],
  ['a URL', () => 'https://example.com/a.wav', /must be the file itself, not a URL: fetch it and pass the Response/],
  ['a data URI', () => 'data:audio/wav;base64,AAAA', /must be the file itself, not a URL/],
  ['a Response with an error status', () => new Response('no', { status: 404 }), /is a Response with the status 404/],
  ['a Response without a body', () => new Response(null), /is a Response whose body is empty or has been read/],
  ['a locked stream', () => lockedStream(), /is a stream that has been read already/],
  ['a number', () => 5, /must be a path, a Blob or File, bytes, a stream of bytes or a Response/],
  ['a list of numbers', () => [1, 2], /must be a path, a Blob or File/],
])('%s is rejected before a request is sent', async (_, give, message) => {
  expect((await refusal(give())).message).toMatch(message);
});

test('a Response that has been read is rejected before a request is sent', async () => {
  const response = responseOf();
  await response.arrayBuffer();
  expect((await refusal(response)).message).toMatch(/is a Response whose body is empty or has been read/);
});

test('a Response with a locked body is rejected before a request is sent', async () => {
  const response = responseOf();
  response.body?.getReader();
  expect((await refusal(response)).message).toMatch(/is a Response whose body is empty or has been read/);
});

test('a Node stream that has been read is rejected before a request is sent', async () => {
  const stream = Readable.from([recording]);
  await stream.toArray();
  expect((await refusal(stream)).message).toMatch(/is a stream that has been read already/);
});

test.each([
  ['empty', ''],
  ['a number', 5],
])('a filename that is %s is rejected before a request is sent', async (_, filename) => {
  expect((await refusal(recording, { filename })).message).toMatch(/^`filename` must/);
});

test('with `localFiles: false` a path is rejected, and bytes are accepted', async () => {
  const { message } = await refusal(folder.at('talk.mp3'), {}, { localFiles: false });
  expect(message).toMatch(/^`file` is a path, but `localFiles` is false/);
  const { client, requests } = observedClient(undefined, { localFiles: false });
  await client.models.transcribe({ model, file: recording });
  expect(requests).toHaveLength(1);
});

const failing = async function* (): AsyncGenerator<Uint8Array> {
  yield recording;
  throw new Error('the disk is gone');
};

test.each<readonly [string, () => FileInput, RegExp]>([
  ['a Node stream of a missing file', () => createReadStream(folder.at('missing.wav')), /ENOENT/],
  ['a generator that throws', failing, /could not be read: the disk is gone/],
  ['a stream of strings', () => Readable.from(['a']), /has chunks that are not bytes/],
  [
    'a Node stream that decodes its bytes',
    () => createReadStream(folder.at('talk'), 'utf8'),
    /chunks that are not bytes/,
  ],
])('%s rejects with its own error, not a ConnectionError, and is not retried', async (_, give, message) => {
  await using server = await loopbackServer([done, done]);
  const error = await rejectionOf(clientOf(server).models.transcribe({ model, file: give() }));
  expect(error).toBeInstanceOf(RuncrateError);
  expect(error).not.toBeInstanceOf(ConnectionError);
  expect((error as RuncrateError).message).toMatch(message);
  expect(error).toMatchObject({ outcomeUnknown: false });
  expect(server.requests.length).toBeLessThanOrEqual(1);
});

test('a file that is missing at the retry rejects with its own error', async () => {
  await writeFile(folder.at('short-lived.wav'), recording);
  const removeAndFail: Reply = async (_, response) => {
    await rm(folder.at('short-lived.wav'));
    response.writeHead(500).end();
  };
  await using server = await loopbackServer([removeAndFail, done]);
  const error = await rejectionOf(clientOf(server).models.transcribe({ model, file: folder.at('short-lived.wav') }));
  expect(error).not.toBeInstanceOf(ConnectionError);
  expect((error as RuncrateError).message).toMatch(/^The file to upload could not be read \("short-lived\.wav"\): ./);
});

test('a form is sent as a Blob: from 24 on, Node’s fetch does not report unreadable files of a `FormData`', async () => {
  const bodies: unknown[] = [];
  await using server = await loopbackServer([answer({ status: 500 }), done]);
  const spying: typeof fetch = (url, init) => {
    bodies.push(init?.body);
    return fetch(url, init);
  };
  await clientOf(server, { fetch: spying }).models.transcribe({ model, file: folder.at('talk.mp3') });
  expect(bodies.map((body) => body instanceof Blob)).toEqual([true, true]);
  expect((await partOf(server.requests[1]!)).bytes.equals(recording)).toBe(true);
});

/** On a busy machine, what follows the end of a call may take longer than the second that Vitest waits. */
const patience = { timeout: 20_000 };

test('an abort during an upload rejects with its reason, and releases the stream', async () => {
  const controller = new AbortController();
  const reason = { stop: 'enough' };
  let isReleased = false;
  const endless = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for (let piece = 0; ; piece++) {
        if (piece === 3) controller.abort(reason);
        yield recording;
      }
    } finally {
      isReleased = true;
    }
  };
  await using server = await loopbackServer([done]);
  const call = clientOf(server).models.transcribe({ model, file: endless() }, { signal: controller.signal });
  expect(await rejectionOf(call)).toBe(reason);
  await expect.poll(() => isReleased, patience).toBe(true);
});

test('unread streams are released when a call fails', async () => {
  const file = createReadStream(folder.at('talk.mp3'));
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({ cancel: () => void (isCancelled = true) });
  const server = await loopbackServer([]);
  await server.close();
  const client = clientOf(server);
  await rejectionOf(client.models.transcribe({ model, file }));
  await rejectionOf(client.models.transcribe({ model, file: stream }));
  await expect.poll(() => [file.closed, isCancelled], patience).toEqual([true, true]);
});

test('a stalled stream is released when the call is aborted', async () => {
  const controller = new AbortController();
  let isCancelled = false;
  const stalled = new ReadableStream<Uint8Array>({
    pull: () => (setTimeout(() => controller.abort(), 50), new Promise(() => undefined)),
    cancel: () => void (isCancelled = true),
  });
  await using server = await loopbackServer([done]);
  await rejectionOf(clientOf(server).models.transcribe({ model, file: stalled }, { signal: controller.signal }));
  await expect.poll(() => isCancelled, patience).toBe(true);
});

test.each([
  ['aborted', { timeout: 10 }],
  ['timed out', { timeout: 0.2 }],
])('a stream that is the body of an untyped call is released when the call is %s', async (_, options) => {
  // Before the stream, which is pulled from as soon as it exists, and so aborts the call.
  await using server = await loopbackServer([done]);
  const controller = new AbortController();
  let isCancelled = false;
  let pulls = 0;
  const endless = new ReadableStream<Uint8Array>({
    async pull(stream) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      stream.enqueue(new Uint8Array(10));
      // Its first pull comes before `fetch` reads: what is aborted while it connects, it may leave locked.
      if (options.timeout === 10 && ++pulls === 3) controller.abort();
    },
    cancel: () => void (isCancelled = true),
  });
  const onServer = { ...options, server: 'inference', signal: controller.signal } as const;
  await rejectionOf(clientOf(server).request('POST /new/thing', endless, onServer));
  await expect.poll(() => isCancelled, patience).toBe(true);
});

test('a stream that is the body of an untyped call is released when the call is aborted before it is sent', async () => {
  const controller = new AbortController();
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({ cancel: () => void (isCancelled = true) });
  const { client, requests } = observedClient(undefined, {
    apiKey: () => {
      controller.abort();
      return 'rc_live_test';
    },
  });
  await rejectionOf(client.request('POST /new/thing', stream, { server: 'inference', signal: controller.signal }));
  expect(requests).toHaveLength(0);
  expect(isCancelled).toBe(true);
});

test('a stream of an untyped call that is refused is left to its caller', async () => {
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({ cancel: () => void (isCancelled = true) });
  const { client } = observedClient();
  await rejectionOf(client.request('POST /new/../thing', stream, { server: 'inference' }));
  expect(isCancelled).toBe(false);
});

test('a stream is not resent after a redirect', async () => {
  const { client, requests } = observedClient(
    ({ url }) => new Response(null, { status: 308, headers: { location: `https://www.${url.host}${url.pathname}` } }),
  );
  const error = await rejectionOf(client.models.transcribe({ model, file: pieces() }));
  expect(error).toMatchObject({ message: expect.stringContaining("can't be sent again") as string });
  expect(requests).toHaveLength(1);
});

/** Redirects of an upload: Node's fetch must not follow them, and then hides their response. */
const elsewhere: Reply = answer({ status: 308, headers: { location: 'http://127.0.0.1:1/v1/audio/transcriptions' } });

test('a file is not sent to another origin after a redirect, and the error names the target', async () => {
  await using server = await loopbackServer([elsewhere, elsewhere]);
  const error = await rejectionOf(clientOf(server).models.transcribe({ model, file: folder.at('talk.mp3') }));
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect((error as Error).message).toContain('was redirected to http://127.0.0.1:1/v1/audio/transcriptions');
});

test('a stream that is redirected to another origin is sent once, and the error says so', async () => {
  await using server = await loopbackServer([elsewhere, done]);
  const file = createReadStream(folder.at('talk.mp3'));
  const error = await rejectionOf(clientOf(server).models.transcribe({ model, file }));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toMatch(/was redirected, but its body can't be sent again\.$/);
  expect(server.requests).toHaveLength(1);
});

test('only uploads set the options that keep Node’s fetch from buffering the body', async () => {
  const inits: (RequestInit | undefined)[] = [];
  const watched: typeof fetch = async (_, init) => {
    inits.push(init);
    return Response.json({ text: '', data: [] });
  };
  const client = clientOf({ url: 'http://127.0.0.1:1' }, { fetch: watched });
  await client.models.transcribe({ model, file: recording });
  await client.models.transcribe({ model, file: pieces() });
  await client.models.list();
  expect(inits.map((init) => [init?.redirect, init?.window])).toEqual([
    ['error', null],
    ['error', null],
    ['manual', undefined],
  ]);
});

function lockedStream(): ReadableStream<Uint8Array> {
  const stream = new Blob([recording]).stream();
  stream.getReader();
  return stream;
}
