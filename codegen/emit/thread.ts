import { Worker } from 'node:worker_threads';

interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: Error;
}

interface Asked {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A worker that replies to questions. Its libraries load while this thread goes on. */
export class Thread {
  readonly #url: URL;
  readonly #asked = new Map<number, Asked>();
  #worker: Worker | undefined;
  #last = 0;

  /** `file`: in this folder. JavaScript, because a worker starts without tsx. */
  constructor(file: string) {
    this.#url = new URL(file, import.meta.url);
  }

  /** Starts it before the first question. */
  start(): Worker {
    return (this.#worker ??= this.#started());
  }

  async ask(question: object): Promise<unknown> {
    const worker = this.start();
    const id = ++this.#last;
    worker.postMessage({ id, ...question });
    worker.ref();
    return new Promise((resolve, reject) => void this.#asked.set(id, { resolve, reject }));
  }

  #started(): Worker {
    // Its output is suppressed: an error contains the message.
    const worker = new Worker(this.#url, { execArgv: [], stdout: true, stderr: true });
    worker.on('message', ({ id, answer, error }: Reply) => {
      const { resolve, reject } = this.#asked.get(id) ?? {};
      this.#asked.delete(id);
      if (this.#asked.size === 0) worker.unref();
      if (error) reject?.(error);
      else resolve?.(answer);
    });
    worker.once('error', (error: Error) => this.#fail(error));
    worker.once('exit', (code) => this.#fail(new Error(`${this.#url.pathname} has ended with exit code ${code}.`)));
    // After the listeners, which would keep the process alive. Only a question does.
    worker.unref();
    return worker;
  }

  #fail(error: Error): void {
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
    this.#worker = undefined;
  }
}

export const prettierThread = new Thread('prettier-worker.js');
export const typescriptThread = new Thread('typescript-worker.js');

/** Before it is known that they are needed. */
export function startThreads(): void {
  typescriptThread.start();
  prettierThread.start();
}

/** The text as Prettier formats it. `options`: those of Prettier, as JSON. */
export async function format(text: string, options: string): Promise<string> {
  return (await prettierThread.ask({ text, options })) as string;
}
