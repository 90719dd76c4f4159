import { expect, expectTypeOf, test, vi } from 'vitest';
import * as v from 'valibot';
import { z } from 'zod';
import { z as z3 } from 'zod/v3';
import { RuncrateError } from '../../src/index.node.js';
import { StopTools, tool, ToolRunError, type AnyTool, type ToolEvent } from '../../src/tools.js';
import { json, observedClient } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const model = 'a/model';
const messages = [{ role: 'user', content: 'How warm is it?' }] as const;
const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8, prompt_tokens_details: { cached_tokens: 1 } };

interface Call {
  readonly name: string;
  readonly text?: string;
  readonly id?: string;
}

const calling = (...calls: readonly Call[]) => ({
  content: null,
  tool_calls: calls.map(({ name, text = '{}', id }, place) => ({
    id: id ?? `call_${place}`,
    type: 'function',
    function: { name, arguments: text },
  })),
});
const answering = (content: string) => ({ content });
const completion = (message: object, finish_reason?: string) => ({
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model,
  choices: [
    {
      index: 0,
      message: { role: 'assistant', ...message },
      finish_reason: finish_reason ?? ('tool_calls' in message ? 'tool_calls' : 'stop'),
    },
  ],
  usage,
});

/** A model that says these messages, one a round, and the last of them again and again. */
function modelThatSays(...said: readonly object[]) {
  let round = 0;
  return observedClient(() => {
    const message = said[Math.min(round++, said.length - 1)] as object;
    return json('choices' in message ? message : completion(message));
  });
}

const weather = tool({
  name: 'get_weather',
  description: 'Temperature of a city.',
  parameters: z.object({ city: z.string(), unit: z.enum(['C', 'F']).optional() }),
  execute: async ({ city, unit }) => {
    expectTypeOf(city).toEqualTypeOf<string>();
    return { city, unit: unit ?? 'C', degrees: 21 };
  },
});

interface Sent {
  messages: readonly Record<string, unknown>[];
  tools?: unknown;
  tool_choice?: unknown;
}
const sentIn = ({ requests }: ReturnType<typeof modelThatSays>, round: number) => requests[round]?.json as Sent;
const results = (observed: ReturnType<typeof modelThatSays>, round = 1) =>
  sentIn(observed, round).messages.filter(({ role }) => role === 'tool');

test('a call is validated, run and answered, until the model answers; the run tells messages and usage of all rounds', async () => {
  const observed = modelThatSays(
    calling({ name: 'get_weather', text: '{"city":"Oslo","unit":null}' }),
    answering('21 °C'),
  );
  const run = await observed.client.models.runTools({ model, messages, tools: [weather], temperature: 0 });
  expect(run.completion.choices[0]?.message.content).toBe('21 °C');
  expect(run.usage).toEqual({
    promptTokens: 6,
    completionTokens: 10,
    totalTokens: 16,
    promptTokensDetails: { cachedTokens: 2 },
  });
  expect(run.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'assistant']);
  expect(run.completions).toHaveLength(2);
  expect(run.stopped).toBeUndefined();
  const parameters = {
    type: 'object',
    properties: { city: { type: 'string' }, unit: { type: ['string', 'null'], enum: ['C', 'F', null] } },
    required: ['city', 'unit'],
    additionalProperties: false,
  };
  const definition = { name: 'get_weather', description: 'Temperature of a city.', parameters, strict: true };
  expect(sentIn(observed, 0)).toEqual({
    model,
    messages,
    temperature: 0,
    tools: [{ type: 'function', function: definition }],
  });
  expect(results(observed)).toEqual([
    { role: 'tool', tool_call_id: 'call_0', content: '{"city":"Oslo","unit":"C","degrees":21}' },
  ]);
});

test('`rc.chat.completions.runTools` is the same method', async () => {
  const { client } = modelThatSays(answering('a'));
  expect((await client.chat.completions.runTools({ model, messages, tools: [weather] })).completions).toHaveLength(1);
});

const failing = tool({
  name: 'fail',
  execute: () => {
    throw new Error('The sensor is off.');
  },
});

