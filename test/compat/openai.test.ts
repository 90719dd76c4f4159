/* oxlint-disable typescript/no-deprecated -- the API takes what OpenAI has replaced, too */
import OpenAI from 'openai';
import { expect, test } from 'vitest';
import { Runcrate } from '../../src/index.node.js';
import { useMock } from '../helpers/mock.js';
import { json, TEST_API_KEY } from '../helpers/observed-client.js';
import { observedFetch, type ObservedRequest, type Respond } from '../helpers/observed-fetch.js';
import { wireNames } from '../helpers/wire-names.js';

/*
 * The official `openai` package, pointed at our mock, and this SDK: the same call sends the same request and returns
 * the same result. The mock responds with the document's examples; a feature without one has its own response.
 */

const mock = useMock();

interface Row {
  readonly call: string;
  readonly theirs: (openai: OpenAI) => Promise<unknown>;
  readonly ours: (rc: Runcrate) => Promise<unknown>;
  /** Replaces the response of the mock. */
  readonly response?: () => Response;
}

const model = 'deepseek-ai/DeepSeek-V3';
const schema = { type: 'object', properties: { maxItems: { type: 'number' } } };
const tool = { name: 'getWeather', description: 'Weather of a city', parameters: schema };
const toolCall = { id: 'call_1', type: 'function', function: { name: 'getWeather', arguments: '{"cityName":"Bonn"}' } };
const sound = new TextEncoder().encode('RIFF\u0000\u0001WAVE');

const token = { token: 'Hi', logprob: -0.1, bytes: [72, 105] };

/** A completion with every field that OpenAI names. */
const everything = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model,
  service_tier: 'flex',
  system_fingerprint: 'fp_1',
  choices: [
    {
      index: 0,
      finish_reason: 'function_call',
      logprobs: { content: [{ ...token, top_logprobs: [token] }], refusal: null },
      message: {
        role: 'assistant',
        content: 'Hi',
        refusal: null,
        annotations: [
          {
            type: 'url_citation',
            url_citation: { url: 'https://a.example', title: 'A', start_index: 0, end_index: 2 },
          },
        ],
        audio: { id: 'audio_1', data: 'UklG', transcript: 'Hi', expires_at: 2 },
        function_call: { name: 'getWeather', arguments: '{}' },
      },
    },
  ],
  usage: {
    prompt_tokens: 1,
    completion_tokens: 2,
    total_tokens: 3,
    prompt_tokens_details: { cached_tokens: 1, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 1,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  },
};

