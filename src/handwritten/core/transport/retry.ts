import { ApiError } from '../errors/api-error.js';
import { runAttempt } from './attempt.js';
import type { Call } from '../request/call.js';
import { advise, docsUrl, type Attempt, type RuncrateError } from '../errors/errors.js';
import { failureKinds } from '../response/failure.js';
import type { ResponseHead } from '../response/response-head.js';
import type { TransportContext } from './transport-context.js';
import { notify } from '../options/notify.js';
import { singleUseAdvice } from '../files/upload.js';

/** Repeats an attempt as far as the call allows. What finally fails is thrown, with all that is known of it. */
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
      // None of the attempt before, should this one be aborted.
      head = undefined;
      const outcome = await runAttempt(call, retry + 1, context);
      head = outcome.head;
      if (outcome.kind === 'response') return outcome.value;
      const { kind, error } = outcome;
      // An answer that could not be read, or led away, has a status too.
      const { statusCode: status = head?.status, requestId = head?.requestId, retryAfter } = error as Partial<ApiError>;
      // A DELETE that finds nothing after an answer was lost has succeeded.
      if (operation.method === 'DELETE' && responseLost && head?.status === 404) {
        return operation.answer.as === 'nothing' ? undefined : {};
      }
      const attempt = { delayMs, durationMs: Date.now() - startedAt, status, requestId };
      const cause = `${error.name}: ${error.message}`;
      attempts.push(error instanceof ApiError ? attempt : { ...attempt, cause });
      const hints = (operation.hints ?? []).filter(
        (hint) => hint.status === status && error.message.toLowerCase().includes(hint.includes ?? ''),
      );
      const { repeats, open } = failureKinds[kind];
      const isRepeatable = repeats.includes(operation.retry);
      const mayDouble = open.includes(operation.retry);
      outcomeUnknown ||= mayDouble && !hints.some(({ refused }) => refused);
      responseLost ||= open.includes('paid');
      delayMs = retryAfter === undefined ? backOffMs(retry) : retryAfter * 1000;
      const isTooLong = retryAfter !== undefined && delayMs > maxRetryAfterMs;
      if (!isRepeatable || body?.singleUse || retry === maxRetries || isTooLong) {
        advise(error, ...hints.map(({ hint }) => hint));
        finalError(error, attempts, outcomeUnknown, call);
        if (isRepeatable && body?.singleUse && maxRetries > 0) advise(error, singleUseAdvice);
        throw error;
      }
      // If the next one succeeds, nothing else tells that it may be billed twice.
      if (mayDouble) log.warn?.(`${label} is repeated, though it may have been carried out, and billed, already.`);
      log.debug?.(`${label} is repeated in ${Math.round(delayMs)} ms`);
      await context.sleep(delayMs, options.signal).catch((reason: unknown) => {
        if (!outcomeUnknown || reason === options.signal?.reason) throw reason;
        // The client was closed: what was sent before may have been carried out all the same.
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

/** Half a second, doubling up to half a minute, and up to a quarter more so that clients don't come in step. */
export function backOffMs(retry: number): number {
  return Math.min(30_000, 500 * 2 ** retry) * (1 + Math.random() / 4);
}

/** The error that the caller gets: the last one, with the story of every attempt and advice where the outcome is open. */
function finalError(
  error: RuncrateError,
  attempts: readonly Attempt[],
  outcomeUnknown: boolean,
  call: Call,
): RuncrateError {
  error.attempts = attempts;
  if (outcomeUnknown) {
    error.outcomeUnknown = true;
    error.docsUrl = docsUrl('retries-and-money');
    advise(error, openAdvice(call));
  }
  return error;
}

function openAdvice({ operation: { retry, seenIn } }: Call): string {
  const [billed, again] = retry === 'once' ? ['', 'could make a second one'] : [', and billed,', 'is billed again'];
  const look = seenIn === undefined ? 'Look' : `Look at \`${seenIn}\``;
  return `It may have been carried out${billed} all the same. ${look} before you call again: a second call ${again}.`;
}
