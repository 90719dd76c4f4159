import { URL as NodeUrl } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test, vi } from 'vitest';
import { parameterText } from '../../../src/handwritten/core/request/query.js';
import * as nodeSdk from '../../../src/index.node.js';
import * as webSdk from '../../../src/index.js';
import { answer, loopbackServer, type AcceptedRequest, type LoopbackServer } from '../../helpers/loopback-server.js';
import { png } from '../../helpers/media.js';
import { TEST_API_KEY } from '../../helpers/observed-client.js';

const model = 'a';
const sound = Buffer.from('sound');

/** As those of jsdom: of the same shape, and unknown to Node's `fetch`. Older ones are read by a FileReader alone. */
class OldBlob {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly size: number;
  readonly type: string;
  readonly [Symbol.toStringTag] = 'Blob';

  constructor(parts: readonly (string | Uint8Array | OldBlob)[] = [], { type = '' }: BlobPropertyBag = {}) {
    this.bytes = Buffer.concat(parts.map((part) => (part instanceof OldBlob ? part.bytes : Buffer.from(part))));
    this.size = this.bytes.length;
    this.type = type;
  }

  slice(start?: number, end?: number, type?: string): OldBlob {
    return new OldBlob([this.bytes.subarray(start, end)], type === undefined ? {} : { type });
  }
}

class NewBlob extends OldBlob {
  arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(new Uint8Array(this.bytes).buffer);
  }
}

class ForeignFile extends NewBlob {
  readonly name: string;

  constructor(parts: readonly string[], name: string, options?: BlobPropertyBag) {
    super(parts, options);
    this.name = name;
  }
}

class ForeignReader {
  result: unknown;
  onload = (): void => undefined;
  onerror = (): void => undefined;

  readAsArrayBuffer({ bytes }: OldBlob): void {
    this.result = new Uint8Array(bytes).buffer;
    queueMicrotask(() => this.onload());
  }
}

class ForeignForm {
  readonly #entries: (readonly [name: string, value: unknown])[] = [];

  append(name: string, value: unknown): void {
    this.#entries.push([name, value]);
  }

  getAll(name: string): unknown[] {
    return this.#entries.filter(([own]) => own === name).map(([, value]) => value);
  }

  forEach(take: (value: unknown, name: string) => void): void {
    for (const [name, value] of this.#entries) take(value, name);
  }
}

class ForeignParams extends ForeignForm {
  sort(): void {
    // Only its presence matters: a form has none.
  }

