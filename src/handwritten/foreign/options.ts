import type { CommonOptions } from '../core/options/client-options.js';
import type { BasicAuth, Token } from './api.js';

/** The options that a generated `createClient` takes of every document. */
export interface ApiOptions extends CommonOptions {
  /** Timeout of one attempt in seconds, including the response body; for a stream, the longest time without data. Default: 60. */
  readonly timeout?: number | undefined;
  /** Headers for every request, to each server of the document; `null` removes one that the client would send. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
}

/** Those that are typed by the document. */
export interface GivenOptions extends ApiOptions {
  readonly baseUrl?: string | undefined;
  readonly servers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly variables?: Readonly<Record<string, string | undefined>> | undefined;
  readonly auth?: Readonly<Record<string, Token | BasicAuth | undefined>> | undefined;
}
