import { docsUrl, InvalidResponseError, type Attempt } from './errors.js';
import { isOutcomeUnknown, isRetryable, type Failure } from './failure.js';
import type { ErrorHint, ResponseInfo, RetryClass } from './operation.js';

/** What an attempt came to. */
export type Outcome<Answer> =
  { readonly kind: 'answer'; readonly answer: Answer; readonly info: ResponseInfo } | Failure;

/** How a call may be repeated, and what is said when it finally fails. */
export interface RetryPlan {
  readonly retryClass: RetryClass;
  readonly maxRetries: number;
  readonly maxRetryAfterMs: number;
  /** A body that can be read only once is never sent twice. */
  readonly singleUse: boolean;
  /** A DELETE that finds nothing after an answer was lost has succeeded. */
  readonly isDelete: boolean;
  readonly seenIn: string | undefined;
  readonly hints: readonly ErrorHint[];
  /** Waits; rejects when the call is aborted. */
  readonly sleep: (delayMs: number) => Promise<void>;
  /** Hears of every repeat before its wait. `mayDouble`: what came before may have been carried out, and billed. */
  readonly onRepeat: (delayMs: number, mayDouble: boolean) => void;
}

const baseDelayMs = 500;
const maxDelayMs = 30_000;
const jitter = 0.25;

/** `gone`: a repeated DELETE that found nothing any more. */
export type Settled<Answer> =
  Extract<Outcome<Answer>, { kind: 'answer' }> | { readonly kind: 'gone'; readonly info: ResponseInfo };

/** Repeats an attempt as far as the plan allows. What finally fails is thrown, with all that is known of it. */
export async function withRetries<Answer>(
  plan: RetryPlan,
  attempt: (attemptNumber: number) => Promise<Outcome<Answer>>,
): Promise<Settled<Answer>> {
  const attempts: Attempt[] = [];
  let outcomeUnknown = false;
  let answerLost = false;
  let delayMs = 0;
  for (let retry = 0; ; retry++) {
    const startedAt = Date.now();
    const outcome = await attempt(retry + 1);
    if (outcome.kind === 'answer') return outcome;
    if (plan.isDelete && answerLost && isNotFound(outcome)) return { kind: 'gone', info: outcome.info };
    attempts.push(describeAttempt(outcome, delayMs, Date.now() - startedAt));
    outcomeUnknown ||= isOutcomeUnknown(outcome, plan.retryClass) && !isRefused(outcome, plan.hints);
    answerLost ||= outcome.kind === 'lost' || outcome.kind === 'timeout';
    if (retry === plan.maxRetries || !mayRepeat(outcome, plan)) {
      throw finalError(outcome, plan, attempts, outcomeUnknown);
    }
    delayMs = delayAfter(outcome, retry);
    if (askedDelayMs(outcome) !== undefined && delayMs > plan.maxRetryAfterMs) {
      throw finalError(outcome, plan, attempts, outcomeUnknown);
    }
    plan.onRepeat(delayMs, isOutcomeUnknown(outcome, plan.retryClass));
    await plan.sleep(delayMs);
  }
}

function mayRepeat(failure: Failure, plan: RetryPlan): boolean {
  // A connection that was never made has not touched the body either, but fetch may have begun to read it.
  return !plan.singleUse && isRetryable(failure, plan.retryClass);
}

function isNotFound(failure: Failure): failure is Extract<Failure, { kind: 'status' }> {
  return failure.kind === 'status' && failure.error.statusCode === 404;
}

/** Half a second, doubling up to half a minute, and up to a quarter more so that clients don't come in step. */
export function backOffMs(retry: number): number {
  return Math.min(maxDelayMs, baseDelayMs * 2 ** retry) * (1 + jitter * Math.random());
}

function delayAfter(failure: Failure, retry: number): number {
  return askedDelayMs(failure) ?? backOffMs(retry);
}

function askedDelayMs(failure: Failure): number | undefined {
  if (failure.kind !== 'status' || failure.error.retryAfter === undefined) return undefined;
  return failure.error.retryAfter * 1000;
}

/** The error that the caller gets: the last one, with our advice and the story of every attempt. */
function finalError(failure: Failure, plan: RetryPlan, attempts: readonly Attempt[], outcomeUnknown: boolean): unknown {
  if (failure.kind === 'aborted') return failure.error;
  const { error } = failure;
  error.attempts = attempts;
  const hints = matchingHints(failure, plan.hints).map(({ hint }) => hint);
  if (outcomeUnknown) {
    error.outcomeUnknown = true;
    error.docsUrl = docsUrl('retries-and-money');
    hints.push(outcomeHint(plan));
  }
  if (plan.singleUse && isRetryable(failure, plan.retryClass) && plan.maxRetries > 0) hints.push(singleUseHint);
  const hint = [...(error.hint === undefined ? [] : [error.hint]), ...hints].join(' ');
  if (hint !== '') error.hint = hint;
  return error;
}

const singleUseHint =
  'It was not repeated, because a stream or a Response can be read only once: pass a path, a Blob or bytes instead.';

function outcomeHint({ retryClass, seenIn }: RetryPlan): string {
  const look = seenIn === undefined ? 'Look' : `Look at \`${seenIn}\``;
  return retryClass === 'once'
    ? `It may have been carried out all the same. ${look} before you call again: a second call could make a second one.`
    : `It may have been carried out, and billed, all the same. ${look} to find out; a second call is billed again.`;
}

function isRefused(failure: Failure, hints: readonly ErrorHint[]): boolean {
  return matchingHints(failure, hints).some(({ refused }) => refused);
}

function matchingHints(failure: Failure, hints: readonly ErrorHint[]): readonly ErrorHint[] {
  if (failure.kind !== 'status') return [];
  const { statusCode, message } = failure.error;
  return hints.filter(
    ({ status, includes = '' }) => status === statusCode && message.toLowerCase().includes(includes.toLowerCase()),
  );
}

/** What there was of an answer that could not be read, or led away. */
function answerOf(failure: Failure): Pick<Attempt, 'status' | 'requestId'> {
  const info = 'info' in failure ? failure.info : undefined;
  if (info !== undefined) return { status: info.status, requestId: info.requestId };
  return failure.error instanceof InvalidResponseError ? { status: failure.error.statusCode } : {};
}

function describeAttempt(failure: Failure, delayMs: number, durationMs: number): Attempt {
  if (failure.kind === 'status') {
    const { statusCode, requestId } = failure.error;
    return { status: statusCode, delayMs, durationMs, requestId };
  }
  const cause =
    failure.error instanceof Error ? `${failure.error.name}: ${failure.error.message}` : String(failure.error);
  return { ...answerOf(failure), cause, delayMs, durationMs };
}
