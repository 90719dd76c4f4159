import type { Platform } from '../platform/platform.js';
import { AttemptRunner } from './attempt-runner.js';
import { prepareCall, type Call } from './call.js';
import type { Config } from './config.js';
import { RuncrateError } from './errors.js';
import type { FileSaver, FileTransport } from './file-transport.js';
import type { OpenBody } from './open-body.js';
import type { Bytes, Method, Operation, RequestOptions, ResponseInfo } from './operation.js';
import type { Page } from './page.js';
import { signalOf } from './request-options.js';
import { withRetries, type Attempts } from './retry.js';

type Arguments = Readonly<Record<string, unknown>>;
type AnyOperation = Operation;

/** The road of every call: prepare, send with retries, decode. */
export class HttpTransport implements FileTransport {
  readonly config: Config;
  readonly #platform: Platform;
  readonly #saver: FileSaver | undefined;
  readonly #attempts: AttemptRunner;
  #isClosed = false;

  constructor(config: Config, platform: Platform, saver?: FileSaver) {
    this.config = config;
    this.#saver = saver;
    this.#platform = platform;
    this.#attempts = new AttemptRunner(config, platform);
  }

  async request<Args, Answer>(
    operation: Operation<Method, string, Args, Answer>,
    args: Args,
    options: RequestOptions = {},
  ): Promise<Answer> {
    // The one cast where JSON enters: the codec of the operation makes of it what the operation's types say.
    return (await this.#request(operation, args as Arguments, options)) as Answer;
  }

  async open<Args>(
    operation: Operation<Method, string, Args, Bytes>,
    args: Args,
    options: RequestOptions = {},
  ): Promise<OpenBody> {
    this.#throwIfEnded(options);
    const call = await this.#prepare(operation, args as Arguments, options);
    return (await this.#run({ ...call, isOpen: true })) as OpenBody;
  }

  async openCall(call: Call): Promise<OpenBody> {
    this.#throwIfEnded(call.options);
    return (await this.#run(call)) as OpenBody;
  }

  get saver(): FileSaver {
    if (this.#saver !== undefined) return this.#saver;
    throw new RuncrateError('This platform has no files to save to. Use the bytes, or run on Node.js, Bun or Deno.');
  }

  async sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
    await this.#attempts.sleep(delayMs, signal);
  }

  tell<T>(option: string, listener: ((value: T) => void) | undefined, value: T): void {
    try {
      listener?.(value);
    } catch (error) {
      this.config.log.error(`\`${option}\` threw.`, error);
    }
  }

  /** Aborts all that is in flight; later calls reject. */
  close(): void {
    this.#isClosed = true;
    this.#attempts.abortAll(closedError());
  }

  async #request(operation: AnyOperation, args: Arguments, options: RequestOptions): Promise<unknown> {
    this.#throwIfEnded(options);
    return this.#run(await this.#prepare(operation, args, options));
  }

  /** Files may take long to read: an abort does not wait for them. */
  #prepare(operation: AnyOperation, args: Arguments, options: RequestOptions): Promise<Call> {
    const prepared = prepareCall(operation, args, options, this.config, this.#platform);
    return this.#attempts.race(prepared, signalOf(options));
  }

  async #run(call: Call): Promise<unknown> {
    const fetchPage = (nextArgs: Arguments) =>
      this.#request(call.operation, nextArgs, call.options) as Promise<Page<unknown>>;
    let info: ResponseInfo | undefined;
    const attempts: Attempts = {
      run: async (attemptNumber) => {
        // None of the attempt before, should this one be aborted.
        info = undefined;
        const outcome = await this.#attempts.run(call, attemptNumber, fetchPage);
        info = outcome.info;
        return outcome;
      },
      sleep: (delayMs) => this.#attempts.sleep(delayMs, call.options.signal),
    };
    try {
      return await withRetries(call, this.config, attempts);
    } finally {
      if (info !== undefined) this.tell('onResponse', call.options.onResponse, info);
    }
  }

  /** Before anything else happens: an aborted call is not even looked at. */
  #throwIfEnded(options: RequestOptions): void {
    const signal = signalOf(options);
    if (signal?.aborted === true) throw signal.reason;
    if (this.#isClosed) throw closedError();
  }
}

function closedError(): RuncrateError {
  return new RuncrateError('This client is closed, because its `await using` block has ended. Make a new one.');
}
