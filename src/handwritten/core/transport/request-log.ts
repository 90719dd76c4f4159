import type { Call } from '../request/call.js';
import type { Log } from '../options/log.js';
import type { ResponseHead } from '../response/response-head.js';

/** What is logged of a request. Never a body, and of headers only what is no secret. */
export function logRequest(log: Log, { label, headers }: Call, attemptNumber: number): void {
  log.debug?.(`${label} is sent (attempt ${attemptNumber})`, readable(headers));
}

/** One line at info for each attempt, however it ended; the headers of its answer at debug. */
export function logOutcome(
  log: Log,
  { label }: Call,
  kind: string,
  head: ResponseHead | undefined,
  durationMs: number,
  attemptNumber: number,
): void {
  const said = `${label} ${head?.status ?? kind}`;
  log.info?.(
    `${said} in ${durationMs} ms (attempt ${attemptNumber}${head?.requestId === undefined ? '' : `, request ${head.requestId}`})`,
  );
  if (head !== undefined) log.debug?.(`${said} had the headers`, readable(head.headers));
}

/** By parts of the name, since a caller's own headers may hold secrets too. */
const secretName = /auth|cookie|token|secret|password|signature|api-?key|credential|session/;

function readable(headers: HeadersInit): Record<string, string> {
  const shown: Record<string, string> = {};
  new Headers(headers).forEach((value, name) => {
    // A link may carry its token in the query.
    const text = /location$|^link$|^referer$/.test(name) ? value.replace(/[?#].*/, '?…') : value;
    shown[name] = secretName.test(name) ? '(hidden)' : text;
  });
  return shown;
}
