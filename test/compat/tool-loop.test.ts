import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { jsonSchema, tool } from '../../src/tools.js';
import { json, observedClient } from '../helpers/observed-client.js';

/** A scenario: what the model says, one message a round. */
interface Scenario {
  readonly said: readonly Message[];
  readonly more?: Readonly<Record<string, unknown>>;
}
interface Message {
  readonly content: string | null;
  readonly tool_calls?: readonly object[];
}
interface Body {
  readonly messages: readonly Readonly<Record<string, unknown>>[];
  readonly [field: string]: unknown;
}

const model = 'a/model';
const messages = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'How warm is it?' },
] as const;
const call = (name: string, text: string, id = 'call_0') => ({
  id,
  type: 'function',
  function: { name, arguments: text },
});
const parameters = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
  additionalProperties: false,
};
const description = 'Temperature of a city.';
const execute = ({ city }: { city: string }) => {
  if (city === 'Nowhere') throw new Error('There is no such city.');
  if (city === 'Void') return undefined;
  return city === 'Oslo' ? 'cold' : { city, celsius: 21 };
};
const answer = { content: '21 °C' };
const oslo = call('get_weather', '{"city":"Oslo"}');
const rome = call('get_weather', '{"city":"Rome"}', 'call_1');

const scenarios: Readonly<Record<string, Scenario>> = {
  'no call': { said: [answer] },
  'one call': { said: [{ content: null, tool_calls: [oslo] }, answer] },
  'two calls in one message': { said: [{ content: null, tool_calls: [oslo, rome] }, answer] },
  'calls in two rounds': {
    said: [{ content: null, tool_calls: [oslo] }, { content: null, tool_calls: [rome] }, answer],
  },
  'text beside a call': { said: [{ content: 'Let me see.', tool_calls: [rome] }, answer] },
  'settings of the request': {
    said: [{ content: null, tool_calls: [oslo] }, answer],
    more: { temperature: 0, seed: 7, tool_choice: 'none' },
  },
  'two calls without parallel calls': {
    said: [{ content: null, tool_calls: [oslo, rome] }, answer],
    more: { parallel_tool_calls: false },
  },
};

test.each(Object.entries(scenarios))('a tool loop with %s sends what runTools of openai sends', async (_, scenario) => {
  expect(await sentByRuncrate(scenario)).toEqual((await sentByOpenai(scenario)).map(withoutDefaults));
});

describe('where runTools of openai is not followed:', () => {
  test('`tool_choice: "auto"` and `stream: false` are left out, since they are the defaults of the API', async () => {
    const scenario = scenarios['one call']!;
    expect((await sentByOpenai(scenario))[0]).toMatchObject({ tool_choice: 'auto', stream: false });
    expect(Object.keys((await sentByRuncrate(scenario))[0]!)).toEqual(
      expect.not.arrayContaining(['tool_choice', 'stream']),
    );
  });

  test.each<[string, object, RegExp | undefined, RegExp]>([
    [
      'the text on an unknown tool is that of the SDK',
      call('get_wether', '{}'),
      /^Invalid tool_call: "get_wether"\. Available options are: "get_weather"/,
      /^There is no tool named "get_wether"\. The tools are: get_weather\.$/,
    ],
    [
      'an error of a tool goes back to the model; in openai it ends the run, and what was paid for is lost',
      call('get_weather', '{"city":"Nowhere"}'),
      undefined,
      /^There is no such city\.$/,
    ],
    [
      'a tool that returns nothing sends an empty text, not the word `undefined`',
      call('get_weather', '{"city":"Void"}'),
      /^undefined$/,
      /^$/,
    ],
    [
      'arguments of a strict tool that are no JSON go back to the model; in openai they end the run',
      call('get_weather', '{"city":'),
      undefined,
      /^The arguments are not valid JSON: /,
    ],
  ])('%s', async (_, called, theirs, ours) => {
    const scenario = { said: [{ content: null, tool_calls: [called] }, answer] };
    const [, sent] = await sentByRuncrate(scenario);
    expect(sent?.messages.at(-1)).toEqual({
      role: 'tool',
      tool_call_id: 'call_0',
      content: expect.stringMatching(ours) as string,
    });
    const other = (await sentByOpenai(scenario))[1]?.messages.at(-1);
    if (theirs === undefined) expect(other).toBeUndefined();
    else expect(other?.['content']).toMatch(theirs);
  });

  test('a call that came twice, with one id, is sent back and answered once', async () => {
    const scenario = { said: [{ content: null, tool_calls: [oslo, oslo] }, answer] };
    const roles = (bodies: readonly Body[]) => bodies[1]?.messages.map(({ role }) => role);
    expect(roles(await sentByOpenai(scenario))).toEqual(['system', 'user', 'assistant', 'tool', 'tool']);
    expect(roles(await sentByRuncrate(scenario))).toEqual(['system', 'user', 'assistant', 'tool']);
  });
});

async function sentByRuncrate({ said, more }: Scenario): Promise<readonly Body[]> {
  const { client, requests } = observedClient(() => completion(said[requests.length - 1]!));
  const weather = tool({
    name: 'get_weather',
    description,
    parameters: jsonSchema<{ city: string }>({ schema: parameters }),
    execute,
  });
  await client.models.runTools({ ...more, model, messages, tools: [weather] });
  return requests.map((request) => request.json as Body);
}

async function sentByOpenai({ said, more }: Scenario): Promise<readonly Body[]> {
  const sent: Body[] = [];
  const fetch = async (_: unknown, init?: RequestInit) => {
    sent.push(JSON.parse(init?.body as string) as Body);
    return completion(said[sent.length - 1]!);
  };
  const client = new OpenAI({ apiKey: 'a', baseURL: 'https://api.example.com/v1', fetch, maxRetries: 0 });
  const parse = (text: string) => JSON.parse(text) as { city: string };
  const weather = { name: 'get_weather', description, parameters, strict: true, parse, function: execute };
  const runner = client.chat.completions.runTools({
    ...more,
    model,
    messages: [...messages],
    tools: [{ type: 'function', function: weather }],
  } as never);
  await runner.done().catch(() => undefined);
  return sent;
}

function withoutDefaults(body: Body): Body {
  const { tool_choice: choice, stream: _, ...rest } = body;
  return { ...rest, ...(choice !== 'auto' && { tool_choice: choice }) };
}

function completion(message: Message): Response {
  const finish_reason = message.tool_calls === undefined ? 'stop' : 'tool_calls';
  const choice = { index: 0, message: { role: 'assistant', ...message }, finish_reason };
  return json({ id: 'c', object: 'chat.completion', created: 1, model, choices: [choice] });
}
