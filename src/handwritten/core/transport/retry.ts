import { ApiError } from '../errors/api-error.js';
import { abortWarning, adviseOn, finalError, hintsFor } from './advice.js';
import { runAttempt, type AttemptState } from './attempt.js';
import type { Call } from '../request/call.js';
import { advise, type Attempt, type RuncrateError } from '../errors/errors.js';
import { failureKinds } from '../response/failure.js';
import { clockSlackMs } from '../errors/retry-after.js';
import type { ResponseHead } from '../response/response-head.js';
import type { TransportContext } from './transport-context.js';
import type { HeadListener } from '../operation/operation.js';
import type { MeteredCall } from '../options/metering.js';
import { notify } from '../options/notify.js';
import type { RateLimit } from './rate-limit.js';
import { singleUseAdvice } from '../files/upload.js';

/** Retries a call as far as its retry class allows. Throws the last error, with all attempts. */
export async function withRetries(call: Call, context: TransportContext, metered?: MeteredCall): Promise<unknown> {
  const { operation, maxRetries, body, label, options } = call;
  const { maxRetryAfterMs, log, clock } = context.config;
  const turns = call.externalUrl === undefined ? context.turns : undefined;
  const attempts: Attempt[] = [];
  const limit = context.limitOf(call.server.origin);
  const ticket = limit.tickets++;
  const state: AttemptState = { number: 0, isOpen: false, limit };
  let head: ResponseHead | undefined;
  let outcomeUnknown = false;
  let responseLost = false;
  let delayMs = 0;
  let isLimited = false;
  let queuedMs: number | undefined;
  let answer: unknown;
  try {
    for (let retry = 0; ; retry++) {
      // Without retries, it is the caller who keeps to the limit.
      if (turns?.observes) {
        if (retry > 0) await context.sleep(delayMs, options.signal);
      } else if (retry > 0 || (limit.isHeld && maxRetries > 0)) {
        delayMs = await pause(call, context, limit, ticket, delayMs, isLimited || retry === 0);
        if (retry === 0) metered?.check?.();
      }
      if (turns) {
        const { waitedMs, release } = await turns.take(call, retry + 1, context, metered);
        state.release = release;
        queuedMs = (queuedMs ?? 0) + waitedMs;
        delayMs += waitedMs;
      }
      const startedAt = clock.Date.now();
      // Not that of the last attempt, if this one is aborted.
      head = undefined;
      state.number++;
      const outcome = await runAttempt(call, state, context);
      state.isOpen = false;
      head = outcome.head;
      if (outcome.kind === 'response') {
        if (call.isStream || call.isOpen) {
          const { status, requestId } = outcome.head;
          attempts.push({ delayMs, durationMs: clock.Date.now() - startedAt, status, requestId });
          outcome.head.attempts = attempts;
        }
        answer = outcome.value ?? null;
        return outcome.value;
      }
      const { kind, error } = outcome;
      // An unreadable response and a redirect have a status too.
      const { statusCode: status = head?.status, requestId = head?.requestId, retryAfter } = error as Partial<ApiError>;
      // A DELETE that gets a 404 after its response was lost has succeeded.
      if (operation.method === 'DELETE' && responseLost && head?.status === 404) {
        return operation.answer.as === 'nothing' ? undefined : {};
      }
      const attempt = { delayMs, durationMs: clock.Date.now() - startedAt, status, requestId };
      const cause = `${error.name}: ${error.message}`;
      attempts.push(error instanceof ApiError ? attempt : { ...attempt, cause });
      const hints = hintsFor(call, error, status);
      const { retried, open } = failureKinds[kind];
      const isRetryable = retried.includes(operation.retry);
      const mayDouble = open.includes(operation.retry);
      outcomeUnknown ||= mayDouble && !hints.some(({ refused }) => refused);
      responseLost ||= open.includes('paid');
      isLimited = retryAfter !== undefined || status === 429;
      delayMs = retryAfter === undefined ? backOffMs(retry) : retryAfter * 1000;
      const isTooLong = retryAfter !== undefined && head && delayMs > maxRetryAfterMs + clockSlackMs(head.headers);
      if (!isRetryable || body?.singleUse || retry === maxRetries || isTooLong) {
        adviseOn(error, call, hints, context.config, head);
        if (isRetryable && body?.singleUse && maxRetries > 0) advise(error, singleUseAdvice);
        else if (isRetryable && isTooLong && maxRetries > 0) advise(error, tooLongAdvice(delayMs, maxRetryAfterMs));
        throw error;
      }
      // If the retry succeeds, nothing else shows that it may be billed twice.
      // A server that had begun its work would hardly have closed the connection at once.
      if (mayDouble && outcome.wasKept && attempt.durationMs < 1000) {
        log.info?.(`${label} is retried, as the server closed an idle connection, most likely unread.`);
      } else if (mayDouble) {
        log.warn?.(`${label} is retried, although it may already have been carried out, and billed.`);
      }
      log.debug?.(`${label} is retried in ${Math.round(delayMs)} ms`);
    }
  } catch (error) {
    if (options.signal?.aborted !== true || error !== options.signal.reason) {
      // The client may have been closed: an earlier attempt may still have been carried out.
      throw finalError(error as RuncrateError, attempts, outcomeUnknown, call);
    }
    if (outcomeUnknown || state.isOpen) log.warn?.(abortWarning(call));
    throw error;
  } finally {
    metered?.end(answer, state.number, outcomeUnknown || state.isOpen);
    const listener: HeadListener | undefined = options.onResponse;
    if (head !== undefined && listener !== undefined) {
      if (listener.takeHead) listener.takeHead(head, state.number);
      else {
        const { status, headers, requestId } = head;
        void notify(log, 'onResponse', listener, { status, headers, requestId, attemptCount: state.number, queuedMs });
      }
    }
  }
}

/** Waits before an attempt; with a `limit` that is held, for the call's turn. Resolves to the whole delay in milliseconds. */
async function pause(
  { options: { signal } }: Call,
  context: TransportContext,
  limit: RateLimit,
  ticket: number,
  delayMs: number,
  isLimited: boolean,
): Promise<number> {
  const inTurn = (minMs: number): Promise<number> => limit.wait(ticket, minMs, (turn) => context.race(turn, signal));
  if (isLimited) return inTurn(delayMs);
  await context.sleep(delayMs, signal);
  return limit.isHeld ? delayMs + (await inTurn(0)) : delayMs;
}

/** Half a second, doubled up to half a minute, with a jitter of up to 25 %. */
export function backOffMs(retry: number): number {
  return Math.min(30_000, 500 * 2 ** retry) * (1 + Math.random() / 4);
}

function tooLongAdvice(delayMs: number, maxRetryAfterMs: number): string {
  const asked = Math.ceil(delayMs / 1000);
  return `The server asks for a delay of ${asked} s, and \`maxRetryAfter\` is ${maxRetryAfterMs / 1000} s. Raise it to wait that long.`;
}