test.each<[string, Call, RegExp]>([
  [
    'an unknown tool',
    { name: 'get_wether' },
    /^There is no tool named "get_wether"\. The tools are: get_weather, fail\.$/,
  ],
  ['arguments that are no JSON', { name: 'get_weather', text: '{"city":' }, /^The arguments are not valid JSON: /],
  [
    'arguments that the schema refuses',
    { name: 'get_weather', text: '{"city":7}' },
    /^The arguments are not valid:\ncity: /,
  ],
  ['an empty text of arguments', { name: 'get_weather', text: ' ' }, /^The arguments are not valid:\ncity: /],
  ['a tool that throws', { name: 'fail' }, /^The sensor is off\.$/],
])('%s goes back to the model as the result of the call, without a stack', async (_, call, content) => {
  const observed = modelThatSays(calling(call), answering('a'));
  await observed.client.models.runTools({ model, messages, tools: [weather, failing] });
  const [result, ...others] = results(observed);
  expect([result?.['role'], result?.['tool_call_id'], others.length]).toEqual(['tool', 'call_0', 0]);
  expect(result?.['content']).toMatch(content);
});

test('arguments that are refused never reach `execute`', async () => {
  const execute = vi.fn();
  const strictly = tool({ name: 'a', parameters: z.object({ n: z.number() }), execute });
  const { client } = modelThatSays(calling({ name: 'a', text: '{"n":"x"}' }), answering('a'));
  await client.models.runTools({ model, messages, tools: [strictly] });
  expect(execute).not.toHaveBeenCalled();
});

test.each([
  ['a text', 'plain', 'plain'],
  ['an object', { a: 1 }, '{"a":1}'],
  ['nothing', undefined, ''],
  ['null', null, 'null'],
])('%s that a tool returns is sent as such', async (_, returned, content) => {
  const observed = modelThatSays(calling({ name: 'a' }), answering('a'));
  await observed.client.models.runTools({ model, messages, tools: [tool({ name: 'a', execute: () => returned })] });
  expect(results(observed)[0]?.['content']).toBe(content);
});

test('calls of one message run side by side, no more than `concurrency`, and the results have their order', async () => {
  let running = 0;
  let most = 0;
  const slow = tool({
    name: 'slow',
    parameters: z.object({ ms: z.number() }),
    execute: async ({ ms }) => {
      most = Math.max(most, ++running);
      for (let turn = 0; turn < ms; turn++) await Promise.resolve();
      running--;
      return String(ms);
    },
  });
  const calls = [30, 20, 10, 1].map((ms, place) => ({ name: 'slow', text: JSON.stringify({ ms }), id: `c${place}` }));
  const observed = modelThatSays(calling(...calls), answering('a'));
  await observed.client.models.runTools({ model, messages, tools: [slow], concurrency: 3 });
  expect(most).toBe(3);
  expect(results(observed).map(({ content }) => content)).toEqual(['30', '20', '10', '1']);
});

test.each([
  ['one after the other with `parallelToolCalls: false`', { parallelToolCalls: false }, 1],
  ['up to eight by default', {}, 8],
  ['as `concurrency` says in any case', { parallelToolCalls: false, concurrency: 2 }, 2],
])('calls of one message run %s', async (_, settings, most) => {
  let running = 0;
  const seen: number[] = [];
  const slow = tool({
    name: 'slow',
    execute: async () => {
      seen.push(++running);
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      running--;
    },
  });
  const { client } = modelThatSays(
    calling(...Array.from({ length: 10 }, (_, place) => ({ name: 'slow', id: `c${place}` }))),
    answering('a'),
  );
  await client.models.runTools({ model, messages, tools: [slow], ...settings });
  expect([seen.length, Math.max(...seen)]).toEqual([10, most]);
});

test('a call that came twice runs once, and one id for two calls becomes two ids', async () => {
  const execute = vi.fn(({ n }: { n: number }) => n);
  const counter = tool({ name: 'count', parameters: z.object({ n: z.number() }), execute });
  const same = { name: 'count', text: '{"n":1}', id: 'a' };
  const observed = modelThatSays(calling(same, same, { ...same, text: '{"n":2}' }), answering('a'));
  await observed.client.models.runTools({ model, messages, tools: [counter] });
  expect(execute.mock.calls.map(([args]) => args)).toEqual([{ n: 1 }, { n: 2 }]);
  const [, assistant] = sentIn(observed, 1).messages;
  const ids = (assistant as { tool_calls: readonly { id: string }[] }).tool_calls.map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
  expect(results(observed).map(({ tool_call_id: id }) => id)).toEqual(ids);
});

test('text beside tool calls, and what the provider added to a call, go back to the model', async () => {
  const message = { ...calling({ name: 'get_weather', text: '{"city":"Oslo"}' }), content: 'Let me see.' };
  Object.assign(message.tool_calls[0] as object, { extra_content: { signature: 's' } });
  const observed = modelThatSays(message, answering('a'));
  await observed.client.models.runTools({ model, messages, tools: [weather] });
  expect(sentIn(observed, 1).messages[1]).toMatchObject({
    content: 'Let me see.',
    tool_calls: [{ extra_content: { signature: 's' } }],
  });
});

