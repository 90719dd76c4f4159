import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { sdkConfig } from '../../codegen/sdk.config.js';
import type { ApiDocument } from '../../src/handwritten/testing/document.js';
import { Simulator } from '../../src/handwritten/testing/simulator.js';
import { Runcrate, type ChatCompletion } from '../../src/index.node.js';
import { createSimulator } from '../../src/testing.node.js';
import { specOf } from '../codegen/crates.js';
import { withAddedResources } from '../helpers/added-resources.js';

const chat = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] };

function worldOf() {
  const api = createSimulator({ now: '2026-01-01T00:00:00Z' });
  const rc = new Runcrate({ ...api.options, logLevel: 'off', maxRetries: 0 });
  return { api, rc };
}

/** The reply, once whole and once put together from a stream. */
async function bothWays(rc: Runcrate): Promise<readonly ChatCompletion['choices'][number][]> {
  const whole = await rc.models.chatCompletion(chat);
  const stream = await rc.models.chatCompletion({ ...chat, stream: true });
  return [whole, await stream.finalCompletion()].flatMap(({ choices }) => choices.slice(0, 1));
}

describe('a chat gets', () => {
  test.each([
    ['a text', 'Hello you', { message: { content: 'Hello you' }, finishReason: 'stop' }],
    ['JSON', { json: { a: 1 } }, { message: { content: '{"a":1}' }, finishReason: 'stop' }],
    ['a reply that was cut short', { content: 'Hel', finishReason: 'length' }, { finishReason: 'length' }],
    ['a refusal', { content: 'No.', finishReason: 'content_filter' }, { finishReason: 'content_filter' }],
    ['reasoning', { content: 'a', reasoning: 'b c' }, { message: { content: 'a', reasoningContent: 'b c' } }],
    [
      'tool calls',
      { toolCalls: [{ name: 'f', arguments: { city: 'Rome' } }, { name: 'g' }] },
      {
        message: {
          toolCalls: [
            { function: { name: 'f', arguments: '{"city":"Rome"}' } },
            { function: { name: 'g', arguments: '{}' } },
          ],
        },
        finishReason: 'tool_calls',
      },
    ],
  ] as const)('%s, streamed or not', async (_, reply, choice) => {
    const { api, rc } = worldOf();
    api.chat.reply(reply);
    for (const made of await bothWays(rc)) expect(made).toMatchObject(choice);
  });

  test('what a function makes of the request, as it is on the wire', async () => {
    const { api, rc } = worldOf();
    api.chat.reply(async ({ model, messages }) => `${model}: ${messages.length}`);
    for (const { message } of await bothWays(rc)) expect(message.content).toBe('m: 1');
  });

  test('the replies for one call each, in their order, and then the one that stays', async () => {
    const { api, rc } = worldOf();
    api.chat.reply('stays');
    api.chat.replyOnce('first', 'second');
    const texts: unknown[] = [];
    for (let call = 0; call < 4; call++) texts.push((await rc.models.chatCompletion(chat)).choices[0]?.message.content);
    expect(texts).toEqual(['first', 'second', 'stays', 'stays']);
  });

  test('the error of a function of the test, unchanged', async () => {
    const { api, rc } = worldOf();
    const error = new Error('A bug of the test');
    api.chat.reply(() => {
      throw error;
    });
    await expect(rc.withOptions({ maxRetries: 3 }).models.chatCompletion(chat)).rejects.toBe(error);
    expect(api.requests('createChatCompletion')).toHaveLength(1);
  });
});

test('a slow stream takes the time of the simulator', async () => {
  const { api, rc } = worldOf();
  api.chat.reply({ pieces: ['a', 'b'], delay: 30 });
  const start = api.clock.now();
  const stream = await rc.models.chatCompletion({ ...chat, stream: true });
  expect((await stream.finalCompletion()).choices[0]?.message.content).toBe('ab');
  expect(api.clock.now() - start).toBeGreaterThanOrEqual(60_000);
});

