import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A browser's question before a request that a page of another origin may not send unasked (Fetch standard, CORS). */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && isFromPage(headers) && headers['access-control-request-method'] !== undefined;
}

/** Every method and header is allowed. `*` would not include `Authorization`, so that the names are repeated. */
export function preflightHeaders({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const names = headers['access-control-request-headers'];
  return {
    ...corsHeaders(headers),
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    ...(names !== undefined && { 'access-control-allow-headers': names }),
    // Chrome asks this too if the page is public, since the mock is on the user's own computer.
    ...('access-control-request-private-network' in headers && { 'access-control-allow-private-network': 'true' }),
    vary: 'access-control-request-headers, access-control-request-private-network',
  };
}

/** With these headers a page of any origin may read the response and its headers. */
export function corsHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  return isFromPage(headers) ? { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' } : {};
}

function isFromPage({ origin }: IncomingHttpHeaders): boolean {
  return origin !== undefined;
}
