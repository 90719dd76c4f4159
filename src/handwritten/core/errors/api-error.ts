import { brand, docsUrl, RuncrateError, type ErrorInit } from './errors.js';
import { truncateDepth } from './truncate.js';

/** What an `ApiError` is made of. */
export interface ApiErrorInit extends ErrorInit {
  /** HTTP status. */
  readonly statusCode: number;
  /** The API's machine-readable code. */
  readonly code?: string | undefined;
  /** The API's structured details. */
  readonly details?: unknown;
  /** The kind of error that the inference API names. */
  readonly type?: string | undefined;
  /** The server's id of the request. */
  readonly requestId?: string | undefined;
  /** Headers of the answer. */
  readonly headers?: Headers | undefined;
  /** Seconds after which the server asks to be called again. */
  readonly retryAfter?: number | undefined;
}

/** The server answered with an error. `message` is its own text, untouched. */
export class ApiError extends RuncrateError {
  /** The name of the class. */
  declare readonly name: string;
  /** HTTP status. */
  declare readonly statusCode: number;
  /** The API's machine-readable code, such as `not_found`. */
  declare readonly code: string | undefined;
  /** The API's structured details, with keys as on the wire. */
  declare readonly details: unknown;
  /** The kind of error that the inference API names, such as `invalid_request_error`. */
  declare readonly type: string | undefined;
  /** The server's id of the request, where it sends one. */
  declare readonly requestId: string | undefined;
  /** Headers of the answer. */
  declare readonly headers: Headers;
  /** Seconds after which the server asks to be called again. */
  declare readonly retryAfter: number | undefined;
  static {
    brand(this, 'ApiError', docsUrl('errors'));
  }

  /** Made by the SDK; by a program only where its tests need one. */
  constructor(init: ApiErrorInit) {
    super(init);
    const { statusCode, code, details, type, requestId, headers = new Headers(), retryAfter } = init;
    Object.assign(this, { statusCode, code, details, type, requestId, headers, retryAfter });
    // Headers are long and rarely the cause: they stay readable, but out of `console.log(error)`.
    Object.defineProperty(this, 'headers', { enumerable: false });
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), details: truncateDepth(this.details) };
  }
}

/** 400: a parameter is missing or wrong. */
export class BadRequestError extends ApiError {
  declare readonly name: 'BadRequestError';
  static {
    brand(this, 'BadRequestError');
  }
}

/** 401: the key is missing, wrong or deactivated. */
export class AuthenticationError extends ApiError {
  declare readonly name: 'AuthenticationError';
  static {
    brand(this, 'AuthenticationError');
  }
}

/** 402: the workspace has too few credits. */
export class InsufficientCreditsError extends ApiError {
  declare readonly name: 'InsufficientCreditsError';
  static {
    brand(this, 'InsufficientCreditsError');
  }
}

/** 403: the key may not do this. */
export class PermissionDeniedError extends ApiError {
  declare readonly name: 'PermissionDeniedError';
  static {
    brand(this, 'PermissionDeniedError');
  }
}

/** 404: the API knows no such thing, or the key may not see it. */
export class NotFoundError extends ApiError {
  declare readonly name: 'NotFoundError';
  static {
    brand(this, 'NotFoundError');
  }
}

/** 409: it clashes with something that exists. */
export class ConflictError extends ApiError {
  declare readonly name: 'ConflictError';
  static {
    brand(this, 'ConflictError');
  }
}

/** 422: the parameters don't fit, such as one that the model does not know. */
export class UnprocessableEntityError extends ApiError {
  declare readonly name: 'UnprocessableEntityError';
  static {
    brand(this, 'UnprocessableEntityError');
  }
}

/** 429: too many requests. `retryAfter` says when to come back. */
export class RateLimitError extends ApiError {
  declare readonly name: 'RateLimitError';
  static {
    brand(this, 'RateLimitError');
  }
}

/** 500 and every other 5xx: the server failed. */
export class InternalServerError extends ApiError {
  declare readonly name: 'InternalServerError';
  static {
    brand(this, 'InternalServerError');
  }
}

/** The codes of facts.md 5, and those that OpenAI has for the same: a stream has no status of its own. */
const errorClasses: readonly (readonly [status: number, errorClass: typeof ApiError, codes: string])[] = [
  [400, BadRequestError, 'bad_request invalid_request_error'],
  [401, AuthenticationError, 'unauthorized invalid_api_key'],
  [402, InsufficientCreditsError, 'insufficient_credits insufficient_quota'],
  [403, PermissionDeniedError, 'forbidden'],
  [404, NotFoundError, 'not_found'],
  [409, ConflictError, 'conflict'],
  [422, UnprocessableEntityError, 'validation_error'],
  [429, RateLimitError, 'rate_limited rate_limit_exceeded'],
  [500, InternalServerError, 'internal_error server_error'],
];

/** The class of a status: one of its own, else by its hundred. */
export function errorClassOf(status: number): typeof ApiError {
  const own = errorClasses.find(([known]) => known === status);
  return own?.[1] ?? (status >= 500 ? InternalServerError : ApiError);
}

/** The status that the code of an error is, or is the name of. */
export function statusOfCode(code = ''): number | undefined {
  const status = Number(code);
  if (status >= 400 && status < 600) return status;
  return errorClasses.find(([, , codes]) => codes.split(' ').includes(code.toLowerCase()))?.[0];
}
