import { expect, test } from 'vitest';
import type { ChatCompletion, ChatCompletionChunk } from '../../src/index.node.js';
import { json, observedClient } from '../helpers/observed-client.js';
import { eventStreamAnswer } from '../helpers/scripted-body.js';

/*
 * What servers send otherwise than OpenAI documents it is the same completion with and without `stream`.
 */

const params = { model: 'm', messages: [] };
const head = { id: 'c', object: 'chat.completion', model: 'm' };

async function plain(choice: object): Promise<ChatCompletion> {
  const { client } = observedClient(() => json({ ...head, choices: [{ index: 0, ...choice }] }));
  return client.models.chatCompletion(params);
}

function events(...choices: readonly object[]): Response {
  const chunks = choices.map((choice) => ({ ...head, choices: [{ index: 0, ...choice }] }));
  return eventStreamAnswer(
    [...chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`), 'data: [DONE]\n\n'].join(''),
  );
}

async function streamed(...choices: readonly object[]): Promise<ChatCompletion> {
  const { client } = observedClient(() => events(...choices));
  return (await client.models.chatCompletion({ ...params, stream: true })).finalCompletion();
}

const call = (args: unknown, rest: object = {}): object => ({
  id: 'a',
  type: 'function',
  function: { name: 'weather', arguments: args },
  ...rest,
});
const callsOf = (...calls: readonly object[]): object => ({ role: 'assistant', content: null, tool_calls: calls });
const called = (args: string): object => ({ toolCalls: [{ ...call(args) }] });

type Row = readonly [what: string, message: object, finishReason: string, read: object];

const rows: readonly Row[] = [
  ['arguments as an object', callsOf(call({ city: 'Rome' })), 'tool_calls', called('{"city":"Rome"}')],
  ['arguments as an empty text', callsOf(call('')), 'tool_calls', called('{}')],
  ['arguments as a blank text', callsOf(call(' \n')), 'tool_calls', called('{}')],
  ['arguments that are null', callsOf(call(null)), 'tool_calls', called('{}')],
  ['no arguments', callsOf(call(undefined)), 'stop', called('{}')],
  ['arguments that were cut off before they began', callsOf(call('')), 'length', called('')],
  [
    'a function call with arguments as an object',
    { role: 'assistant', content: null, function_call: { name: 'weather', arguments: { city: 'Rome' } } },
    'function_call',
    { functionCall: { name: 'weather', arguments: '{"city":"Rome"}' } },
  ],
  [
    'a function call with arguments as an empty text',
    { role: 'assistant', content: null, function_call: { name: 'weather', arguments: '' } },
    'function_call',
    { functionCall: { name: 'weather', arguments: '{}' } },
  ],
  [
    'a call that is no function',
    callsOf({ id: 'a', type: 'custom', custom: { name: 'sql', input: 'SELECT 1' } }),
    'tool_calls',
    { toolCalls: [{ id: 'a', type: 'custom', custom: { name: 'sql', input: 'SELECT 1' } }] },
  ],
  [
    'reasoning in the field `reasoning`',
    { role: 'assistant', content: 'Yes', reasoning: 'Hm' },
    'stop',
    { content: 'Yes', reasoning: 'Hm', reasoningContent: 'Hm' },
  ],
  [
    'reasoning in the field `reasoning_content`',
    { role: 'assistant', content: 'Yes', reasoning_content: 'Hm' },
    'stop',
    { content: 'Yes', reasoningContent: 'Hm' },
  ],
  [
    'reasoning in both fields',
    { role: 'assistant', content: 'Yes', reasoning: 'Hm', reasoning_content: 'Hm' },
    'stop',
    { content: 'Yes', reasoning: 'Hm', reasoningContent: 'Hm' },
  ],
  [
    'reasoning in the field `reasoning`, beside an empty one',
    { role: 'assistant', content: 'Yes', reasoning: 'Hm', reasoning_content: '' },
    'stop',
    { content: 'Yes', reasoning: 'Hm', reasoningContent: 'Hm' },
  ],
];

test.each(rows)('%s is read alike with and without `stream`', async (_, message, finishReason, read) => {
  const whole = await plain({ message, finish_reason: finishReason });
  expect(whole.choices[0]?.message).toEqual({ role: 'assistant', content: null, ...read });
  expect(await streamed({ delta: message }, { delta: {}, finish_reason: finishReason })).toEqual(whole);
});

test('arguments of a call whose stream broke off before they began are not those of a call without arguments', async () => {
  const chunk = { ...head, choices: [{ index: 0, delta: callsOf(call('')) }] };
  const { client } = observedClient(() => eventStreamAnswer(`data: ${JSON.stringify(chunk)}\n\n`));
  const stream = await client.models.chatCompletion({ ...params, stream: true });
  await expect(stream.finalCompletion()).rejects.toMatchObject({
    partial: { choices: [{ message: called('') }] },
  });
});

test.each([
  ['an empty list of choices', { choices: [] }, []],
  [
    'a message that is null',
    { choices: [{ index: 0, message: null, finish_reason: 'stop' }] },
    [{ index: 0, message: { role: 'assistant', content: '' }, finishReason: 'stop' }],
  ],
])('a completion with %s has the choices and messages that its type promises', async (_, fields, choices) => {
  const { client } = observedClient(() => json({ ...head, ...fields }));
  expect(await client.models.chatCompletion(params)).toEqual({ ...head, choices });
});

test('the loop sees reasoning under its documented name, and what the server called it', async () => {
  const { client } = observedClient(() => events({ delta: { reasoning: 'Hm' } }, { delta: {}, finish_reason: 'stop' }));
  const deltas: unknown[] = [];
  for await (const chunk of await client.models.chatCompletion({ ...params, stream: true })) {
    deltas.push((chunk satisfies ChatCompletionChunk).choices[0]?.delta);
  }
  expect(deltas).toEqual([{ reasoning: 'Hm', reasoningContent: 'Hm' }, {}]);
});

const extras: readonly (readonly [what: string, call: object])[] = [
  ['the signature of Gemini', call('{"city":"Rome"}', { extra_content: { google: { thought_signature: 'c2ln' } } })],
  ['a call that is no function', { id: 'a', type: 'custom', custom: { name: 'sql', input: 'SELECT 1' } }],
  [
    'a field of its function',
    { id: 'a', type: 'function', function: { name: 'weather', arguments: '{}', provider_hint: 'x' } },
  ],
];

test.each(extras)('%s goes back with the next turn as it came', async (_, sent) => {
  const message = callsOf(sent);
  for (const first of [
    await plain({ message, finish_reason: 'tool_calls' }),
    await streamed({ delta: message }, { delta: {}, finish_reason: 'tool_calls' }),
  ]) {
    const { client, requests } = observedClient(() => json({ ...head, choices: [] }));
    await client.models.chatCompletion({ model: 'm', messages: [first.choices[0]!.message] });
    expect(requests[0]?.json).toMatchObject({ messages: [{ role: 'assistant', tool_calls: [sent] }] });
  }
});

// What comes again

const final = async (...chunks: readonly object[]): Promise<unknown> => {
  const wire = chunks.map((chunk) => `data: ${JSON.stringify({ choices: [], ...chunk })}\n\n`).join('');
  const end = { choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: 'stop' }] };
  const { client } = observedClient(() => eventStreamAnswer(`data: ${JSON.stringify(end)}\n\n${wire}data: [DONE]\n\n`));
  return (await client.models.chatCompletion({ ...params, stream: true })).finalCompletion();
};

test.each<readonly [what: string, pieces: readonly object[], whole: object]>([
  ['times', [{ timings: { n: 1, ms: 5 } }, { timings: { n: 2, ms: 9 } }], { timings: { n: 2, ms: 9 } }],
  ['sources', [{ citations: ['a'] }, { citations: ['a', 'b'] }], { citations: ['a', 'b'] }],
  ['a tier', [{ service_tier: null }, { service_tier: 'default' }], { serviceTier: 'default' }],
  ['a tier, then null', [{ service_tier: 'flex' }, { service_tier: null }], { serviceTier: 'flex' }],
  ['a field in halves', [{ x_groq: { id: 'r' } }, { x_groq: { seed: 1 } }], { x_groq: { id: 'r', seed: 1 } }],
  ['a field in halves, null first', [{ x: null }, { x: { a: 1 } }, { x: { b: null } }], { x: { a: 1, b: null } }],
  [
    'usage in halves that are filled with 0',
    [{ usage: { prompt_tokens: 9, completion_tokens: 0 } }, { usage: { prompt_tokens: 0, completion_tokens: 2 } }],
    { usage: { promptTokens: 9, completionTokens: 2 } },
  ],
  [
    'usage, then 0',
    [{ usage: { prompt_tokens: 9 } }, { usage: { prompt_tokens: 0, prompt_tokens_details: null } }],
    { usage: { promptTokens: 9 } },
  ],
  ['usage of 0', [{ usage: { prompt_tokens: 9, completion_tokens: 0 } }], { usage: { completionTokens: 0 } }],
])('of the head the last value holds, never an empty one in its place: %s', async (_, pieces, whole) => {
  expect(await final(...pieces)).toMatchObject(whole);
});

test.each<readonly [what: string, pieces: readonly object[], whole: object]>([
  ['why it stopped', [{ stop_reason: null }, { stop_reason: 7 }, { stop_reason: 'x' }], { stop_reason: 'x' }],
  ['why it stopped, then null', [{ stop_reason: 7 }, { stop_reason: null }], { stop_reason: 7 }],
  ['sources', [{ citations: ['a'] }, { citations: ['a', 'b'] }], { citations: ['a', 'b'] }],
  [
    'a filter',
    [{ filter: { hate: { filtered: false } } }, { filter: { hate: { filtered: true } } }],
    { filter: { hate: { filtered: true } } },
  ],
  ['ids of tokens, which are pieces', [{ token_ids: [5] }, { token_ids: [5] }], { token_ids: [5, 5] }],
  [
    'probabilities, which are pieces',
    [{ logprobs: { content: [{ token: 'a' }] } }, { logprobs: { content: [{ token: 'a' }] } }],
    { logprobs: { content: [{ token: 'a' }, { token: 'a' }] } },
  ],
])('of a choice the last value holds too: %s', async (_, pieces, whole) => {
  const chunks = pieces.map((fields) => ({ choices: [{ index: 0, delta: {}, ...fields }] }));
  expect(await final(...chunks)).toMatchObject({ choices: [whole] });
});

test('a reason and a signature in a delta are named, not appended', async () => {
  const delta = { native_finish_reason: 'stop', thought_signature: 'c2ln' };
  const chunk = { choices: [{ index: 0, delta }] };
  expect(await final(chunk, chunk)).toMatchObject({ choices: [{ message: delta }] });
});

test('an event with a whole message in place of a delta loses nothing', async () => {
  const { client } = observedClient(() =>
    events({
      message: { ...callsOf(call('{"city":"Ulm"}')), content: 'Hello', reasoning_content: 'Hm.' },
      finish_reason: 'tool_calls',
    }),
  );
  const stream = await client.models.chatCompletion({ ...params, stream: true });
  const seen: unknown[] = [];
  for await (const { choices } of stream) seen.push(choices[0]?.delta.content);
  const { message } = (await stream.finalCompletion()).choices[0]!;
  expect(seen).toEqual(['Hello']);
  expect(message).toEqual({
    role: 'assistant',
    content: 'Hello',
    reasoningContent: 'Hm.',
    ...called('{"city":"Ulm"}'),
  });
});
