import { chmod, mkdir, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ConnectionError,
  InvalidResponseError,
  NotFoundError,
  RuncrateError,
  TimeoutError,
  type DownloadProgress,
} from '../../../src/index.node.js';
import {
  answer,
  answerSlowly,
  cutAfterHeaders,
  cutBeforeAnswer,
  cutInBody,
  stallInBody,
  type AcceptedRequest,
  type Reply,
} from '../../helpers/loopback-server.js';
import {
  clientOf,
  film,
  serveFile,
  silent,
  temporaryFolder,
  type Folder,
  type ServedFile,
} from '../../helpers/media.js';
import { rejectionOf } from '../../helpers/observed-transport.js';
import { jobId, videoServer } from '../../helpers/video-server.js';

let folder: Folder;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => folder[Symbol.asyncDispose]());

const bytes = film();
const other = film().reverse();
const type = { 'content-type': 'video/mp4' };
const cutAt = 70_000;
const date = 'Wed, 21 Oct 2015 07:28:00 GMT';

const fileOf = (headers: Readonly<Record<string, string>>, content = bytes): ServedFile => ({
  bytes: content,
  headers: { ...type, ...headers },
});

/** The beginning of a file, and then the end of the connection. */
const cut = ({ bytes: body, headers }: ServedFile, afterBytes = cutAt): Reply =>
  cutInBody({ headers, body }, afterBytes);

const rangesOf = (requests: readonly AcceptedRequest[]): unknown[] =>
  requests.filter(({ url }) => url.endsWith('/download')).map(({ headers }) => [headers.range, headers['if-range']]);

/** The bytes that the client received from the first connection: the last ones may be lost when it breaks. */
const resumedAt = (requests: readonly AcceptedRequest[]): number =>
  Number(/^bytes=(\d+)-$/.exec(requests.at(-1)?.headers.range ?? '')?.[1]);

const strong = { etag: '"a"' };
const weak = { etag: 'W/"a"' };
const dated = { 'last-modified': date };

test('every request that resumes a download counts as a retry, whether the connection or the request fails', async () => {
  const file = fileOf(strong);
  await using server = await videoServer([cut(file), answer({ status: 500 }), serveFile(file)]);
  const save = clientOf(server, { maxRetries: 1 }).models.saveVideo(folder.at('a.mp4'), jobId);
  expect(await rejectionOf(save)).toMatchObject({ statusCode: 500 });
  expect(rangesOf(server.requests)).toHaveLength(2);
});

test.each<readonly [string, Readonly<Record<string, string>>, string]>([
  ['a strong ETag', strong, '"a"'],
  ['a strong ETag beside a date', { ...strong, ...dated }, '"a"'],
  ['a date', dated, date],
  ['a date beside a weak ETag', { ...weak, ...dated }, date],
])('a download resumes where it broke, if %s shows that the file is the same', async (_, headers, validator) => {
  const file = fileOf(headers);
  await using server = await videoServer([cut(file), serveFile(file)]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId);
  const start = resumedAt(server.requests);
  expect(rangesOf(server.requests)).toEqual([
    [undefined, undefined],
    [`bytes=${start}-`, validator],
  ]);
  expect(start).toBeGreaterThan(0);
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
  expect(await folder.names()).toEqual(['a.mp4']);
});

test.each<readonly [string, Reply]>([
  ['no validator', cut(fileOf({}))],
  ['a weak ETag alone', cut(fileOf(weak))],
  ['ranges that the server does not accept', cut(fileOf({ ...strong, 'accept-ranges': 'none' }))],
  [
    'a body that is compressed',
    cutAfterHeaders({ headers: { ...type, ...strong, 'content-encoding': 'br' }, body: bytes }),
  ],
])('a download starts again after it broke, with %s', async (_, broken) => {
  await using server = await videoServer([broken, serveFile(fileOf({}))]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId);
  expect(rangesOf(server.requests)).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
});

/** A response to a request for the rest that is not the rest. */
const part = (headers: Readonly<Record<string, string>>, body: Buffer): Reply =>
  answer({ status: 206, headers: { ...type, ...headers }, body });

const rest = `bytes ${cutAt}-${bytes.length - 1}/${bytes.length}`;

