import OpenAI from 'openai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPrism } from '../../contract/prism.js';
import { validateAnswer } from '../../contract/validate.js';
import { startMock, type Mock } from '../../scripts/mock-server.js';
import { Runcrate } from '../../src/index.node.js';

let mock: Mock;
let openai: OpenAI;

beforeAll(async () => {
  mock = await startMock({ media: true });
  openai = new OpenAI({ apiKey: mock.apiKey, baseURL: mock.inferenceUrl, maxRetries: 0 });
});

afterAll(() => mock.close());

const chat = '/chat/completions';
const user = { role: 'user', content: 'Hello' } as const;
const text = 'The café opens at 7:00 ☕';
const weather = { type: 'object', required: ['city'], properties: { city: { type: 'string', minLength: 8 } } };
const tools = ['get_weather', 'get_time'].map((name) => ({
  type: 'function' as const,
  function: { name, parameters: weather },
}));
const named = { type: 'function', function: { name: 'get_time' } } as const;
const called = {
  role: 'assistant',
  content: null,
  tool_calls: [{ id: 'c1', type: 'function', function: { name: 'get_time', arguments: '{}' } }],
} as const;
const answered = { role: 'tool', tool_call_id: 'c1', content: '12:00' } as const;

test.each([
  ['a field of the wrong type', chat, { model: 1, messages: [user] }, 'property model must be string'],
  ['an unknown role', chat, { model: 'a', messages: [{ role: 'usr' }] }, 'messages.0.role must be equal to one of'],
  [
    'a value out of its range',
    chat,
    { model: 'a', messages: [user], max_tokens: 0 },
    'property max_tokens must be >= 1',
  ],
  ['a missing field', '/embeddings', { model: 'a' }, "must have required property 'input'"],
  ['a size that is too small', '/images/generations', { model: 'a', prompt: 'b', width: 1 }, 'width must be >= 256'],
  [
    'two faults',
    '/audio/speech',
    { input: 1 },
    "required property 'model'; Request body property input must be string",
  ],
])('%s is told in error.message', async (_, path, body, says) => {
  const { status, error } = await refused(path, JSON.stringify(body));
  expect(status).toBe(422);
  expect(error.message).toContain(says);
  expect(error.code).toBe('validation_error');
});

test.each([
  ['a body that is no JSON', '{"model":', {}, 400, 'Invalid JSON'],
  ['no body', '', {}, 422, 'Body parameter is required.'],
  ['another media type', 'a=b', { 'content-type': 'text/plain' }, 422, 'Supported content types: application/json.'],
  ['no key', '{}', { authorization: '' }, 401, 'Invalid or missing API key.'],
] as const)('%s is told in error.message', async (_, body, headers, expectedStatus, message) => {
  expect(await refused(chat, body, headers)).toMatchObject({ status: expectedStatus, error: { message } });
});

test.each(['application/json;', 'Application/JSON ; ; charset=utf-8'])(
  'a body of "%s" is JSON',
  async (contentType) => {
    const response = await send(chat, JSON.stringify({ model: 'a', messages: [user] }), {
      'content-type': contentType,
    });
    expect(response.status).toBe(200);
  },
);

test('a path that the document does not have is told in the shape of the API', async () => {
  const { status, error } = await refused('/nothing', '{}');
  expect({ status, code: error.code }).toEqual({ status: 404, code: 'not_found' });
  expect(error.message).toContain('/v1/nothing');
});

test('of very many faults, the first five are told, and that there are more', async () => {
  const messages = Array.from({ length: 3000 }, () => ({ role: 'usr' }));
  const { error } = await refused(chat, JSON.stringify({ model: 'a', messages }));
  expect(error.message).toMatch(/^(?:[^;]+; ){5}and \d+ more\.$/);
});

test('a refusal of the infrastructure names the field, and no other', async () => {
  const rc = new Runcrate({ apiKey: mock.apiKey, baseUrl: mock.baseUrl });
  const extraQuery = { limit: 1000 };
  await expect(rc.billing.listTransactions({}, { extraQuery })).rejects.toMatchObject({
    statusCode: 400,
    message: 'Request query parameter limit must be <= 100.',
  });
  const { error } = await refused('/images/generations', JSON.stringify({ model: 'a', prompt: 'b', height: 1 }));
  expect(error).toMatchObject({ details: { field: 'height' } });
});

test('an error that Prefer asks for is as the document has it', async () => {
  const body = JSON.stringify({ model: 'a', messages: [user] });
  const { status, error } = await refused(chat, body, { prefer: 'code=429' });
  expect({ status, message: error.message }).toEqual({
    status: 429,
    message: 'Rate limit exceeded. Try again in 2 seconds.',
  });
});

test.each(['application/json', '*/*', 'text/event-stream'])(
  'a completion is streamed if the body says so, and only then, with Accept: %s',
  async (accept) => {
    const types = [true, false].map(async (stream) => {
      const response = await send(chat, JSON.stringify({ model: 'a', messages: [user], stream }), { accept });
      return response.headers.get('content-type');
    });
    expect(await Promise.all(types)).toEqual(['text/event-stream', 'application/json']);
  },
);

test('the openai package reads the stream of the mock', async () => {
  let read = '';
  const stream = await openai.chat.completions.create({ model: 'a', messages: [user], stream: true });
  for await (const { choices } of stream) read += choices[0]?.delta.content ?? '';
  expect(read).toBe(text);
});

