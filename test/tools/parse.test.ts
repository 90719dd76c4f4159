import { expect, expectTypeOf, test, vi } from 'vitest';
import { z } from 'zod';
import { z as z3 } from 'zod/v3';
import * as v from 'valibot';
import { Type } from 'typebox';
import { RuncrateError, type RuncrateOptions } from '../../src/index.node.js';
import { jsonSchema, ParseError } from '../../src/tools.js';
import { json, observedClient } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const model = 'a/model';
const messages = [{ role: 'user', content: 'Extract.' }] as const;
const schema = z.object({ name: z.string(), age: z.number().optional() });
const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 };

const completion = (message: object, finish_reason = 'stop') => ({
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model,
  choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }],
  usage,
});
const saying = (...contents: readonly (string | object)[]) => {
  let count = 0;
  const respond = () => {
    const content = contents[Math.min(count++, contents.length - 1)] as string | object;
    return json(typeof content === 'string' ? completion({ content }) : content);
  };
  return (options?: RuncrateOptions) => observedClient(respond, options);
};
const sse = (...chunks: object[]) =>
  new Response([...chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`), 'data: [DONE]\n\n'].join(''), {
    headers: { 'content-type': 'text/event-stream' },
  });

/** Whose list has itself as its items. */
function circular(): object {
  const list: Record<string, unknown> = { type: 'array' };
  list['items'] = list;
  return list;
}

test('the schema goes out as a strict response format, and `parsed` has the value with its type', async () => {
  const { client, requests } = saying('{"name":"Ada","age":null}')();
  const result = await client.models.parse({ model, messages, schema, schemaName: 'person', temperature: 0 });
  expectTypeOf(result.parsed).toEqualTypeOf<{ name: string; age?: number | undefined }>();
  expect(result.parsed).toEqual({ name: 'Ada' });
  expect(result).toMatchObject({ id: 'c', usage: { totalTokens: 8 } });
  expect(requests[0]?.json).toEqual({
    model,
    messages,
    temperature: 0,
    response_format: {
      type: 'json_schema',
      json_schema: {
        name: 'person',
        strict: true,
        schema: {
          type: 'object',
          properties: { name: { type: 'string' }, age: { type: ['number', 'null'] } },
          required: ['name', 'age'],
          additionalProperties: false,
        },
      },
    },
  });
});

test('`rc.chat.completions.parse` is the same method', async () => {
  const { client } = saying('{"name":"Ada","age":1}')();
  expect((await client.chat.completions.parse({ model, messages, schema })).parsed).toEqual({ name: 'Ada', age: 1 });
});

test('the final completion of a stream has `parsed`, and its chunks are those of any stream', async () => {
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model,
    choices: [{ index: 0, delta, finish_reason }],
  });
  const { client } = observedClient(() =>
    sse(chunk({ content: '{"name":' }), chunk({ content: '"Ada"}' }), chunk({}, 'stop')),
  );
  const stream = await client.models.parse({ model, messages, schema, stream: true });
  let text = '';
  for await (const piece of stream.textStream()) text += piece;
  const final = await stream.finalCompletion();
  expectTypeOf(final.parsed).toEqualTypeOf<{ name: string; age?: number | undefined }>();
  expect([text, final.parsed]).toEqual(['{"name":"Ada"}', { name: 'Ada' }]);
});

test('the final completion of a stream rejects with the whole completion if the schema refuses its JSON', async () => {
  const { client } = observedClient(() =>
    sse(
      {
        id: 'c',
        object: 'chat.completion.chunk',
        created: 1,
        model,
        choices: [{ index: 0, delta: { content: '{"name":7}' }, finish_reason: 'stop' }],
      },
      { id: 'c', object: 'chat.completion.chunk', created: 1, model, choices: [], usage },
    ),
  );
  const stream = await client.chat.completions.parse({ model, messages, schema, stream: true });
  const error = (await rejectionOf(stream.finalCompletion())) as ParseError;
  expect(error).toMatchObject({ name: 'ParseError', reason: 'invalid', issues: [{ path: ['name'] }] });
  expect(error.completion).toMatchObject({
    usage: { totalTokens: 8 },
    choices: [{ message: { content: '{"name":7}' } }],
  });
});

test('`parsed` is the output of the schema, validated also where the check is async', async () => {
  const checked = z.object({
    day: z.string().transform((text) => text.length),
    unit: z.enum(['C', 'F']).default('C'),
    name: z.string().refine(async (text) => text !== 'Bob', 'Not Bob.'),
  });
  const { client, requests } = saying(
    '{"day":"monday","unit":null,"name":"Ada"}',
    '{"day":"monday","unit":"F","name":"Bob"}',
  )();
  const { parsed } = await client.models.parse({ model, messages, schema: checked });
  expectTypeOf(parsed).toEqualTypeOf<{ day: number; unit: 'C' | 'F'; name: string }>();
  expect(parsed).toEqual({ day: 6, unit: 'C', name: 'Ada' });
  const { response_format: format } = requests[0]?.json as { response_format: { json_schema: { schema: object } } };
  expect(format.json_schema.schema).toMatchObject({ properties: { day: { type: 'string' } } });
  expect(await rejectionOf(client.models.parse({ model, messages, schema: checked }))).toMatchObject({
    issues: [{ message: 'Not Bob.', path: ['name'] }],
  });
});

test('an error has the id of the last request, and `onResponse` of the caller is called', async () => {
  const { client } = observedClient(() =>
    json(completion({ content: 'no' }), { headers: { 'x-request-id': 'req_1' } }),
  );
  const ids: unknown[] = [];
  const onResponse = ({ requestId }: { requestId: string | undefined }) => ids.push(requestId);
  const error = await rejectionOf(client.models.parse({ model, messages, schema }, { onResponse }));
  expect(error).toMatchObject({ name: 'ParseError', requestId: 'req_1' });
  expect(ids).toEqual(['req_1']);
});

test('an `onResponse` that rejects is logged, and does not end the program', async () => {
  const said: unknown[] = [];
  const say = (text: string) => said.push(text);
  const { client } = saying('{"name":"Ada"}')({ logger: { ...console, error: say }, logLevel: 'error' });
  const onResponse = () => Promise.reject(new Error('no')) as unknown as void;
  expect((await client.models.parse({ model, messages, schema }, { onResponse })).parsed).toEqual({ name: 'Ada' });
  await vi.waitFor(() => expect(said).toEqual([expect.stringContaining('`onResponse` threw')]));
});

test('an `onResponse` that is no function is refused before anything is sent', async () => {
  const { client, requests } = saying('{"name":"Ada"}')();
  const call = client.models.parse({ model, messages, schema }, { onResponse: 'x' as never });
  expect(((await rejectionOf(call)) as Error).message).toContain('onResponse');
  expect(requests).toHaveLength(0);
});

test.each([
  ['JSON alone', '{"name":"Ada"}'],
  ['JSON among white space', '\n {"name":"Ada"}\n'],
  ['a fence', 'Here you are:\n```json\n{"name":"Ada"}\n```\nAnything else?'],
  ['a fence without a language', '```\n{"name":"Ada"}\n```'],
  ['reasoning in a tag', '<think>It has {braces} and ```json\n{"name":"no"}\n```</think>{"name":"Ada"}'],
  ['reasoning whose tag is only closed', 'It is {"name":"no"}</think>\n{"name":"Ada"}'],
  ['reasoning before it', 'The name {is} Ada [1], "so": {"name":"Ada"}'],
  [
    'text in parts',
    [
      { type: 'text', text: '{"name":' },
      { type: 'text', text: '"Ada"}' },
    ],
  ],
])('%s is read', async (_, content) => {
  const { client } = saying(completion({ content }))();
  expect((await client.models.parse({ model, messages, schema })).parsed).toEqual({ name: 'Ada' });
});

test.each([
  ['declined', 'refused', completion({ content: null, refusal: 'I can’t.' }), 'The model refused: I can’t.'],
  [
    'was cut',
    'cut',
    completion({ content: '{"name":"A' }, 'length'),
    'The completion reached its token limit before the JSON was whole.',
  ],
  [
    'was cut within what could be a value itself',
    'cut',
    completion({ content: 'So: {"name":"Ada","friends":["}",{"name":"Bob"}' }, 'length'),
    'The completion reached its token limit before the JSON was whole.',
  ],
  [
    'was cut within its reasoning',
    'cut',
    completion({ content: '<think>Maybe {"name":"Bob"}' }, 'length'),
    'The completion reached its token limit before the JSON was whole.',
  ],
  [
    'was withheld',
    'filtered',
    completion({ content: '' }, 'content_filter'),
    'The completion was withheld by a content filter.',
  ],
  [
    'is prose',
    'noJson',
    completion({ content: 'Sure!' }),
    'The completion holds no JSON that can be told apart: "Sure!"',
  ],
  [
    'has two fences',
    'noJson',
    completion({ content: '```\n{"name":"a"}\n```\nor\n```\n{"name":"b"}\n```' }),
    /^The completion holds no JSON that can be told apart/,
  ],
  [
    'has a draft before the JSON',
    'noJson',
    completion({ content: 'First {"name":"Bob"}, no: {"name":"Ada"}' }),
    /^The completion holds no JSON that can be told apart/,
  ],
  [
    'has an unclosed brace before the JSON',
    'noJson',
    completion({ content: 'A { opens: {"name":"Ada"}' }),
    /^The completion holds no JSON that can be told apart/,
  ],
  [
    'calls a tool',
    'noJson',
    completion(
      { content: null, tool_calls: [{ id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } }] },
      'tool_calls',
    ),
    'The model calls tools in place of the JSON.',
  ],
  [
    'is not of the schema',
    'invalid',
    completion({ content: '{"name":7,"age":"x"}' }),
    /^The schema refuses the JSON of the model:\nname: .*\nage: /,
  ],
])('a completion that %s rejects with the reason `%s`, and nothing of it is lost', async (_, reason, body, message) => {
  const { client } = saying(body)();
  const error = (await rejectionOf(client.models.parse({ model, messages, schema }))) as ParseError;
  expect(error).toBeInstanceOf(ParseError);
  expect(error).toBeInstanceOf(RuncrateError);
  expect(error.name).toBe('ParseError');
  expect(error.reason).toBe(reason);
  expect(error.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  expect(error.completion.usage).toEqual({ promptTokens: 3, completionTokens: 5, totalTokens: 8 });
  expect(error.completion.choices[0]?.message).toMatchObject({ role: 'assistant' });
  expect(error.issues.length > 0).toBe(reason === 'invalid');
  expect(JSON.stringify(error)).not.toContain('choices');
});

test('a number at the root that may have been cut is none', async () => {
  const { client } = saying(completion({ content: '12' }, 'length'))();
  const error = await rejectionOf(client.models.parse({ model, messages, schema: z.number() }));
  expect(error).toMatchObject({ name: 'ParseError', reason: 'cut' });
});

test.each([
  [800, undefined],
  [100_000, 'noJson'],
])('JSON after %i brackets is read, or given up without a long wait: %s', async (count, reason) => {
  const { client } = saying(`${'[x] '.repeat(count)}{"name":"Ada"}`)();
  const result = client.models.parse({ model, messages, schema });
  if (reason === undefined) expect((await result).parsed).toEqual({ name: 'Ada' });
  else expect(await rejectionOf(result)).toMatchObject({ reason });
});

test('`repairs` asks again with the issues, and every completion is told', async () => {
  const { client, requests } = saying('{"name":7}', '{"name":"Ada"}')();
  const result = await client.models.parse({ model, messages, schema, repairs: 2 });
  expect(result.parsed).toEqual({ name: 'Ada' });
  expect(result.completions).toHaveLength(2);
  const sent = (requests[1]?.json as { messages: readonly { role: string; content: string }[] }).messages;
  expect(sent.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  expect(sent[1]?.content).toBe('{"name":7}');
  expect(sent[2]?.content).toMatch(/^That JSON is not valid:\nname: /);
});

test('after the last repair the error has every completion; without `repairs` nothing is asked again', async () => {
  const twice = saying('no')();
  const error = (await rejectionOf(twice.client.models.parse({ model, messages, schema, repairs: 1 }))) as ParseError;
  expect([error.reason, error.completions.length, twice.requests.length]).toEqual(['noJson', 2, 2]);
  const once = saying('no')();
  await rejectionOf(once.client.models.parse({ model, messages, schema }));
  expect(once.requests).toHaveLength(1);
});

test('a repair whose request fails rejects with its error, which has the completions before', async () => {
  let count = 0;
  const { client } = observedClient(() =>
    count++ === 0 ? json(completion({ content: 'no' })) : json({ error: { message: 'no credit' } }, { status: 402 }),
  );
  const error = await rejectionOf(client.models.parse({ model, messages, schema, repairs: 1 }));
  expect(error).toMatchObject({ name: 'InsufficientCreditsError', message: 'no credit' });
  expect((error as ParseError).completions).toHaveLength(1);
});

test.each([
  [
    'zod 3',
    z3.object({ a: z3.string() }),
    '`schema` has no JSON Schema (it is a schema of zod).',
    /npm install zod@latest/,
  ],
  [
    'valibot as it is',
    v.object({ a: v.string() }),
    '`schema` has no JSON Schema (it is a schema of valibot).',
    /toStandardJsonSchema\(schema\)/,
  ],
  [
    'TypeBox as it is',
    Type.Object({ a: Type.String() }),
    '`schema` has no JSON Schema.',
    /jsonSchema\(\{ schema, validate \}\)/,
  ],
  ['nothing', undefined, '`schema` has no JSON Schema.', /Pass a schema of zod 4/],
  ['a plain object', { name: 'string' }, '`schema` has no JSON Schema.', /Pass a schema of zod 4/],
  [
    'a JSON Schema as it is',
    { type: 'object', properties: {} },
    '`schema` has no JSON Schema.',
    /`jsonSchema\(\{ schema, validate \}\)` of `@runcrate\/sdk\/tools`/,
  ],
  [
    'a class',
    class Person {
      name = '';
    },
    '`schema` has no JSON Schema.',
    /Pass a schema of zod 4/,
  ],
  [
    'a schema of an unknown library without JSON Schema',
    { '~standard': { version: 1, vendor: 'yup', validate: () => ({ value: 1 }) } },
    '`schema` has no JSON Schema (it is a schema of yup).',
    /Pass a schema of zod 4/,
  ],
  [
    'data that contains itself',
    jsonSchema({ schema: circular() }),
    /^`schema` can't be written as a JSON Schema by runcrate: .*circular/i,
    /Refer to a part of the schema by `\$ref`/,
  ],
  [
    'a date of zod',
    z.object({ a: z.date() }),
    /^`schema` can't be written as a JSON Schema by zod: /,
    /a date is a string on its way/,
  ],
])('%s is refused before anything is sent, with the line that fixes it', async (_, given, message, hint) => {
  const { client, requests } = saying('{}')();
  const error = (await rejectionOf(client.models.parse({ model, messages, schema: given as never }))) as RuncrateError;
  expect(error.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  expect(error.hint).toMatch(hint);
  expect(requests).toHaveLength(0);
});

test.each([
  ['n', { n: 2 }],
  ['responseFormat', { responseFormat: { type: 'text' } }],
  ['repairs', { repairs: -1 }],
  ['repairs', { repairs: 1, stream: true }],
  ['schemaName', { schemaName: 'a b' }],
  ['strict', { strict: 'yes' }],
])('`%s` that can’t be used is refused before anything is sent', async (field, more) => {
  const { client, requests } = saying('{}')();
  const error = (await rejectionOf(client.models.parse({ model, messages, schema, ...more } as never))) as Error;
  expect(error.message).toMatch(`\`${field}\` of \`parse\``);
  expect(requests).toHaveLength(0);
});

