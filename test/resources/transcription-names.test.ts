import { Readable } from 'node:stream';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileInput } from '../../src/index.node.js';
import { webPlatform } from '../../src/handwritten/platform/web.js';
import { uploadOf } from '../../src/handwritten/core/files/upload-input.js';
import { answer, loopbackServer } from '../helpers/loopback-server.js';
import { clientOf, temporaryFolder, type Folder } from '../helpers/media.js';

const latin1 = (text: string): Buffer<ArrayBuffer> => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(32, 1)]);

const sounds: readonly (readonly [format: string, bytes: Buffer<ArrayBuffer>, extension: string, type: string])[] = [
  ['FLAC', latin1('fLaC\0\0\0\x22'), 'flac', 'audio/flac'],
  ['Ogg', latin1('OggS\0\x02'), 'ogg', 'audio/ogg'],
  ['WAVE', latin1('RIFF\x24\0\0\0WAVEfmt '), 'wav', 'audio/wav'],
  ['WAVE beyond 4 GB', latin1('RF64\xff\xff\xff\xffWAVEds64'), 'wav', 'audio/wav'],
  ['WebM', latin1('\x1aE\xdf\xa3\x9fB\x86\x81\x01'), 'webm', 'audio/webm'],
  ['MP3 with a tag', latin1('ID3\x04\0\0'), 'mp3', 'audio/mpeg'],
  ['MP3 of MPEG 1', latin1('\xff\xfb\x90\x64'), 'mp3', 'audio/mpeg'],
  ['MP3 of MPEG 2', latin1('\xff\xf3\x84\xc4'), 'mp3', 'audio/mpeg'],
  ['M4A', latin1('\0\0\0\x20ftypM4A \0\0\0\0'), 'm4a', 'audio/mp4'],
  ['an audio book', latin1('\0\0\0\x20ftypM4B \0\0\0\0'), 'm4a', 'audio/mp4'],
  ['MP4', latin1('\0\0\0\x18ftypmp42\0\0\0\0'), 'mp4', 'video/mp4'],
  ['MP4 of a browser', latin1('\0\0\0\x18ftypiso5\0\0\0\0'), 'mp4', 'video/mp4'],
];

let folder: Folder;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => folder[Symbol.asyncDispose]());

async function partOf(file: FileInput, filename?: string): Promise<{ name: string; type: string; size: number }> {
  await using server = await loopbackServer([answer({ body: { text: 'Hello.' } })]);
  await clientOf(server).models.transcribe({ model: 'm', file, ...(filename !== undefined && { filename }) });
  const { headers, body } = server.requests[0]!;
  const type = headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const part = form.get('file') as File;
  return { name: part.name, type: part.type, size: part.size };
}

test.each(sounds)('%s without a name is named by its first bytes', async (_, bytes, extension, type) => {
  const expected = { name: `audio.${extension}`, type, size: bytes.length };
  const inputs: FileInput[] = [
    bytes,
    new Uint8Array(bytes).buffer,
    new Blob([bytes]),
    new Blob([bytes], { type: 'application/octet-stream' }),
    new Response(bytes),
    new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } }),
    new Blob([bytes]).stream(),
    Readable.from([bytes]),
  ];
  for (const input of inputs) expect(await partOf(input)).toEqual(expected);
});

test.each(sounds)('%s whose name has no extension gets one by its first bytes', async (_, bytes, extension, type) => {
  await writeFile(folder.at('talk'), bytes);
  const expected = { name: `talk.${extension}`, type };
  expect(await partOf(folder.at('talk'))).toMatchObject(expected);
  expect(await partOf(new File([bytes], 'talk'))).toMatchObject(expected);
  // The caller's own word.
  expect(await partOf(bytes, 'talk')).toMatchObject({ name: 'talk', type });
});

test('the first bytes of a stream may come one by one', async () => {
  const bytes = sounds[8]![1];
  const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
  expect(await partOf(Readable.from(pieces))).toEqual({ name: 'audio.m4a', type: 'audio/mp4', size: bytes.length });
});

