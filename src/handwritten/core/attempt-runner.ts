import type { Platform } from '../platform/platform.js';
import { readAnswer } from './answer.js';
import { AttemptScope } from './attempt-scope.js';
import type { Call } from './call.js';
import type { Config } from './config.js';
import { readErrorBody } from './error-body.js';
import { apiErrorOf } from './error-of-answer.js';
import { TimeoutError } from './errors.js';
import { statusFailure, thrownFailure, type Phase } from './failure.js';
import type { ResponseInfo } from './operation.js';
import type { Page } from './page.js';
import { readBounded } from './read-bounded.js';
import { headOf, redactError, redactorOf } from './redact.js';
import { requestIdOf } from './request-id.js';
import { logOutcome, logRequest } from './request-log.js';
import type { Outcome } from './retry.js';
import { discardBody, Sender } from './sender.js';
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

  /** One attempt, from asking for the key to the whole body. A failure is an outcome: it rejects only when aborted. */
  async run(call: Call, attemptNumber: number, fetchPage: FetchPage): Promise<Outcome> {
    const { log } = this.#config;
    const scope = this.#newScope(call.options.signal);
    scope.startTimer(call.timeoutMs, () => timeoutError(call));
    const startedAt = Date.now();
    let phase: Phase = 'key';
    let response: Response | undefined;
    let info: ResponseInfo | undefined;
    let outcome: Outcome | undefined;
    let redact = redactorOf('');
    try {
      scope.signal.throwIfAborted();
      const key = call.foreignUrl === undefined ? await scope.race(this.#config.apiKey()) : '';
      redact = redactorOf(key);
      phase = 'headers';
      logRequest(log, call, attemptNumber);
      response = await scope.race(this.#sender.send(call, key, scope.signal), (late) => void discardBody(late));
      phase = 'body';
      const head = headOf(response, redact);
      info = { status: head.status, headers: head.headers, requestId: requestIdOf(head.headers) };
      if (response.ok) {
        const context = { call, scope, platform: this.#platform, log, fetchPage, head, redact };
        outcome = { kind: 'answer', answer: await readAnswer(response, context), info };
      } else {
        const said = readErrorBody(redact(await readBounded(response, scope)), head.headers.get('content-type') ?? '');
        outcome = statusFailure(apiErrorOf(head, said, call.label), said.isOwn ?? false, info);
      }
    } catch (error) {
      // The reason of the caller, or of the client's end, is theirs: it is passed on and not written on.
      if (scope.signal.aborted && !scope.isTimedOut) throw scope.signal.reason;
      if (scope.isTimedOut) {
        // While the key is asked for, nothing has been sent.
        outcome = { kind: phase === 'key' ? 'unsent' : 'timeout', error: scope.signal.reason as TimeoutError, info };
      } else {
        const cause = redactError(uploadFailureOf(error) ?? error, redact);
        outcome = thrownFailure(cause, phase, info, call, this.#platform);
      }
    } finally {
      call.body?.release?.();
      const isHandedOver = (call.isStream || call.isOpen) && outcome?.kind === 'answer';
      if (isHandedOver) {
        scope.stopTimer();
      } else {
        scope.end();
        if (response !== undefined) void discardBody(response);
      }
      logOutcome(log, call, outcome?.kind ?? 'aborted', info, Date.now() - startedAt, attemptNumber);
    }
    return outcome;
  }

  /** A wait ends as an attempt does: by the caller's signal, or because all is aborted. */
  async sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = new Promise<void>((resolve) => (timer = setTimeout(resolve, delayMs)));
    await this.race(wait, signal).finally(() => clearTimeout(timer));
  }

  /** Waits for work that sends nothing, no longer than a wait. */
  async race<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const scope = this.#newScope(signal);
    return scope.race(work).finally(() => scope.end());
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

/** The error of an attempt that took longer than `timeout`. */
function timeoutError({ label, timeoutMs }: Call): TimeoutError {
  return new TimeoutError(`${label} took longer than its timeout of ${timeoutMs / 1000} s.`);
}
