import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BatchError, runBatch, type BatchItem, type BatchLine, type BatchOptions } from '../../src/batch.node.js';
import { RuncrateError } from '../../src/index.node.js';

let folder: string;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runcrate-batch-'));
});

afterAll(() => rm(folder, { recursive: true }));

const ids = ['a', 'b', 'c', 'd'];

test('a second run sends only what has no response yet, and its last line counts', async () => {
  const output = newFile();
  const first = await batch(output, { fails: { b: new RuncrateError('No.') } });
  expect(first).toMatchObject({ sent: ids, summary: { done: 3, failed: 1, unknown: 0, skipped: 0, isComplete: true } });
  const second = await batch(output);
  expect(second).toMatchObject({ sent: ['b'], summary: { done: 1, failed: 0, skipped: 3, isComplete: true } });
  const lines = await linesOf(output);
  expect(lines.filter(({ custom_id }) => custom_id === 'b').map(({ error }) => error?.message)).toEqual([
    'No.',
    undefined,
  ]);
  expect((await batch(output)).sent).toEqual([]);
});

test('what may have been billed without a response is left out, sent again or stops the batch', async () => {
  const output = newFile();
  const lost = new RuncrateError({ message: 'Lost.', outcomeUnknown: true });
  expect((await batch(output, { fails: { b: lost } })).summary).toMatchObject({
    done: 3,
    unknown: 1,
    unknownIds: ['b'],
  });
  const skipped = await batch(output);
  expect(skipped).toMatchObject({ sent: [], summary: { skipped: 3, unknown: 1, unknownIds: ['b'] } });
  const stopped = await batch(output, { onUnknown: 'stop' });
  expect(stopped).toMatchObject({ sent: [], error: { reason: 'unknown', ids: ['b'], outcomeUnknown: true } });
  const repeated = await batch(output, { onUnknown: 'retry' });
  expect(repeated).toMatchObject({ sent: ['b'], mayBeBilled: ['b'], summary: { done: 1, skipped: 3, unknown: 0 } });
});

test('an error that is not of the SDK leaves the outcome unknown: the response may have been paid for', async () => {
  const { summary } = await batch(newFile(), { fails: { a: new TypeError('Not mine.') } });
  expect(summary).toMatchObject({ failed: 0, unknown: 1 });
  const known = Object.assign(new Error('Mine.'), { outcomeUnknown: false });
  expect((await batch(newFile(), { fails: { a: known } })).summary).toMatchObject({ failed: 1, unknown: 0 });
});

test.each([
  ['is torn', '{"custom_id":"b","resp', ['b', 'c', 'd']],
  ['is torn in its first bytes', '{"cus', ['b', 'c', 'd']],
  ['is whole but for its line feed', '{"custom_id":"b","response":1,"error":null,"input_hash":"HASH"}', ['c', 'd']],
])('a last line that %s is mended', async (_, last, sent) => {
  const output = newFile();
  await batch(output, { ids: ['b'] });
  const hash = (await linesOf(output))[0]!.input_hash;
  await rm(output);
  await batch(output, { ids: ['a'] });
  await appendFile(output, last.replace('HASH', hash));
  expect((await batch(output)).sent).toEqual(sent);
  expect((await linesOf(output)).map(({ custom_id }) => custom_id).sort()).toEqual(ids);
});

test('what was started before a kill has its outcome unknown, unless it has a line since', async () => {
  const output = newFile();
  await batch(output, { fails: { a: new RuncrateError('No.'), b: new RuncrateError('No.') } });
  const { size } = await import('node:fs').then(({ statSync }) => statSync(output));
  const hash = (await linesOf(output))[0]!.input_hash;
  // The next run started both, and b had failed again when it was killed. A torn mark was never followed by a request.
  await writeFile(`${output}.journal`, `{"outputBytes":${size}}\n["a","${hash}"]\n["b","${hash}"]\n["c`);
  const failed = {
    custom_id: 'b',
    response: null,
    error: { message: 'Again.', outcomeUnknown: false },
    input_hash: hash,
  };
  await appendFile(output, `${JSON.stringify(failed)}\n`);
  const { sent, summary } = await batch(output);
  expect(sent).toEqual(['b']);
  expect(summary).toMatchObject({ done: 1, skipped: 2, unknown: 1, unknownIds: ['a'] });
  expect((await linesOf(output)).at(-2)).toMatchObject({ custom_id: 'a', error: { outcomeUnknown: true } });
  expect(existsSync(`${output}.journal`)).toBe(false);
});

test('a changed item is noticed if it has a response, and sent if it failed', async () => {
  const output = newFile();
  await batch(output, { fails: { b: new RuncrateError('No.') } });
  expect((await batch(output, { text: { b: 'other' } })).sent).toEqual(['b']);
  const { error } = await batch(output, { text: { a: 'other', b: 'other' } });
  expect(error).toMatchObject({ reason: 'changed', ids: ['a'], summary: { isComplete: false } });
  expect(error).toBeInstanceOf(BatchError);
});

