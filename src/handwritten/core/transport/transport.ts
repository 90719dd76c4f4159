import type { Platform } from '../../platform/platform.js';
import { AttemptScope } from '../response/attempt-scope.js';
import { prepareCall, type Call } from '../request/call.js';
import type { Config } from '../options/config.js';
import { RuncrateError } from '../errors/errors.js';
import type { FileSaver, FileTransport } from './file-transport.js';
import { RateLimit } from './rate-limit.js';
import type { ResponseBody } from '../response/response-body.js';
import type { Bytes, Method, Operation, RequestOptions } from '../operation/operation.js';
import { reasonOf } from '../options/abort-reason.js';
import { noCredentials } from '../options/credentials.js';
import { signalOf } from '../options/request-options.js';
import { createLagMs, type Turns } from './transport-context.js';
import { withRetries } from './retry.js';

type Arguments = Readonly<Record<string, unknown>>;

/** The steps of every call: prepare, send with retries, decode. It tracks the attempts in flight. */
export class HttpTransport implements FileTransport {
  readonly config: Config;
  readonly platform: Platform;
  readonly movedTo = new Map<string, string>();
  createdAt = new Map<unknown, number>();
  redact = noCredentials.redact;
  turns?: Turns | undefined;
  readonly #limits = new Map<string, RateLimit>();
  readonly #saver: FileSaver | undefined;
  readonly #inFlight = new Set<AttemptScope>();
  #isClosed = false;

  constructor(config: Config, platform: Platform, saver?: FileSaver) {
    this.config = config;
    this.platform = platform;
    this.#saver = saver;
  }

  async request<Args, Answer>(
    operation: Operation<Method, string, Args, Answer>,
    args: Args,
    options: RequestOptions = {},
  ): Promise<Answer> {
    const metered = this.config.usage?.start(operation, args, options);
    const prepared = this.#prepare(operation, (metered ? metered.args : args) as Arguments, options);
    const call = prepared instanceof Promise ? await prepared : prepared;
    // The one cast where JSON enters: the codec of the operation decodes it to the operation's types.
    const answer = (await withRetries(call, this, metered)) as Answer;
    if (operation.retry === 'once') this.#remember(Object(answer) as { readonly id?: unknown });
    return answer;
  }

  async open<Args>(
    operation: Operation<Method, string, Args, Bytes>,
    args: Args,
    options: RequestOptions = {},
  ): Promise<ResponseBody> {
    const metered = this.config.usage?.start(operation, args, options);
    const call = await this.#prepare(operation, args as Arguments, options);
    return (await withRetries({ ...call, isOpen: true }, this, metered)) as ResponseBody;
  }

  get saver(): FileSaver {
    if (this.#saver !== undefined) return this.#saver;
    throw new RuncrateError('This platform has no file system. Use the bytes, or run on Node.js, Bun or Deno.');
  }

  async race<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const scope = this.newScope(signal);
    return scope.race(work).finally(() => scope.end());
  }

  async sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
    const scope = this.newScope(signal);
    return scope.sleep(delayMs).finally(() => scope.end());
  }

  limitOf(origin: string): RateLimit {
    let limit = this.#limits.get(origin);
    if (limit === undefined) this.#limits.set(origin, (limit = new RateLimit(this.config.clock)));
    return limit;
  }

  newScope(signal: AbortSignal | undefined): AttemptScope {
    if (signal !== undefined) this.platform.allowListeners?.(signal);
    const scope = new AttemptScope(signal, this.#inFlight, this.platform.newController?.(), this.config.clock);
    if (this.#isClosed) scope.abort(closedError(), true);
    return scope;
  }

  /** Aborts all attempts in flight. A later one, such as that of a call whose files are still being read, ends at once. */
  close(): void {
    this.#isClosed = true;
    for (const scope of this.#inFlight) scope.abort(closedError(), true);
  }

  #remember({ id }: { readonly id?: unknown }): void {
    const now = this.config.clock.Date.now();
    for (const [old, time] of this.createdAt) if (now - time >= createLagMs) this.createdAt.delete(old);
    this.createdAt.set(id, now);
  }

  #prepare(operation: Operation, args: Arguments, options: RequestOptions): Call | Promise<Call> {
    const signal = signalOf(options);
    // First: an aborted call is not even checked.
    if (signal?.aborted === true) throw reasonOf(signal);
    if (this.#isClosed) throw closedError();
    const prepared = prepareCall(operation, args, options, this.config, this.platform);
    // Files may take long to read: an abort does not wait for them.
    return prepared instanceof Promise ? this.race(prepared, signal) : prepared;
  }
}

function closedError(): RuncrateError {
  return new RuncrateError('This client is closed, because its `await using` block has ended. Create a new one.');
}
