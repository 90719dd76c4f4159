/**
 * Seconds the server asks to wait: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` on a 429.
 * A value that is negative, in the past or invalid is ignored.
 */
export function retryAfterSeconds(status: number, headers: Headers): number | undefined {
  const asked = headers.get('retry-after') ?? '';
  const seconds = amount.test(asked) ? Number(asked) : secondsUntil(dateOf(asked));
  const reset = headers.get('x-ratelimit-reset') ?? '';
  return seconds ?? (status === 429 && amount.test(reset) ? secondsUntil(Number(reset) * 1000) : undefined);
}

const amount = /^\d+(\.\d+)?$/;

/** `Date.parse` accepts `-5` and `soon 1` as dates; an HTTP date always names its day and month. */
function dateOf(text: string): number {
  // The oldest of the three forms (RFC 9110, 5.6.7) names no zone; all are in GMT.
  return /^[A-Za-z]{3,9},? .*\d:\d\d:\d\d/.test(text) ? Date.parse(text.replace(/( GMT)?$/, ' GMT')) : NaN;
}

function secondsUntil(timeMs: number): number | undefined {
  const seconds = (timeMs - Date.now()) / 1000;
  return seconds >= 0 ? seconds : undefined;
}
