import { constants } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { RuncrateError } from '../core/errors/errors.js';
import { isNode } from './node-runtime.js';

type OnExit = (reason: Error) => Promise<void>;
type Listener = (...args: readonly unknown[]) => void;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof signals)[number];
/** Node passes on a rejection that nobody handles as an uncaught error. */
const errors = isNode ? ['uncaughtException'] : ['uncaughtException', 'unhandledRejection'];
/** npm and npx pass on a Ctrl-C that the terminal has sent to their children too: it comes twice. */
const doubleMs = 1000;

/** Calls a function before the process ends. Returns what to call to stop that. */
export function watchExit(onExit: OnExit): () => void {
  if (!isMainThread) {
    throw new RuncrateError({
      message: '`onExit` works in the main thread only: a worker thread gets no signals.',
      hint: 'Omit it, and release the lease yourself. `rc.instances.sweepLeases()` finds what was left.',
    });
  }
  watch.add(onExit);
  return () => watch.delete(onExit);
}

/** The listeners of this process: there while there is something to do before its end. */
class ExitWatch {
  readonly #handlers = new Set<OnExit>();
  /** Those that were there before. One that calls `process.exit` would cut off what is to be done first. */
  readonly #displaced = new Map<string, readonly Listener[]>();
  readonly #own = new Map<string, Listener>();
  #endingSince: number | undefined;

  add(onExit: OnExit): void {
    this.#handlers.add(onExit);
    if (this.#own.size > 0) return;
    for (const event of [...signals, ...errors]) this.#install(event);
    const drained = (): void => void this.#run(new Error('The process has nothing left to do.'));
    this.#own.set('beforeExit', drained);
    process.on('beforeExit', drained);
  }

  delete(onExit: OnExit): void {
    this.#handlers.delete(onExit);
    // While the process ends, a second signal must still find the listeners.
    if (this.#handlers.size === 0 && this.#endingSince === undefined) this.#uninstall();
  }

  #install(event: string): void {
    const before = process.rawListeners(event) as Listener[];
    const own = (...args: readonly unknown[]): void => this.#onEvent(event, args);
    this.#own.set(event, own);
    this.#displaced.set(event, before);
    process.on(event, own);
    for (const listener of before) process.off(event, listener);
  }

  #uninstall(): void {
    for (const [event, own] of this.#own) process.off(event, own);
    // In their order, before those that were added since.
    for (const [event, before] of this.#displaced)
      for (const listener of [...before].reverse()) (process as NodeJS.EventEmitter).prependListener(event, listener);
    this.#own.clear();
    this.#displaced.clear();
  }

  #onEvent(event: string, args: readonly unknown[]): void {
    const isSignal = (signals as readonly string[]).includes(event);
    if (this.#endingSince !== undefined) {
      if (!isSignal) return process.emitWarning(args[0] instanceof Error ? args[0] : String(args[0]));
      if (Date.now() - this.#endingSince >= doubleMs) process.exit(128 + constants.signals[event as Signal]);
      return;
    }
    const reason = isSignal
      ? new Error(`Stopped by ${event}.`)
      : new Error('Stopped by an uncaught error.', { cause: args[0] });
    const before = this.#displaced.get(event) ?? [];
    const others = process.listenerCount(event) - 1 + before.length;
    void this.#run(reason).then(() => {
      for (const listener of before) Reflect.apply(listener, process, args);
      // Whoever listens decides how the process ends, as if there were no lease.
      if (others > 0) return;
      if (isSignal) process.kill(process.pid, event);
      else throw args[0];
    });
  }

  /** Does all that is to be done; then everything is as it was before. */
  async #run(reason: Error): Promise<void> {
    if (this.#endingSince !== undefined) return;
    this.#endingSince = Date.now();
    const results = await Promise.allSettled([...this.#handlers].map((onExit) => onExit(reason)));
    // What could not be done was logged.
    if (results.some(({ status }) => status === 'rejected')) process.exitCode ??= 1;
    this.#handlers.clear();
    this.#endingSince = undefined;
    this.#uninstall();
  }
}

const watch = new ExitWatch();
