import type { Call } from '../request/call.js';
import type { Config } from '../options/config.js';
import type { ErrorHint } from '../operation/operation.js';
import type { ResponseHead } from '../response/response-head.js';
import { advise, docsUrl, type Attempt, type RuncrateError } from '../errors/errors.js';

/** What the operation advises for an error with this status. */
export function hintsFor({ operation }: Call, { message }: RuncrateError, status?: number): readonly ErrorHint[] {
  const text = message.toLowerCase();
  return (operation.hints ?? []).filter((hint) => hint.status === status && text.includes(hint.includes ?? ''));
}

/** Adds these hints and, for a 404, the environment: what is missing in one is often in another. */
export function adviseOn(
  error: RuncrateError,
  { operation, options }: Call,
  hints: readonly ErrorHint[],
  config: Config,
  head: ResponseHead | undefined,
): void {
  // A web page has a hint of its own: the API was not asked.
  if (operation.scoped && head?.status === 404 && error.hint === undefined) {
    const name = options.environment ?? config.environment;
    const asked = name === undefined ? 'The default environment' : `The environment ${JSON.stringify(name)}`;
    advise(error, `${asked} was asked. Pass \`environment\` if it is in another one.`);
  }
  advise(error, ...hints.map(({ hint }) => hint));
}

/** The error for the caller: the last one, with every attempt, and advice if the outcome is unknown. */
export function finalError(
  error: RuncrateError,
  attempts: readonly Attempt[],
  outcomeUnknown: boolean,
  call: Call,
): RuncrateError {
  error.attempts = attempts;
  if (outcomeUnknown) {
    error.outcomeUnknown = true;
    error.docsUrl = docsUrl('retries-and-billing');
    const key = keyOf(call);
    if (key !== undefined) error.idempotencyKey = key;
    advise(error, openAdvice(call));
  }
  return error;
}

/** What is logged for a call that the caller aborted when it was out: the reason is the caller's, and takes no hint. */
export function abortWarning(call: Call): string {
  const key = keyOf(call);
  const withKey = key === undefined ? '' : ` with the Idempotency-Key ${key}`;
  return `${call.label} was aborted after it was sent${withKey}. ${openAdvice(call)}`;
}

const keyOf = ({ headers }: Call): string | undefined => headers['idempotency-key'];

function openAdvice({ operation: { retry, seenIn } }: Call): string {
  const [billed, again] = retry === 'once' ? ['', 'could create a second one'] : [' and billed', 'is billed again'];
  const check = seenIn === undefined ? 'Check' : `Check \`${seenIn}\``;
  return `It may have been carried out${billed}. ${check} before you call again: a second call ${again}.`;
}
