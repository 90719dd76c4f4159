/** What a proxy's refusal is read from. */
export interface ProxyCause {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** Of Node's own agent. */
  readonly statusCode?: number | undefined;
  /** Of Bun. */
  readonly status?: number | undefined;
}

/** The words of undici (Node's fetch too), Deno and the recipe of this package: none of them has a code of its own. */
const refusal = /\bproxy (response \(|authentication required|\S+ responded with status )/i;

/** Whether it is the error of a proxy that opened no tunnel: nothing was left for the API. */
export function isRefusedByProxy({ code = '', message = '' }: ProxyCause): boolean {
  return /^(ERR_PROXY_TUNNEL$|UND_ERR_(PRX|SOCKS5)_)/.test(code) || refusal.test(message);
}

/** The status of the proxy's response. */
export function proxyStatus(cause: ProxyCause): number | undefined {
  if (!isRefusedByProxy(cause)) return undefined;
  const { message = '', statusCode, status = statusCode } = cause;
  if (status !== undefined) return status;
  const [, digits] = /(?:\(|status )(\d{3})\b/.exec(message) ?? [];
  return Number(digits ?? (/authentication required/i.test(message) ? 407 : 0)) || undefined;
}

/** A proxy that is busy, or can't reach the API, may open the next tunnel; another refusal is its last word. */
export function isProxyFinal(status: number): boolean {
  return status < 500 && status !== 408 && status !== 429;
}

/** The fix for a refusal. */
export function proxyHint(status: number): string {
  if (status === 407) return 'Put a valid user name and password in the URL of the proxy.';
  return isProxyFinal(status) ? 'The proxy must allow this host.' : 'The proxy can’t reach the API, or is overloaded.';
}