test('`strict: false` sends the schema as it is', async () => {
  const { client, requests } = saying('{"name":"Ada"}')();
  await client.models.parse({ model, messages, schema, strict: false });
  const { json_schema: sent } = (
    requests[0]?.json as { response_format: { json_schema: { strict: boolean; schema: object } } }
  ).response_format;
  expect(sent.strict).toBe(false);
  expect(sent.schema).toEqual({
    type: 'object',
    properties: { name: { type: 'string' }, age: { type: 'number' } },
    required: ['name'],
  });
});

test('the schema is converted once for each schema object', async () => {
  const own = jsonSchema<{ a: string }>({ schema: { type: 'object', properties: { a: { type: 'string' } } } });
  const convert = vi.spyOn(own['~standard'].jsonSchema, 'input');
  const { client } = saying('{"a":"x"}')();
  await client.models.parse({ model, messages, schema: own });
  await client.models.parse({ model, messages, schema: own });
  expect(convert).toHaveBeenCalledTimes(1);
});

test('a list at the root is wrapped on its way, and read with or without its wrapper', async () => {
  const list = z.array(z.string());
  for (const content of ['{"value":["a"]}', '["a"]']) {
    const { client } = saying(content)();
    expect((await client.models.parse({ model, messages, schema: list })).parsed).toEqual(['a']);
  }
});
