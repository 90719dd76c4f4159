import { expect, test } from 'vitest';
import { json, observedClient } from '../helpers/observed-client.js';
import { eventStreamAnswer } from '../helpers/scripted-body.js';

/*
 * The fields that OpenAI-compatible servers send beside those of the vendor's document. test/compat compares them with
 * the official client.
 */

const messages = [{ role: 'user', content: 'Hi' }] as const;

test.each([
  ['snake_case', { prompt_tokens_details: { cached_tokens: 1 } }],
  ['camelCase', { promptTokensDetails: { cachedTokens: 1 } }],
  ['a mixture', { prompt_tokens_details: { cachedTokens: 1 } }],
])('the details of usage are read where a server sends them in %s', async (_, usage) => {
  const { client } = observedClient(() => json({ choices: [], usage }));
  const completion = await client.models.chatCompletion({ model: 'm', messages });
  expect(completion.usage?.promptTokensDetails?.cachedTokens).toBe(1);
});

test('a chunk has the names of a whole completion', async () => {
  const chunk = {
    service_tier: 'flex',
    system_fingerprint: 'fp',
    choices: [
      {
        index: 0,
        delta: { refusal: 'No', function_call: { arguments: '{' }, audio: { expires_at: 1 } },
        logprobs: { content: [{ token: 'a', logprob: 0, top_logprobs: [] }] },
        finish_reason: 'stop',
      },
    ],
    usage: { completion_tokens_details: { reasoning_tokens: 3 } },
  };
  const { client } = observedClient(() => eventStreamAnswer(`data: ${JSON.stringify(chunk)}\n\n`));
  const chunks: unknown[] = [];
  for await (const event of await client.models.chatCompletion({ model: 'm', messages, stream: true }))
    chunks.push(event);
  expect(chunks).toEqual([
    {
      serviceTier: 'flex',
      systemFingerprint: 'fp',
      choices: [
        {
          index: 0,
          delta: { refusal: 'No', functionCall: { arguments: '{' }, audio: { expiresAt: 1 } },
          logprobs: { content: [{ token: 'a', logprob: 0, topLogprobs: [] }] },
          finishReason: 'stop',
        },
      ],
      usage: { completionTokensDetails: { reasoningTokens: 3 } },
    },
  ]);
});

test('what a model said goes into the next request under the names of the wire', async () => {
  const message = {
    role: 'assistant',
    content: 'Hi',
    refusal: null,
    annotations: [{ type: 'url_citation', url_citation: { url: 'https://a.example', start_index: 0 } }],
    audio: { id: 'audio_1', expires_at: 1 },
    function_call: { name: 'a', arguments: '{}' },
  };
  const { client, requests } = observedClient(() => json({ choices: [{ index: 0, message }] }));
  const { choices } = await client.models.chatCompletion({ model: 'm', messages });
  await client.models.chatCompletion({ model: 'm', messages: [choices[0]!.message] });
  expect(requests[1]?.json).toEqual({ model: 'm', messages: [message] });
});

test.each([
  ['logitBias', { logitBias: { '50256': -100, tokenId: 1 } }, { logit_bias: { '50256': -100, tokenId: 1 } }],
  ['metadata', { metadata: { userId: 'a', other_key: 'b' } }, { metadata: { userId: 'a', other_key: 'b' } }],
  ['audio', { audio: { voiceId: 'a', other_key: 'b' } }, { audio: { voiceId: 'a', other_key: 'b' } }],
])('the keys of %s are sent unchanged', async (_, given, sent) => {
  const { client, requests } = observedClient();
  await client.models.chatCompletion({ model: 'm', messages, ...given });
  expect(requests[0]?.json).toEqual({ model: 'm', messages, ...sent });
});

test('a request may still name OpenAI’s parameters as they are on the wire', async () => {
  const { client, requests } = observedClient();
  const given = { max_completion_tokens: 5, top_logprobs: 2, reasoning_effort: 'low', service_tier: 'auto' };
  await client.models.chatCompletion({ model: 'm', messages, ...given });
  expect(requests[0]?.json).toEqual({ model: 'm', messages, ...given });
});

test('rc.request streams chat as rc.models.chatCompletion does, with choices in every chunk', async () => {
  const { client } = observedClient(() =>
    eventStreamAnswer('data: {"choices":null}\n\ndata: {"choices":[{"index":0}]}\n\ndata: [DONE]\n\n'),
  );
  const stream = await client.request('POST /chat/completions', { model: 'm', messages: [...messages], stream: true });
  const chunks: unknown[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  expect(chunks).toEqual([{ choices: [] }, { choices: [{ index: 0, delta: {} }] }]);
});
