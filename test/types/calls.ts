import {
  type ChatCompletion,
  type ChatCompletionStream,
  type ChatMessage,
  type Instance,
  NotFoundError,
  type Page,
  type RequestOptions,
  type StorageDeleteResult,
  type Transaction,
  Runcrate,
} from '../../src/index.node.js';

/*
 * What must compile, and what must not: each `@ts-expect-error` is an error by itself if the line below it is none.
 * Nothing here is run.
 */

declare const rc: Runcrate;
declare const flag: boolean;

const model = 'deepseek-ai/DeepSeek-V3';
const messages = [{ role: 'user', content: 'Hello!' }] as const;

/** The literal `stream` decides what a chat gives. */
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

  // A conversation goes on with what the model said.
  await rc.models.chatCompletion({ model, messages: [...messages, whole.choices[0]!.message] });
  const history: ChatMessage[] = [...messages];
  history.push(whole.choices[0]!.message, { role: 'tool', toolCallId: 'id', content: '{}' });
  await rc.models.chatCompletion({ model, messages: history });

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
  // @ts-expect-error -- answers are camelCase
  void whole.usage?.prompt_tokens;
  void wrong;
}

/** Instances: closed requests, open answers. */
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
  // @ts-expect-error -- an id is a text
  await rc.instances.get(7);
  // @ts-expect-error -- answers are camelCase
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
  // @ts-expect-error -- an answer's facts are read-only
  error.statusCode = status;
  return `${name} ${error.code ?? ''} ${error.hint ?? ''}`;
}
