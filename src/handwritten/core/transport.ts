import type { Platform } from '../platform/platform.js';
import { AttemptRunner } from './attempt-runner.js';
import { prepareCall, type Call } from './call.js';
import type { Config } from './config.js';
import { RuncrateError } from './errors.js';
import type { FileSaver, FileTransport } from './file-transport.js';
import type { OpenBody } from './open-body.js';
import type { Bytes, Method, Operation, RequestOptions } from './operation.js';
import type { Page } from './page.js';
import { signalOf } from './request-options.js';
import { withRetries } from './retry.js';
import { tell } from './tell.js';

type Arguments = Readonly<Record<string, unknown>>;

/** The road of every call: prepare, send with retries, decode. */
export class HttpTransport implements FileTransport {
  readonly config: Config;
  readonly #platform: Platform;
  readonly #saver: FileSaver | undefined;
  readonly #attempts: AttemptRunner;

  constructor(config: Config, platform: Platform, saver?: FileSaver) {
    this.config = config;
    this.#platform = platform;
    this.#saver = saver;
    this.#attempts = new AttemptRunner(config, platform);
  }

  async request<Args, Answer>(
    operation: Operation<Method, string, Args, Answer>,
    args: Args,
    options: RequestOptions = {},
  ): Promise<Answer> {
    const prepared = this.#prepare(operation, args as Arguments, options);
    const call = prepared instanceof Promise ? await prepared : prepared;
    // The one cast where JSON enters: the codec of the operation makes of it what the operation's types say.
    return (await this.#run(call)) as Answer;
  }

  async open<Args>(
    operation: Operation<Method, string, Args, Bytes>,
    args: Args,
    options: RequestOptions = {},
  ): Promise<OpenBody> {
    return this.openCall({ ...(await this.#prepare(operation, args as Arguments, options)), isOpen: true });
  }

  async openCall(call: Call): Promise<OpenBody> {
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
    void tell(this.config.log, option, listener, value);
  }

  /** Aborts all that is in flight; later calls reject. */
  close(): void {
    this.#attempts.close();
  }

  #prepare(operation: Operation, args: Arguments, options: RequestOptions): Call | Promise<Call> {
    const signal = signalOf(options);
    this.#attempts.throwIfEnded(signal);
    const prepared = prepareCall(operation, args, options, this.config, this.#platform);
    // Files may take long to read: an abort does not wait for them.
    return prepared instanceof Promise ? this.#attempts.race(prepared, signal) : prepared;
  }

  #run(call: Call): Promise<unknown> {
    const { operation, options } = call;
    const fetchPage = (args: Arguments) =>
      this.request(operation as Operation<Method, string, Arguments>, args, options) as Promise<Page<unknown>>;
    return withRetries(call, this.config, this.#attempts, fetchPage);
  }
}
