import { expect, test } from 'vitest';
import type { Runcrate } from '../../../src/index.node.js';
import { RuncrateError } from '../../../src/index.node.js';
import { observedClient } from '../../helpers/observed-client.js';
import { rejectionOf } from '../../helpers/observed-transport.js';

/** As a program in JavaScript calls it. */
type Call = (client: Runcrate, more: object) => Promise<unknown>;

const base = { model: 'a', prompt: 'b' };
const message = { role: 'user', content: 'Hello!' } as const;
const chat: Call = (client, more) =>
  client.models.chatCompletion({ model: 'a', messages: [message], ...more } as never);

const withBodies: readonly (readonly [string, Call])[] = [
  ['chatCompletion', chat],
  ['generateImage', (client, more) => client.models.generateImage({ ...base, ...more })],
  ['generateVideo', (client, more) => client.models.generateVideo({ ...base, ...more })],
  ['textToSpeech', (client, more) => client.models.textToSpeech({ model: 'a', input: 'b', ...more })],
  ['transcribe', (client, more) => client.models.transcribe({ model: 'a', file: new Blob(['a']), ...more })],
  ['embeddings', (client, more) => client.models.embeddings({ model: 'a', input: 'b', ...more })],
  ['instances.create', (client, more) => client.instances.create({ name: 'a', ...more })],
];

const options: readonly (readonly [string, unknown])[] = [
  ['signal', new AbortController().signal],
  ['timeout', 5],
  ['maxRetries', 0],
  ['headers', { a: 'b' }],
  ['environment', 'staging'],
  ['idempotencyKey', 'order-17'],
  ['extraQuery', { a: 1 }],
  ['extraBody', { a: 1 }],
  ['onResponse', () => undefined],
  ['max_retries', 0],
  ['extra_body', { a: 1 }],
];

test.each(withBodies.flatMap(([method, call]) => options.map(([name, value]) => [method, name, value, call] as const)))(
  '%s refuses the request option %s among its parameters before anything is sent',
  async (_, name, value, call) => {
    const { client, requests } = observedClient();
    const error = await rejectionOf(call(client, { [name]: value }));
    expect(error).toBeInstanceOf(RuncrateError);
    expect((error as Error).message).toBe(
      `\`${name}\` is a request option: pass it in the last argument of the call. A parameter of the model that is called so goes into \`extraBody\`.`,
    );
    expect(requests).toHaveLength(0);
  },
);

test('a model parameter that is called as a request option goes through extraBody', async () => {
  const { client, requests } = observedClient();
  await client.models.chatCompletion({ model: 'a', messages: [message] }, { extraBody: { timeout: 5 } });
  expect(requests[0]?.json).toMatchObject({ timeout: 5 });
});

test('a request option that is undefined among the parameters is as good as left out', async () => {
  const { client, requests } = observedClient();
  await chat(client, { timeout: undefined });
  expect(requests[0]?.json).not.toHaveProperty('timeout');
});

const standard = { version: 1, validate: (value: unknown) => ({ value }) };
/** As zod's schemas are: objects with what Standard Schema asks for, beside their own definition. */
const zodLike = { '~standard': { ...standard, vendor: 'zod' }, def: { type: 'object', shape: {} } };
/** As arktype's are: functions. */
const arkLike = Object.assign(() => undefined, { '~standard': { ...standard, vendor: 'arktype' } });

const refused: readonly (readonly [string, (client: Runcrate) => Promise<unknown>, string])[] = [
  ['a chat without messages', (rc) => rc.models.chatCompletion({ model: 'a' } as never), '`messages` is required.'],
  ['a chat without a model', (rc) => rc.models.chatCompletion({ messages: [] } as never), '`model` is required.'],
  ['a transcription without a file', (rc) => rc.models.transcribe({ model: 'a' } as never), '`file` is required.'],
  ['an image without a prompt', (rc) => rc.models.generateImage({ model: 'a' } as never), '`prompt` is required.'],
  ['an instance without a name', (rc) => rc.instances.create({ gpuType: 'A100' } as never), '`name` is required.'],
  ['a volume without a size', (rc) => rc.storage.create({ name: 'a', region: 'b' } as never), '`sizeGb` is required.'],
  [
    'a role that does not exist',
    (rc) => rc.models.chatCompletion({ model: 'a', messages: [message, { role: 'usr', content: 'b' } as never] }),
    '`messages[1].role` must be one of "developer", "system", "user", "assistant", "tool", "function", not "usr".',
  ],
  [
    'a message without a role',
    (rc) => rc.models.chatCompletion({ model: 'a', messages: [{ content: 'b' } as never] }),
    '`messages[0].role` is required.',
  ],
  [
    'a tool without a name',
    (rc) =>
      rc.models.chatCompletion({ model: 'a', messages: [], tools: [{ type: 'function', function: {} as never }] }),
    '`tools[0].function.name` is required.',
  ],
  [
    'an unknown encoding',
    (rc) => rc.models.embeddings({ model: 'a', input: 'b', encoding_format: 'int8' }),
    '`encoding_format` must be one of "float", "base64", not "int8".',
  ],
  [
    'an object where a model is meant',
    (rc) => rc.models.chatCompletion({ model: { id: 'a' } as never, messages: [] }),
    '`model` of POST /v1/chat/completions must not be an object. Pass its `id`.',
  ],
  [
    'a key where its id is meant',
    (rc) => rc.instances.create({ name: 'a', sshKeyId: { id: 'key', name: 'b' } as never }),
    '`sshKeyId` of POST /api/v1/instances must not be an object. Pass its `id`.',
  ],
  [
    'a job where its id is meant',
    (rc) => rc.models.getVideoStatus({ id: 'job', status: 'queued' } as never),
    'Path parameter "id" of /videos/{id} must be a non-empty string, not an object: pass its `id`, as in `job.id`.',
  ],
  [
    'a job where its id is meant, in a wait',
    (rc) => rc.models.waitForVideo({ id: 'job', status: 'queued' } as never),
    'Path parameter "id" of /videos/{id} must be a non-empty string, not an object: pass its `id`, as in `job.id`.',
  ],
  [
    'a zod schema where JSON Schema is meant',
    (rc) =>
      rc.models.chatCompletion({
        model: 'a',
        messages: [],
        tools: [{ type: 'function', function: { name: 'b', parameters: zodLike } }],
      }),
    '`tools[0].function.parameters` is a schema of zod, not JSON Schema. Convert it, as by `z.toJSONSchema(schema)`.',
  ],
  [
    'a schema that is a function',
    (rc) => chat(rc, { response_format: { type: 'json_schema', json_schema: { name: 'a', schema: arkLike } } }),
    '`response_format.json_schema.schema` is a schema of arktype, not JSON Schema. Convert it, as by `z.toJSONSchema(schema)`.',
  ],
];

