import type { Call } from '../request/call.js';
import type { MeteredCall } from '../options/metering.js';
import type { PacedResponse } from '../options/pacing.js';
import type { Platform } from '../../platform/platform.js';
import type { AttemptScope } from '../response/attempt-scope.js';
import type { Config } from '../options/config.js';
import type { RateLimit } from './rate-limit.js';
import type { Redact } from '../options/credentials.js';
import type { Transport } from '../operation/operation.js';

/** A server with replicas may not find at once what it has just created. */
export const createLagMs = 60_000;

/** What the attempts of all calls share. */
export interface TransportContext extends Transport {
  readonly config: Config;
  readonly platform: Platform;
  /** Origins that redirect to their www counterpart, and that counterpart. */
  readonly movedTo: Map<string, string>;
  /** When this client created what has this id, for `createLagMs`. */
  readonly createdAt: ReadonlyMap<unknown, number>;
  /** Removes the key that was used last. */
  redact: Redact;
  /** Decides when an attempt goes out, if the caller wants that. */
  readonly turns?: Turns | undefined;
  /** The rate limit of a server. */
  limitOf(origin: string): RateLimit;
  /** The scope of one attempt, which is aborted when the client is closed. */
  newScope(signal: AbortSignal | undefined): AttemptScope;
  /** Waits for work that sends nothing; rejects when the signal is aborted or the client closed. */
  race<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T>;
  /** Waits; rejects when the signal is aborted or the client closed. */
  sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void>;
}

/** The pacer of a client, as the transport uses it. What is behind it is loaded with the first call. */
export interface Turns {
  /** Whether it alone decides about rate limits. */
  readonly observes: boolean;
  /** Waits until an attempt may go. */
  take(call: Call, attempt: number, context: TransportContext, metered?: MeteredCall): Turn | Promise<Turn>;
  observe(server: string, response: PacedResponse, release: (() => void) | undefined): void;
}

/** What an attempt has waited for. */
export interface Turn {
  readonly waitedMs: number;
  /** Called when the attempt is over. */
  readonly release: () => void;
}
