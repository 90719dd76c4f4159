import Runcrate, {
  NotFoundError,
  type ChatCompletion,
  type Instance,
  type Page,
  type RequestOptions,
  type StorageDeleteResult,
  type Transaction,
} from '@runcrate/sdk';

/*
 * What must not compile: a `@ts-expect-error` is itself an error if the line below it compiles. Compiled like
 * usage.ts. This file is never run.
 */

declare const rc: Runcrate;
declare const completion: ChatCompletion;
declare const instance: Instance;
declare const instances: Instance[];
declare const transactions: Page<Transaction>;
declare const deleted: StorageDeleteResult;
const model = 'deepseek-ai/DeepSeek-V3';
const messages = [{ role: 'user', content: 'Hello!' }] as const;

export function missingFields(): void {
  // @ts-expect-error -- `messages` is missing
  void rc.models.chatCompletion({ model });
  // @ts-expect-error -- a role for each message
  void rc.models.chatCompletion({ model, messages: [{ content: 'Hello!' }] });
  // @ts-expect-error -- `prompt` is missing
  void rc.models.generateImage({ model });
  // @ts-expect-error -- `file` is missing
  void rc.models.transcribe({ model });
  // @ts-expect-error -- `name` is missing
  void rc.instances.create({ gpuType: 'A100' });
  // @ts-expect-error -- `publicKey` is missing
  void rc.sshKeys.create({ name: 'laptop' });
  // @ts-expect-error -- the id is missing
  void rc.instances.get();
  // @ts-expect-error -- the size is missing
  void rc.storage.resize('id');
}

export function unknownNames(): void {
  // @ts-expect-error -- no such client option
  new Runcrate({ apikey: 'rc_live_a' });
  // @ts-expect-error -- no such request option
  void rc.instances.get('id', { timeoutMs: 5000 });
  // @ts-expect-error -- no such parameter
  void rc.instances.list({ searc: 'a' });
  // @ts-expect-error -- a wire name; the field is `gpuType`
  void rc.instances.create({ name: 'a', gpu_type: 'A100' });
  // @ts-expect-error -- it is `terminate`
  void rc.instances.delete;
  // @ts-expect-error -- no such resource
  void rc.machines;
  // @ts-expect-error -- no such request option, in a variable
  const options: RequestOptions = { retries: 2 };
  void options;
}

export function wrongTypes(): void {
  // @ts-expect-error -- an id is a string
  void rc.instances.get(7);
  // @ts-expect-error -- a number of GB
  void rc.storage.resize('id', '200');
  // @ts-expect-error -- a number
  void rc.models.chatCompletion({ model, messages, maxTokens: '500' });
  // @ts-expect-error -- no such role
  void rc.models.chatCompletion({ model, messages: [{ role: 'robot', content: '' }] });
  // @ts-expect-error -- no such type of transaction
  void rc.billing.listTransactions({ type: 'gift' });
  // @ts-expect-error -- seconds are a number
  new Runcrate({ timeout: '30' });
  // @ts-expect-error -- a list of instances is not a page
  void instances.data;
  // @ts-expect-error -- a page is not an array
  void transactions.map;
  // @ts-expect-error -- a stream is not a completion
  const wrong: Promise<ChatCompletion> = rc.models.chatCompletion({ model, messages, stream: true });
  // @ts-expect-error -- `exactOptionalPropertyTypes`: an optional field is not null
  void rc.instances.create({ name: 'a', gpuType: null });
  void wrong;
}

/** The fields of a program's own interface are checked like those of a literal. */
export function interfacesOfOnesOwn(incomplete: { model: string }, wrong: ImageParams): void {
  // @ts-expect-error -- `prompt` is missing
  void rc.models.generateImage(incomplete);
  // @ts-expect-error -- a number, if any
  void rc.models.generateImage(wrong);
}
interface ImageParams {
  readonly model: string;
  readonly prompt: string;
  readonly seed?: string;
}

export function wireNames(error: unknown): void {
  // @ts-expect-error -- `promptTokens`
  void completion.usage?.prompt_tokens;
  // @ts-expect-error -- `finishReason`
  void completion.choices[0]?.finish_reason;
  // @ts-expect-error -- `message.toolCalls`; fields that the SDK does not know are `unknown`
  void completion.choices[0]?.message.tool_calls.length;
  // @ts-expect-error -- `gpuType`, in responses too
  void instance.gpu_type;
  // @ts-expect-error -- `refundAmount`, in responses too
  void deleted.refund_amount;
  // @ts-expect-error -- `statusCode`
  if (error instanceof NotFoundError) void error.status_code;
}

export function changes(): void {
  // @ts-expect-error -- resources are read-only
  rc.instances = rc.instances;
}