const rows: readonly Row[] = [
  {
    call: 'a chat',
    theirs: (openai) =>
      openai.chat.completions.create({
        model,
        messages: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: 'Hello, wörld! 👋', name: 'ada' },
        ],
        max_tokens: 50,
        temperature: 0.2,
        top_p: 0.9,
        frequency_penalty: 0.1,
        presence_penalty: -0.1,
        seed: 7,
        stop: ['\n'],
      }),
    ours: (rc) =>
      rc.chat.completions.create({
        model,
        messages: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: 'Hello, wörld! 👋', name: 'ada' },
        ],
        maxTokens: 50,
        temperature: 0.2,
        topP: 0.9,
        frequencyPenalty: 0.1,
        presencePenalty: -0.1,
        seed: 7,
        stop: ['\n'],
      }),
  },
  {
    call: 'a chat with an image input and structured output',
    theirs: (openai) =>
      openai.chat.completions.create({
        model,
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'What is this?' },
              { type: 'image_url', image_url: { url: 'https://a.example/b.png' } },
            ],
          },
        ],
        response_format: { type: 'json_schema', json_schema: { name: 'answer', schema } },
      }),
    ours: (rc) =>
      rc.chat.completions.create({
        model,
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'What is this?' },
              { type: 'image_url', imageUrl: { url: 'https://a.example/b.png' } },
            ],
          },
        ],
        responseFormat: { type: 'json_schema', jsonSchema: { name: 'answer', schema } },
      }),
  },
  {
    call: 'a chat with tools and a tool result',
    theirs: (openai) =>
      openai.chat.completions.create({
        model,
        messages: [
          { role: 'user', content: 'Weather in Bonn?' },
          { role: 'assistant', content: null, tool_calls: [toolCall as never] },
          { role: 'tool', tool_call_id: 'call_1', content: '{"tempC":7}' },
        ],
        tools: [{ type: 'function', function: tool }],
        tool_choice: { type: 'function', function: { name: 'getWeather' } },
        parallel_tool_calls: false,
      }),
    ours: (rc) =>
      rc.chat.completions.create({
        model,
        messages: [
          { role: 'user', content: 'Weather in Bonn?' },
          { role: 'assistant', content: null, toolCalls: [toolCall] },
          { role: 'tool', toolCallId: 'call_1', content: '{"tempC":7}' },
        ],
        tools: [{ type: 'function', function: tool }],
        toolChoice: { type: 'function', function: { name: 'getWeather' } },
        parallelToolCalls: false,
      }),
    response: () =>
      json({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 1,
        model,
        system_fingerprint: 'fp_1',
        choices: [
          {
            index: 0,
            logprobs: null,
            finish_reason: 'tool_calls',
            message: { role: 'assistant', content: null, refusal: null, tool_calls: [toolCall] },
          },
        ],
        usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3, prompt_tokens_details: { cached_tokens: 0 } },
      }),
  },
  {
    call: 'a chat with the other parameters that OpenAI names',
    theirs: (openai) =>
      openai.chat.completions.create({
        model,
        messages: [
          { role: 'developer', content: 'Be brief.' },
          { role: 'assistant', content: null, function_call: { name: 'getWeather', arguments: '{}' } },
          { role: 'function', name: 'getWeather', content: '7' },
          { role: 'assistant', content: null, audio: { id: 'audio_1' }, refusal: null },
        ],
        max_completion_tokens: 50,
        logit_bias: { '50256': -100 },
        logprobs: true,
        top_logprobs: 2,
        n: 2,
        reasoning_effort: 'low',
        service_tier: 'flex',
        modalities: ['text', 'audio'],
        audio: { voice: 'alloy', format: 'mp3' },
        metadata: { userId: 'a', other_key: 'b' },
        user: 'ada',
        functions: [tool],
        function_call: { name: 'getWeather' },
      }),
    ours: (rc) =>
      rc.chat.completions.create({
        model,
        messages: [
          { role: 'developer', content: 'Be brief.' },
          { role: 'assistant', content: null, functionCall: { name: 'getWeather', arguments: '{}' } },
          { role: 'function', name: 'getWeather', content: '7' },
          { role: 'assistant', content: null, audio: { id: 'audio_1' }, refusal: null },
        ],
        maxCompletionTokens: 50,
        logitBias: { '50256': -100 },
        logprobs: true,
        topLogprobs: 2,
        n: 2,
        reasoningEffort: 'low',
        serviceTier: 'flex',
        modalities: ['text', 'audio'],
        audio: { voice: 'alloy', format: 'mp3' },
        metadata: { userId: 'a', other_key: 'b' },
        user: 'ada',
        functions: [tool],
        functionCall: { name: 'getWeather' },
      }),
    response: () => json(everything),
  },
  {
    call: 'a streamed chat, chunk by chunk',
    theirs: async (openai) =>
      all(
        await openai.chat.completions.create({
          model,
          messages: [],
          stream: true,
          stream_options: { include_usage: true },
        }),
      ),
    ours: async (rc) =>
      all(
        await rc.chat.completions.create({ model, messages: [], stream: true, streamOptions: { includeUsage: true } }),
      ),
  },
  {
    call: 'a streamed chat with tools, as its final completion',
    theirs: async (openai) => {
      const { choices } = await openai.chat.completions.stream({ model, messages: [] }).finalChatCompletion();
      return outcomeOf(choices[0]!);
    },
    ours: async (rc) => {
      const stream = await rc.chat.completions.create({ model, messages: [], stream: true });
      const { choices } = await stream.finalCompletion();
      return outcomeOf(wireNames(choices[0]) as Choice);
    },
    response: () =>
      eventStream([
        { role: 'assistant', content: '' },
        { content: 'Let me ' },
        { content: 'look.' },
        { tool_calls: [{ index: 0, ...toolCall, function: { name: 'getWeather', arguments: '' } }] },
        { tool_calls: [{ index: 0, function: { arguments: '{"cityName":' } }] },
        { tool_calls: [{ index: 0, function: { arguments: '"Bonn"}' } }] },
      ]),
  },
  {
    call: 'image generation',
    theirs: (openai) =>
      openai.images.generate({ model, prompt: 'A crate', response_format: 'b64_json', n: 1, size: '1024x1024' }),
    ours: (rc) => rc.images.generate({ model, prompt: 'A crate', responseFormat: 'b64_json', n: 1, size: '1024x1024' }),
  },
  {
    call: 'embeddings of several inputs',
    theirs: (openai) => openai.embeddings.create({ model, input: ['a', 'b'], encoding_format: 'float' }),
    ours: (rc) => rc.embeddings.create({ model, input: ['a', 'b'], encodingFormat: 'float' }),
  },
  {
    call: 'speech',
    theirs: async (openai) => {
      const response = await openai.audio.speech.create({
        model,
        input: 'Hello',
        voice: 'af_heart',
        response_format: 'mp3',
        speed: 1.1,
      });
      return [...new Uint8Array(await response.arrayBuffer())];
    },
    ours: async (rc) => [
      ...(await rc.audio.speech.create({
        model,
        input: 'Hello',
        voice: 'af_heart',
        responseFormat: 'mp3',
        speed: 1.1,
      })),
    ],
    response: () => new Response(sound, { headers: { 'content-type': 'audio/mpeg' } }),
  },
  {
    call: 'a transcription',
    theirs: (openai) =>
      openai.audio.transcriptions.create({ model, file: recording(), language: 'de', response_format: 'json' }),
    ours: (rc) => rc.audio.transcriptions.create({ model, file: recording(), language: 'de', responseFormat: 'json' }),
    response: () => json({ text: 'Hallo', segments: [{ id: 0, avg_logprob: -0.1 }] }),
  },
  {
    call: 'the list of models',
    theirs: async (openai) => (await openai.models.list()).data.map(priced),
    ours: async (rc) => (await rc.models.list()).data,
  },
];