test('after `maxRounds` the run rejects with everything so far, and no more is sent', async () => {
  const observed = modelThatSays(calling({ name: 'get_weather', text: '{"city":"Oslo"}' }));
  const error = (await rejectionOf(
    observed.client.models.runTools({ model, messages, tools: [weather], maxRounds: 2 }),
  )) as ToolRunError;
  expect(error).toBeInstanceOf(ToolRunError);
  expect(error).toBeInstanceOf(RuncrateError);
  expect([error.reason, error.completions.length, error.messages.length, error.usage.totalTokens]).toEqual([
    'maxRounds',
    2,
    5,
    16,
  ]);
  expect(observed.requests).toHaveLength(2);
});

test('an error of a run has the id of the last request', async () => {
  const { client } = observedClient(() =>
    json(completion(calling({ name: 'get_weather' })), { headers: { 'x-request-id': 'req_1' } }),
  );
  const error = await rejectionOf(client.models.runTools({ model, messages, tools: [weather], maxRounds: 1 }));
  expect(error).toMatchObject({ name: 'ToolRunError', requestId: 'req_1' });
});

test('with `answerInLastRound` the last request forbids tools', async () => {
  const observed = modelThatSays(calling({ name: 'get_weather', text: '{"city":"Oslo"}' }), answering('a'));
  await observed.client.models.runTools({ model, messages, tools: [weather], maxRounds: 2, answerInLastRound: true });
  expect([0, 1].map((round) => sentIn(observed, round).tool_choice)).toEqual([undefined, 'none']);
});

test('a choice that forces a call holds for the first round', async () => {
  const observed = modelThatSays(calling({ name: 'get_weather', text: '{"city":"Oslo"}' }), answering('a'));
  await observed.client.models.runTools({ model, messages, tools: [weather], toolChoice: 'required' });
  expect([0, 1].map((round) => sentIn(observed, round).tool_choice)).toEqual(['required', 'auto']);
});

test('a call that was cut by the token limit is not run', async () => {
  const execute = vi.fn();
  const { client } = modelThatSays(completion(calling({ name: 'a' }), 'length'));
  const error = (await rejectionOf(
    client.models.runTools({ model, messages, tools: [tool({ name: 'a', execute })] }),
  )) as ToolRunError;
  expect([error.reason, error.completions.length]).toEqual(['cut', 1]);
  expect(execute).not.toHaveBeenCalled();
});

test('`StopTools` ends the run, once the other calls of the round have ended', async () => {
  const stop = tool({
    name: 'stop',
    execute: () => {
      throw new StopTools({ chosen: 1 });
    },
  });
  const observed = modelThatSays(calling({ name: 'stop' }, { name: 'get_weather', text: '{"city":"Oslo"}' }));
  const run = await observed.client.models.runTools({ model, messages, tools: [stop, weather] });
  expect(run.stopped).toEqual({ name: 'stop', value: { chosen: 1 } });
  expect(run.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'tool']);
  expect(observed.requests).toHaveLength(1);
});

test('a request that fails after others were paid for rejects with everything so far; the first with its own error', async () => {
  let count = 0;
  const broke = () => json({ error: { message: 'no credit' } }, { status: 402 });
  const { client } = observedClient(() =>
    count++ === 0 ? json(completion(calling({ name: 'get_weather', text: '{"city":"a"}' }))) : broke(),
  );
  const error = (await rejectionOf(client.models.runTools({ model, messages, tools: [weather] }))) as ToolRunError;
  expect([error.reason, error.completions.length, error.messages.length]).toEqual(['failed', 1, 3]);
  expect(error.cause).toMatchObject({ name: 'InsufficientCreditsError' });
  const first = await rejectionOf(observedClient(broke).client.models.runTools({ model, messages, tools: [weather] }));
  expect(first).toMatchObject({ name: 'InsufficientCreditsError' });
});

test('a retried request runs no tool twice', async () => {
  const execute = vi.fn(() => 'ok');
  let count = 0;
  const { client } = observedClient(() => {
    count++;
    if (count === 2) return json({ error: { message: 'busy' } }, { status: 503, headers: { 'retry-after': '0' } });
    return json(completion(count === 1 ? calling({ name: 'a' }) : answering('done')));
  });
  await client.models.runTools({ model, messages, tools: [tool({ name: 'a', execute })] });
  expect([execute.mock.calls.length, count]).toEqual([1, 3]);
});

