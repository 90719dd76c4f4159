import {
  type ApiError,
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatCompletionStream,
  type ChatMessage,
  ConnectionError,
  type EmbeddingList,
  type EmbeddingParams,
  type EventStream,
  type ImageGenerationParams,
  type Instance,
  NotFoundError,
  type Page,
  RateLimitError,
  type RequestOptions,
  type StorageDeleteResult,
  type Transaction,
  type VectorList,
  type VideoSaveParams,
  Runcrate,
} from '../../src/index.node.js';

/*
 * What must compile, and what must not: a `@ts-expect-error` is itself an error if the line below it compiles. This
 * file is never run.
 */

declare const rc: Runcrate;
declare const flag: boolean;

const model = 'deepseek-ai/DeepSeek-V3';
const messages = [{ role: 'user', content: 'Hello!' }] as const;

/** The literal `stream` selects the result type of a chat completion. */
export async function chat(): Promise<void> {
  const whole: ChatCompletion = await rc.models.chatCompletion({ model, messages });
  const alsoWhole: ChatCompletion = await rc.models.chatCompletion({ model, messages, stream: false });
  const stream: ChatCompletionStream = await rc.models.chatCompletion({ model, messages, stream: true });
  const either: ChatCompletion | ChatCompletionStream = await rc.models.chatCompletion({
    model,
    messages,
    stream: flag,
  });
  for await (const chunk of stream) chunk.choices[0]?.delta.content?.toUpperCase();
  void [whole.usage?.promptTokens, alsoWhole, either];

  // The content of a response is a string, not the list of parts that a request may have.
  const text: string = whole.choices[0]!.message.content ?? '';
  void text;

  // The message of a response can be sent in the next request.
  await rc.models.chatCompletion({ model, messages: [...messages, whole.choices[0]!.message] });
  const history: ChatMessage[] = [...messages];
  history.push(whole.choices[0]!.message, { role: 'tool', toolCallId: 'id', content: '{}' });
  await rc.models.chatCompletion({ model, messages: history });

  // OpenAI's fields have types, in camelCase.
  const cached: number | null | undefined = whole.usage?.promptTokensDetails?.cachedTokens;
  const likely: string | undefined = whole.choices[0]?.logprobs?.content?.[0]?.topLogprobs?.[0]?.token;
  const source: string | undefined = whole.choices[0]?.message.annotations?.[0]?.urlCitation?.url;
  for await (const { choices } of stream) choices[0]?.delta.refusal?.toUpperCase();
  await rc.models.chatCompletion({
    model,
    messages: [{ role: 'developer', content: '' }],
    n: 2,
    logitBias: { 50256: 1 },
  });
  // @ts-expect-error -- a number
  await rc.models.chatCompletion({ model, messages, n: 'two' });
  // @ts-expect-error -- a flag; how many is `topLogprobs`
  await rc.models.chatCompletion({ model, messages, logprobs: 5 });
  void [cached, likely, source];

  // What the SDK does not know is passed on.
  await rc.models.chatCompletion({ model, messages, topK: 40, repetition_penalty: 1.1 });
  // @ts-expect-error -- a stream is not a completion
  const wrong: ChatCompletion = await rc.models.chatCompletion({ model, messages, stream: true });
  // @ts-expect-error -- `messages` is missing
  await rc.models.chatCompletion({ model });
  // @ts-expect-error -- no such role in a request
  await rc.models.chatCompletion({ model, messages: [{ role: 'robot', content: '' }] });
  // @ts-expect-error -- a number
  await rc.models.chatCompletion({ model, messages, maxTokens: '500' });
  // @ts-expect-error -- responses are camelCase
  void whole.usage?.prompt_tokens;
  void wrong;
}

/** A program's own interfaces for parameters, with the required fields only. */
interface Prompt {
  model: string;
  prompt: string;
}
interface Text {
  model: string;
  input: string;
}
interface Recording {
  model: string;
  file: Blob;
}
interface Chat {
  model: string;
  messages: { role: 'user' | 'assistant'; content: string }[];
}
interface ChatStream extends Chat {
  stream: true;
}
interface ChatOfEither extends Chat {
  stream: boolean;
}
interface ChatPerhapsStream extends Chat {
  stream?: true;
}

