import { expect, test } from 'vitest';
import { Runcrate, type VideoJob } from '../../src/index.node.js';
import { startMock, type MockOptions } from '../../scripts/mock-server.js';
import { imageTypeOf } from '../../src/handwritten/core/files/image-type.js';

async function clientOf(options: MockOptions) {
  const mock = await startMock(options);
  const client = new Runcrate({ apiKey: mock.apiKey, baseUrl: mock.baseUrl, inferenceUrl: mock.inferenceUrl });
  return { models: client.models, [Symbol.asyncDispose]: () => mock.close() };
}

const request = { model: 'a', prompt: 'b' };

test('with media, the mock returns the requested number of images, and each URL returns an image', async () => {
  await using mock = await clientOf({ media: true });
  const { data } = await mock.models.generateImage({ ...request, n: 2 });
  const types = data.map(async ({ url }) => imageTypeOf(new Uint8Array(await (await fetch(url!)).arrayBuffer())));
  expect(await Promise.all(types)).toEqual(['image/webp', 'image/webp']);
});

test('with media, the mock returns the image as base64 on request', async () => {
  await using mock = await clientOf({ media: true });
  const { data } = await mock.models.generateImage({ ...request, responseFormat: 'b64_json' });
  expect(imageTypeOf(Buffer.from(data[0]!.b64Json!, 'base64'))).toBe('image/webp');
});

test('with media, the mock completes a video job', async () => {
  await using mock = await clientOf({ media: true });
  const { id } = await mock.models.generateVideo(request);
  const states: VideoJob[] = [];
  for (let poll = 0; poll < 3; poll++) states.push(await mock.models.getVideoStatus(id));
  expect(states.map(({ status }) => status)).toEqual(['processing', 'completed', 'completed']);
});

test('the mock of media answers with a vector for each text, in the form that was asked for', async () => {
  await using mock = await clientOf({ media: true });
  const vectors = async (input: string | string[], encodingFormat: 'float' | 'base64') =>
    (await mock.models.embeddings({ model: 'a', input, encodingFormat })).data.map(({ embedding }) => embedding);
  const [[one], three] = [await vectors('b', 'base64'), await vectors(['b', 'c', 'd'], 'float')];
  expect(three).toHaveLength(3);
  expect([...one!]).toEqual([...new Float32Array(three[0] as number[])]);
});

test('without media, the mock returns only the examples of the document', async () => {
  await using mock = await clientOf({});
  const { id } = await mock.models.generateVideo(request);
  await mock.models.getVideoStatus(id);
  expect((await mock.models.getVideoStatus(id)).status).toBe('processing');
  expect((await mock.models.generateImage({ ...request, n: 2 })).data).toHaveLength(1);
});

test('with media, the mock rejects a request that the document does not allow', async () => {
  await using mock = await clientOf({ media: true });
  await expect(mock.models.generateImage({ ...request, width: 1 })).rejects.toMatchObject({ statusCode: 422 });
});
