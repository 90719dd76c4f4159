/** The server's id of a request. No source names the header (facts.md 1), so the two that are common are read. */
export function requestIdOf(headers: Headers): string | undefined {
  return headers.get('x-request-id') ?? headers.get('request-id') ?? undefined;
}
