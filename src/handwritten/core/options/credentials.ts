/** Removes the credentials from a string of a server: some servers echo the request headers. */
export type Redact = (text: string) => string;

/** What authorizes the requests of one attempt. */
export interface Credentials {
  /** Adds what is sent in headers. Their names are in lower case. */
  readonly authorize: (headers: Record<string, string>) => void;
  /** What is sent in the query, encoded: `key=…`. Never of this API, but of others (src/runtime.ts). */
  readonly query?: string;
  readonly redact: Redact;
}

/** Of a request that needs none. */
export const noCredentials: Credentials = { authorize: () => undefined, redact: (text) => text };

/** The key of this API. */
export function bearer(key: string): Credentials {
  return {
    authorize: (headers) => (headers['authorization'] = `Bearer ${key}`),
    redact: (text) => text.replaceAll(key, 'rc_live_***'),
  };
}
