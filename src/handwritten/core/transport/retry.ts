import { ApiError } from '../errors/api-error.js';
import { runAttempt } from './attempt.js';
import type { Call } from '../request/call.js';
import { advise, docsUrl, type Attempt, type RuncrateError } from '../errors/errors.js';
import { failureKinds } from '../response/failure.js';
import type { ResponseHead } from '../response/response-head.js';
import type { TransportContext } from './transport-context.js';
import { notify } from '../options/notify.js';
import { singleUseAdvice } from '../files/upload.js';

/** Retries a call as far as its retry class allows. Throws the last error, with all attempts. */
export async function withRetries(call: Call, context: TransportContext): Promise<unknown> {
  const { operation, maxRetries, body, label, options } = call;
  const { maxRetryAfterMs, log } = context.config;
  const attempts: Attempt[] = [];
  let head: ResponseHead | undefined;
  let outcomeUnknown = false;
  let responseLost = false;
  let delayMs = 0;
  try {
    for (let retry = 0; ; retry++) {
      const startedAt = Date.now();
      // Not that of the last attempt, if this one is aborted.
      head = undefined;
      const outcome = await runAttempt(call, retry + 1, context);
      head = outcome.head;
      if (outcome.kind === 'response') {
        if (call.isStream || call.isOpen) {
          const { status, requestId } = outcome.head;
          attempts.push({ delayMs, durationMs: Date.now() - startedAt, status, requestId });
          outcome.head.attempts = attempts;
        }
        return outcome.value;
      }
      const { kind, error } = outcome;
      // An unreadable response and a redirect have a status too.
      const { statusCode: status = head?.status, requestId = head?.requestId, retryAfter } = error as Partial<ApiError>;
      // A DELETE that gets a 404 after its response was lost has succeeded.
      if (operation.method === 'DELETE' && responseLost && head?.status === 404) {
        return operation.answer.as === 'nothing' ? undefined : {};
      }
      const attempt = { delayMs, durationMs: Date.now() - startedAt, status, requestId };
      const cause = `${error.name}: ${error.message}`;
      attempts.push(error instanceof ApiError ? attempt : { ...attempt, cause });
      const hints = (operation.hints ?? []).filter(
        (hint) => hint.status === status && error.message.toLowerCase().includes(hint.includes ?? ''),
      );
      const { retried, open } = failureKinds[kind];
      const isRetryable = retried.includes(operation.retry);
      const mayDouble = open.includes(operation.retry);
      outcomeUnknown ||= mayDouble && !hints.some(({ refused }) => refused);
      responseLost ||= open.includes('paid');
      delayMs = retryAfter === undefined ? backOffMs(retry) : retryAfter * 1000;
      const isTooLong = retryAfter !== undefined && delayMs > maxRetryAfterMs;
      if (!isRetryable || body?.singleUse || retry === maxRetries || isTooLong) {
        advise(error, ...hints.map(({ hint }) => hint));
        finalError(error, attempts, outcomeUnknown, call);
        if (isRetryable && body?.singleUse && maxRetries > 0) advise(error, singleUseAdvice);
        throw error;
      }
      // If the retry succeeds, nothing else shows that it may be billed twice.
      if (mayDouble) log.warn?.(`${label} is retried, although it may already have been carried out, and billed.`);
      log.debug?.(`${label} is retried in ${Math.round(delayMs)} ms`);
      await context.sleep(delayMs, options.signal).catch((reason: unknown) => {
        if (!outcomeUnknown || reason === options.signal?.reason) throw reason;
        // The client was closed: an earlier attempt may still have been carried out.
        throw finalError(reason as RuncrateError, attempts, outcomeUnknown, call);
      });
    }
  } finally {
    if (head !== undefined && options.onResponse !== undefined) {
      const { status, headers, requestId } = head;
      void notify(log, 'onResponse', options.onResponse, { status, headers, requestId });
    }
  }
}

/** Half a second, doubled up to half a minute, with a jitter of up to 25 %. */
export function backOffMs(retry: number): number {
  return Math.min(30_000, 500 * 2 ** retry) * (1 + Math.random() / 4);
}

/** The error for the caller: the last one, with every attempt, and advice if the outcome is unknown. */
function finalError(
  error: RuncrateError,
  attempts: readonly Attempt[],
  outcomeUnknown: boolean,
  call: Call,
): RuncrateError {
  error.attempts = attempts;
  if (outcomeUnknown) {
    error.outcomeUnknown = true;
    error.docsUrl = docsUrl('retries-and-billing');
    advise(error, openAdvice(call));
  }
  return error;
}

function openAdvice({ operation: { retry, seenIn } }: Call): string {
  const [billed, again] = retry === 'once' ? ['', 'could create a second one'] : [' and billed', 'is billed again'];
  const check = seenIn === undefined ? 'Check' : `Check \`${seenIn}\``;
  return `It may have been carried out${billed}. ${check} before you call again: a second call ${again}.`;
}
