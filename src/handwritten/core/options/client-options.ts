import type { Logger, LogLevel } from './log.js';

/** What `new Runcrate({ … })` takes. Everything has a default but the key. */
export interface RuncrateOptions {
  /**
   * The API key, `rc_live_…`, or a function that gives it and is asked before each attempt.
   * @defaultValue the environment variable `RUNCRATE_API_KEY`
   */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined;
  /**
   * The infrastructure API. `/api/v1` is appended unless the URL ends so.
   * @defaultValue the environment variable `RUNCRATE_BASE_URL`, else `https://runcrate.ai`
   */
  readonly baseUrl?: string | undefined;
  /**
   * The inference API. `/v1` is appended unless the URL ends so.
   * @defaultValue the environment variable `RUNCRATE_INFERENCE_URL`, else `https://api.runcrate.ai`
   */
  readonly inferenceUrl?: string | undefined;
  /**
   * Seconds for one attempt, its body included; for a stream, the longest silence.
   * @defaultValue 30 for infrastructure, 120 for inference
   */
  readonly timeout?: number | undefined;
  /**
   * Repeats after the first attempt, where repeating is safe.
   * @defaultValue 3
   */
  readonly maxRetries?: number | undefined;
  /**
   * The longest wait, in seconds, that a server may ask for; a longer one fails at once.
   * @defaultValue 60
   */
  readonly maxRetryAfter?: number | undefined;
  /** Headers for every request to the API. */
  readonly customHeaders?: Readonly<Record<string, string>> | undefined;
  /** The environment that instances and storage are in. Default: the workspace's own default, usually `main`. */
  readonly environment?: string | undefined;
  /** Replaces the platform's `fetch`: a proxy, a private certificate authority, a test. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Whether texts that look like paths are read as files. Set it to `false` where such texts come from strangers.
   * @defaultValue true
   */
  readonly localFiles?: boolean | undefined;
  /**
   * Where the log goes.
   * @defaultValue `console`
   */
  readonly logger?: Logger | undefined;
  /**
   * How much is logged.
   * @defaultValue 'warn'
   */
  readonly logLevel?: LogLevel | undefined;
  /**
   * Allows use in a web page, where every visitor can read the key.
   * @defaultValue false
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}
