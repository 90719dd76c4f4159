import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Runcrate, type Logger, type RuncrateOptions } from '../../src/index.node.js';
import type { LoopbackServer, Reply } from './loopback-server.js';
import { TEST_API_KEY } from './observed-client.js';

/** Bytes that begin as an image of each type does. They need not be valid images. */
export const pictures = {
  'image/png': imageOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/jpeg': imageOf([0xff, 0xd8, 0xff, 0xe0]),
  'image/gif': imageOf(ascii('GIF89a')),
  'image/webp': imageOf([...ascii('RIFF'), 72, 0, 0, 0, ...ascii('WEBPVP8 ')]),
  'image/bmp': imageOf([...ascii('BM'), 80, 0, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0]),
  'image/tiff': imageOf([...ascii('II*'), 0, 8, 0, 0, 0]),
  'image/avif': imageOf([0, 0, 0, 0x1c, ...ascii('ftypavif')]),
  'image/heic': imageOf([0, 0, 0, 0x18, ...ascii('ftypheic')]),
} as const;

export const png: Buffer<ArrayBuffer> = pictures['image/png'];
export const jpeg: Buffer<ArrayBuffer> = pictures['image/jpeg'];

/** This many bytes, of which no two parts are equal. */
export function film(size = 200_000): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(size);
  for (let index = 0; index + 4 <= size; index += 4) bytes.writeUInt32BE(index, index);
  return bytes;
}

/** A folder that is deleted at the end of the block. */
export interface Folder extends AsyncDisposable {
  readonly path: string;
  /** A path inside. */
  at(name: string): string;
  /** Names of all that is inside, temporary files included. */
  names(): Promise<string[]>;
  read(name: string): Promise<Buffer>;
}

export async function temporaryFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'runcrate-media-'));
  return {
    path,
    at: (name) => join(path, name),
    names: async () => (await readdir(path)).sort(),
    read: (name) => readFile(join(path, name)),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  };
}

/** A logger that does nothing; a test replaces its methods. */
export const silent: Logger = { error: ignore, warn: ignore, info: ignore, debug: ignore };

function ignore(): void {
  // The log is not part of these tests.
}

/** A client with one server for both APIs. */
export function clientOf({ url }: Pick<LoopbackServer, 'url'>, options: RuncrateOptions = {}): Runcrate {
  return new Runcrate({ apiKey: TEST_API_KEY, baseUrl: url, inferenceUrl: url, logLevel: 'off', ...options });
}

/** A file as a server has it. */
export interface ServedFile {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Serves a file by RFC 9110: a range of it, if one is requested and the validator is still the same. */
export function serveFile({ bytes, headers }: ServedFile): Reply {
  return ({ headers: asked }, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(asked.range ?? '')?.[1] ?? NaN);
    const validator = asked['if-range'];
    const isSame = validator === undefined || [headers['etag'], headers['last-modified']].includes(String(validator));
    if (Number.isNaN(start) || !isSame) {
      response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes);
      return;
    }
    if (start >= bytes.length) {
      response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
      return;
    }
    const rest = bytes.subarray(start);
    const range = `bytes ${start}-${bytes.length - 1}/${bytes.length}`;
    response.writeHead(206, { ...headers, 'content-length': rest.length, 'content-range': range }).end(rest);
  };
}

function imageOf(head: readonly number[]): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from(head), Buffer.alloc(80 - head.length, 7)]);
}

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')];
}