test.each(rows)('openai and this SDK send the same request for $call, and return the same result', async (row) => {
  const { theirs, ours } = await bothWays(row);
  expect(ours.requests).toHaveLength(1);
  expect(await wireOf(ours.requests)).toEqual(await wireOf(theirs.requests));
  expect(plain(wireNames(ours.result))).toEqual(plain(theirs.result));
});

test.each([400, 401, 404, 422, 429, 500])('openai and this SDK report the same error for a %i', async (status) => {
  const error = { message: 'No such model.', type: 'invalid_request_error', code: 'model_not_found', param: null };
  const { theirs, ours } = await bothWays({
    call: 'an error',
    theirs: (openai) => openai.embeddings.create({ model, input: 'a' }).catch((thrown: unknown) => thrown),
    ours: (rc) => rc.embeddings.create({ model, input: 'a' }).catch((thrown: unknown) => thrown),
    response: () => json({ error }, { status }),
  });
  const { status: statusCode, code, type, error: body } = theirs.result as InstanceType<typeof OpenAI.APIError>;
  const { message } = body as { readonly message: string };
  expect(ours.result).toMatchObject({ statusCode, code, type, message });
});

interface Observed {
  readonly requests: readonly ObservedRequest[];
  readonly result: unknown;
}

async function bothWays({
  theirs,
  ours,
  response,
}: Row): Promise<{ readonly theirs: Observed; readonly ours: Observed }> {
  const respond: Respond = response ?? askMock;
  const [their, our] = [observedFetch(respond), observedFetch(respond)];
  const options = { apiKey: TEST_API_KEY, maxRetries: 0 };
  const openai = new OpenAI({ ...options, baseURL: mock.inferenceUrl, fetch: their.fetch });
  const rc = new Runcrate({ ...options, inferenceUrl: mock.inferenceUrl, fetch: our.fetch });
  return {
    theirs: { result: await theirs(openai), requests: their.requests },
    ours: { result: await ours(rc), requests: our.requests },
  };
}

/** Sends a request to the mock, which rejects what does not match the document. */
async function askMock({ method, url, headers, text, json: body }: ObservedRequest): Promise<Response> {
  // The API reads `stream`. Prism reads only `Accept`, which `openai` does not set.
  const isStream = (body as { readonly stream?: boolean } | undefined)?.stream;
  if (isStream) headers.set('accept', 'text/event-stream, application/json');
  return fetch(url, { method, headers, ...(text === undefined ? {} : { body: text }) });
}

/** The requests as the API receives them. Before its first form, `openai` fetches an empty `data:` URL. */
async function wireOf(requests: readonly ObservedRequest[]): Promise<unknown> {
  const sent = requests.filter(({ url }) => url.protocol !== 'data:');
  return Promise.all(
    sent.map(async ({ method, url, headers, json: body, form }) => ({
      method,
      url: url.href,
      authorization: headers.get('authorization'),
      contentType: headers.get('content-type'),
      body,
      form: form && (await Promise.all([...form].map(partOf))).toSorted(),
    })),
  );
}

async function partOf([name, value]: readonly [string, FormDataEntryValue]): Promise<string> {
  if (typeof value === 'string') return `${name}: ${value}`;
  return `${name}: ${value.name} (${value.type}) ${await value.text()}`;
}

/** As JSON: without methods and undefined fields. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

async function all(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

interface Choice {
  readonly finish_reason: string | null;
  readonly message: { readonly content?: unknown; readonly tool_calls?: readonly unknown[] };
}

function outcomeOf({ finish_reason, message }: Choice): unknown {
  return { finish_reason, content: message.content, tool_calls: message.tool_calls };
}

function eventStream(deltas: readonly object[]): Response {
  const chunk = (delta: object, finish_reason: string | null) => ({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model,
    choices: [{ index: 0, delta, finish_reason }],
  });
  const chunks = [...deltas.map((delta) => chunk(delta, null)), chunk({}, 'tool_calls')];
  const events = [...chunks.map((event) => JSON.stringify(event)), '[DONE]'];
  const transcript = events.map((data) => `data: ${data}\n\n`).join('');
  return new Response(transcript, { headers: { 'content-type': 'text/event-stream' } });
}

function recording(): File {
  return new File([sound], 'meeting.wav', { type: 'audio/wav' });
}

/** Prices as numbers: openai leaves them as text. */
function priced<Model extends object>(model: Model): object {
  const { pricing, ...rest } = model as Model & { readonly pricing?: Readonly<Record<string, unknown>> };
  if (pricing === undefined) return rest;
  return {
    ...rest,
    pricing: Object.fromEntries(Object.entries(pricing).map(([name, price]) => [name, Number(price)])),
  };
}