/** With optional fields; `style` is unknown to the SDK. */
interface PromptWithMore extends Prompt {
  seed?: number;
  style?: string;
}
interface TextWithMore extends Text {
  responseFormat?: 'mp3';
  style?: string;
}
interface ChatWithMore extends Chat {
  maxTokens?: number;
  stop?: string[];
  style?: { tone?: string };
}

const prompt = { model, prompt: 'a', inputImages: ['https://example.com/a.png'], style: ['b'] } as const;

/** An interface is not assignable to a type with an index signature, which the parameters have. */
export async function interfacesOfOnesOwn(
  own: {
    recording: Recording;
    chat: Chat;
    stream: ChatStream;
    either: ChatOfEither;
    perhaps: ChatPerhapsStream;
    chatWithMore: ChatWithMore;
  },
  prompts: readonly (Prompt | PromptWithMore | typeof prompt)[],
  texts: readonly (Text | TextWithMore | Readonly<TextWithMore>)[],
): Promise<void> {
  const whole: ChatCompletion = await rc.models.chatCompletion(own.chat);
  const stream: ChatCompletionStream = await rc.models.chatCompletion(own.stream);
  const either: ChatCompletion | ChatCompletionStream = await rc.models.chatCompletion(own.either);
  const withMore: ChatCompletion = await rc.models.chatCompletion(own.chatWithMore);
  const alsoStream: ChatCompletionStream = await rc.models.chatCompletion({ ...own.chatWithMore, stream: true });
  const readonlyStream: ChatCompletionStream = await rc.models.chatCompletion({
    model,
    messages,
    stream: true,
  } as const);
  void [whole, stream, either, withMore, alsoStream, readonlyStream];
  // @ts-expect-error -- a stream is not a completion
  const wrong: ChatCompletion = await rc.models.chatCompletion(own.stream);
  // @ts-expect-error -- it may be a stream
  const alsoWrong: ChatCompletion = await rc.models.chatCompletion(own.either);
  // @ts-expect-error -- it may not be a stream
  const noStream: ChatCompletionStream = await rc.models.chatCompletion(own.perhaps);
  void [wrong, alsoWrong, noStream];

  for (const params of prompts) {
    await (await rc.models.generateImage(params)).save('a.png');
    await rc.models.generateVideo(params);
    await rc.models.generateVideoAndSave('a.mp4', params);
    await rc.images.generate(params);
    await rc.videos.generate(params);
    await rc.videos.generateAndSave('a.mp4', params);
    await rc.request('POST /images/generations', params);
  }
  for (const params of texts) {
    await rc.models.textToSpeech(params);
    await rc.models.textToSpeechAndSave('a.mp3', params);
    await rc.models.textToSpeechStream(params);
    await rc.models.embeddings(params);
    await rc.audio.speech.create(params);
    await rc.embeddings.create(params);
    await rc.request('POST /embeddings', params);
  }
  await rc.models.textToSpeech({ model, input: 'a', style: ['b'] } as const);
  await rc.models.transcribe(own.recording);
  await rc.models.transcribe({ ...own.recording, style: 'a' } as const);
  await rc.audio.transcriptions.create(own.recording);
  await rc.chat.completions.create(own.chat);
  const openAiStream: ChatCompletionStream = await rc.chat.completions.create(own.stream);
  const routed: ChatCompletion = await rc.request('POST /chat/completions', own.chatWithMore);
  const routedStream: EventStream<ChatCompletionChunk> = await rc.request('POST /chat/completions', own.stream);
  const routedEither: ChatCompletion | EventStream<ChatCompletionChunk> = await rc.request(
    'POST /chat/completions',
    own.either,
  );
  void [openAiStream, routed, routedStream, routedEither];
  // @ts-expect-error -- it may not be a stream
  const noRoutedStream: EventStream<unknown> = await rc.request('POST /chat/completions', own.perhaps);
  // @ts-expect-error -- it may be a stream
  const noRoutedChat: ChatCompletion = await rc.request('POST /chat/completions', own.perhaps);
  void [noRoutedStream, noRoutedChat];

  // The exported parameter types accept unknown fields, too.
  const image: ImageGenerationParams = { ...prompt, style: 'b' };
  const film: VideoSaveParams = { ...prompt, maxWait: 60, style: 'b' };
  await rc.models.generateImage(image);
  await rc.models.generateVideoAndSave('a.mp4', film);
}

