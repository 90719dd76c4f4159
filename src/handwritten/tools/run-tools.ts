import type { ChatCompletionParamsFields } from '../../../generated/types.js';
import { asyncDispose } from '../core/async-dispose.js';
import { abortError } from '../core/options/abort-reason.js';
import type { Log } from '../core/options/log.js';
import type { RequestOptions } from '../core/operation/operation.js';
import type { ChatMethods } from './parse.js';
import { ToolLoop, type ToolEvent, type ToolRun, type ToolRunFields, type ToolRunRequest } from './tool-run.js';

/** Parameters of `rc.models.runTools`: those of `chatCompletion`, with tools made by `tool`. */
export type RunToolsParams = Omit<ChatCompletionParamsFields, 'tools' | 'n'> &
  ToolRunFields & {
    /** One choice leads on. */
    readonly n?: 1 | undefined;
  };

/** `rc.models.runTools`. */
export function runTools(
  models: ChatMethods,
  log: Log,
  params: RunToolsParams & { readonly stream?: boolean | undefined },
  options: RequestOptions = {},
): Promise<ToolRun> | ToolRunStream {
  const loop = new ToolLoop(models, log, params as unknown as ToolRunRequest, options);
  return params.stream === true ? new ToolRunStream(loop) : loop.run();
}

/**
 * A run of tools as it happens. Iterate over its events, or await its end (`finalRun`). It starts with the first of
 * these. Leaving the loop aborts the run: nothing more is sent.
 *
 * @example
 * ```ts
 * import { tool } from '@runcrate/sdk/tools';
 *
 * const time = tool({ name: 'get_time', description: 'Returns the time.', execute: () => new Date().toISOString() });
 * const run = await rc.models.runTools({
 *   model: 'deepseek-ai/DeepSeek-V3',
 *   messages: [{ role: 'user', content: 'What time is it?' }],
 *   tools: [time],
 *   stream: true,
 * });
 * for await (const event of run) if (event.type === 'text') process.stdout.write(event.text);
 * const { usage } = await run.finalRun();
 * ```
 */
export class ToolRunStream implements AsyncIterable<ToolEvent> {
  readonly #loop: ToolLoop;
  readonly #events: ToolEvent[] = [];
  #run: Promise<ToolRun> | undefined;
  #isOver = false;
  #wake: (() => void) | undefined;
  #isRead = false;

  /** @internal */
  constructor(loop: ToolLoop) {
    this.#loop = loop;
  }

  /** Ends the run: the request in flight is aborted, tools get the signal, and nothing more is sent. */
  abort(reason: unknown = abortError()): void {
    this.#loop.abort(reason);
  }

  /** The end of the run. Rejects as the run does: `ToolRunError`, or the error of the first request. */
  finalRun(): Promise<ToolRun> {
    return this.#start();
  }

  /** Iterates over the events. Throws what ended the run. */
  async *[Symbol.asyncIterator](): AsyncGenerator<ToolEvent, void, undefined> {
    this.#isRead = true;
    const run = this.#start();
    try {
      for (;;) {
        const event = this.#events.shift();
        if (event !== undefined) yield event;
        else if (this.#isOver) break;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      await run;
    } finally {
      if (!this.#isOver) this.abort();
    }
  }

  /** Aborts a run that has not ended, at the end of an `await using` block. */
  async [asyncDispose](): Promise<void> {
    if (!this.#isOver) this.abort();
  }

  #start(): Promise<ToolRun> {
    if (this.#run !== undefined) return this.#run;
    const run = this.#loop.run((event) => {
      if (this.#isRead) this.#events.push(event);
      this.#wake?.();
    });
    this.#run = run.finally(() => {
      this.#isOver = true;
      this.#wake?.();
    });
    // Whoever only iterates learns of it there.
    this.#run.catch(() => undefined);
    return this.#run;
  }
}
