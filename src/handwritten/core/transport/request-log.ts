import type { Call } from '../request/call.js';
import type { Log } from '../options/log.js';
import type { ResponseHead } from '../response/response-head.js';

/** Logs a request: never a body, and headers without secrets. */
export function logRequest(log: Log, { label, headers }: Call, attemptNumber: number): void {
  log.debug?.(`${label} is sent (attempt ${attemptNumber})`, readable(headers));
}

/** Logs one line at info for each attempt, whatever its result; the response headers at debug. */
export function logOutcome(
  log: Log,
  { label }: Call,
  kind: string,
  head: ResponseHead | undefined,
  durationMs: number,
  attemptNumber: number,
): void {
  // The status of a response is slow to read (test/bench).
  if (log.info === undefined && log.debug === undefined) return;
  const said = `${label} ${head?.status ?? kind}`;
  log.info?.(
    `${said} in ${durationMs} ms (attempt ${attemptNumber}${head?.requestId === undefined ? '' : `, request ${head.requestId}`})`,
  );
  if (head !== undefined) log.debug?.(`${said} response headers`, readable(head.headers));
}

/** By parts of the name, since a caller's own headers may hold secrets too. */
const secretName = /auth|cookie|token|secret|password|signature|api-?key|credential|session/;

function readable(headers: HeadersInit): Record<string, string> {
  const shown: Record<string, string> = {};
  new Headers(headers).forEach((value, name) => {
    // A URL may have a token in its query.
    const text = /location$|^link$|^referer$/.test(name) ? value.replace(/[?#].*/, '?…') : value;
    shown[name] = secretName.test(name) ? '(hidden)' : text;
  });
  return shown;
}