test.each(refused)('refuses %s before anything is sent', async (_, call, text) => {
  const { client, requests } = observedClient();
  const error = await rejectionOf(call(client));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toBe(text);
  expect(requests).toHaveLength(0);
});

test.each([
  ['NaN', { options: { depth: [1, NaN] } }, 'options.depth[1]'],
  ['a function', { options: { run: () => 1 } }, 'options.run'],
  ['a Map', { options: [{ map: new Map() }] }, 'options[0].map'],
  ['bytes', { options: { bytes: new Uint8Array(1) } }, 'options.bytes'],
  ['a promise', { options: { later: Promise.resolve() } }, 'options.later'],
  ['a boxed NaN', { options: { depth: Object(NaN) as unknown } }, 'options.depth'],
  ['an invalid Date', { options: { since: [new Date(NaN)] } }, 'options.since[0]'],
  ['an Error', { options: { why: new TypeError('a') } }, 'options.why'],
  ['a RegExp', { options: { pattern: /a/ } }, 'options.pattern'],
  ['undefined in a list', { options: [1, undefined] }, 'options[1]'],
])('refuses %s that JSON would lose, by its path', async (_, more, path) => {
  const { client, requests } = observedClient();
  await expect(chat(client, more)).rejects.toThrow(`\`${path}\` would be lost`);
  expect(requests).toHaveLength(0);
});

test('a field that extraBody gives is not missing', async () => {
  const { client, requests } = observedClient();
  await client.models.chatCompletion({ model: 'a' } as never, { extraBody: { messages: [] } });
  expect(requests[0]?.json).toEqual({ model: 'a', messages: [] });
});

test('what a model said goes back as it came, whatever it lacks', async () => {
  const { client, requests } = observedClient();
  const said = { role: 'assistant', content: null, toolCalls: [{ type: 'custom', custom: { name: 'a' } }] } as const;
  await client.models.chatCompletion({ model: 'a', messages: [said as never] });
  expect(requests[0]?.json).toMatchObject({ messages: [{ tool_calls: [{ type: 'custom', custom: { name: 'a' } }] }] });
});

test('the same object twice is no circle', async () => {
  const { client, requests } = observedClient();
  const shared = { a: 1 };
  await chat(client, { options: { left: shared, right: [shared] } });
  expect(requests[0]?.json).toMatchObject({ options: { left: { a: 1 }, right: [{ a: 1 }] } });
});

function warningsOf(): { readonly warned: string[]; readonly client: Runcrate } {
  const warned: string[] = [];
  const quiet = () => undefined;
  const logger = { error: quiet, warn: (text: string) => void warned.push(text), info: quiet, debug: quiet };
  return { warned, client: observedClient(undefined, { logger, logLevel: 'warn' }).client };
}

test.each([
  ['maxTokns', 'maxTokens'],
  ['max_tokns', 'maxTokens'],
  ['tempreature', 'temperature'],
  ['temperatur', 'temperature'],
  ['message', 'messages'],
])('warns once of %s and names %s', async (given, meant) => {
  const { warned, client } = warningsOf();
  await chat(client, { [given]: 1 });
  await chat(client, { [given]: 1 });
  expect(warned).toEqual([
    `POST /v1/chat/completions has no parameter "${given}": did you mean "${meant}"? It is passed through unchanged.`,
  ]);
});

test.each(['topK', 'top_k', 'minP', 'images', 'repetitionPenalty', 'stops', 'cache'])(
  'passes %s through without a warning',
  async (name) => {
    const { warned, client } = warningsOf();
    await chat(client, { [name]: 1 });
    expect(warned).toEqual([]);
  },
);