/** JSON Schema as converters give it: an interface without an index signature. */
interface ConvertedSchema {
  readonly type: 'object';
  readonly properties: { readonly city: { readonly type: 'string' } };
}

/** Free-form maps take any object. */
export async function freeForm(schema: ConvertedSchema): Promise<void> {
  await rc.models.chatCompletion({
    model,
    messages,
    tools: [{ type: 'function', function: { name: 'weather', parameters: schema } }],
    responseFormat: { type: 'json_schema', jsonSchema: { name: 'weather', schema } },
  });
  const text = { name: 'a', parameters: 'b' };
  // @ts-expect-error -- a text is no schema
  await rc.models.chatCompletion({ model, messages, tools: [{ type: 'function', function: text }] });
}

/** Request options are the last argument. */
export async function optionsAmongParameters(): Promise<void> {
  // @ts-expect-error -- an option of the request
  await rc.models.chatCompletion({ model, messages, timeout: 5 });
  // @ts-expect-error -- an option of the request
  await rc.models.chatCompletion({ model, messages, maxRetries: 0, stream: true });
  // @ts-expect-error -- an option of the request
  await rc.models.generateVideo({ ...prompt, idempotencyKey: 'order-17' });
  // @ts-expect-error -- an option of the request
  await rc.models.generateImage({ ...prompt, signal: AbortSignal.abort() });
  // @ts-expect-error -- an option of the request
  await rc.models.embeddings({ model, input: 'a', headers: {} });
  // @ts-expect-error -- an option of the request
  await rc.models.textToSpeech({ model, input: 'a', extraBody: {} });
  // @ts-expect-error -- an option of the request
  await rc.models.transcribe({ model, file: 'a', onResponse: () => undefined });
}

/** A program's own interfaces that don't match. */
export async function unfitInterfaces(unfit: {
  noModel: Omit<Prompt, 'model'>;
  prompt: { [Name in keyof Prompt]: number };
  seed: Prompt & { seed?: string };
  wait: Prompt & { maxWait?: string };
  chat: { model: string; messages: { role: string; content: string }[] };
  stream: Chat & { stream: 'yes' };
}): Promise<void> {
  // @ts-expect-error -- `model` is missing
  await rc.models.generateImage(unfit.noModel);
  // @ts-expect-error -- a prompt is a string
  await rc.models.generateVideo(unfit.prompt);
  // @ts-expect-error -- a number, if any
  await rc.models.generateImage(unfit.seed);
  // @ts-expect-error -- seconds are a number
  await rc.models.generateVideoAndSave('a.mp4', unfit.wait);
  // @ts-expect-error -- not any string is a role
  await rc.models.chatCompletion(unfit.chat);
  // @ts-expect-error -- true or false
  await rc.models.chatCompletion(unfit.stream);
  // @ts-expect-error -- `input` is missing
  await rc.models.textToSpeech(unfit.noModel);
  // @ts-expect-error -- not any string is a role
  await rc.request('POST /chat/completions', unfit.chat);
  // @ts-expect-error -- `model` is missing
  await rc.request('POST /images/generations', unfit.noModel);
}

/** Instances: closed requests, open responses. */
export async function instances(): Promise<void> {
  const created: Instance = await rc.instances.create({ name: 'a', gpuType: 'A100', envVars: { HF_TOKEN: 'x' } });
  await rc.instances.create({ name: 'a', instanceTypeId: 'b', envVars: [{ key: 'A', value: 'b' }] });
  const status: string = created.status;
  if (created.status === 'running' || created.status === 'a status of next year')
    await rc.instances.terminate(created.id);
  const gone: undefined | void = await rc.instances.terminate(created.id);
  void [status, gone];

  // @ts-expect-error -- `name` is missing
  await rc.instances.create({ gpuType: 'A100' });
  // @ts-expect-error -- requests are camelCase
  await rc.instances.create({ name: 'a', gpu_type: 'A100' });
  // @ts-expect-error -- no such field
  await rc.instances.list({ searc: 'a' });
  // @ts-expect-error -- an id is a string
  await rc.instances.get(7);
  // @ts-expect-error -- responses are camelCase
  void created.gpu_type;
}