test('items that were removed from the input are counted, and new ones are sent', async () => {
  const output = newFile();
  await batch(output);
  const { sent, summary } = await batch(output, { ids: ['d', 'e'] });
  expect({ sent, summary }).toMatchObject({ sent: ['e'], summary: { skipped: 1, missing: 3 } });
});

test.each([
  ['another file', 'A file of mine\n'],
  ['another file of one line without an end', 'A file of mine'],
  ['the input', '{"custom_id":"a","body":{}}\n'],
])('%s is not taken for an output, and stays as it is', async (_, text) => {
  const output = newFile();
  await writeFile(output, text);
  expect((await batch(output)).error).toMatchObject({ reason: 'output' });
  expect(await readFile(output, 'utf8')).toBe(text);
});

test('an output that lost lines since the kill is refused: what was done would be sent again', async () => {
  const output = newFile();
  await batch(output);
  await writeFile(`${output}.journal`, '{"outputBytes":99999}\n');
  expect((await batch(output)).error).toMatchObject({ reason: 'output' });
});

test('a JSONL file is read whatever its line ends, its byte order mark and its empty lines', async () => {
  const input = newFile();
  const line = (id: string): string => JSON.stringify({ custom_id: id, body: { text: 'ü'.repeat(50_000) } });
  await writeFile(input, `\uFEFF${line('a')}\r\n\n${line('b')}\n${line('c')}`);
  const seen: unknown[] = [];
  const run = ({ custom_id: id, body }: BatchItem<{ text: string }>): void => void seen.push([id, body.text.length]);
  const totals: unknown[] = [];
  await runBatch({ input, output: () => undefined, run, onProgress: ({ total }) => totals.push(total) });
  expect(seen).toEqual(ids.slice(0, 3).map((id) => [id, 50_000]));
  expect(totals).toEqual([3, 3, 3]);
});

const good = { custom_id: 'a', url: '/v1/embeddings', body: {} };

test.each([
  ['is not JSON', 'not json', /^Line 3 of ".*" is not JSON: .*not/],
  ['has no id', { id: 'b' }, /Line 3 of ".*" has no `custom_id`/],
  ['has the id of another one', { ...good }, /Line 3 of ".*" has the id "a", which is there twice/],
  ['has no url', { custom_id: 'b', body: {} }, /Line 3 of ".*" \("b"\) has no `url`\. Use one of "\/v1\/chat\/comp/],
  ['has a URL', { ...good, url: 'https://api.runcrate.ai/v1/embeddings' }, /which is not a path\. Use one of/],
  ['has an unknown url', { ...good, url: '/v1/embedding' }, /the `url` "\/v1\/embedding", which the API does not have/],
  ['has the url of the other API', { ...good, url: '/v1/instances' }, /which the API does not have/],
  [
    'has a wrong method',
    { ...good, method: 'PUT' },
    /needs another `method`: "\/v1\/embeddings" has no PUT\. Use "POST"/,
  ],
  ['has a method that is no text', { ...good, method: 5 }, /`method` is not a text/],
  ['needs a file', { ...good, url: '/v1/audio/transcriptions' }, /takes a file, and not JSON\. Pass `run`/],
  ['has no body', { custom_id: 'b', url: '/v1/embeddings' }, /has no `body`\. Write the parameters/],
  ['has an array as body', { ...good, body: [] }, /a `body` that is no object: an array/],
  ['has JSON as body', { ...good, body: '{}' }, /a `body` that is no object: a string/],
  ['asks for a stream', { ...good, body: { stream: true } }, /asks for a stream.*Remove `stream`/],
])('a file of which a line %s is refused before anything is sent', async (_, line, message) => {
  const [input, output] = [newFile(), newFile()];
  const text = typeof line === 'string' ? line : JSON.stringify(line);
  await writeFile(input, `${JSON.stringify(good)}\n\n${text}\n`);
  const client = { request: fail };
  const error: unknown = await runBatch({ client, input, output }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'BatchError', message: expect.stringMatching(message) as unknown });
  expect(error).not.toHaveProperty('summary');
  expect(await readFile(output, 'utf8')).toBe('');
  expect(existsSync(`${output}.journal`)).toBe(false);
});

test('a file with a changed item is refused before anything is sent', async () => {
  const [input, output] = [newFile(), newFile()];
  const write = (lines: readonly object[]) => writeFile(input, lines.map((line) => JSON.stringify(line)).join('\n'));
  await write([{ custom_id: 'b' }]);
  await runBatch({ input, output, run: () => 1 });
  await write([{ custom_id: 'a' }, { custom_id: 'b', body: {} }]);
  await expect(runBatch({ input, output, run: fail })).rejects.toMatchObject({
    reason: 'changed',
    ids: ['b'],
    message: expect.stringMatching(/^Line 2 of .*\("b"\) is not the item that the output has the result of/) as unknown,
  });
});

