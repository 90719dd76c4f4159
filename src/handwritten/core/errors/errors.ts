/** One attempt of a call that failed. */
export interface Attempt {
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** What went wrong, where it is no status: there was no answer, or one that could not be read. */
  readonly cause?: string | undefined;
  /** The wait before this attempt, in milliseconds. */
  readonly delayMs: number;
  /** How long it took, in milliseconds. */
  readonly durationMs: number;
  /** The server's id of the request, where it sent one. */
  readonly requestId?: string | undefined;
}

/** What every error of the SDK is made of. */
export interface ErrorInit {
  /** What went wrong. */
  readonly message: string;
  /** The error that led to this one. */
  readonly cause?: unknown;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** A link to where it is explained. */
  readonly docsUrl?: string | undefined;
  /** Whether the call may have taken effect all the same. */
  readonly outcomeUnknown?: boolean | undefined;
}

const documentation = 'https://www.npmjs.com/package/@runcrate/sdk';

/** A link to a heading of the README. */
export function docsUrl(anchor: string): string {
  return `${documentation}#${anchor}`;
}

/** The root of every error that the SDK makes. An abort by the caller is no such error: it rejects with the signal's reason. */
export class RuncrateError extends Error {
  /** The name of the class. */
  declare readonly name: string;
  /** Our advice, where there is some. The message is the server's own. */
  declare hint?: string;
  /** A link to the part of the README that explains this error. */
  declare docsUrl?: string;
  /** True where the call may have taken effect, or been billed, though no answer says so. */
  declare outcomeUnknown: boolean;
  /** Every attempt of the call, in order. Empty where nothing was sent. */
  attempts: readonly Attempt[] = [];

  static {
    brand(this, 'RuncrateError');
  }

  /** Made by the SDK; by a program only where its tests need one. */
  constructor(init: ErrorInit | string) {
    const { message, cause, hint, docsUrl, outcomeUnknown }: ErrorInit =
      typeof init === 'string' ? { message: init } : init;
    super(message, cause === undefined ? undefined : { cause });
    // A class may have a link of its own for where none is given.
    const link = docsUrl ?? this.docsUrl;
    if (hint !== undefined) this.hint = hint;
    if (link !== undefined) this.docsUrl = link;
    this.outcomeUnknown = outcomeUnknown ?? false;
  }

  /** `instanceof` holds across two copies of the package, as when one is loaded by `import` and one by `require`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const own = Object.getOwnPropertyDescriptor(this, 'brand')?.value as symbol | undefined;
    if (own === undefined) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && own in value;
  }

  /** Safe to log: no headers, no key. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}

/** No answer: the connection could not be made, or was lost. The platform's error is the `cause`. */
export class ConnectionError extends RuncrateError {
  declare readonly name: 'ConnectionError';
  static {
    brand(this, 'ConnectionError', docsUrl('errors'));
  }
}

/** No answer in time: the attempt took longer than `timeout`, a stream was silent for so long, or a wait reached `maxWait`. */
export class TimeoutError extends RuncrateError {
  declare readonly name: 'TimeoutError';
  static {
    brand(this, 'TimeoutError', docsUrl('timeouts-and-aborts'));
  }
}

/** An answer that is not what the API promises: no JSON, a web page, a field that must be there, a redirect, a broken event. */
export class InvalidResponseError extends RuncrateError {
  declare readonly name: 'InvalidResponseError';
  /** The HTTP status of the answer. */
  declare readonly statusCode: number;
  static {
    brand(this, 'InvalidResponseError', docsUrl('errors'));
  }

  /** Made by the SDK; by a program only where its tests need one. */
  constructor(init: ErrorInit & { readonly statusCode: number }) {
    super(init);
    this.statusCode = init.statusCode;
  }
}

/** A stream that ended without `[DONE]` and without a finish reason. What had arrived is in `partial`. */
export class StreamTruncatedError<Partial = unknown> extends RuncrateError {
  declare readonly name: 'StreamTruncatedError';
  /** What had arrived, assembled. */
  declare readonly partial: Partial;
  static {
    brand(this, 'StreamTruncatedError', docsUrl('streaming'));
  }

  /** Made by the SDK; by a program only where its tests need one. */
  constructor(init: ErrorInit & { readonly partial: Partial }) {
    super(init);
    this.partial = init.partial;
  }

  /** Without what had arrived: it was written for the user. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), partial: undefined };
  }
}

/** Adds advice to what an error says already. */
export function advise(error: RuncrateError, ...advice: readonly string[]): void {
  const hint = [error.hint, ...advice].filter((text) => text !== undefined).join(' ');
  if (hint) error.hint = hint;
}

/**
 * Gives a class its name, its brand and, if it has one, the link for those of its errors that name no other; all on
 * the prototype so that they don't show as fields of each error.
 */
export function brand(errorClass: { readonly prototype: object }, name: string, link?: string): void {
  const symbol = Symbol.for(`@runcrate/sdk/${name}`);
  const define = (target: object, key: PropertyKey, value: unknown): unknown =>
    Object.defineProperty(target, key, { value, writable: true });
  define(errorClass, 'brand', symbol);
  define(errorClass.prototype, symbol, true);
  define(errorClass.prototype, 'name', name);
  if (link !== undefined) define(errorClass.prototype, 'docsUrl', link);
}
