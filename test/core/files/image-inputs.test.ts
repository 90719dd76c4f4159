import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operationsById } from '../../../generated/cases.js';
import { RuncrateError, type ImageInput, type Runcrate } from '../../../src/index.node.js';
import { jpeg, pictures, png, temporaryFolder, type Folder } from '../../helpers/media.js';
import { observedClient } from '../../helpers/observed-client.js';

let folder: Folder;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(folder.at('photo.png'), png);
  await writeFile(folder.at('photo'), jpeg);
  await writeFile(folder.at('notes.png'), 'These are notes, not an image.');
  await writeFile(folder.at('empty.png'), '');
  await mkdir(folder.at('folder.png'));
  await symlink(folder.at('photo.png'), folder.at('link.png'));
  execFileSync('mkfifo', [folder.at('pipe.png')]);
});

afterAll(() => folder[Symbol.asyncDispose]());

const dataUri = (bytes: Buffer, type: string): string => `data:${type};base64,${bytes.toString('base64')}`;
const pngUri = dataUri(png, 'image/png');
const jpegUri = dataUri(jpeg, 'image/jpeg');
const model = 'a';
const prompt = 'b';

/** What is sent for an image. */
async function sent(image: unknown, options: Parameters<typeof observedClient>[1] = {}): Promise<unknown> {
  const { client, requests } = observedClient(undefined, options);
  await client.models.generateImage({ model, prompt, image: image as ImageInput });
  return (requests[0]?.json as { readonly image: unknown }).image;
}

/** The error for an image that is rejected, which must not send a request. */
async function refusal(image: unknown, options: Parameters<typeof observedClient>[1] = {}): Promise<RuncrateError> {
  const { client, requests } = observedClient(undefined, options);
  const error: unknown = await client.models
    .generateImage({ model, prompt, image: image as ImageInput })
    .catch((thrown: unknown) => thrown);
  expect(requests).toHaveLength(0);
  expect(error).toBeInstanceOf(RuncrateError);
  return error as RuncrateError;
}

const longBase64 = Buffer.alloc(60, 1).toString('base64');

const inputs: readonly (readonly [kind: string, give: () => unknown, expected: () => unknown])[] = [
  ['a path', () => folder.at('photo.png'), () => pngUri],
  ['a relative path', () => `./${relative('.', folder.at('photo.png'))}`, () => pngUri],
  ['a path without an extension, by its bytes', () => folder.at('photo'), () => jpegUri],
  ['a link to an image', () => folder.at('link.png'), () => pngUri],
  ['a file: URL as a string', () => pathToFileURL(folder.at('photo.png')).href, () => pngUri],
  ['a file: URL', () => pathToFileURL(folder.at('photo.png')), () => pngUri],
  ['an http URL', () => 'http://example.com/a', () => 'http://example.com/a'],
  ['an https URL', () => 'HTTPS://example.com/photo.png?b=c', () => 'HTTPS://example.com/photo.png?b=c'],
  ['a URL', () => new URL('https://example.com/photo.png'), () => 'https://example.com/photo.png'],
  ['a data URI', () => 'data:image/svg+xml,%3Csvg/%3E', () => 'data:image/svg+xml,%3Csvg/%3E'],
  ['base64 of a PNG', () => png.toString('base64'), () => png.toString('base64')],
  ['base64 of no known image type', () => longBase64, () => longBase64],
  ['a Blob', () => new Blob([png]), () => pngUri],
  ['a Blob with a wrong type, by its bytes', () => new Blob([png], { type: 'text/plain' }), () => pngUri],
  [
    'a Blob that only its type identifies as an image',
    () => new Blob(['<svg/>'], { type: 'image/svg+xml' }),
    () => dataUri(Buffer.from('<svg/>'), 'image/svg+xml'),
  ],
  ['a File', () => new File([jpeg], 'a.jpg'), () => jpegUri],
  ['a Buffer', () => png, () => pngUri],
  ['a Uint8Array inside a larger buffer', () => new Uint8Array(Buffer.concat([jpeg, png])).subarray(80), () => pngUri],
  ['an ArrayBuffer', () => new Uint8Array(png).buffer, () => pngUri],
  ['a DataView', () => new DataView(new Uint8Array(png).buffer), () => pngUri],
];

test.each(inputs)('%s becomes what the API accepts', async (_, give, expected) => {
  expect(await sent(give())).toBe(expected());
});

const fields = Object.keys(operationsById.createImage.body?.files ?? {});
const inSnakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Call = (client: Runcrate, field: string, value: unknown) => Promise<unknown>;

const calls: readonly (readonly [method: string, call: Call])[] = [
  ['generateImage', (client, field, value) => client.models.generateImage({ model, prompt, [field]: value })],
  ['generateVideo', (client, field, value) => client.models.generateVideo({ model, prompt, [field]: value })],
];

