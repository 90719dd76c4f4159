import type { Logger, LogLevel } from './log.js';
import type { Meter } from './metering.js';
import type { Pacing } from './pacing.js';

/**
 * The `fetch` of a platform, of a package such as undici or node-fetch, or of a test. It is called with a string.
 *
 * Packages have a `RequestInit` of their own. That the second member has two signatures, of which one is generic, keeps
 * this type from giving types to the parameters of a function that is written in place.
 */
export type Fetch =
  | ((url: string, init?: RequestInit) => Promise<FetchResponse>)
  | { (url: string): Promise<FetchResponse>; <_>(url: string): Promise<FetchResponse> };

/** What is read of a Response, and of its `body` what streams need. */
export interface FetchResponse {
  /** Whether the status is 200 to 299. */
  readonly ok: boolean;
  /** The status code. */
  readonly status: number;
  /** The text of the status, which may be empty. */
  readonly statusText: string;
  /** The headers. */
  readonly headers: FetchHeaders;
  /** Reads the body as text. */
  text(): Promise<string>;
  /** Reads the body as bytes. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What is read of the headers of a response. */
export interface FetchHeaders {
  /** The value of a header, by a name in any case; null without one. */
  get(name: string): string | null;
  /** Calls a function with each header. */
  forEach(take: (value: string, name: string) => void): void;
}

/** The options of `new Runcrate({ … })`. All but the API key have a default. */
export interface RuncrateOptions {
  /**
   * The API key, `rc_live_…`, or a function that returns it and is called before each attempt.
   * @defaultValue the environment variable `RUNCRATE_API_KEY`
   */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined;
  /**
   * The URL of the infrastructure API. `/api/v1` is appended unless the URL ends with it.
   * @defaultValue the environment variable `RUNCRATE_BASE_URL`, else `https://runcrate.ai`
   */
  readonly baseUrl?: string | undefined;
  /**
   * The URL of the inference API. `/v1` is appended unless the URL ends with it.
   * @defaultValue the environment variable `RUNCRATE_INFERENCE_URL`, else `https://api.runcrate.ai`
   */
  readonly inferenceUrl?: string | undefined;
  /**
   * Timeout of one attempt in seconds, including the response body; for a stream, the longest time without data.
   * @defaultValue 30 for infrastructure, 120 for inference
   */
  readonly timeout?: number | undefined;
  /**
   * Retries after the first attempt, for failures where a retry is safe. With 0, no call waits for a rate limit either.
   * @defaultValue 3
   */
  readonly maxRetries?: number | undefined;
  /**
   * The longest delay before a retry, in seconds, that a server may ask for; with a longer one, the call fails at once. A
   * time of the server's clock may be 5 seconds later.
   * @defaultValue 60
   */
  readonly maxRetryAfter?: number | undefined;
  /**
   * Spreads the requests over the rate limit, in place of retries after it: `'auto'` learns the limit from the responses.
   * One for all clients made by `withOptions`, unless this option is among those. Default: requests go out at once.
   */
  readonly pacing?: Pacing | undefined;
  /**
   * Counts what the calls use: a `UsageMeter` of `@runcrate/sdk/usage`. Several clients may have the same one. Default:
   * nothing is counted.
   */
  readonly usage?: Meter | undefined;
  /**
   * Headers for every request to the API; `null` removes one that the client would send, such as `Idempotency-Key`
   * where a server's CORS headers do not allow it.
   */
  readonly customHeaders?: Readonly<Record<string, string | null>> | undefined;
  /** The environment of instances and storage. Default: the workspace's default, usually `main`. */
  readonly environment?: string | undefined;
  /** Replaces the platform's `fetch`, for a proxy, a private certificate authority or a test. */
  readonly fetch?: Fetch | undefined;
  /**
   * Whether strings that look like paths are read as files. Set it to `false` if such strings are untrusted input.
   * @defaultValue true
   */
  readonly localFiles?: boolean | undefined;
  /**
   * Receives the log.
   * @defaultValue `console`
   */
  readonly logger?: Logger | undefined;
  /**
   * How much is logged.
   * @defaultValue 'warn'
   */
  readonly logLevel?: LogLevel | undefined;
  /**
   * Allows use in a browser, where every visitor can read the key.
   * @defaultValue false
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** The options that clients of other APIs take too. */
export type CommonOptions = Pick<
  RuncrateOptions,
  'maxRetries' | 'maxRetryAfter' | 'fetch' | 'localFiles' | 'logger' | 'logLevel'
>;