test('`signal` reaches `execute`; after an abort the run rejects with its reason, and nothing more is sent or started', async () => {
  const end = new AbortController();
  const reason = new Error('enough');
  const started: string[] = [];
  const waits = tool({
    name: 'wait',
    parameters: z.object({ id: z.string() }),
    execute: ({ id }, { signal, toolCallId, messages: said }) => {
      started.push(`${id} ${toolCallId} ${said.length}`);
      const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
      end.abort(reason);
      return aborted;
    },
  });
  const observed = modelThatSays(calling({ name: 'wait', text: '{"id":"1"}' }, { name: 'wait', text: '{"id":"2"}' }));
  const run = observed.client.models.runTools(
    { model, messages, tools: [waits], concurrency: 1 },
    { signal: end.signal },
  );
  expect(await rejectionOf(run)).toBe(reason);
  expect(started).toEqual(['1 call_0 2']);
  expect(observed.requests).toHaveLength(1);
});

test('a streamed run gives text as it arrives, and calls and results whole', async () => {
  const chunk = (delta: object, finish_reason: string | null = null) =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model, choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  const piece = (name: string | undefined, text: string) => ({
    tool_calls: [
      { index: 0, ...(name && { id: 'x', type: 'function' }), function: { ...(name && { name }), arguments: text } },
    ],
  });
  const rounds = [
    [
      chunk({ content: 'Let me ' }),
      chunk({ content: 'see.' }),
      chunk(piece('get_weather', '{"ci')),
      chunk(piece(undefined, 'ty":"Oslo"}')),
      chunk({}, 'tool_calls'),
    ],
    [chunk({ content: '21' }), chunk({ content: ' °C' }), chunk({}, 'stop')],
  ];
  let round = 0;
  const { client } = observedClient(
    () =>
      new Response([...(rounds[round++] ?? []), 'data: [DONE]\n\n'].join(''), {
        headers: { 'content-type': 'text/event-stream' },
      }),
  );
  const run = await client.models.runTools({ model, messages, tools: [weather], stream: true });
  const events: ToolEvent[] = [];
  for await (const event of run) events.push(event);
  expect(events).toEqual([
    { type: 'text', text: 'Let me ' },
    { type: 'text', text: 'see.' },
    { type: 'toolCall', id: 'x', name: 'get_weather', arguments: '{"city":"Oslo"}' },
    {
      type: 'toolResult',
      id: 'x',
      name: 'get_weather',
      content: '{"city":"Oslo","unit":"C","degrees":21}',
      isError: false,
    },
    { type: 'text', text: '21' },
    { type: 'text', text: ' °C' },
  ]);
  expect((await run.finalRun()).completions).toHaveLength(2);
});

test('a streamed run whose loop is left is aborted: nothing more is sent', async () => {
  const observed = modelThatSays(calling({ name: 'get_weather', text: '{"city":"Oslo"}' }), answering('a'));
  const run = await observed.client.models.runTools({ model, messages, tools: [weather], stream: true });
  for await (const event of run) if (event.type === 'toolCall') break;
  expect(await rejectionOf(run.finalRun())).toMatchObject({ name: 'AbortError' });
  expect(observed.requests).toHaveLength(1);
});

test('a streamed run throws in its loop what ended it, with everything so far', async () => {
  const observed = modelThatSays(calling({ name: 'get_weather', text: '{"city":"Oslo"}' }));
  const run = await observed.client.models.runTools({ model, messages, tools: [weather], maxRounds: 2, stream: true });
  const types: string[] = [];
  const error = await rejectionOf(
    (async () => {
      for await (const { type } of run) types.push(type);
    })(),
  );
  expect(error).toMatchObject({ name: 'ToolRunError', reason: 'maxRounds', usage: { totalTokens: 16 } });
  expect(types).toEqual(['toolCall', 'toolResult', 'toolCall', 'toolResult']);
  expect(await rejectionOf(run.finalRun())).toBe(error);
});

test.each(['', '  '])('the text %j is the arguments of a tool without parameters', async (text) => {
  const execute = vi.fn(() => 'ok');
  const observed = modelThatSays(calling({ name: 'a', text }), answering('a'));
  await observed.client.models.runTools({ model, messages, tools: [tool({ name: 'a', execute })] });
  expect(execute).toHaveBeenCalledExactlyOnceWith({}, expect.anything());
});