const spellings = calls.flatMap(([method, call]) =>
  fields.flatMap((field) =>
    [...new Set([field, inSnakeCase(field)])].map((spelling) => [method, spelling, inSnakeCase(field), call] as const),
  ),
);

test('the fields that accept images are those of the documentation', () => {
  expect(fields).toEqual(['image', 'inputImage', 'inputImages', 'startImage', 'mask', 'controlImage']);
  expect(Object.keys(operationsById.createVideo.body?.files ?? {})).toEqual(fields);
});

test.each(spellings)('%s accepts every image input as %s', async (_, spelling, wire, call) => {
  for (const [, give, expected] of inputs) {
    const { client, requests } = observedClient();
    const isList = wire === 'input_images';
    await call(client, spelling, isList ? [give(), 'https://example.com/a.png'] : give());
    expect(requests[0]?.json).toEqual({
      model,
      prompt,
      [wire]: isList ? [expected(), 'https://example.com/a.png'] : expected(),
    });
  }
});

test('a list of images that is not an array is rejected', async () => {
  const { client, requests } = observedClient();
  const call = client.models.generateImage({ model, prompt, inputImages: 'https://example.com/a.png' as never });
  await expect(call).rejects.toThrow('`inputImages` must be an array of images.');
  expect(requests).toHaveLength(0);
});

test('the error of an image in an array names its index', async () => {
  const { client, requests } = observedClient();
  const call = client.models.generateImage({ model, prompt, input_images: [png, './missing.png'] });
  await expect(call).rejects.toThrow('`input_images[1]` names the file "./missing.png", which does not exist.');
  expect(requests).toHaveLength(0);
});

test.each([
  ['inputImage', 'input_image'],
  ['controlImage', 'control_image'],
])('both spellings %s and %s at once are rejected', async (camel, snake) => {
  const { client, requests } = observedClient();
  const call = client.models.generateImage({ model, prompt, [camel]: png, [snake]: png });
  await expect(call).rejects.toThrow('are two spellings of one field. Pass only one of them.');
  expect(requests).toHaveLength(0);
});

test.each([null, undefined])('an image that is %s is not a file, and is passed through unchanged', async (image) => {
  const { client, requests } = observedClient();
  await client.models.generateImage({ model, prompt, image: image as never });
  expect(requests[0]?.json).toEqual({ model, prompt, ...(image === null && { image }) });
});

test.each(Object.entries(pictures))('an image of the type %s is identified by its bytes', async (type, bytes) => {
  expect(await sent(bytes)).toBe(dataUri(bytes, type));
});

test.each(Object.entries(pictures))('base64 of the type %s is passed through unchanged', async (_, bytes) => {
  expect(await sent(bytes.toString('base64'))).toBe(bytes.toString('base64'));
});