/** Storage, billing, options and errors. */
export async function others(): Promise<void> {
  await rc.storage.resize('id', 200);
  const deleted: StorageDeleteResult = await rc.storage.delete('id');
  const page: Page<Transaction> = await rc.billing.listTransactions({ limit: 20, type: 'usage' });
  await rc.billing.usage({ from: new Date(), to: '2025-01-31' });
  for (const transaction of page) transaction.amount.toFixed(2);
  for await (const transaction of page) transaction.type.toUpperCase();
  const options: RequestOptions = { timeout: 5, signal: undefined, headers: { 'x-trace': '1', 'user-agent': null } };
  await rc.models.list(options);
  void deleted.refundAmount;

  // @ts-expect-error -- a size is a number of GB
  await rc.storage.resize('id', '200');
  // @ts-expect-error -- no such type of transaction
  await rc.billing.listTransactions({ type: 'gift' });
  // @ts-expect-error -- no such option
  await rc.models.list({ timeoutMs: 5000 });
  // @ts-expect-error -- no such option
  new Runcrate({ apikey: 'rc_live_' });
  // @ts-expect-error -- resources are read-only
  rc.instances = rc.instances;
}

/** Errors narrow. */
export function errors(error: unknown): string | undefined {
  if (!(error instanceof NotFoundError)) return undefined;
  const name: 'NotFoundError' = error.name;
  const status: number = error.statusCode;
  // @ts-expect-error -- the fields of an error are read-only
  error.statusCode = status;
  return `${name} ${error.code ?? ''} ${error.hint ?? ''}`;
}

/** A program's own tests may create errors to throw. */
export function ownErrors(): ApiError {
  void new ConnectionError('No route to host');
  // @ts-expect-error -- the message is missing
  void new ConnectionError();
  // @ts-expect-error -- an API error has a status code
  void new RateLimitError('Too many requests');
  return new RateLimitError({ message: 'Too many requests', statusCode: 429, retryAfter: 3 });
}

/** The methods under OpenAI's names have the same types. */
export async function openAiNames(): Promise<void> {
  const whole: ChatCompletion = await rc.chat.completions.create({ model, messages });
  const alsoWhole: ChatCompletion = await rc.chat.completions.create({ model, messages, stream: false });
  const stream: ChatCompletionStream = await rc.chat.completions.create({ model, messages, stream: true });
  const either: ChatCompletion | ChatCompletionStream = await rc.chat.completions.create({
    model,
    messages,
    stream: flag,
  });
  await (await rc.images.generate({ model, prompt: 'a' })).save('a.png');
  const sound: Uint8Array = await rc.audio.speech.create({ model, input: 'a' }, { timeout: 5 });
  const { text } = await rc.audio.transcriptions.create({ model, file: new Blob([]) });
  const job = await rc.videos.generate({ model, prompt: 'a' });
  const { status } = await rc.videos.getStatus(job.id);
  const video: Uint8Array = await rc.videos.download(job.id);
  await rc.videos.generateAndSave('a.mp4', { model, prompt: 'a', onStatus: ({ id }) => id.toUpperCase() });
  const { data } = await rc.embeddings.create({ model, input: ['a'] });
  void [whole, alsoWhole, either, stream.finalCompletion(), sound, text, status, video, data[0]?.embedding];

  // @ts-expect-error -- `messages` is missing
  await rc.chat.completions.create({ model });
  // @ts-expect-error -- a stream is not a completion
  const wrong: ChatCompletion = await rc.chat.completions.create({ model, messages, stream: true });
  // @ts-expect-error -- no such option
  await rc.embeddings.create({ model, input: 'a' }, { timeoutMs: 5 });
  // @ts-expect-error -- the names are read-only
  rc.chat.completions.create = rc.chat.completions.create;
  void wrong;
}

