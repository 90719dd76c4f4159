import { PassThrough, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Runcrate, RuncrateError, type FileInput } from '../../src/index.node.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const model = 'm';
const messages = [{ role: 'user', content: 'Hello' }] as const;

/** A Response as node-fetch makes it: its body is a Node stream, piped from that of the connection. */
function nodeResponse(source: Readable, status: number, type: string): Response {
  const body = source.pipe(new PassThrough());
  const bytes = async (): Promise<Buffer> => Buffer.concat((await body.toArray()) as Buffer[]);
  // As in node-fetch, its methods read the field.
  const response = {
    get body() {
      return body;
    },
    ok: status < 400,
    status,
    statusText: '',
    headers: new Headers({ 'content-type': type }),
    bodyUsed: false,
    text: async () => (await bytes()).toString(),
  };
  return response as unknown as Response;
}

interface NodeFetched {
  readonly rc: Runcrate;
  /** The bodies that were sent, as text. */
  readonly sent: readonly string[];
}

/** `version` decides on Blobs: node-fetch 2 pipes their stream, 3 reads it. */
function nodeFetchClient(respond: () => Response, version: 2 | 3 = 3): NodeFetched {
  const sent: string[] = [];
  const fetch = async (_: unknown, { body }: RequestInit = {}): Promise<Response> => {
    if (body instanceof Blob) sent.push(await textOf(body, version));
    else if (body != null) sent.push(String(body as unknown));
    return respond();
  };
  return { rc: new Runcrate({ apiKey: TEST_API_KEY, fetch, logLevel: 'off' }), sent };
}

async function textOf(blob: Blob, version: 2 | 3): Promise<string> {
  const stream = blob.stream();
  if (version === 2) (stream as unknown as Readable).pipe(new PassThrough());
  return Buffer.concat((await Readable.from(stream).toArray()) as Uint8Array[]).toString();
}

const chunk = (content: string): string =>
  `data: ${JSON.stringify({ id: 'c', choices: [{ index: 0, delta: { content } }] })}\n\n`;

test('an error of a response whose body is a Node stream keeps the words of the server', async () => {
  const { rc } = nodeFetchClient(() =>
    nodeResponse(Readable.from([Buffer.from('{"error":{"message":"No such thing"}}')]), 404, 'application/json'),
  );
  expect(await rejectionOf(rc.instances.get('a'))).toMatchObject({ name: 'NotFoundError', message: 'No such thing' });
});

test('JSON, bytes and streams are read from a Node stream', async () => {
  const bodies = [
    ['{"data":[]}', 'application/json'],
    ['sound', 'audio/mpeg'],
    [`${chunk('Hel')}${chunk('lo')}data: [DONE]\n\n`, 'text/event-stream'],
  ] as const;
  let count = 0;
  const { rc } = nodeFetchClient(() => {
    const [text, type] = bodies[count++]!;
    return nodeResponse(Readable.from([Buffer.from(text)]), 200, type);
  });
  expect(await rc.instances.list()).toEqual([]);
  expect((await rc.models.textToSpeech({ model, input: 'Hello' })).toString()).toBe('sound');
  const stream = await rc.models.chatCompletion({ model, messages, stream: true });
  const texts: unknown[] = [];
  for await (const { choices } of stream) texts.push(choices[0]?.delta.content);
  expect(texts).toEqual(['Hel', 'lo']);
});

test.each([
  [
    'a loop that is left',
    async (stream: AsyncIterable<unknown>) => {
      for await (const _ of stream) break;
    },
  ],
  ['an abort', async (stream: AsyncIterable<unknown> & { abort(): void }) => stream.abort()],
])('%s closes the connection behind a Node stream', async (_, leave) => {
  const connection = Readable.from(endless());
  const { rc } = nodeFetchClient(() => nodeResponse(connection, 200, 'text/event-stream'));
  await leave(await rc.models.chatCompletion({ model, messages, stream: true }));
  while (!connection.destroyed) await sleep(1);
});

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) yield Buffer.from(chunk('a'));
}

const sound = new Blob(['sound'], { type: 'audio/mpeg' });
const done = (): Response => Response.json({ text: 'Hello.' });

test.each<readonly [string, 2 | 3, () => FileInput]>([
  ['a stream', 3, () => sound.stream()],
  ['a Response', 3, () => new Response(sound)],
  ['a Node stream', 3, () => Readable.from([Buffer.from('sound')])],
  ['a Blob, by node-fetch 2', 2, () => sound],
])('%s that the `fetch` would not send is refused, and nothing is sent', async (_, version, file) => {
  const { rc, sent } = nodeFetchClient(done, version);
  const error = await rejectionOf(rc.models.transcribe({ model, file: file() }));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as RuncrateError).message).toBe("The `fetch` of this client can't send a file or a stream.");
  expect(error).toMatchObject({ outcomeUnknown: false });
  expect(sent).toEqual([]);
});

test('a body of the caller’s own that the `fetch` would not send is refused, and is left as it was', async () => {
  const { rc, sent } = nodeFetchClient(done, 2);
  for (const body of [sound.stream(), sound]) {
    await expect(rc.request('POST /new/thing', body, { server: 'inference' })).rejects.toThrow(/can't send a file/);
  }
  expect(sent).toEqual([]);
  expect(Object.keys(sound)).toEqual([]);
});

test('a Blob that the `fetch` reads is sent, on every attempt', async () => {
  let count = 0;
  const { rc, sent } = nodeFetchClient(() =>
    count++ === 0 ? new Response('', { status: 429, headers: { 'retry-after': '0' } }) : done(),
  );
  expect(await rc.models.transcribe({ model, file: sound })).toEqual({ text: 'Hello.' });
  expect(sent.map((text) => text.includes('\r\n\r\nsound\r\n'))).toEqual([true, true]);
});

test('a redirect that node-fetch refuses to follow is told as a redirect', async () => {
  const inits: unknown[] = [];
  const fetch = async (_: unknown, init: RequestInit = {}): Promise<Response> => {
    inits.push(init.redirect);
    if (init.redirect === 'error') throw Object.assign(new Error('redirected'), { type: 'no-redirect' });
    return new Response(null, { status: 307, headers: { location: 'https://other.example/' } });
  };
  const rc = new Runcrate({ apiKey: TEST_API_KEY, fetch, logLevel: 'off' });
  await expect(rc.models.transcribe({ model, file: sound })).rejects.toThrow(
    'was redirected to https://other.example/',
  );
  expect(inits).toEqual(['error', 'manual']);
});
