import { causesOf } from '../core/errors/causes.js';
import { ConnectionError, RuncrateError, TimeoutError } from '../core/errors/errors.js';
import { isProxyFinal, isRefusedByProxy, proxyHint, proxyStatus, type ProxyCause } from './node-proxy.js';
import type { Loss } from './platform.js';

/** Codes that only occur while a connection is being made. */
const connectCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'UND_ERR_CONNECT_TIMEOUT',
  // Certificates are checked before a byte of HTTP is sent.
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  // Bun
  'ConnectionRefused',
  'FailedToOpenSocket',
  'DNSException',
]);

/** Codes of a response that arrived, and that Node’s fetch does not accept: a retry gets the same one. */
const unreadable: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  UND_ERR_HEADERS_OVERFLOW: headersOverflow(),
  HPE_HEADER_OVERFLOW: headersOverflow(),
  UND_ERR_RES_EXCEEDED_MAX_SIZE: [
    'a response body that is larger than `fetch` accepts',
    'Raise `maxResponseSize` of the dispatcher in your `fetch`.',
  ],
  Z_DATA_ERROR: [
    'a response body that can’t be decompressed',
    'Its `Content-Encoding` does not match its content: check any proxy between.',
  ],
};

function headersOverflow(): readonly [what: string, hint: string] {
  return [
    'response headers that are larger than Node’s fetch accepts',
    'Start Node with `--max-http-header-size=65536` (bytes; default: 16384), or pass a `fetch` that accepts more.',
  ];
}

const timeoutCodes: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Adds the code of a lost connection, and detects one that was never made and one that timed out in Node's fetch. */
export function explainLoss({ kind, error }: Loss, label: string, origin: string): Loss {
  const { message, cause, docsUrl } = error;
  const { code, unsent, timeout, proxy, wasKept } = readNetworkError(cause, label, kind === 'cut' ? 'body' : 'headers');
  if (timeout !== undefined) return { kind: 'timeout', error: timeout };
  if (kind === 'cut' && isMisread(cause)) return { kind: 'unreadable', error: misreadError(label, cause) };
  if (kind === 'lost' && isOwnBug(cause)) return { kind: 'unreadable', error: ownBugError(label, cause) };
  if (proxy !== undefined && kind === 'lost') {
    const message = `${label} could not connect to ${origin}: the proxy refused with status ${proxy}.`;
    const error = new ConnectionError({ message, cause, hint: proxyHint(proxy), docsUrl });
    return { kind: isProxyFinal(proxy) ? 'final' : 'unsent', error };
  }
  const [refused, hint] = unreadable[code ?? ''] ?? [];
  if (refused !== undefined) {
    const error = new ConnectionError({ message: `${label} received ${refused} (${code}).`, cause, hint, docsUrl });
    return { kind: 'unreadable', error };
  }
  const isUnsent = unsent && kind === 'lost';
  const what = isUnsent ? `${label} could not connect to ${origin}.` : message;
  const withCode = code === undefined ? what : what.replace(/\.$/, ` (${code}).`);
  return {
    kind: isUnsent ? 'unsent' : kind,
    error: new ConnectionError({ message: withCode, cause, docsUrl }),
    wasKept,
  };
}

/**
 * Whether reading failed by the Response itself, such as one of a test: what its `fetch` returned can't be read, or not
 * again. The error of a lost connection is a TypeError too.
 */
function isMisread(error: unknown): error is TypeError {
  const { name, message, cause } = Object(error) as Partial<Error>;
  return name === 'TypeError' && cause === undefined && misreadings.test(message ?? '');
}

/** Whether a `fetch` of the caller's own failed by itself. A TypeError that a network made has a cause, a code or its words. */
function isOwnBug(error: unknown): error is Error {
  const { name = '', message = '', cause, code } = Object(error) as Partial<Error & { readonly code: unknown }>;
  if (cause !== undefined || code !== undefined) return false;
  if (name !== 'TypeError') return /^(Reference|Range|Syntax|Assertion)Error$/.test(name);
  return misreadings.test(message) || !networkWords.test(message);
}

const networkWords =
  /fetch|network|connect|socket|load|terminated|request|timed? ?out|closed|reset|offline|cancel|abort/i;

function ownBugError(label: string, cause: Error): RuncrateError {
  const { name, message } = cause;
  return new RuncrateError({
    message: `${label} failed: \`fetch\` threw ${name}: ${message.replace(/\.$/, '')}.`,
    cause,
  });
}

const misreadings = /is not (a function|iterable)|cannot (read|set|destructure)|unusable|already|locked|uint8array/i;

function misreadError(label: string, cause: TypeError): RuncrateError {
  return new RuncrateError({
    message: `${label} received a Response that can’t be read: ${cause.message.replace(/\.$/, '')}.`,
    cause,
    hint: 'Return a new Response for each request, such as `Response.json({})`.',
  });
}

/** What is read from the platform's network error. */
interface NetworkError {
  /** `ECONNREFUSED`. */
  readonly code: string | undefined;
  /** The connection was never made, so nothing was sent. Unknown kinds count as sent. */
  readonly unsent: boolean;
  /** The error to throw instead, if the platform's `fetch` timed out before `timeout`. */
  readonly timeout: TimeoutError | undefined;
  /** The status with which a proxy refused to connect. */
  readonly proxy?: number | undefined;
  /** The connection had carried a response before. Only undici tells, and of an orderly close only. */
  readonly wasKept?: boolean;
}

/** Reads an error and its causes. */
export function readNetworkError(error: unknown, label: string, phase: 'headers' | 'body'): NetworkError {
  let code: string | undefined;
  let wasKept = false;
  for (const cause of causesOf(error) as Iterable<Cause>) {
    code = cause.code ?? code;
    wasKept ||= (cause.socket?.bytesRead ?? 0) > 0;
    if (cause.code !== undefined && timeoutCodes.has(cause.code)) {
      return { code, unsent: false, timeout: fetchTimeoutError(error, label, phase) };
    }
    if (isWhileConnecting(cause)) {
      return { code: cause.code, unsent: true, timeout: undefined, proxy: proxyStatus(cause) };
    }
  }
  return { code, unsent: false, timeout: undefined, wasKept };
}

/** The error of a fetch that timed out before `timeout`: 300 s without headers, or between two chunks of a body. */
function fetchTimeoutError(cause: unknown, label: string, phase: 'headers' | 'body'): TimeoutError {
  return new TimeoutError({
    message: `${label} took longer than Node's own fetch waits ${phase === 'headers' ? 'for a response' : 'between two chunks'}.`,
    cause,
    hint: 'Node’s fetch times out after 300 s, whatever `timeout` is. Stream the response, or pass a `fetch` that waits longer.',
  });
}

interface Cause extends ProxyCause {
  readonly syscall?: string;
  readonly errors?: readonly Cause[];
  /** Of undici: the connection over its whole life. */
  readonly socket?: { readonly bytesRead?: number } | null;
}

function isWhileConnecting(cause: Cause): boolean {
  const { code, message, syscall, errors } = cause;
  // A host with several addresses is tried at each of them.
  if (errors !== undefined && errors.length > 0) return errors.every(isWhileConnecting);
  // The Fetch standard blocks some ports, and its error has no code.
  if (code === undefined && message === 'bad port') return true;
  if (isRefusedByProxy(cause)) return true;
  // Deno has no codes.
  if (/client error \(Connect\)/.test(message ?? '')) return true;
  // Hosts can also become unreachable later; the system call shows the difference.
  return (code !== undefined && connectCodes.has(code)) || syscall === 'connect' || syscall === 'getaddrinfo';
}