test.each<readonly [type: string, name: string]>([
  ['audio/x-m4a', 'audio.m4a'],
  ['audio/m4a', 'audio.m4a'],
  ['audio/mp4; codecs="mp4a.40.2"', 'audio.m4a'],
  ['AUDIO/MPEG', 'audio.mp3'],
  ['audio/mp3', 'audio.mp3'],
  ['audio/x-mp3', 'audio.mp3'],
  ['audio/mpeg3', 'audio.mp3'],
  ['audio/x-flac', 'audio.flac'],
  ['audio/x-wav', 'audio.wav'],
  ['audio/wave', 'audio.wav'],
  ['audio/vnd.wave', 'audio.wav'],
  ['audio/webm;codecs=opus', 'audio.webm'],
  ['video/webm', 'audio.webm'],
  ['application/ogg', 'audio.ogg'],
  ['video/ogg', 'audio.ogg'],
  ['audio/opus', 'audio.ogg'],
  ['video/mp4', 'audio.mp4'],
  ['audio/aac', 'audio.aac'],
  ['audio/3gpp', 'audio.3gp'],
  ['video/quicktime', 'audio.mov'],
  ['audio/x-aiff', 'audio.aiff'],
  ['audio/amr', 'audio.amr'],
  ['audio/x-own', 'audio.wav'],
])('a Blob and a Response of the type %s are named %s', async (type, name) => {
  const bytes = Buffer.alloc(64, 1);
  expect(await partOf(new Blob([bytes], { type }))).toMatchObject({ name });
  const response = new Response(bytes, { headers: { 'content-type': type } });
  expect(await partOf(response)).toMatchObject({ name });
});

test('the media type that was given counts before the bytes', async () => {
  const [, bytes] = sounds[0]!;
  expect(await partOf(new Blob([bytes], { type: 'audio/ogg' }))).toMatchObject({
    name: 'audio.ogg',
    type: 'audio/ogg',
  });
});

test('a Response of a data: URL is named by its type, not by its base64', async () => {
  const [, bytes] = sounds[0]!;
  const response = await fetch(`data:audio/mpeg;base64,${bytes.toString('base64')}`);
  expect(await partOf(response)).toMatchObject({ name: 'audio.mp3', type: 'audio/mpeg' });
});

test('a Response of a blob: URL is named by its type', async () => {
  const url = URL.createObjectURL(new Blob([sounds[0]![1]], { type: 'audio/ogg' }));
  expect(await partOf(await fetch(url))).toMatchObject({ name: 'audio.ogg', type: 'audio/ogg' });
});

test.each([
  ['talk%20one.flac', 'talk one.flac'],
  ['a%2Fb%C3%A9.mp3', 'b\u00e9.mp3'],
  ['100%.mp3', '100%.mp3'],
])('the name of a Response of the URL …/%s is %s', async (path, name) => {
  const response = new Response(Buffer.alloc(64, 1));
  Object.defineProperty(response, 'url', { value: `https://a.b/c/${path}` });
  expect(await partOf(response)).toMatchObject({ name });
});

test('a Response whose URL has no extension gets one by its type', async () => {
  const [, bytes] = sounds[0]!;
  await using files = await loopbackServer([answer({ headers: { 'content-type': 'audio/flac' }, body: bytes })]);
  expect(await partOf(await fetch(`${files.url}/talks/17`))).toMatchObject({ name: '17.flac', type: 'audio/flac' });
});

test.each(sounds)('%s that is read whole, as on the web, is named too', async (_, bytes, extension, type) => {
  const platform = { ...webPlatform };
  const context = { platform, localFiles: true, signal: undefined, unnamed: 'audio.wav' };
  const upload = await uploadOf(new Blob([bytes]).stream(), undefined, 'file', context);
  expect({ name: upload.name, type: upload.type }).toEqual({ name: `audio.${extension}`, type });
});