test.each<readonly [string, Reply]>([
  [
    'another range of the file',
    part({ ...strong, 'content-range': `bytes 5-${bytes.length - 1}/9` }, bytes.subarray(5)),
  ],
  ['a part without a `Content-Range`', part(strong, bytes)],
  ['a part of another file', part({ etag: '"b"', 'content-range': rest }, other.subarray(cutAt))],
  ['a part that is compressed', part({ ...strong, 'content-encoding': 'br', 'content-range': rest }, bytes)],
  ['a 416', answer({ status: 416, headers: { 'content-range': 'bytes */5' } })],
])('the whole file is requested again after %s', async (_, wrong) => {
  const renewed = fileOf({ etag: '"b"' }, other);
  await using server = await videoServer([cut(fileOf(strong)), wrong, serveFile(renewed)]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId);
  expect(rangesOf(server.requests).at(-1)).toEqual([undefined, undefined]);
  expect((await folder.read('a.mp4')).equals(other)).toBe(true);
});

test.each([
  ['the end of it', `bytes 5-${bytes.length - 1}/${bytes.length}`],
  ['the beginning of it', `bytes 0-${bytes.length - 1}/${bytes.length + 5}`],
  ['an unknown part of it', ''],
])('a download fails if the whole file is requested and the server sends %s', async (_, range) => {
  await using server = await videoServer([part({ ...strong, 'content-range': range }, bytes)]);
  const error = await rejectionOf(clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId));
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(await folder.names()).toEqual([]);
});

test('a 206 with the whole file is accepted', async () => {
  const range = `bytes 0-${bytes.length - 1}/${bytes.length}`;
  await using server = await videoServer([part({ ...strong, 'content-range': range }, bytes)]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId);
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
});

test('a 200 for a range, because the file has changed, replaces what was received', async () => {
  await using server = await videoServer([cut(fileOf(strong)), serveFile(fileOf({ etag: '"b"' }, other))]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId);
  expect(rangesOf(server.requests)).toHaveLength(2);
  expect((await folder.read('a.mp4')).equals(other)).toBe(true);
});

test('a shorter file after a longer one contains nothing of the longer one', async () => {
  const short = bytes.subarray(0, 10);
  await using server = await videoServer([cut(fileOf({})), serveFile(fileOf({}, short))]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId);
  expect((await folder.read('a.mp4')).equals(short)).toBe(true);
});

test('a resumed download that breaks resumes again, and progress resets the retries', async () => {
  const file = fileOf(strong);
  const serveAndCut: Reply = (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? 'bytes=0-')![1]);
    const left = bytes.length - start;
    response.writeHead(start === 0 ? 200 : 206, {
      ...file.headers,
      'content-length': left,
      ...(start > 0 && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
    });
    response.write(bytes.subarray(start, start + 50_000), () => response.socket?.destroySoon());
  };
  const times = Array.from({ length: 3 }, () => serveAndCut);
  await using server = await videoServer([...times, serveFile(file)]);
  await clientOf(server, { maxRetries: 1 }).models.saveVideo(folder.at('a.mp4'), jobId);
  expect(rangesOf(server.requests)).toHaveLength(4);
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
});

test('a restart is not progress: a download that always breaks at the same byte fails', async () => {
  await using server = await videoServer(Array.from({ length: 9 }, () => cut(fileOf({}))));
  const save = clientOf(server, { maxRetries: 2 }).models.saveVideo(folder.at('a.mp4'), jobId);
  expect(await rejectionOf(save)).toBeInstanceOf(ConnectionError);
  expect(rangesOf(server.requests).length).toBeLessThanOrEqual(5);
  expect(await folder.names()).toEqual([]);
});

test.each<readonly [string, Reply]>([
  ['is cut off', cut(fileOf(strong))],
  ['is cut off after its headers', cutAfterHeaders({ headers: { ...type, ...strong }, body: bytes })],
  ['is cut off before its headers', cutBeforeAnswer()],
])('with `maxRetries: 0`, a download that %s rejects and leaves no file', async (_, reply) => {
  await using server = await videoServer([reply]);
  const error = await rejectionOf(clientOf(server, { maxRetries: 0 }).models.saveVideo(folder.at('a.mp4'), jobId));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ hint: expect.stringContaining(`saveVideo(path, "${jobId}")`) as string });
  expect(rangesOf(server.requests)).toHaveLength(1);
  expect(await folder.names()).toEqual([]);
});

test('a download that stalls times out and resumes', async () => {
  const file = fileOf(strong);
  await using server = await videoServer([stallInBody({ headers: file.headers, body: bytes }, cutAt), serveFile(file)]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId, { timeout: 0.2 });
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
  await server.requests[1]?.closed;
});

test('a download that keeps stalling rejects with a TimeoutError, and its connections are closed', async () => {
  await using server = await videoServer([stallInBody({ headers: type, body: bytes }, 10)]);
  const save = clientOf(server, { maxRetries: 0 }).models.saveVideo(folder.at('a.mp4'), jobId, { timeout: 0.1 });
  expect(await rejectionOf(save)).toBeInstanceOf(TimeoutError);
  await Promise.all(server.requests.map(({ closed }) => closed));
  expect(await folder.names()).toEqual([]);
});

