import { expect, test } from 'vitest';
import * as nodeSdk from '../../src/index.node.js';
import * as webSdk from '../../src/index.js';
import { json, TEST_API_KEY, type ObservedRequest } from '../helpers/observed-client.js';
import { observedFetch } from '../helpers/observed-fetch.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const model = 'a';
const packed = { model, input: 'Hello!', encodingFormat: 'base64' } as const;

const platforms = [
  ['Node', nodeSdk],
  ['the web', webSdk],
] as const;

interface Observed {
  readonly rc: nodeSdk.Runcrate | webSdk.Runcrate;
  readonly requests: readonly ObservedRequest[];
}

function answering(sdk: typeof nodeSdk | typeof webSdk, ...embeddings: readonly unknown[]): Observed {
  const data = embeddings.map((embedding, index) => ({ object: 'embedding', index, embedding }));
  const { fetch, requests } = observedFetch(() => json({ object: 'list', data, model }));
  return { rc: new sdk.Runcrate({ apiKey: TEST_API_KEY, fetch, logLevel: 'off' }), requests };
}

/** 1.5, -2 and the smallest positive number, each with its lowest byte first. */
const littleEndian = Uint8Array.of(0, 0, 0xc0, 0x3f, 0, 0, 0, 0xc0, 1, 0, 0, 0);
const smallest = 2 ** -149;
const base64 = Buffer.from(littleEndian).toString('base64');

test.each(platforms)('packed vectors become a Float32Array, on %s', async (_, sdk) => {
  const { rc, requests } = answering(sdk, base64, base64);
  const { data } = await rc.models.embeddings(packed);
  expect(requests[0]?.json).toEqual({ model, input: 'Hello!', encoding_format: 'base64' });
  expect(data).toEqual([0, 1].map((index) => ({ object: 'embedding', index, embedding: data[index]?.embedding })));
  expect(data[1]?.embedding).toEqual(Float32Array.of(1.5, -2, smallest));
});

test('packed vectors are read by OpenAI’s name too', async () => {
  const { rc } = answering(nodeSdk, base64);
  const { data } = await rc.embeddings.create(packed);
  expect(data[0]?.embedding).toEqual(Float32Array.of(1.5, -2, smallest));
});

test('a server that ignores the format still gives the kind of vector that was asked for', async () => {
  const asNumbers = await answering(nodeSdk, [1.5, -2]).rc.models.embeddings(packed);
  const asBase64 = await answering(nodeSdk, base64).rc.models.embeddings({ model, input: 'a' });
  expect(asNumbers.data[0]?.embedding).toEqual(Float32Array.of(1.5, -2));
  expect(asBase64.data[0]?.embedding).toEqual([1.5, -2, smallest]);
});

test('a list of numbers is what the server sent', async () => {
  const numbers = [0.1, -0.2];
  const { data } = await answering(nodeSdk, numbers).rc.models.embeddings({ model, input: 'a' });
  expect(data[0]?.embedding).toEqual(numbers);
});

test('a call by its route has the vector as on the wire', async () => {
  const { data } = await answering(nodeSdk, base64).rc.request('POST /embeddings', packed);
  expect(data[0]?.embedding).toBe(base64);
});

test.each(
  platforms.flatMap(([platform, sdk]) =>
    [
      ['that ends within a number', base64.slice(0, 12)],
      ['that is not base64', '?'.repeat(16)],
      ['that is cut', base64.slice(0, 13)],
      ['without a number', ''],
    ].map(([what = '', text = '']) => [what, platform, sdk, text] as const),
  ),
)('a packed vector %s is an error that says so, on %s', async (_, __, sdk, text) => {
  const error = await rejectionOf(answering(sdk, base64, text).rc.models.embeddings(packed));
  expect(error).toBeInstanceOf(nodeSdk.InvalidResponseError);
  expect(error).toMatchObject({
    message: 'The response of POST /v1/embeddings has a vector that is not base64 of 32-bit floats.',
    outcomeUnknown: true,
  });
});