test.each([
  ['after a question, the first tool', { messages: [user] }, ['get_weather']],
  ['the tool that the question names', { messages: [{ role: 'user', content: 'Use get_time.' }] }, ['get_time']],
  [
    'each tool that the question names',
    { messages: [{ role: 'user', content: 'get_time, get_weather' }] },
    ['get_weather', 'get_time'],
  ],
  [
    'one of them, where only one may be called',
    { messages: [{ role: 'user', content: 'get_time, get_weather' }], parallel_tool_calls: false },
    ['get_weather'],
  ],
  ['the tool that tool_choice names', { messages: [user, called, answered], tool_choice: named }, ['get_time']],
  [
    'a tool that is required',
    { messages: [user, called, answered], tool_choice: 'required' as const },
    ['get_weather'],
  ],
  ['none that is forbidden', { messages: [user], tool_choice: 'none' as const }, []],
  ['none after the answer of a tool', { messages: [user, called, answered] }, []],
])('the mock calls %s, streamed or not', async (_, rest, names) => {
  const request = { model: 'a', tools, ...rest } as OpenAI.ChatCompletionCreateParamsNonStreaming;
  const whole = await openai.chat.completions.create(request);
  const streamed = await openai.chat.completions.stream({ ...request, stream: true }).finalChatCompletion();
  for (const { choices } of [whole, streamed]) {
    const [{ message, finish_reason: reason } = whole.choices[0]!] = choices;
    const calls = message.tool_calls?.map((call) => ('function' in call ? call.function : undefined)) ?? [];
    expect(calls.map((call) => call?.name)).toEqual(names);
    for (const call of calls) expect(JSON.parse(call!.arguments)).toEqual({ city: 'stringst' });
    expect(reason).toBe(names.length === 0 ? 'stop' : 'tool_calls');
    expect(message.content ?? null).toBe(names.length === 0 ? text : null);
  }
});

test('a model that is asked for JSON answers with JSON that fits the schema', async () => {
  const format = { type: 'json_schema', json_schema: { name: 'place', schema: weather } } as const;
  const request = { model: 'a', messages: [user], response_format: format };
  const { choices } = await openai.chat.completions.create(request);
  expect(JSON.parse(choices[0]!.message.content!)).toEqual({ city: 'stringst' });
  const streamed = await openai.chat.completions.stream(request).finalChatCompletion();
  expect(streamed.choices[0]!.message.content).toBe(choices[0]!.message.content);
});

test.each([
  ['required, but not given', { tool_choice: 'required' }, 'tool_choice is "required", but there are no tools.'],
  [
    'named, but not given',
    { tools, tool_choice: { type: 'function', function: { name: 'fly' } } },
    'tool_choice names "fly"',
  ],
  [
    'called, but not answered',
    { tools, messages: [user, called, user] },
    'messages.1.tool_calls: no message with the role "tool" answers "c1".',
  ],
])('tools that are %s are refused', async (_, rest, says) => {
  const { status, error } = await refused(chat, JSON.stringify({ model: 'a', messages: [user], ...rest }));
  expect({ status, says: error.message.slice(0, says.length) }).toEqual({ status: 422, says });
});

test.each([true, false])('what the mock makes up conforms to the document, with stream: %s', async (stream) => {
  const response = await send(chat, JSON.stringify({ model: 'a', messages: [user], tools, stream }));
  const answer = {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  };
  expect(answer.text).toContain('get_weather');
  expect(validateAnswer(await loadPrism(), 'createChatCompletion', answer as never)).toEqual({
    violations: [],
    notices: [],
  });
});

test.each([
  ['json', 'application/json', '"segments"'],
  ['text', 'text/plain', 'Hello, and welcome'],
  ['srt', 'application/x-subrip', '00:00:00,000 --> 00:00:02,400'],
  ['vtt', 'text/vtt', 'WEBVTT'],
])('a transcription comes as %s where that is asked for', async (format, type, says) => {
  const form = new FormData();
  form.append('file', new Blob(['sound']), 'a.mp3');
  form.append('model', 'a');
  form.append('response_format', format);
  const response = await fetch(`${mock.inferenceUrl}/audio/transcriptions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${mock.apiKey}` },
    body: form,
  });
  expect(response.headers.get('content-type')).toContain(type);
  expect(await response.text()).toContain(says);
});

test('speech comes in the format that was asked for, whatever is accepted', async () => {
  const types = ['mp3', 'pcm'].map(async (format) => {
    const body = JSON.stringify({ model: 'a', input: 'b', response_format: format });
    const response = await send('/audio/speech', body, { accept: 'application/octet-stream' });
    return response.headers.get('content-type');
  });
  expect(await Promise.all(types)).toEqual(['audio/mpeg', 'audio/pcm']);
});

function send(path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(mock.inferenceUrl + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${mock.apiKey}`, 'content-type': 'application/json', ...headers },
    body,
  });
}

interface Refused {
  readonly status: number;
  readonly error: { readonly message: string; readonly code: string };
}

async function refused(path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Refused> {
  const response = await send(path, body, headers);
  const { error } = (await response.json()) as Refused;
  return { status: response.status, error };
}
