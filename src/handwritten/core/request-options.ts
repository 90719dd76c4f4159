import { checkMaxRetries, checkOptionNames, checkSeconds } from './check.js';
import { checkEnvironment } from './environment.js';
import { RuncrateError } from './errors.js';
import { checkHeaders } from './headers.js';
import type { RequestOptions } from './operation.js';

const optionNames = {
  signal: true,
  timeout: true,
  maxRetries: true,
  headers: true,
  environment: true,
  idempotencyKey: true,
  extraQuery: true,
  extraBody: true,
  onResponse: true,
} as const satisfies Record<keyof RequestOptions, true>;

/** Checks the last argument of a method, before anything is sent. */
export function checkRequestOptions(options: RequestOptions): RequestOptions {
  checkOptionNames(options, optionNames, 'The options of a call');
  const { signal, timeout, maxRetries, headers, environment, idempotencyKey, extraQuery, extraBody, onResponse } =
    options;
  if (signal !== undefined) checkSignal(signal);
  if (timeout !== undefined) checkSeconds('timeout', timeout);
  if (maxRetries !== undefined) checkMaxRetries(maxRetries);
  if (headers !== undefined) checkHeaders(headers, '`headers`');
  if (environment !== undefined) checkEnvironment(environment);
  if (idempotencyKey !== undefined) checkIdempotencyKey(idempotencyKey);
  if (extraQuery !== undefined) checkRecord('extraQuery', extraQuery);
  if (extraBody !== undefined) checkRecord('extraBody', extraBody);
  if (onResponse !== undefined && typeof onResponse !== 'function') {
    throw new RuncrateError('`onResponse` must be a function.');
  }
  return options;
}

/** The signal of options that are not checked yet: from JavaScript, they may be null, and the signal be none. */
export function signalOf(options: RequestOptions | null): AbortSignal | undefined {
  const signal: unknown = options?.signal;
  return isSignal(signal) ? signal : undefined;
}

/** By shape: a signal of another realm, or of a polyfill, is as good. */
function isSignal(signal: unknown): signal is AbortSignal {
  const { aborted, addEventListener } = (signal ?? {}) as Partial<AbortSignal>;
  return typeof aborted === 'boolean' && typeof addEventListener === 'function';
}

function checkSignal(signal: unknown): void {
  if (isSignal(signal)) return;
  throw new RuncrateError('`signal` must be an AbortSignal, such as `new AbortController().signal`.');
}

function checkIdempotencyKey(key: unknown): void {
  if (typeof key === 'string' && /^[\u0021-\u007e]{1,255}$/.test(key)) return;
  throw new RuncrateError('`idempotencyKey` must be a text of 1 to 255 visible ASCII characters, without spaces.');
}

function checkRecord(name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  throw new RuncrateError(`\`${name}\` must be a plain object.`);
}
