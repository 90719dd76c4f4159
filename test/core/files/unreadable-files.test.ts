import fs from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { RuncrateError, type Runcrate } from '../../../src/index.node.js';
import { png, temporaryFolder, type Folder } from '../../helpers/media.js';
import { observedClient } from '../../helpers/observed-client.js';

let folder: Folder;
beforeAll(async () => void (folder = await temporaryFolder()));
afterAll(() => folder[Symbol.asyncDispose]());
afterEach(() => void vi.restoreAllMocks());

const model = 'a';
const calls: readonly (readonly [string, string, (client: Runcrate, file: string) => Promise<unknown>])[] = [
  ['an upload', 'file', (client, file) => client.models.transcribe({ model, file })],
  ['an image', 'image', (client, image) => client.models.generateImage({ model, prompt: 'b', image })],
];

/** The error of a call with a file that exists, where opening it goes wrong: tests may run as root, who reads all. */
async function errorOf(call: (client: Runcrate, file: string) => Promise<unknown>): Promise<RuncrateError> {
  const file = folder.at('locked.png');
  await writeFile(file, png);
  const { client, requests } = observedClient();
  const error: unknown = await call(client, file).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RuncrateError);
  expect(requests).toEqual([]);
  return error as RuncrateError;
}

test.each(calls)('%s that may not be read is named when Deno refuses to open it', async (_, field, call) => {
  const denied = Object.assign(new Error("Permission denied (os error 13): readfile '…'"), { code: 'EACCES' });
  vi.spyOn(fs, 'openAsBlob').mockRejectedValue(denied);
  const { message, cause } = await errorOf(call);
  expect(message).toBe(`\`${field}\` names the file "${folder.at('locked.png')}", which can't be opened (EACCES).`);
  expect(cause).toBe(denied);
});

test.each(calls)(
  '%s outside of what --allow-read permits is named, with the name of the error',
  async (_, __, call) => {
    vi.spyOn(fs.promises, 'stat').mockRejectedValue(Object.assign(new Error('run again'), { name: 'NotCapable' }));
    expect((await errorOf(call)).message).toMatch(/locked\.png", which can't be opened \(NotCapable\)\.$/);
  },
);

test('an image whose first bytes can’t be read is named', async () => {
  const { openAsBlob } = fs;
  vi.spyOn(fs, 'openAsBlob').mockImplementation(async (path) => {
    const blob = await openAsBlob(path);
    fs.rmSync(path);
    return blob;
  });
  expect((await errorOf(calls[1]![2])).message).toMatch(/locked\.png", which can't be opened \(NotReadableError\)\.$/);
});
