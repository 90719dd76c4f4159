import type { ApiError, Fetch, RequestOptions, ResponseInfo, Runcrate } from '@runcrate/sdk';

/*
 * A program that has neither the DOM's types nor Node's. Compiled by scripts/runtimes/compilers.ts under each supported
 * TypeScript version, and by test/package. This file is never run.
 */

type IsTyped<T> = [0] extends [1 & T] ? false : true;
type Signal = RequestOptions['signal'];
type Sound = Awaited<ReturnType<Runcrate['models']['textToSpeechStream']>>;

/** What is missing is not `any`. */
export const typed: readonly [
  IsTyped<Signal>,
  IsTyped<ResponseInfo['headers']>,
  IsTyped<Sound>,
  IsTyped<Fetch>,
  IsTyped<ApiError['headers']>,
] = [true, true, true, true, true];

const model = 'a';
export const fetching: Fetch = async () => ({
  ok: true,
  status: 200,
  statusText: '',
  headers: { get: (name) => name, forEach: (take) => take('a', 'b') },
  text: async () => '',
  arrayBuffer: async () => new ArrayBuffer(1),
});

export async function everything(rc: Runcrate, signal: NonNullable<Signal>): Promise<string> {
  const options: RequestOptions = { signal, onResponse: ({ headers }) => headers.get('x-request-id')?.trim() };
  const { choices } = await rc.models.chatCompletion({ model, messages: [{ role: 'user', content: 'b' }] }, options);
  const reader = (await rc.models.textToSpeechStream({ model, input: 'b' })).getReader();
  const { done, value } = await reader.read();
  if (!done) value.byteLength.toFixed();
  await rc.models.transcribe({ model, file: new Uint8Array(2) });
  // @ts-expect-error: a number is no file.
  await rc.models.transcribe({ model, file: 2 });
  // @ts-expect-error: a text is no signal.
  await rc.billing.getBalance({ signal: 'b' });
  return choices[0]?.message.content ?? (signal.aborted ? 'aborted' : '');
}