test('base64 of a JPEG, which begins like an absolute path, is not a path', async () => {
  const text = jpeg.toString('base64');
  expect(text).toMatch(/^\/9j\//);
  expect(await sent(text)).toBe(text);
  expect(await sent(text, { localFiles: false })).toBe(text);
});

test('an absolute path with the characters and the length of base64 is a path', async () => {
  const { message } = await refusal(`/${'home/photos/'.repeat(5)}abc`);
  expect(message).toMatch(notThere);
});

// V8 no longer optimizes expressions in a process that has much code: they then keep what they might go back to.
test('base64 of megabytes is passed through unchanged, by a process with much code as well', async () => {
  const entry = fileURLToPath(new URL('../../../src/handwritten/core/files/image-input.ts', import.meta.url));
  const program = buildSync({ entryPoints: [entry], bundle: true, format: 'cjs', write: false });
  const base64 = `Buffer.concat([Buffer.from('${jpeg.toString('hex')}', 'hex'), Buffer.alloc(30 << 20, 7)]).toString('base64')`;
  const check = `const text = ${base64}; exports.imageText(text, 'image', {}).then((sent) => console.log(sent === text));`;
  const script = `${program.outputFiles[0]!.text.replaceAll('module.exports', 'exports = module.exports')};${check}`;
  const output = execFileSync(process.execPath, ['--no-regexp-optimization', '-'], { input: script, encoding: 'utf8' });
  expect(output).toBe('true\n');
});

test.each([0, 1, 2, 3])('base64 may end with two signs of padding: it has %i', async (count) => {
  const text = `${'A'.repeat(64 - count)}${'='.repeat(count)}`;
  if (count < 3) expect(await sent(text)).toBe(text);
  else await expect(sent(text)).rejects.toThrow(nothing);
});

const notThere = /names the file .*, which does not exist\.$/;
const notImage = /names .*, which is not an image\.$/;
const notRegular = /names .*, which is not a regular file\.$/;
const nothing =
  /^`image` must be a path, an http\(s\) URL, a data URI, base64, a Blob or bytes; this string is none of them\.$/;

test.each<readonly [string, () => unknown, RegExp]>([
  ['the password file', () => '/etc/passwd', notImage],
  ['the password file by a relative path', () => './../../../../../../../../etc/passwd', notImage],
  ['the password file as a URL', () => 'file:///etc/passwd', notImage],
  ['the password file as an encoded URL', () => 'file:///etc/%70asswd', notImage],
  ['the environment of the process', () => '/proc/self/environ', notImage],
  ['a device that never ends', () => '/dev/zero', notRegular],
  ['a device that looks like an image', () => '/dev/null/a.png', /can't be opened \(ENOTDIR\)/],
  ['a folder', () => folder.at('folder.png'), notRegular],
  ['a pipe', () => folder.at('pipe.png'), notRegular],
  ['a missing file', () => folder.at('missing.png'), notThere],
  ['a missing file by its extension alone', () => 'missing-photo.JPEG', notThere],
  ['a missing file in the home folder', () => '~/missing-photo.png', notThere],
  ['a text file with the extension of an image', () => folder.at('notes.png'), notImage],
  ['an empty file', () => folder.at('empty.png'), notImage],
  ['a network share of Windows', () => '\\\\host\\share\\a.png', /names a file on another host/],
  ['a network share with slashes', () => '//host/share/a.png', /names a file on another host/],
  ['a network share with both', () => '/\\host/share/a.png', /names a file on another host/],
  ['a file: URL of another host', () => 'file://host/share/a.png', /file: URL that names no file on this host/],
  ['a path with a null character', () => './a\0.png', /must not contain a null character/],
  ['a file: URL with a null character', () => 'file:///a%00b.png', /must not contain a null character/],
  ['a drive of Windows', () => 'C:\\photo.png', notThere],
  ['a path of Windows without an extension', () => 'd:/photos/a', notThere],
  ['an empty string', () => '', nothing],
  ['a word', () => 'photo', nothing],
  ['a sentence', () => 'Make the sky purple', nothing],
  ['short base64', () => 'AAAA', nothing],
  ['base64 with a gap', () => `${longBase64.slice(0, 40)} ${longBase64.slice(40)}`, nothing],
  ['another protocol', () => 'ftp://example.com/photo', nothing],
  ['a URL of another protocol', () => new URL('blob:https://example.com/1'), nothing],
  ['bytes that are not an image', () => Buffer.from('root:x:0:0'), /^`image` has bytes that are not an image\.$/],
  ['no bytes', () => new Uint8Array(), /^`image` has bytes that are not an image\.$/],
  ['a Blob that is not an image', () => new Blob(['a']), /^`image` has bytes that are not an image\.$/],
  ['a number', () => 5, /^`image` must be a path, /],
  ['an array where one image is expected', () => [png], /^`image` must be a path, /],
  ['an object', () => ({ path: '/etc/passwd' }), /^`image` must be a path, /],
])('%s is rejected with the name of the field, and nothing is sent', async (_, give, message) => {
  expect((await refusal(give())).message).toMatch(message);
});

test('a string that is taken for a path is not quoted at full length', async () => {
  const { message } = await refusal(`/${'9j'.repeat(100_000)}`);
  expect(message.length).toBeLessThan(300);
});

test('`~/` is the home folder', async () => {
  const { message } = await refusal('~/no-such-picture.png');
  expect(message).toContain('~/no-such-picture.png');
  const { cause } = await refusal('~/no-such-picture.png');
  expect((cause as NodeJS.ErrnoException).path).toBe(`${homedir()}/no-such-picture.png`);
});

test.each<readonly [string, () => unknown]>([
  ['a path', () => folder.at('photo.png')],
  ['a relative path', () => './photo.png'],
  ['a name', () => 'photo.png'],
  ['a file: URL', () => pathToFileURL(folder.at('photo.png'))],
])('with `localFiles: false`, %s is rejected whether it exists or not', async (_, give) => {
  const { message } = await refusal(give(), { localFiles: false });
  expect(message).toMatch(/^`image` looks like a path, but `localFiles` is false\./);
});

test.each<readonly [string, () => unknown]>([
  ['a URL', () => 'https://example.com/photo.png'],
  ['a data URI', () => pngUri],
  ['base64', () => png.toString('base64')],
  ['bytes', () => png],
  ['a Blob', () => new Blob([png])],
])('with `localFiles: false`, %s still works', async (_, give) => {
  expect(await sent(give(), { localFiles: false })).toBeTypeOf('string');
});