  override toString(): string {
    const pairs: string[] = [];
    this.forEach((value, name) => pairs.push(`${name}=${String(value)}`));
    return pairs.join('&');
  }
}

const platforms = [
  ['Node', nodeSdk],
  ['the web', webSdk],
] as const;

function clientOf(sdk: typeof nodeSdk | typeof webSdk, { url }: LoopbackServer): nodeSdk.Runcrate | webSdk.Runcrate {
  return new sdk.Runcrate({ apiKey: TEST_API_KEY, baseUrl: url, inferenceUrl: url, maxRetries: 0 });
}

const done = answer({ body: { text: 'Hello.', data: [{ url: 'https://a' }] } });

async function partOf({
  headers,
  body,
}: AcceptedRequest): Promise<readonly [name: string, type: string, text: string]> {
  const type = headers['content-type'] ?? '';
  const form = await new OwnResponse(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const file = form.get('file') as File;
  return [file.name, file.type, await file.text()];
}

const OwnResponse = Response;
const OwnRequest = Request;

afterEach(() => vi.unstubAllGlobals());

function replaceGlobals(): void {
  vi.stubGlobal('Blob', OldBlob);
  vi.stubGlobal('File', ForeignFile);
  vi.stubGlobal('FormData', ForeignForm);
  vi.stubGlobal('FileReader', ForeignReader);
  vi.stubGlobal('URL', class extends URL {});
}

const otherRealm = (code: string): unknown => runInNewContext(code, { sound: [...sound] });

const files: readonly (readonly [string, () => unknown, name: string, type: string])[] = [
  ['a Blob', () => new NewBlob([sound], { type: 'audio/flac' }), 'audio.flac', 'audio/flac'],
  ['a Blob without arrayBuffer', () => new OldBlob([sound]), 'audio.wav', 'audio/wav'],
  ['a File', () => new ForeignFile(['sound'], 'talk.mp3', { type: 'audio/mpeg' }), 'talk.mp3', 'audio/mpeg'],
  ['bytes', () => sound, 'audio.wav', 'audio/wav'],
  ['bytes of another realm', () => otherRealm('new Uint8Array(sound)'), 'audio.wav', 'audio/wav'],
  ['an ArrayBuffer of another realm', () => otherRealm('new Uint8Array(sound).buffer'), 'audio.wav', 'audio/wav'],
  ['a generator', () => bytesOfAnotherRealm(), 'audio.wav', 'audio/wav'],
  ['a Response', () => foreignResponse(), 'audio.ogg', 'audio/ogg'],
];

async function* bytesOfAnotherRealm(): AsyncGenerator {
  yield otherRealm('new Uint8Array(sound)');
}

/** As of a `fetch` from a package: of no known class. */
function foreignResponse(): unknown {
  const response = new OwnResponse(sound, { headers: { 'content-type': 'audio/ogg' } });
  const { ok, status, body, bodyUsed, url, headers } = response;
  return { ok, status, body, bodyUsed, url, headers };
}

test.each(platforms.flatMap(([platform, sdk]) => files.map((file) => [file[0], platform, sdk, file] as const)))(
  '%s is uploaded whole from a page that is simulated, on %s',
  async (_, __, sdk, [, give, name, type]) => {
    await using server = await loopbackServer([done]);
    replaceGlobals();
    await clientOf(sdk, server).models.transcribe({ model, file: give() as Blob });
    expect(await partOf(server.requests[0]!)).toEqual([name, type, 'sound']);
  },
);

test.each(platforms)('an image of a class that is not the platform’s is sent as a data URI, on %s', async (_, sdk) => {
  await using server = await loopbackServer(() => done);
  replaceGlobals();
  const rc = clientOf(sdk, server);
  const images = [new OldBlob([png]), new NewBlob([png]), new Uint8Array(png), new NodeUrl('https://a/b.png')];
  for (const image of images) await rc.models.generateImage({ model, prompt: 'a', image: image as NodeUrl });
  const uri = `data:image/png;base64,${png.toString('base64')}`;
  const sent = server.requests.map(({ body }) => (JSON.parse(body.toString()) as { image: string }).image);
  expect(sent).toEqual([uri, uri, uri, 'https://a/b.png']);
});

test.each(platforms)('a body of a class that is not the platform’s is not sent as its name, on %s', async (_, sdk) => {
  await using server = await loopbackServer(() => done);
  replaceGlobals();
  const rc = clientOf(sdk, server);
  const form = new ForeignForm();
  form.append('file', new ForeignFile(['sound'], 'talk.mp3', { type: 'audio/mpeg' }));
  const params = new ForeignParams();
  params.append('a', 'b');
  for (const body of [new NewBlob([sound], { type: 'text/csv' }), params, form]) {
    await rc.request('POST /new/thing', body, { server: 'inference' });
  }
  const [blob, query, multipart] = server.requests;
  expect([blob?.headers['content-type'], blob?.body.toString()]).toEqual(['text/csv', 'sound']);
  expect([query?.headers['content-type'], query?.body.toString()]).toEqual([
    'application/x-www-form-urlencoded;charset=UTF-8',
    'a=b',
  ]);
  expect(await partOf(multipart!)).toEqual(['talk.mp3', 'audio/mpeg', 'sound']);
});

test.each(platforms)('JSON is sent where there are no streams, on %s', async (_, sdk) => {
  const bodies: unknown[] = [];
  const response = Response.json({ data: [] });
  const fetch = (_: unknown, init?: RequestInit): Promise<Response> => {
    bodies.push(init?.body);
    return Promise.resolve(response);
  };
  vi.stubGlobal('ReadableStream', undefined);
  await new sdk.Runcrate({ apiKey: TEST_API_KEY, fetch }).models.embeddings({ model, input: 'a' });
  expect(bodies).toEqual(['{"model":"a","input":"a"}']);
});

test('a Date of another realm is one', () => {
  expect(parameterText({ in: 'query', name: 'from', format: 'date' }, otherRealm('new Date(1970, 0, 1)'))).toBe(
    '1970-01-01',
  );
});

class ForeignController {
  readonly signal = Object.assign(new EventTarget(), { aborted: false, throwIfAborted: () => undefined });
}

test.each([
  ['Node’s, if fetch refuses the global one', false],
  ['the global one, if fetch takes it', true],
])('the signal of an attempt is %s', async (_, isTaken) => {
  const OwnSignal = AbortSignal;
  vi.resetModules();
  vi.stubGlobal('AbortController', ForeignController);
  const refuse = (): never => {
    throw new TypeError('Expected signal to be an instance of AbortSignal.');
  };
  vi.stubGlobal(
    'Request',
    isTaken
      ? class {
          signal = {};
        }
      : class extends OwnRequest {
          override signal = refuse();
        },
  );
  const { Runcrate } = await import('../../../src/index.node.js');
  const signals: unknown[] = [];
  const fetch = (_: unknown, init?: RequestInit): Promise<Response> => {
    signals.push(init?.signal);
    return Promise.resolve(Response.json({ data: [] }));
  };
  await new Runcrate({ apiKey: TEST_API_KEY, fetch }).instances.list();
  expect(signals.map((signal) => signal instanceof OwnSignal)).toEqual([!isTaken]);
});
