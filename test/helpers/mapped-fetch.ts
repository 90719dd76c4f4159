/** The header with the host that a request was for. */
export const hostHeader = 'x-test-host';

/** Real requests to one server, whatever their https host: the host is sent in a header. */
export function mappedFetch(serverUrl: () => string): typeof fetch {
  return (input, init) => {
    const { host, protocol, pathname, search } = new URL(input as string);
    if (protocol !== 'https:') throw new Error(`Nothing may be sent to ${protocol}`);
    const headers = new Headers(init?.headers);
    headers.set(hostHeader, host);
    return fetch(serverUrl() + pathname + search, { ...init, headers });
  };
}
