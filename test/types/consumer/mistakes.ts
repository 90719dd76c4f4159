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
 * What must not compile: each `@ts-expect-error` is an error by itself if the line below it is none. Compiled as
 * usage.ts is. Nothing here is run.
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
  // @ts-expect-error -- no `messages`
  void rc.models.chatCompletion({ model });
  // @ts-expect-error -- a role for each message
  void rc.models.chatCompletion({ model, messages: [{ content: 'Hello!' }] });
  // @ts-expect-error -- no `prompt`
  void rc.models.generateImage({ model });
  // @ts-expect-error -- there is no `file`
  void rc.models.transcribe({ model });
  // @ts-expect-error -- there is no `name`
  void rc.instances.create({ gpuType: 'A100' });
  // @ts-expect-error -- no `publicKey`
  void rc.sshKeys.create({ name: 'laptop' });
  // @ts-expect-error -- which instance?
  void rc.instances.get();
  // @ts-expect-error -- to which size?
  void rc.storage.resize('id');
}

export function unknownNames(): void {
  // @ts-expect-error -- an option of the client
  new Runcrate({ apikey: 'rc_live_a' });
  // @ts-expect-error -- an option of a call
  void rc.instances.get('id', { timeoutMs: 5000 });
  // @ts-expect-error -- a parameter
  void rc.instances.list({ searc: 'a' });
  // @ts-expect-error -- a field, as it is called on the wire
  void rc.instances.create({ name: 'a', gpu_type: 'A100' });
  // @ts-expect-error -- it is `terminate`
  void rc.instances.delete;
  // @ts-expect-error -- no such resource
  void rc.machines;
  // @ts-expect-error -- an option, in a record of its own
  const options: RequestOptions = { retries: 2 };
  void options;
}

export function wrongTypes(): void {
  // @ts-expect-error -- an id is a text
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
  // @ts-expect-error -- a list of instances is no page
  void instances.data;
  // @ts-expect-error -- a page is no list of transactions
  void transactions.map;
  // @ts-expect-error -- a stream is no completion
  const wrong: Promise<ChatCompletion> = rc.models.chatCompletion({ model, messages, stream: true });
  // @ts-expect-error -- `exactOptionalPropertyTypes`: what is left out is not null
  void rc.instances.create({ name: 'a', gpuType: null });
  void wrong;
}

/** Fields of an interface of one's own are checked as those of a literal. */
export function interfacesOfOnesOwn(picture: { model: string }, wrong: Picture): void {
  // @ts-expect-error -- no `prompt`
  void rc.models.generateImage(picture);
  // @ts-expect-error -- a number, if any
  void rc.models.generateImage(wrong);
}
interface Picture {
  readonly model: string;
  readonly prompt: string;
  readonly seed?: string;
}

export function wireNames(error: unknown): void {
  // @ts-expect-error -- `promptTokens`
  void completion.usage?.prompt_tokens;
  // @ts-expect-error -- `finishReason`
  void completion.choices[0]?.finish_reason;
  // @ts-expect-error -- `message.toolCalls`; what only some models say is unknown
  void completion.choices[0]?.message.tool_calls.length;
  // @ts-expect-error -- `gpuType`, in answers too
  void instance.gpu_type;
  // @ts-expect-error -- `refundAmount`, in answers too
  void deleted.refund_amount;
  // @ts-expect-error -- `statusCode`
  if (error instanceof NotFoundError) void error.status_code;
}

export function changes(): void {
  // @ts-expect-error -- resources are read-only
  rc.instances = rc.instances;
}
