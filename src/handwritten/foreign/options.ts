import type { Fetch } from '../core/options/client-options.js';
import type { Logger, LogLevel } from '../core/options/log.js';
import type { BasicAuth, Token } from './api.js';

/** The options that a generated `createClient` takes of every document. */
export interface ApiOptions {
  /** Timeout of one attempt in seconds, including the response body; for a stream, the longest time without data. Default: 60. */
  readonly timeout?: number | undefined;
  /** Retries after the first attempt, for failures where a retry is safe. Default: 3. */
  readonly maxRetries?: number | undefined;
  /** The longest delay before a retry, in seconds, that a server may ask for. Default: 60. */
  readonly maxRetryAfter?: number | undefined;
  /** Headers for every request, to each server of the document; `null` removes one that the client would send. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
  /** Replaces the platform's `fetch`, for a proxy, a client certificate or a test. */
  readonly fetch?: Fetch | undefined;
  /** Whether strings that look like paths are read as files. Set it to `false` if such strings are untrusted input. Default: true. */
  readonly localFiles?: boolean | undefined;
  /** Receives the log. Default: `console`. */
  readonly logger?: Logger | undefined;
  /** How much is logged. Default: `warn`. */
  readonly logLevel?: LogLevel | undefined;
}

/** Those that are typed by the document. */
export interface GivenOptions extends ApiOptions {
  readonly baseUrl?: string | undefined;
  readonly servers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly variables?: Readonly<Record<string, string | undefined>> | undefined;
  readonly auth?: Readonly<Record<string, Token | BasicAuth | undefined>> | undefined;
}