/** A vector is what was asked for, without a cast. */
export async function vectors(
  own: { model: string; input: string[]; encodingFormat: 'base64'; style?: string },
  either: EmbeddingParams,
): Promise<void> {
  const question = { model, input: 'a' };
  const numbers: number[] | undefined = (await rc.models.embeddings(question)).data[0]?.embedding;
  const alsoNumbers: VectorList<number[]> = await rc.embeddings.create({ ...question, encodingFormat: 'float' });
  const list: EmbeddingList = alsoNumbers;
  const floats: VectorList<Float32Array> = await rc.models.embeddings({ ...question, encodingFormat: 'base64', a: 1 });
  const alsoFloats: Float32Array | undefined = (await rc.embeddings.create(own)).data[0]?.embedding;
  const unknown: VectorList<number[] | Float32Array> = await rc.models.embeddings(either);
  const asSent: EmbeddingList = await rc.request('POST /embeddings', question);
  void [numbers, list, floats, alsoFloats, unknown, asSent];

  // @ts-expect-error -- packed vectors are no lists
  const wrong: VectorList<number[]> = await rc.models.embeddings({ ...question, encodingFormat: 'base64' });
  // @ts-expect-error -- no such format
  await rc.models.embeddings({ ...question, encodingFormat: 'int8' });
  void wrong;
}

/** A call by its route has the types of its method. */
export async function routes(): Promise<void> {
  const instance: Instance = await rc.request('GET /instances/{id}', { id: 'a' });
  const list: Instance[] = await rc.request('GET /instances');
  const found: Instance[] = await rc.request('GET /instances', { search: 'a' }, { environment: 'staging' });
  const gone: undefined | void = await rc.request('DELETE /instances/{id}', { id: 'a' });
  const page: Page<Transaction> = await rc.request('GET /billing/transactions', { type: 'usage' });
  const bytes: Uint8Array = await rc.request('GET /videos/{id}/download', { id: 'a' });
  await rc.request('PATCH /environments/{id}', { id: 'a', isDefault: true });
  const whole: ChatCompletion = await rc.request('POST /chat/completions', { model, messages });
  const stream: EventStream<ChatCompletionChunk> = await rc.request('POST /chat/completions', {
    model,
    messages,
    stream: true,
  });
  const either: ChatCompletion | EventStream<ChatCompletionChunk> = await rc.request('POST /chat/completions', {
    model,
    messages,
    stream: flag,
  });
  void [instance.gpuType, list, found, gone, page.data, bytes, whole.usage, stream.requestId, either];

  // @ts-expect-error -- no such route
  await rc.request('GET /instnces');
  // @ts-expect-error -- no such route
  await rc.request('GET /instances/a1b2');
  // @ts-expect-error -- an id is required
  await rc.request('GET /instances/{id}');
  // @ts-expect-error -- an id is required
  await rc.request('GET /instances/{id}', {});
  // @ts-expect-error -- an id is a string
  await rc.request('GET /instances/{id}', { id: 7 });
  // @ts-expect-error -- no such parameter
  await rc.request('GET /instances', { searc: 'a' });
  // @ts-expect-error -- no parameters
  await rc.request('GET /environments', { search: 'a' });
  // @ts-expect-error -- no such option
  await rc.request('GET /instances', {}, { timeoutMs: 5 });
  // @ts-expect-error -- `messages` is missing
  await rc.request('POST /chat/completions', { model, stream: true });
  // @ts-expect-error -- responses are camelCase
  void instance.gpu_type;
  // @ts-expect-error -- a stream is not a completion
  const wrong: ChatCompletion = await rc.request('POST /chat/completions', { model, messages, stream: true });
  void wrong;

  const id = encodeURIComponent('a/b');
  const body: unknown = await rc.request(`GET /new/${id}`, { page_size: 2 }, { server: 'inference' });
  await rc.request('POST /new/thing', { gpu_type: 'a' }, { server: 'infrastructure', environment: 'staging' });
  await rc.request('DELETE /new/thing', undefined, { server: 'infrastructure' });
  // @ts-expect-error -- the response body of an unknown path is unknown
  void body.data;
  // @ts-expect-error -- no such server
  await rc.request('GET /new/thing', {}, { server: 'other' });
  // @ts-expect-error -- a path begins with a slash
  await rc.request('GET new/thing', {}, { server: 'inference' });
  // @ts-expect-error -- no such method
  await rc.request('FETCH /new/thing', {}, { server: 'inference' });
  // @ts-expect-error -- a query has strings, numbers and booleans
  await rc.request('GET /new/thing', { filter: { a: 1 } }, { server: 'inference' });
}
