import { Worker } from 'node:worker_threads';

interface Outcome {
  readonly id: number;
  readonly text?: string;
  readonly error?: Error;
}

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let last = 0;

/** Starts to load Prettier, in a thread. */
export function startFormatter(): Worker {
  worker ??= started();
  return worker;
}

/** The text as Prettier formats it. `options`: those of Prettier, as JSON. */
export function format(text: string, options: string): Promise<string> {
  const id = ++last;
  startFormatter().postMessage({ id, text, options });
  // An idle thread does not keep the process alive.
  startFormatter().ref();
  return new Promise((resolve, reject) => void waiting.set(id, { resolve, reject }));
}

function started(): Worker {
  const thread = new Worker(new URL('format-worker.js', import.meta.url), { execArgv: [] });
  thread.unref();
  thread.on('message', ({ id, text = '', error }: Outcome) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (waiting.size === 0) thread.unref();
    if (error) reject?.(error);
    else resolve?.(text);
  });
  thread.once('error', (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    worker = undefined;
  });
  return thread;
}
