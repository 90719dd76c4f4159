import { checkOptions, functionProblem, maxRetriesProblem, secondsProblem, type Check } from './check.js';
import { environmentProblem } from './environment.js';
import { headersProblem } from './headers.js';
import { isRecord } from '../json-object.js';
import type { RequestOptions } from '../operation/operation.js';

const recordProblem: Check = (value) => (isRecord(value) ? undefined : 'must be a plain object');

/** All request options, each with its check. */
export const requestChecks: Readonly<Record<keyof RequestOptions, Check>> = {
  signal: (signal) => (isSignal(signal) ? undefined : 'must be an AbortSignal, such as `new AbortController().signal`'),
  timeout: secondsProblem,
  maxRetries: maxRetriesProblem,
  headers: headersProblem,
  environment: environmentProblem,
  idempotencyKey: (key) =>
    typeof key === 'string' && /^[\u0021-\u007e]{1,255}$/.test(key)
      ? undefined
      : 'must be a string of 1 to 255 visible ASCII characters',
  extraQuery: recordProblem,
  extraBody: recordProblem,
  priority: (value) => (Number.isFinite(value) ? undefined : 'must be a number'),
  onResponse: functionProblem,
};

/** Checks the last argument of a method, before anything is sent. */
export function checkRequestOptions(options: RequestOptions, checks = requestChecks): RequestOptions {
  checkOptions(options, checks, 'The last argument of a call');
  return options;
}

/** The signal of unchecked options: from JavaScript, they may be null, and the signal may be anything. */
export function signalOf(options: RequestOptions | null): AbortSignal | undefined {
  const signal: unknown = options?.signal;
  return isSignal(signal) ? signal : undefined;
}

/** By shape: a signal of another realm or of a polyfill is valid too. */
function isSignal(signal: unknown): signal is AbortSignal {
  const { aborted, addEventListener } = (signal ?? {}) as Partial<AbortSignal>;
  return typeof aborted === 'boolean' && typeof addEventListener === 'function';
}