test('arguments are the output of their schema, checked also where the check is async', async () => {
  const execute = vi.fn();
  const parameters = z.object({
    day: z.string().transform((text) => text.length),
    unit: z.enum(['C', 'F']).default('C'),
    city: z.string().refine(async (text) => text !== 'Nowhere', 'There is no such city.'),
  });
  const observed = modelThatSays(
    calling(
      { name: 'a', text: '{"day":"monday","unit":null,"city":"Oslo"}' },
      { name: 'a', text: '{"day":"monday","unit":"F","city":"Nowhere"}' },
    ),
    answering('a'),
  );
  await observed.client.models.runTools({ model, messages, tools: [tool({ name: 'a', parameters, execute })] });
  expect(execute).toHaveBeenCalledExactlyOnceWith({ day: 6, unit: 'C', city: 'Oslo' }, expect.anything());
  expect(results(observed)[1]?.['content']).toBe('The arguments are not valid:\ncity: There is no such city.');
});

test('`finalRun` alone runs it, without a loop', async () => {
  const observed = modelThatSays(calling({ name: 'get_weather', text: '{"city":"Oslo"}' }), answering('a'));
  const run = await observed.client.models.runTools({ model, messages, tools: [weather], stream: true });
  expect((await run.finalRun()).completions).toHaveLength(2);
});

test.each<[string, object, RegExp]>([
  ['no tools', { tools: [] }, /`tools` of `runTools` must be a list/],
  [
    'a tool that is data',
    { tools: [{ type: 'function', function: { name: 'a' } }] },
    /`tools\[0\]` of `runTools` must be made by `tool`/,
  ],
  ['two tools of one name', { tools: [weather, weather] }, /Two of the `tools` are named `get_weather`/],
  ['several choices', { tools: [weather], n: 2 }, /`n` of `runTools` must be 1/],
  ['no rounds', { tools: [weather], maxRounds: 0 }, /`maxRounds` of `runTools` must be an integer/],
  ['no messages', { tools: [weather], messages: 'a' }, /`messages` of `runTools` must be an array/],
])('%s is refused before anything is sent', async (_, more, message) => {
  const observed = modelThatSays(answering('a'));
  const error = await rejectionOf(observed.client.models.runTools({ model, messages, ...more } as never));
  expect((error as Error).message).toMatch(message);
  expect(observed.requests).toHaveLength(0);
});

test.each<[string, object, RegExp]>([
  ['a name with a space', { name: 'a b' }, /`name` of a tool must consist of/],
  ['no name', {}, /`name` of a tool must consist of/],
  ['a name that is too long', { name: 'a'.repeat(65) }, /`name` of a tool must consist of 1 to 64 letters/],
  ['a name with a dot', { name: 'a.b' }, /`name` of a tool must consist of/],
  ['no function', { name: 'a', execute: 1 }, /`execute` of the tool `a` must be a function/],
  ['nothing to run', { name: 'a', execute: undefined }, /`execute` of the tool `a` must be a function/],
])('a tool with %s is refused where it is made', (_, more, message) => {
  expect(() => tool({ execute: () => 1, ...more } as never)).toThrow(message);
});

test.each<[string, unknown, RegExp]>([
  ['zod 3', z3.object({ a: z3.string() }), /npm install zod@latest/],
  ['valibot as it is', v.object({ a: v.string() }), /toStandardJsonSchema\(schema\)/],
  ['data as it is', { type: 'object', properties: {} }, /jsonSchema\(\{ schema, validate \}\)/],
])(
  'parameters that are %s are refused before anything is sent, with the tool and the fix',
  async (_, parameters, hint) => {
    const observed = modelThatSays(answering('a'));
    const wrong = tool({ name: 'a', parameters, execute: () => 1 } as never) as AnyTool;
    const error = (await rejectionOf(
      observed.client.models.runTools({ model, messages, tools: [wrong] }),
    )) as RuncrateError;
    expect(error.message).toMatch(/^`parameters of the tool a` has no JSON Schema/);
    expect(error.hint).toMatch(hint);
    expect(observed.requests).toHaveLength(0);
  },
);

test('a tool whose schema can’t be strict is refused with `strict: true`, named with its path', async () => {
  const open: AnyTool = tool({
    name: 'a',
    parameters: z.object({ tags: z.record(z.string(), z.string()) }),
    strict: true,
    execute: () => 1,
  });
  const error = await rejectionOf(
    modelThatSays(answering('a')).client.models.runTools({ model, messages, tools: [open] }),
  );
  expect((error as Error).message).toBe(
    '`strict: true` is not possible for `parameters of the tool a`: `tags` takes values that no strict schema can describe.',
  );
});
