import type { AnswerContext } from './answer-context.js';
import { ApiError } from './api-error.js';
import type { Call } from './call.js';
import type { Config } from './config.js';
import { docsUrl, type Attempt, type RuncrateError } from './errors.js';
import { failureKinds, type Failure } from './failure.js';
import type { Head } from './redact.js';
import { tell } from './tell.js';

/** What an attempt came to. */
export type Outcome = { readonly kind: 'answer'; readonly answer: unknown; readonly head: Head } | Failure;

/** Makes one attempt, and waits before the next. Both reject only where the call is aborted. */
export interface Attempts {
  run(call: Call, attemptNumber: number, fetchPage: FetchPage): Promise<Outcome>;
  sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void>;
}

type FetchPage = AnswerContext['fetchPage'];

/** Repeats an attempt as far as the call allows. What finally fails is thrown, with all that is known of it. */
export async function withRetries(
  call: Call,
  config: Config,
  attempts: Attempts,
  fetchPage: FetchPage,
): Promise<unknown> {
  const { operation, maxRetries, body, label, options } = call;
  const { maxRetryAfterMs, log } = config;
  const story: Attempt[] = [];
  let head: Head | undefined;
  let outcomeUnknown = false;
  let answerLost = false;
  let delayMs = 0;
  try {
    for (let retry = 0; ; retry++) {
      const startedAt = Date.now();
      // None of the attempt before, should this one be aborted.
      head = undefined;
      const outcome = await attempts.run(call, retry + 1, fetchPage);
      head = outcome.head;
      if (outcome.kind === 'answer') return outcome.answer;
      const { kind, error } = outcome;
      const { statusCode, retryAfter } = error as Partial<ApiError>;
      // A DELETE that finds nothing after an answer was lost has succeeded.
      if (operation.method === 'DELETE' && answerLost && head?.status === 404) {
        return operation.answer.as === 'nothing' ? undefined : {};
      }
      story.push(attemptOf(outcome, delayMs, Date.now() - startedAt));
      const hints = (operation.hints ?? []).filter(
        ({ status, includes = '' }) =>
          status === statusCode && error.message.toLowerCase().includes(includes.toLowerCase()),
      );
      const { repeats, open } = failureKinds[kind];
      const isRepeatable = repeats.includes(operation.retry);
      const mayDouble = open.includes(operation.retry);
      outcomeUnknown ||= mayDouble && !hints.some(({ refused }) => refused);
      answerLost ||= kind === 'lost' || kind === 'cut' || kind === 'timeout';
      delayMs = retryAfter === undefined ? backOffMs(retry) : retryAfter * 1000;
      const isTooLong = retryAfter !== undefined && delayMs > maxRetryAfterMs;
      if (!isRepeatable || body?.singleUse || retry === maxRetries || isTooLong) {
        const advice = hints.map(({ hint }) => hint);
        if (outcomeUnknown) advice.push(openAdvice(call));
        if (isRepeatable && body?.singleUse && maxRetries > 0) advice.push(singleUseAdvice);
        throw finalError(error, story, outcomeUnknown, advice);
      }
      // If the next one succeeds, nothing else tells that it may be billed twice.
      if (mayDouble) log.warn?.(`${label} is repeated, though it may have been carried out, and billed, already.`);
      log.debug?.(`${label} is repeated in ${Math.round(delayMs)} ms`);
      await attempts.sleep(delayMs, options.signal).catch((reason: unknown) => {
        if (!outcomeUnknown || reason === options.signal?.reason) throw reason;
        // The client was closed: what was sent before may have been carried out all the same.
        throw finalError(reason as RuncrateError, story, true, [openAdvice(call)]);
      });
    }
  } finally {
    if (head !== undefined && options.onResponse !== undefined) {
      const { status, headers, requestId } = head;
      void tell(log, 'onResponse', options.onResponse, { status, headers, requestId });
    }
  }
}

/** Half a second, doubling up to half a minute, and up to a quarter more so that clients don't come in step. */
export function backOffMs(retry: number): number {
  return Math.min(30_000, 500 * 2 ** retry) * (1 + Math.random() / 4);
}

function attemptOf({ error, head }: Failure, delayMs: number, durationMs: number): Attempt {
  // An answer that could not be read, or led away, has a status too.
  const { statusCode: status = head?.status, requestId = head?.requestId } = error as Partial<ApiError>;
  const times = { delayMs, durationMs, status, requestId };
  return error instanceof ApiError ? times : { ...times, cause: `${error.name}: ${error.message}` };
}

/** The error that the caller gets: the last one, with our advice and the story of every attempt. */
function finalError(
  error: RuncrateError,
  story: readonly Attempt[],
  outcomeUnknown: boolean,
  advice: readonly string[],
): RuncrateError {
  error.attempts = story;
  if (outcomeUnknown) {
    error.outcomeUnknown = true;
    error.docsUrl = docsUrl('retries-and-money');
  }
  if (advice.length > 0) error.hint = [...(error.hint === undefined ? [] : [error.hint]), ...advice].join(' ');
  return error;
}

/** Of a body that can be read only once. */
export const singleUseAdvice =
  'It was not repeated, because a stream or a Response can be read only once: pass a path, a Blob or bytes instead.';

function openAdvice({ operation: { retry, seenIn } }: Call): string {
  const [billed, again] = retry === 'once' ? ['', 'could make a second one'] : [', and billed,', 'is billed again'];
  const look = seenIn === undefined ? 'Look' : `Look at \`${seenIn}\``;
  return `It may have been carried out${billed} all the same. ${look} before you call again: a second call ${again}.`;
}
