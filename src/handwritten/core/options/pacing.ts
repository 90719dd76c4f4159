import type { Check } from './check.js';

/** How many requests go out, and when. Each has a default; all of them may be combined. */
export interface PacingSettings {
  /** The most requests a minute to one server. Default: what the headers of its responses say, or what it takes. */
  readonly requestsPerMinute?: number | undefined;
  /** The most requests in flight to one server; a stream is in flight until it ends. Default: no limit. */
  readonly maxConcurrency?: number | undefined;
  /**
   * The most calls that wait for one server; one more is refused by an error, before it is sent.
   * @defaultValue 10_000
   */
  readonly maxQueue?: number | undefined;
}

/** What a pacer may know of a request. */
export interface PacedRequest {
  /** The request option `priority`: the higher, the sooner. */
  readonly priority: number;
  /** 1 for the first attempt of a call. */
  readonly attempt: number;
}

/** What a response says of the limit. */
export interface PacedResponse {
  /** The HTTP status. */
  readonly status: number;
  /** The headers. */
  readonly headers: Headers;
}

/** Decides when a request goes out. Several processes share a limit by one whose state they share. */
export interface Pacer {
  /**
   * Resolves when the request may be sent, to what is called when it is over. It is called for each attempt, and rejects
   * if the request must not be sent.
   *
   * @param server - The origin of the server: `https://api.runcrate.ai`.
   * @param cost - How much of the limit the request takes: 1.
   * @param signal - Aborted when nobody waits any longer: by the caller, or as the client is closed.
   * @param request - Priority and number of the attempt.
   */
  reserve(server: string, cost: number, signal: AbortSignal, request: PacedRequest): Promise<() => void>;
  /**
   * Learns from a response, once its headers have arrived. With it, the pacer alone decides about rate limits: the
   * client itself then holds no call.
   *
   * @param server - The origin of the server.
   * @param response - Status and headers.
   * @param release - What `reserve` has resolved to for this request.
   */
  observe?(server: string, response: PacedResponse, release: (() => void) | undefined): void;
}

/** The option `pacing`. */
export type Pacing = 'auto' | PacingSettings | Pacer;

export const pacingProblem: Check = (value) =>
  value === 'auto' || (typeof value === 'object' && value !== null) ? undefined : 'must be "auto", settings or a pacer';