test('the files are real, and an embedding is the same for the same text', async () => {
  const { rc } = worldOf();
  const { data } = await rc.models.generateImage({ model: 'm', prompt: 'a', responseFormat: 'b64_json' });
  expect(
    Buffer.from(data[0]?.b64Json ?? '', 'base64')
      .subarray(0, 8)
      .toString('latin1'),
  ).toBe('\x89PNG\r\n\x1a\n');
  const sound = await rc.models.textToSpeech({ model: 'm', input: 'a', responseFormat: 'wav' });
  expect(Buffer.from(sound).subarray(0, 4).toString()).toBe('RIFF');
  const embed = async (input: string) => (await rc.models.embeddings({ model: 'm', input })).data[0]?.embedding;
  expect(await embed('a')).toEqual(await embed('a'));
  expect(await embed('a')).not.toEqual(await embed('b'));
  expect(await embed('a')).toHaveLength(384);
});

test.each([
  ['json', 'One. Two.'],
  ['text', 'One. Two.'],
  ['srt', '1\n00:00:00,000 --> 00:00:02,000\nOne.'],
  ['vtt', 'WEBVTT'],
] as const)('a transcription comes as %s', async (responseFormat, text) => {
  const { api, rc } = worldOf();
  api.transcription.reply('One. Two.');
  const made = await rc.models.transcribe({ model: 'm', file: new Blob(['a']), responseFormat });
  expect(made.text).toContain(text);
});

test.each(['Application/JSON', 'APPLICATION/JSON; Charset=UTF-8'])('a body of %s is JSON', async (contentType) => {
  const { api } = worldOf();
  const headers = { authorization: `Bearer ${api.options.apiKey as string}`, 'content-type': contentType };
  const url = 'https://api.runcrate.ai/v1/chat/completions';
  const bodies = [JSON.stringify(chat), new TextEncoder().encode(JSON.stringify(chat))];
  const responses = await Promise.all(bodies.map((body) => api.fetch(url, { method: 'POST', headers, body })));
  expect(responses.map(({ status }) => status)).toEqual([200, 200]);
});

test('a form of Multipart/Form-Data is read', async () => {
  const { api } = worldOf();
  const parts = ['name="model"\r\n\r\nm', 'name="file"; filename="a.mp3"\r\nContent-Type: audio/mpeg\r\n\r\nx'];
  const text = parts.map((part) => `--AbC\r\nContent-Disposition: form-data; ${part}\r\n`).join('');
  const response = await api.fetch('https://api.runcrate.ai/v1/audio/transcriptions', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${api.options.apiKey as string}`,
      'content-type': 'Multipart/Form-Data; boundary=AbC',
    },
    body: new TextEncoder().encode(`${text}--AbC--\r\n`),
  });
  expect(response.status).toBe(200);
});

test('an operation that the document gains is served from its schema', async () => {
  const document = JSON.parse(await readFile('openapi.json', 'utf8')) as never;
  const model = buildModel(specOf(withAddedResources(document) as never), sdkConfig, 'src/handwritten/core');
  const simulation: ApiDocument = { servers: model.servers, ...model.simulation() } as ApiDocument;
  const api = new Simulator({}, simulation);
  const headers = { authorization: `Bearer ${api.options.apiKey as string}`, 'content-type': 'application/json' };
  const added = simulation.routes.filter(({ operation }) => operation.includes('Crate'));
  expect(added.length).toBeGreaterThan(20);
  // Those that need no more than a path and a key.
  const reads = added.filter(({ method, path, parameters = [] }) => {
    return method === 'GET' && !path.includes('{') && parameters.every(({ required }) => !required);
  });
  const statuses = await Promise.all(
    reads.map(async ({ server, path, sample }) => {
      const response = await api.fetch(`${simulation.servers[server] ?? ''}${path}`, { headers });
      await response.arrayBuffer();
      return [path, response.status, sample.status];
    }),
  );
  expect(statuses.filter(([, status, sampled]) => status !== sampled)).toEqual([]);
  const infrastructure = simulation.servers['infrastructure'] ?? '';
  const refused = await api.fetch(`${infrastructure}/crates-plain`, { method: 'POST', headers, body: '[]' });
  expect([400, 422]).toContain(refused.status);
});
