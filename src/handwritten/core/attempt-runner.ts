import type { Platform } from '../platform/platform.js';
import type { AnswerContext } from './answer-context.js';
import { readAnswer } from './answer.js';
import { AttemptScope } from './attempt-scope.js';
import type { Call } from './call.js';
import type { Config } from './config.js';
import { readErrorBody } from './error-body.js';
import { apiErrorOf } from './error-of-answer.js';
import { RuncrateError, TimeoutError } from './errors.js';
import { statusFailure, thrownFailure } from './failure.js';
import { readBounded } from './read-bounded.js';
import { Head, redactError, type Redact } from './redact.js';
import { logOutcome, logRequest } from './request-log.js';
import type { Attempts, Outcome } from './retry.js';
import { discardBody, Sender } from './sender.js';

type FetchPage = AnswerContext['fetchPage'];

/** How far an attempt has come. */
interface Progress {
  key?: string;
  response?: Response;
  head?: Head;
  readonly redact: Redact;
}

/** Runs attempts, and knows which are in flight. */
export class AttemptRunner implements Attempts {
  readonly #config: Config;
  readonly #platform: Platform;
  readonly #sender: Sender;
  readonly #inFlight = new Set<AttemptScope>();
  #isClosed = false;

  constructor(config: Config, platform: Platform) {
    this.#config = config;
    this.#platform = platform;
    this.#sender = new Sender(config, platform);
  }

  async run(call: Call, attemptNumber: number, fetchPage: FetchPage): Promise<Outcome> {
    const { log } = this.#config;
    const startedAt = Date.now();
    const scope = this.#newScope(call.options.signal);
    scope.startTimer(call.timeoutMs, () => timeoutError(call));
    const progress: Progress = {
      redact: (text) => (progress.key ? text.replaceAll(progress.key, 'rc_live_***') : text),
    };
    let outcome: Outcome | undefined;
    try {
      // A `fetch` of the caller's own may not listen to the signal: then it is not waited for.
      outcome = await scope.race(this.#attempt(call, scope, progress, attemptNumber, fetchPage));
    } catch (error) {
      const { key, head, redact } = progress;
      if (scope.isEndedByUs) {
        // While the key is asked for, nothing has been sent.
        outcome = { kind: key === undefined ? 'unsent' : 'timeout', error: scope.signal.reason as RuncrateError, head };
      } else if (scope.signal.aborted) {
        // The reason is the caller's: it is passed on and not written on.
        throw scope.signal.reason;
      } else {
        const cause = redactError(error, redact);
        outcome = thrownFailure(cause, key !== undefined, head, call, this.#platform);
      }
    } finally {
      call.body?.release?.();
      if (outcome?.kind === 'answer' && (call.isStream || call.isOpen)) {
        // The body is handed over open, and with it the scope.
        scope.clearTimer();
      } else {
        scope.end();
        if (outcome?.kind !== 'answer' && progress.response !== undefined) void discardBody(progress.response);
      }
      logOutcome(log, call, outcome?.kind ?? 'aborted', progress.head, Date.now() - startedAt, attemptNumber);
    }
    return outcome;
  }

  /** Asks for the key, sends, and reads to the end. It may go on after an abort, and then does nothing more. */
  async #attempt(
    call: Call,
    scope: AttemptScope,
    progress: Progress,
    attemptNumber: number,
    fetchPage: FetchPage,
  ): Promise<Outcome> {
    const { apiKey, log } = this.#config;
    const { signal } = scope;
    signal.throwIfAborted();
    const key = call.foreignUrl === undefined ? apiKey() : '';
    progress.key = typeof key === 'string' ? key : await key;
    signal.throwIfAborted();
    logRequest(log, call, attemptNumber);
    const response = (progress.response = await this.#sender.send(call, progress.key, signal));
    if (signal.aborted) await discardBody(response);
    signal.throwIfAborted();
    const { redact } = progress;
    const head = (progress.head = new Head(response, redact));
    if (response.ok) {
      const context = { call, scope, platform: this.#platform, log, fetchPage, head, redact };
      return { kind: 'answer', answer: await readAnswer(response, context), head };
    }
    const text = redact(await readBounded(response, scope));
    const said = readErrorBody(text, response.headers.get('content-type') ?? '');
    return statusFailure(apiErrorOf(head, said, call.label), said.isOwn, head);
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

  /** Before anything else happens: an aborted call is not even looked at. */
  throwIfEnded(signal: AbortSignal | undefined): void {
    if (signal?.aborted === true) throw signal.reason;
    if (this.#isClosed) throw closedError();
  }

  /** Aborts all that is in flight. What begins later, such as a call whose files were still being read, ends at once. */
  close(): void {
    this.#isClosed = true;
    for (const scope of this.#inFlight) scope.abort(closedError(), true);
  }

  #newScope(signal: AbortSignal | undefined): AttemptScope {
    if (signal !== undefined) this.#platform.allowListeners?.(signal);
    const scope = new AttemptScope(signal, this.#inFlight);
    if (this.#isClosed) scope.abort(closedError(), true);
    return scope;
  }
}

function closedError(): RuncrateError {
  return new RuncrateError('This client is closed, because its `await using` block has ended. Make a new one.');
}

/** The error of an attempt that took longer than `timeout`. */
function timeoutError({ label, timeoutMs }: Call): TimeoutError {
  return new TimeoutError(`${label} took longer than its timeout of ${timeoutMs / 1000} s.`);
}