test('a slow download may take longer than the timeout', async () => {
  const small = bytes.subarray(0, 4000);
  await using server = await videoServer([answerSlowly({ headers: type, body: small }, 200, 15)]);
  await clientOf(server, { maxRetries: 0 }).models.saveVideo(folder.at('a.mp4'), jobId, { timeout: 0.2 });
  expect((await folder.read('a.mp4')).equals(small)).toBe(true);
});

test('`onProgress` is called with every chunk and the total length, also after a resume', async () => {
  const file = fileOf(strong);
  await using server = await videoServer([cut(file), serveFile(file)]);
  const reports: DownloadProgress[] = [];
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId, {
    onProgress: (progress) => reports.push(progress),
  });
  expect(new Set(reports.map(({ totalBytes }) => totalBytes))).toEqual(new Set([bytes.length]));
  const received = reports.map(({ receivedBytes }) => receivedBytes);
  expect(received).toEqual([...new Set(received)].sort((a, b) => a - b));
  expect(received.at(-1)).toBe(bytes.length);
});

test('`onProgress` receives no total length if the server sends none', async () => {
  await using server = await videoServer([(_, response) => void response.writeHead(200, type).end(bytes)]);
  const reports: DownloadProgress[] = [];
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId, {
    onProgress: (progress) => reports.push(progress),
  });
  expect(reports.at(-1)).toEqual({ receivedBytes: bytes.length, totalBytes: undefined });
});

test('an `onProgress` that throws does not lose the video, and is logged', async () => {
  await using server = await videoServer([serveFile(fileOf({}))]);
  const errors: unknown[][] = [];
  const logger = { ...silent, error: (...line: unknown[]) => errors.push(line) };
  const thrown = new Error('mine');
  await clientOf(server, { logger, logLevel: 'error' }).models.saveVideo(folder.at('a.mp4'), jobId, {
    onProgress: () => {
      throw thrown;
    },
  });
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
  expect(errors[0]).toEqual(['`onProgress` threw.', thrown]);
});

test('a video that is missing, although its job is completed, is requested again', async () => {
  const missing = answer({ status: 404, body: { error: { code: 'not_found', message: 'Not ready.' } } });
  await using server = await videoServer([missing, missing, serveFile(fileOf({}))]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId, { pollInterval: 100 });
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
});

test('the delay between two requests for a missing video is `pollInterval`, and an abort rejects with its reason', async () => {
  const missing = answer({ status: 404, body: { error: { code: 'not_found', message: 'Not ready.' } } });
  await using server = await videoServer([missing, missing, serveFile(fileOf({}))]);
  const controller = new AbortController();
  const reason = new Error('Enough.');
  const save = clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId, {
    pollInterval: 600_000,
    signal: controller.signal,
    onResponse: ({ status }) => void (status === 404 && setTimeout(() => controller.abort(reason), 50)),
  });
  expect(await rejectionOf(save)).toBe(reason);
  expect(rangesOf(server.requests)).toHaveLength(1);
});

test('a video that stays missing rejects with a NotFoundError that names the job, and leaves no file', async () => {
  const missing = answer({ status: 404, body: { error: { code: 'not_found', message: 'Not ready.' } } });
  await using server = await videoServer([missing, missing, missing, missing]);
  const error = await rejectionOf(clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId, { pollInterval: 100 }));
  expect(error).toBeInstanceOf(NotFoundError);
  expect(error).toMatchObject({ message: 'Not ready.', hint: expect.stringContaining(jobId) as string });
  expect(rangesOf(server.requests)).toHaveLength(3);
  expect(await folder.names()).toEqual([]);
});

