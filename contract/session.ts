import { servers } from '../generated/operations.js';
import { resolveConfig } from '../src/handwritten/core/options/config.js';
import type { RuncrateOptions } from '../src/handwritten/core/options/client-options.js';
import { HttpTransport } from '../src/handwritten/core/transport/transport.js';
import { nodePlatform } from '../src/handwritten/platform/node.js';
import { Runcrate } from '../src/index.node.js';
import { createCapture, type Capture, type Exchange } from './capture.js';
import { keyHider } from './hide-key.js';
import { judgeCall, type Judge } from './judge.js';
import type { Prism } from './prism.js';
import { notRun, type Result } from './result.js';
import { createRoute } from './route.js';
import { NotRun } from './step.js';
import type { Verdict, Violation } from './violation.js';

/** A call and its result. */
export interface Performed {
  readonly result: Result;
  readonly exchanges: readonly Exchange[];
  readonly answer?: unknown;
  readonly error?: unknown;
  readonly notices: readonly string[];
}

/** A client of the deployment whose exchanges are recorded and validated. One call at a time. */
export class Session {
  readonly client: Runcrate;
  readonly transport: HttpTransport;
  readonly #capture: Capture;
  readonly #judge: Judge;

  constructor(options: RuncrateOptions, prism: Prism) {
    // Redacts before any value is truncated: a truncated key would no longer match.
    this.#capture = createCapture(keyHider(options.apiKey), options.fetch as typeof globalThis.fetch | undefined);
    const captured = { ...options, fetch: this.#capture.fetch, localFiles: false, logLevel: 'off' as const };
    const config = resolveConfig(captured, servers, nodePlatform);
    this.client = new Runcrate(captured);
    this.transport = new HttpTransport(config, nodePlatform);
    this.#judge = { prism, route: createRoute(config) };
  }

  /** Makes one call and validates it. `name` is the name of the result in the report. */
  async perform(operationId: string, name: string, call: () => Promise<unknown>): Promise<Performed> {
    const startedAt = performance.now();
    const { answer, error } = await settle(call);
    const durationMs = performance.now() - startedAt;
    const exchanges = await this.#capture.take();
    if (error instanceof NotRun) return { result: notRun(name, error.message), exchanges, error, notices: [] };
    const { violations, notices } = this.#judgeSafely(operationId, exchanges, error);
    const outcome = violations.length === 0 ? 'passed' : 'violated';
    const statuses = exchanges.flatMap((exchange) => exchange.answer?.status ?? []);
    return { result: { name, outcome, statuses, violations, durationMs }, exchanges, answer, error, notices };
  }

  /** Validation must not throw: the caller still has to record what the call created. */
  #judgeSafely(operationId: string, exchanges: readonly Exchange[], error: unknown): Verdict {
    try {
      return judgeCall(this.#judge, operationId, exchanges, error);
    } catch (cause) {
      return { violations: [unjudged((cause as Error).message)], notices: [] };
    }
  }
}

function unjudged(message: string): Violation {
  return { side: 'answer', part: 'body', pointer: '', rule: 'unjudged', message, came: '', alike: 0 };
}

async function settle(call: () => Promise<unknown>): Promise<{ readonly answer?: unknown; readonly error?: unknown }> {
  try {
    return { answer: await call() };
  } catch (error) {
    return { error: error ?? new Error('The call threw null or undefined.') };
  }
}
