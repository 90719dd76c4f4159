/**
 * Seconds the server asks to wait: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` on a 429.
 * What is negative, past or no such thing is as if it were absent.
 */
export function retryAfterSeconds(status: number, headers: Headers): number | undefined {
  const asked = headers.get('retry-after');
  if (asked !== null) {
    const seconds = /^\s*\d+(\.\d+)?\s*$/.test(asked) ? Number(asked) : secondsUntil(httpDate(asked));
    if (seconds !== undefined) return seconds;
  }
  if (status !== 429) return undefined;
  const reset = headers.get('x-ratelimit-reset');
  return reset !== null && /^\s*\d+(\.\d+)?\s*$/.test(reset) ? secondsUntil(Number(reset) * 1000) : undefined;
}

/** `Date.parse` takes `-5` and `soon 1` for dates; an HTTP date always names its day and month. */
function httpDate(text: string): number {
  if (!/^\s*[A-Za-z]{3,9},? .*\d{2}:\d{2}:\d{2}/.test(text)) return NaN;
  // The oldest of the three forms (RFC 9110, 5.6.7) names no zone; all are in GMT.
  return Date.parse(/GMT\s*$/.test(text) ? text : `${text} GMT`);
}

function secondsUntil(timeMs: number): number | undefined {
  const seconds = (timeMs - Date.now()) / 1000;
  return seconds >= 0 ? seconds : undefined;
}
