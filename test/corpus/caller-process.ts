import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Call, CallProgress } from './calls.js';

/** What the process of calls says. It is `done` with a document, or `ended` by an error that nothing caught. */
export type FromCaller =
  | CallProgress
  | { readonly kind: 'done'; readonly cpuSeconds: number }
  | { readonly kind: 'ended'; readonly why: string };

interface Rest {
  readonly calls: readonly Call[];
  readonly isDone: boolean;
}

/** A call that takes longer hangs: Prism, or the client. The first one includes reading the document. */
const limitMs = 120_000;

const caller = fileURLToPath(new URL('caller.ts', import.meta.url));

/** Calls clients in one process for as long as it lives; what ends it is the miss of the call that it was in. */
export class Caller {
  readonly #program: string;
  readonly #limitMs: number;
  #child: ChildProcess | undefined;

  /** For the documents that are done. */
  cpuSeconds = 0;

  constructor(program = caller, limit = limitMs) {
    this.#program = program;
    this.#limitMs = limit;
  }

  async call(path: string, out: string): Promise<readonly Call[]> {
    const calls: Call[] = [];
    for (;;) {
      const { calls: more, isDone } = await this.#callRest(path, out, calls.length);
      calls.push(...more);
      // Without a call, the process would end in the same way again.
      if (isDone || more.at(-1)?.operation === '*') return calls;
    }
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #callRest(path: string, out: string, skip: number): Promise<Rest> {
    const child = (this.#child ??= fork(this.#program));
    const calls: Call[] = [];
    let operation = '*';
    return new Promise((resolve) => {
      const settle = (rest: Rest): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(rest);
      };
      const end = (why: string): void => {
        this.close();
        settle({ calls: [...calls, { operation, miss: why }], isDone: false });
      };
      const timer = setTimeout(() => end(`no end in ${this.#limitMs / 1000} s`), this.#limitMs);
      child.on('message', (message: FromCaller) => {
        timer.refresh();
        switch (message.kind) {
          case 'began':
            operation = message.operation;
            return;
          case 'called':
            calls.push({ operation, ...(message.miss === undefined ? {} : { miss: message.miss }) });
            operation = '*';
            return;
          case 'done':
            this.cpuSeconds += message.cpuSeconds;
            settle({ calls, isDone: true });
            return;
          case 'ended':
            end(`ends the process: ${message.why}`);
        }
      });
      child.once('exit', (code, signal) => end(`ends the process with ${signal ?? `code ${code}`}`));
      child.send({ path, out, skip });
    });
  }
}
