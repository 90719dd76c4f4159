import type { Check } from './check.js';
import type { Operation, RequestOptions } from '../operation/operation.js';

/** Counts what calls use. `UsageMeter` of `@runcrate/sdk/usage` is one. */
export interface Meter {
  /**
   * Called before a call is checked and sent. What it throws refuses the call.
   *
   * @param operation - Method, path, server and retry class of the call.
   * @param args - The caller's parameters.
   * @param options - The caller's request options.
   */
  start(operation: MeteredOperation, args: unknown, options: RequestOptions): MeteredCall;
}

/** What a meter knows of an operation. */
export type MeteredOperation = Pick<Operation, 'method' | 'path' | 'server' | 'retry'>;

/** A call that a meter counts. */
export interface MeteredCall {
  /** The parameters to send. */
  readonly args: unknown;
  /** Called before a call is sent that has waited for its turn. What it throws refuses the call. */
  check?(): void;
  /**
   * Called once, when the call has its answer, or has failed.
   *
   * @param answer - The decoded answer, null if it is empty; undefined if the call failed.
   * @param attempts - How many requests were sent.
   * @param isOpen - Whether an attempt may have been carried out, and billed, although it failed.
   */
  end(answer: unknown, attempts: number, isOpen: boolean): void;
}

export const meterProblem: Check = (value) =>
  typeof (value as Partial<Meter> | null)?.start === 'function' ? undefined : 'must be a `UsageMeter`';
