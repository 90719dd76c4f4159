import type { Call } from './call.js';
import type { Logger } from './log.js';
import type { ResponseInfo } from './operation.js';

/** What is logged of a request. Never a body, and of headers only what is no secret. */
export function logRequest(log: Logger, { label, headers }: Call, attemptNumber: number): void {
  log.debug(`${label} is sent (attempt ${attemptNumber})`, readable(Object.entries(headers)));
}

/** One line at info for each attempt, however it ended; the headers of its answer at debug. */
export function logOutcome(
  log: Logger,
  { label }: Call,
  kind: string,
  info: ResponseInfo | undefined,
  durationMs: number,
  attemptNumber: number,
): void {
  const said = info === undefined ? kind : String(info.status);
  const requestId = info?.requestId === undefined ? '' : `, request ${info.requestId}`;
  log.info(`${label} ${said} in ${durationMs} ms (attempt ${attemptNumber}${requestId})`);
  if (info !== undefined) log.debug(`${label} ${said} had the headers`, readable(pairsOf(info.headers)));
}

const hidden = '(hidden)';
/** By parts of the name, since a caller's own headers may hold secrets too. */
const secretName = /auth|cookie|token|secret|password|signature|api-?key|credential|session/i;

type Pair = readonly [name: string, value: string | null];

function pairsOf(headers: Headers): readonly Pair[] {
  const pairs: Pair[] = [];
  headers.forEach((value, name) => pairs.push([name, value]));
  return pairs;
}

function readable(headers: readonly Pair[]): Record<string, string | null> {
  return Object.fromEntries(
    headers.map(([name, value]) => [name, isSecret(name) ? hidden : withoutQuery(name, value)]),
  );
}

function isSecret(name: string): boolean {
  return secretName.test(name);
}

/** A link may carry its token in the query. */
function withoutQuery(name: string, value: string | null): string | null {
  return /location$|^link$|^referer$/i.test(name) ? (value?.replace(/[?#].*$/, '?…') ?? null) : value;
}
