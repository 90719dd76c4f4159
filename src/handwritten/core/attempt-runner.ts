import type { Platform } from '../platform/platform.js';
import { readAnswer } from './answer.js';
import { AttemptScope } from './attempt-scope.js';
import type { Call } from './call.js';
import { classifyError, statusFailure, timeoutError, type Phase } from './classify.js';
import type { Config } from './config.js';
import type { ResponseInfo } from './operation.js';
import type { Page } from './page.js';
import { readBounded } from './read-bounded.js';
import { headOf, redactError, redactorOf } from './redact.js';
import { requestIdOf } from './request-id.js';
import { logOutcome, logRequest } from './request-log.js';
import type { Outcome } from './retry.js';
import { discardBody, Sender } from './sender.js';
import { sleep } from './sleep.js';
import { uploadFailureOf } from './upload-failure.js';

type Arguments = Readonly<Record<string, unknown>>;
type FetchPage = (args: Arguments) => Promise<Page<unknown>>;

/** Runs attempts, and knows which are in flight. */
export class AttemptRunner {
  readonly #config: Config;
  readonly #platform: Platform;
  readonly #sender: Sender;
  readonly #inFlight = new Set<AttemptScope>();
  /** Set at the end of the client: what begins later, such as a call whose files were still being read, ends at once. */
  #end: { readonly reason: unknown } | undefined;

  constructor(config: Config, platform: Platform) {
    this.#config = config;
    this.#platform = platform;
    this.#sender = new Sender(config, platform);
  }

  /** One attempt, from asking for the key to the whole body. It never rejects: a failure is an outcome. */
  async run(call: Call, attemptNumber: number, fetchPage: FetchPage): Promise<Outcome<unknown>> {
    const scope = this.#newScope(call.options.signal);
    scope.startTimer(call.timeoutMs, () => timeoutError(call));
    const startedAt = Date.now();
    let phase: Phase = 'key';
    let response: Response | undefined;
    let info: ResponseInfo | undefined;
    let outcome: Outcome<unknown> | undefined;
    let redact = redactorOf('');
    try {
      scope.signal.throwIfAborted();
      const key = call.foreignUrl === undefined ? await scope.race(this.#config.apiKey()) : '';
      redact = redactorOf(key);
      phase = 'headers';
      logRequest(this.#config.log, call, attemptNumber);
      response = await scope.race(this.#sender.send(call, key, scope.signal), (late) => void discardBody(late));
      phase = 'body';
      const head = headOf(response, redact);
      info = { status: head.status, headers: head.headers, requestId: requestIdOf(head.headers) };
      const context = { call, scope, platform: this.#platform, log: this.#config.log, fetchPage, head, redact };
      outcome = response.ok
        ? { kind: 'answer', answer: await readAnswer(response, context), info }
        : statusFailure(head, redact(await readBounded(response, scope)), call, info);
    } catch (error) {
      const cause = scope.signal.aborted ? error : redactError(uploadFailureOf(error) ?? error, redact);
      outcome = classifyError(cause, phase, scope, call, info, this.#platform);
    } finally {
      call.body?.release?.();
      const isHandedOver = (call.isStream || call.isOpen) && outcome?.kind === 'answer';
      if (isHandedOver) {
        scope.stopTimer();
      } else {
        scope.end();
        if (response !== undefined) void discardBody(response);
      }
    }
    logOutcome(this.#config.log, call, outcome.kind, info, Date.now() - startedAt, attemptNumber);
    return outcome;
  }

  /** A wait ends as an attempt does: by the caller's signal, or because all is aborted. */
  async sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
    const scope = this.#newScope(signal);
    try {
      await sleep(delayMs, scope.signal);
    } finally {
      scope.end();
    }
  }

  /** Waits for work that sends nothing, no longer than a wait. */
  async race<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const scope = this.#newScope(signal);
    try {
      return await scope.race(work);
    } finally {
      scope.end();
    }
  }

  abortAll(reason: unknown): void {
    this.#end = { reason };
    for (const scope of this.#inFlight) scope.abort(reason);
  }

  #newScope(signal: AbortSignal | undefined): AttemptScope {
    const scope = new AttemptScope(signal, this.#inFlight);
    if (this.#end !== undefined) scope.abort(this.#end.reason);
    return scope;
  }
}
