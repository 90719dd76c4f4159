import Runcrate, {
  ApiError,
  ChatCompletionStream,
  NotFoundError,
  type Page,
  StreamTruncatedError,
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatMessageParam,
  type ImageGenerationParams,
  type Instance,
  type InstanceCreateParams,
  type InstanceStatus,
  type RequestOptions,
  type RuncrateOptions,
  type Transaction,
} from '@runcrate/sdk';
import type { Runcrate as Named } from '@runcrate/sdk';

/*
 * What a careful program writes, with explicit types. Compiled by scripts/runtimes/compilers.ts under each supported
 * TypeScript version, without @types/node; by tsc -p . with them. This file is never run.
 */

/** What a test passes as `fetch`. */
export const fakes: readonly RuncrateOptions[] = [
  { fetch: async (url: string, init?: RequestInit) => new Response(url + (init?.method ?? '')) },
  { fetch: async (url, init) => new Response(url.slice(1), { headers: init?.headers ?? {} }) },
  { fetch: async (url) => new Response(url.slice(1)) },
  { fetch: async () => new Response() },
  { fetch: (url, init) => fetch(url, init) },
  { fetch: (input: string | URL | Request, init?: RequestInit) => fetch(input, init) },
  { fetch: globalThis.fetch },
];

const options: RuncrateOptions = { apiKey: async () => 'rc_live_a', timeout: 5, logger: console, fetch };
const rc: Named = new Runcrate(options);
const model = 'deepseek-ai/DeepSeek-V3';

export async function chat(history: ChatMessageParam[]): Promise<string> {
  const completion: ChatCompletion = await rc.models.chatCompletion({ model, messages: history, topK: 40 });
  const [choice] = completion.choices;
  if (choice) history.push(choice.message);
  const stream: ChatCompletionStream = await rc.models.chatCompletion({ model, messages: history, stream: true });
  const chunks: ChatCompletionChunk[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const texts: AsyncIterable<string> = stream.textStream();
  for await (const text of texts) text.toUpperCase();
  const body: ReadableStream<Uint8Array> = stream.toReadableStream();
  const again: ChatCompletionStream = ChatCompletionStream.fromReadableStream(body);
  again.abort();
  const whole: ChatCompletion = await stream.finalCompletion();
  const { content } = whole.choices[0]?.message ?? { content: null };
  return typeof content === 'string' ? content : '';
}

/** A program's own interfaces for a conversation, with only some of the fields of a message. */
interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: string | readonly Part[];
}
interface Part {
  readonly type: 'image_url';
  readonly imageUrl: { readonly url: string; readonly detail: 'low' };
}
interface Tool {
  readonly type: 'function';
  readonly function: { readonly name: string; readonly parameters: { readonly type: 'object' } };
}

export async function interfacesOfOnesOwn(turns: readonly Turn[], tools: Tool[]): Promise<ChatCompletionStream> {
  return rc.chat.completions.create({ model, messages: turns, tools, stream: true });
}

/** A program's own interfaces for parameters, with optional fields and a model-specific one. */
interface ImageParams {
  readonly model: string;
  readonly prompt: string;
  readonly seed?: number;
  readonly style?: string;
}
interface Question {
  readonly model: string;
  readonly messages: readonly Turn[];
  readonly maxTokens?: number;
}
interface StreamedQuestion extends Question {
  readonly stream: true;
}
const reading = { model, input: 'Hello', style: ['calm'] } as const;

export async function parametersOfOnesOwn(
  image: ImageParams,
  question: Question,
  streamed: StreamedQuestion,
): Promise<void> {
  await (await rc.models.generateImage(image)).save('a.webp');
  await rc.models.generateVideoAndSave('a.mp4', image);
  const stream: ChatCompletionStream = await rc.models.chatCompletion(streamed);
  const completion: ChatCompletion = await rc.models.chatCompletion(question);
  const alsoStream: ChatCompletionStream = await rc.chat.completions.create({ ...question, stream: true, topK: 1 });
  const alsoCompletion: ChatCompletion = await rc.request('POST /chat/completions', question);
  await rc.models.textToSpeech(reading);
  await rc.models.embeddings(reading);
  const params: ImageGenerationParams = { ...image, seed: 1, loras: [] };
  await rc.images.generate(params);
  void [stream, completion, alsoStream, alsoCompletion];
}

export async function files(signal: AbortSignal): Promise<Blob> {
  const bytes = await rc.models.textToSpeech({ model, input: 'Hello' }, { signal });
  const audio: ReadableStream<Uint8Array> = await rc.models.textToSpeechStream({ model, input: 'Hello' });
  const { text, segments } = await rc.models.transcribe({ model, file: new Blob(['']), responseFormat: 'srt' });
  const last: number | undefined = segments?.[0]?.end;
  await rc.models.transcribe({ model, file: await fetch('https://example.com/a.mp3') });
  await rc.models.transcribe({ model, file: audio, filename: 'a.mp3' });
  const image = await rc.models.generateImage({ model, prompt: text, image: new Blob(['']), seed: last });
  await image.data[0]?.save('a.webp');
  const video: Uint8Array = await rc.models.downloadVideo('id');
  return new Blob([bytes, new Uint8Array(video)]);
}

export async function instances(params: InstanceCreateParams): Promise<Instance> {
  const created: Instance = await rc.instances.create({ ...params, envVars: { A: 'b' } });
  const ready: InstanceStatus = await rc.instances.waitUntilReady(created.id, {
    maxWait: 60,
    onStatus: ({ status }) => status,
  });
  const ip: string | null | undefined = ready.ip;
  const perCall: RequestOptions = { environment: 'staging', signal: undefined, headers: { a: 'b', c: null } };
  const all: Instance[] = await rc.instances.list({ search: ip ?? '' }, perCall);
  return all[0] ?? created;
}

export async function pages(): Promise<number> {
  const page: Page<Transaction> = await rc.billing.listTransactions({ limit: 20, type: 'usage' });
  let total: number = page.total ?? 0;
  for (const { amount } of page) total += amount;
  for await (const { amount } of page) total += amount;
  const next: Page<Transaction> | undefined = await page.nextPage();
  return total + (next?.data.length ?? 0);
}

export function errors(error: unknown): string {
  if (error instanceof NotFoundError) return `${error.name satisfies 'NotFoundError'} ${error.statusCode}`;
  if (error instanceof StreamTruncatedError) return JSON.stringify(error.partial);
  if (error instanceof ApiError) return `${error.code ?? ''} ${error.requestId ?? ''} ${error.retryAfter ?? 0}`;
  return '';
}

/** A subclass, and a list of the resources that have a method. */
export class TeamRuncrate extends Runcrate {
  readonly team: string = 'a';
}
export const listers: readonly { list(): Promise<unknown> }[] = [rc.instances, rc.storage, rc.sshKeys, rc.environments];