test.each(['text/html', 'application/json'])(
  'a video with the content type %s is rejected and leaves no file',
  async (contentType) => {
    await using server = await videoServer([answer({ headers: { 'content-type': contentType }, body: '{}' })]);
    const error = await rejectionOf(clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(await folder.names()).toEqual([]);
  },
);

test('a download behind a redirect resumes behind the redirect', async () => {
  const file = fileOf(strong);
  await using server = await videoServer([
    answer({ status: 302, headers: { location: '/film/download' } }),
    cut(file),
    answer({ status: 302, headers: { location: '/film/download' } }),
    serveFile(file),
  ]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId);
  const last = server.requests.at(-1);
  expect(last?.url).toBe('/film/download');
  expect(last?.headers.range).toMatch(/^bytes=[1-9]\d*-$/);
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
});

test('`downloadVideo` returns the bytes', async () => {
  await using server = await videoServer([serveFile(fileOf({}))]);
  const video = await clientOf(server).models.downloadVideo(jobId);
  expect(Buffer.isBuffer(video)).toBe(true);
  expect(video.equals(bytes)).toBe(true);
});

test('`downloadVideo` retries after a body that is cut off', async () => {
  await using server = await videoServer([cut(fileOf({})), serveFile(fileOf({}))]);
  expect((await clientOf(server).models.downloadVideo(jobId)).equals(bytes)).toBe(true);
});

test('an existing file is kept until the new one is complete', async () => {
  await writeFile(folder.at('a.mp4'), 'the old film');
  const seen: string[] = [];
  const reply: Reply = async (_, response) => {
    response.writeHead(200, { ...type, 'content-length': bytes.length });
    response.write(bytes.subarray(0, cutAt));
    await expect.poll(() => folder.names()).toHaveLength(2);
    seen.push((await folder.read('a.mp4')).toString());
    response.end(bytes.subarray(cutAt));
  };
  await using server = await videoServer([reply]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId);
  expect(seen).toEqual(['the old film']);
  expect((await folder.read('a.mp4')).equals(bytes)).toBe(true);
  expect(await folder.names()).toEqual(['a.mp4']);
});

test.each<readonly [string, Reply]>([
  ['a lost connection', cut(fileOf({}))],
  ['an HTML page', answer({ headers: { 'content-type': 'text/html' }, body: '<html>' })],
  ['an error', answer({ status: 403 })],
  ['an empty response', answer({ headers: type, body: '' })],
])('%s leaves an existing file unchanged', async (_, reply) => {
  await writeFile(folder.at('a.mp4'), 'the old film');
  await using server = await videoServer([reply]);
  await rejectionOf(clientOf(server, { maxRetries: 0 }).models.saveVideo(folder.at('a.mp4'), jobId));
  expect(await folder.names()).toEqual(['a.mp4']);
  expect((await folder.read('a.mp4')).toString()).toBe('the old film');
});

test.each([0o600, 0o640, 0o666, 0o755])('a file that is replaced keeps the permissions %o', async (mode) => {
  await writeFile(folder.at('a.mp4'), 'old');
  await chmod(folder.at('a.mp4'), mode);
  await using server = await videoServer([serveFile(fileOf({}))]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId);
  expect((await stat(folder.at('a.mp4'))).mode & 0o777).toBe(mode);
});

test.each<readonly [string, boolean]>([
  ['a file', true],
  ['nothing yet', false],
])('a link to %s is kept, and its target is written', async (_, exists) => {
  await mkdir(folder.at('films'));
  if (exists) await writeFile(folder.at('films/b.mp4'), 'old');
  await symlink('films/b.mp4', folder.at('a.mp4'));
  await using server = await videoServer([serveFile(fileOf({}))]);
  await clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId);
  expect(await readlink(folder.at('a.mp4'))).toBe('films/b.mp4');
  expect((await folder.read('films/b.mp4')).equals(bytes)).toBe(true);
});

test('a file name may be as long as the system allows', async () => {
  const name = '映'.repeat(85);
  await using server = await videoServer([serveFile(fileOf({}))]);
  await clientOf(server).models.saveVideo(folder.at(name), jobId);
  expect(await folder.names()).toEqual([name]);
});

/** Limits the size of the files that this process can write, as a full disk does. */
function limitFileSize(bytesAllowed: number | 'unlimited'): void {
  const { status } = spawnSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytesAllowed}:unlimited`]);
  if (status !== 0) throw new Error('prlimit failed.');
}

test.runIf(process.platform === 'linux')(
  'a full disk rejects with an error that names the file and the job, and leaves no partial file and no connection',
  async () => {
    await writeFile(folder.at('a.mp4'), 'the old film');
    await using server = await videoServer([stallInBody({ headers: type, body: bytes }, 150_000)]);
    limitFileSize(100_000);
    const error = await rejectionOf(clientOf(server).models.saveVideo(folder.at('a.mp4'), jobId)).finally(() =>
      limitFileSize('unlimited'),
    );
    expect(error).toBeInstanceOf(RuncrateError);
    expect(error).toMatchObject({
      message: `The file ${JSON.stringify(folder.at('a.mp4'))} could not be written: EFBIG.`,
      hint: expect.stringContaining(jobId) as string,
      cause: { code: 'EFBIG' },
    });
    expect(await folder.names()).toEqual(['a.mp4']);
    expect((await folder.read('a.mp4')).toString()).toBe('the old film');
    await Promise.all(server.requests.map(({ closed }) => closed));
    expect(rangesOf(server.requests)).toHaveLength(1);
  },
);