test('a file that does not exist, or can not be written, is an error before anything is sent', async () => {
  const sent: unknown[] = [];
  const run = (item: unknown): void => void sent.push(item);
  await expect(runBatch({ input: newFile(), output: newFile(), run })).rejects.toThrow(/does not exist/);
  await expect(runBatch({ input: [{ custom_id: 'a' }], output: join(folder, 'no', 'x'), run })).rejects.toMatchObject({
    reason: 'output',
  });
  await expect(runBatch({ input: folder, output: newFile(), run })).rejects.toMatchObject({
    reason: 'input',
    message: expect.stringMatching(/^The input ".*" can't be read: EISDIR/) as unknown,
  });
  await expect(runBatch({ input: [], output: folder, run })).rejects.toMatchObject({
    reason: 'output',
    hint: expect.stringMatching(/folder that exists/) as unknown,
  });
  expect(sent).toEqual([]);
});

test('an output that another batch writes is refused before anything is sent, also by another process', async () => {
  const output = newFile();
  const input = items(['a']);
  let inner: unknown;
  const run = async (): Promise<void> => {
    inner = await runBatch({ input, output, run: fail }).catch((error: unknown) => error);
  };
  expect(await runBatch({ input, output, run })).toMatchObject({ done: 1, failed: 0 });
  expect(inner).toMatchObject({ reason: 'output', message: expect.stringMatching(/Another batch of this/) as unknown });
  expect(existsSync(`${output}.lock`)).toBe(false);
  const lock = (pid: number, host = hostname()) => writeFile(`${output}.lock`, JSON.stringify({ pid, host }));
  await lock(process.ppid);
  const refused = { reason: 'output', message: expect.stringMatching(/Another process \(\d+ on .*delete/) as unknown };
  expect((await batch(output)).error).toMatchObject(refused);
  await lock(process.pid, 'another.host');
  const message = expect.stringMatching(
    /on another.host\).* can not be seen from this host.* delete ".*\.lock"/,
  ) as unknown;
  expect((await batch(output)).error).toMatchObject({ ...refused, message });
  // One that was killed, and one that had the id of this one, as in a container.
  const killed = spawnSync(process.execPath, ['--version']).pid;
  const parent = spawn('/bin/sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  // Its parent, which is `sleep` now, never asks for it.
  const [zombie] = (await once(parent.stdout, 'data')) as [Buffer];
  // Where there is no /proc, it can't be told from one that runs.
  const zombies = existsSync('/proc/self/stat') ? [Number(zombie.toString())] : [];
  for (const pid of [killed, process.pid, ...zombies]) {
    await lock(pid);
    expect((await batch(output)).summary).toMatchObject({ isComplete: true });
  }
  parent.kill();
  expect(existsSync(`${output}.lock`)).toBe(false);
});

test('binary data is written as base64, and a response without JSON as an item of unknown outcome', async () => {
  const output = newFile();
  const responses: Record<string, unknown> = { a: Buffer.from('abc'), b: 1n };
  const run = ({ custom_id: id }: BatchItem): unknown => responses[id];
  await runBatch({ input: items(['a', 'b']), output, run });
  expect(await linesOf(output)).toMatchObject([
    { custom_id: 'a', response: { base64: 'YWJj' } },
    { custom_id: 'b', response: null, error: { name: 'TypeError', outcomeUnknown: true } },
  ]);
});

interface Trial extends Pick<BatchOptions<BatchItem, unknown>, 'onUnknown'> {
  readonly ids?: readonly string[];
  readonly fails?: Readonly<Record<string, Error>>;
  readonly text?: Readonly<Record<string, string>>;
}

/** A run over four items, one at a time. */
async function batch(output: string, { ids: given = ids, fails = {}, text = {}, onUnknown }: Trial = {}) {
  const sent: string[] = [];
  const mayBeBilled: string[] = [];
  const input = items(given, text);
  const run = async ({ custom_id: id }: BatchItem, context: { readonly mayBeBilled: boolean }): Promise<string> => {
    sent.push(id);
    if (context.mayBeBilled) mayBeBilled.push(id);
    if (fails[id] !== undefined) throw fails[id];
    return `answer to ${id}`;
  };
  const [result] = await Promise.allSettled([runBatch({ input, output, run, onUnknown, concurrency: 1 })]);
  const outcome = result.status === 'fulfilled' ? { summary: result.value } : { error: result.reason as unknown };
  return { sent, mayBeBilled, ...outcome };
}

function items(of: readonly string[], text: Readonly<Record<string, string>> = {}): readonly BatchItem[] {
  return of.map((id) => ({ custom_id: id, body: { text: text[id] ?? id } }));
}

function fail(): never {
  throw new Error('It is not to be called.');
}

function newFile(): string {
  return join(folder, `${++files}.jsonl`);
}

async function linesOf(path: string): Promise<readonly BatchLine[]> {
  const text = await readFile(path, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as BatchLine);
}
