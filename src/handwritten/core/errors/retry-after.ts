/**
 * Seconds the server asks to wait: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` on a 429.
 * A value that is negative, in the past or invalid is ignored. `knownSkewMs`: how far the server's clock is ahead, if
 * the response has no `Date`.
 */
export function retryAfterSeconds(status: number, headers: Headers, knownSkewMs = 0): number | undefined {
  const skewMs = clockSkewMs(headers) ?? knownSkewMs;
  const asked = headers.get('retry-after') ?? '';
  const seconds = amount.test(asked) ? Number(asked) : secondsUntil(dateOf(asked), skewMs);
  const reset = headers.get('x-ratelimit-reset') ?? '';
  return seconds ?? (status === 429 && amount.test(reset) ? secondsUntil(Number(reset) * 1000, skewMs) : undefined);
}

/** By how much a delay may be longer than allowed: a time of the server's clock is only as exact as our reading of it. */
export function clockSlackMs(headers: Headers): number {
  return amount.test(headers.get('retry-after') ?? '') ? 0 : 5000;
}

/** How far the server's clock is ahead by its `Date`, which is at most a second late; undefined without one. */
export function clockSkewMs(headers: Headers): number | undefined {
  const skewMs = dateOf(headers.get('date') ?? '') - Date.now();
  return Number.isNaN(skewMs) ? undefined : skewMs;
}

const amount = /^\d+(\.\d+)?$/;

/** `Date.parse` accepts `-5` and `soon 1` as dates; an HTTP date always names its day and month. */
function dateOf(text: string): number {
  // The oldest of the three forms (RFC 9110, 5.6.7) names no zone; all are in GMT.
  return /^[A-Za-z]{3,9},? .*\d:\d\d:\d\d/.test(text) ? Date.parse(text.replace(/( GMT)?$/, ' GMT')) : NaN;
}

function secondsUntil(timeMs: number, skewMs: number): number | undefined {
  const seconds = (timeMs - Date.now() - skewMs) / 1000;
  return seconds >= 0 ? seconds : undefined;
}
