import { expect, test } from 'vitest';
import { RuncrateError, type Runcrate } from '../../src/index.node.js';
import { observedClient } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import { useMock } from '../helpers/mock.js';

const prompt = 'A cat in space';

const calls: readonly (readonly [string, (client: Runcrate, extras: object) => Promise<unknown>])[] = [
  ['generateImage', (client, extras) => client.models.generateImage({ model: 'a', prompt, ...extras })],
  ['generateVideo', (client, extras) => client.models.generateVideo({ model: 'a', prompt, ...extras })],
];

const extras = [
  [{ seed: 42 }, { seed: 42 }],
  [{ negativePrompt: 'blurry' }, { negative_prompt: 'blurry' }],
  [{ negative_prompt: 'blurry' }, { negative_prompt: 'blurry' }],
  [{ aspectRatio: '16:9' }, { aspect_ratio: '16:9' }],
  [{ cameraMotion: 'pan' }, { camera_motion: 'pan' }],
  [{ camera_motion: 'pan' }, { camera_motion: 'pan' }],
  [{ 'x-own': 1 }, { 'x-own': 1 }],
  [{ loraWeights: { myStyle: 0.5 } }, { lora_weights: { myStyle: 0.5 } }],
  [
    { constructor: 'a', toString: 'b' },
    { constructor: 'a', to_string: 'b' },
  ],
  [{ seed: undefined }, {}],
] as const;

const passedOn = calls.flatMap(([method, call]) => extras.map(([given, sent]) => [method, given, sent, call] as const));

test.each(passedOn)('%s sends %j as %j', async (_, given, sent, call) => {
  const { client, requests } = observedClient();
  await call(client, given);
  expect(requests[0]?.json).toEqual({ model: 'a', prompt, ...sent });
});

const twice = [
  { negativePrompt: 'a', negative_prompt: 'b' },
  { cameraMotion: 'a', camera_motion: 'b' },
];

test.each(calls.flatMap(([method, call]) => twice.map((given) => [method, given, call] as const)))(
  '%s rejects %j, two spellings of one field',
  async (_, given, call) => {
    const { client, requests } = observedClient();
    const error = await rejectionOf(call(client, given));
    expect(error).toBeInstanceOf(RuncrateError);
    expect((error as Error).message).toMatch(/are two spellings of one field\. Pass only one of them\.$/);
    expect(requests).toHaveLength(0);
  },
);

test('the documented parameters of image generation are sent under their wire names', async () => {
  const { client, requests } = observedClient();
  await client.models.generateImage({
    model: 'a',
    prompt,
    numInferenceSteps: 4,
    guidance: 3.5,
    responseFormat: 'b64_json',
    strength: 0.8,
    promptStrength: 0.5,
  });
  expect(requests[0]?.json).toEqual({
    model: 'a',
    prompt,
    num_inference_steps: 4,
    guidance: 3.5,
    response_format: 'b64_json',
    strength: 0.8,
    prompt_strength: 0.5,
  });
});

const mock = useMock();

test.each(calls)('the document allows the request of %s', async (_, call) => {
  await expect(call(mock.client(), { seed: 42, negativePrompt: 'blurry', cameraMotion: 'pan' })).resolves.toBeDefined();
});

test.each([
  ['json', { text: 'Hello, and welcome to the show. Today: GPUs.', language: 'en', duration: 4.2 }],
  ['text', { text: 'Hello, and welcome to the show. Today: GPUs.\n' }],
] as const)('the document allows an upload with the response format %s', async (responseFormat, expected) => {
  const accept = responseFormat === 'text' ? { Accept: 'text/plain' } : {};
  const result = await mock
    .client()
    .models.transcribe({ model: 'a', file: new Blob(['sound']), responseFormat }, { headers: accept });
  expect(result).toMatchObject(expected);
});
