import { brand, docsUrl, RuncrateError, type ErrorInit } from './errors.js';
import { truncateDepth } from './truncate.js';

/** The fields of an `ApiError`, for its constructor. */
export interface ApiErrorInit extends ErrorInit {
  /** HTTP status. */
  readonly statusCode: number;
  /** The API's machine-readable code. */
  readonly code?: string | undefined;
  /** The API's structured details. */
  readonly details?: unknown;
  /** The error type of the inference API. */
  readonly type?: string | undefined;
  /** The parameter that the error is about. */
  readonly param?: string | undefined;
  /** The server's request id. */
  readonly requestId?: string | undefined;
  /** Response headers. */
  readonly headers?: Headers | undefined;
  /** Seconds to wait before a retry, as the server asks in `Retry-After` or `X-RateLimit-Reset`. */
  readonly retryAfter?: number | undefined;
}

/** The API returned an error. `message` is the server's own, unchanged. */
export class ApiError extends RuncrateError {
  /** The name of the class. */
  declare readonly name: string;
  /** HTTP status. */
  declare readonly statusCode: number;
  /** The API's machine-readable code, such as `not_found`. */
  declare readonly code: string | undefined;
  /**
   * The API's structured details, with keys as on the wire. They include the other fields of the error, such as the
   * `n_ctx` of a prompt that is too long: what no field of this class has.
   */
  declare readonly details: unknown;
  /** The error type of the inference API, such as `invalid_request_error`. */
  declare readonly type: string | undefined;
  /** The parameter that the error is about, if the server names it as OpenAI does: `messages[0].role`. */
  declare readonly param: string | undefined;
  /** The server's request id, if it sends one. */
  declare readonly requestId: string | undefined;
  /** Response headers. */
  declare readonly headers: Headers;
  /** Seconds to wait before a retry, as the server asks in `Retry-After` or `X-RateLimit-Reset`. */
  declare readonly retryAfter: number | undefined;
  static {
    brand(this, 'ApiError', docsUrl('errors'));
  }

  /** Created by the SDK. Construct one yourself only in tests. */
  constructor(init: ApiErrorInit) {
    super(init);
    const { statusCode, code, details, type, param, requestId, headers = new Headers(), retryAfter } = init;
    Object.assign(this, { statusCode, code, details, type, param, requestId, headers, retryAfter });
    // Headers are long and rarely the cause: they can be read, but don't show in `console.log(error)`.
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

/** 403: the key has no permission for this request. */
export class PermissionDeniedError extends ApiError {
  declare readonly name: 'PermissionDeniedError';
  static {
    brand(this, 'PermissionDeniedError');
  }
}

/** 404: the resource does not exist, or the key has no access to it. */
export class NotFoundError extends ApiError {
  declare readonly name: 'NotFoundError';
  static {
    brand(this, 'NotFoundError');
  }
}

/** 409: the request conflicts with an existing resource. */
export class ConflictError extends ApiError {
  declare readonly name: 'ConflictError';
  static {
    brand(this, 'ConflictError');
  }
}

/** 422: a parameter is not valid, such as one that the model does not support. */
export class UnprocessableEntityError extends ApiError {
  declare readonly name: 'UnprocessableEntityError';
  static {
    brand(this, 'UnprocessableEntityError');
  }
}

/** 429: too many requests. `retryAfter` is the number of seconds to wait, if the server sends it. */
export class RateLimitError extends ApiError {
  declare readonly name: 'RateLimitError';
  static {
    brand(this, 'RateLimitError');
  }
}

/** 500 and every other 5xx: a server error. */
export class InternalServerError extends ApiError {
  declare readonly name: 'InternalServerError';
  static {
    brand(this, 'InternalServerError');
  }
}

/** The codes of facts.md 5, and OpenAI's codes for the same errors: an error event in a stream has no status. */
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

/** The class for a status: its own, or that of all 4xx or 5xx. */
export function errorClassOf(status: number): typeof ApiError {
  const own = errorClasses.find(([known]) => known === status);
  return own?.[1] ?? (status >= 500 ? InternalServerError : ApiError);
}

/** The status for an error code, which is the status itself or its name. */
export function statusOfCode(code = ''): number | undefined {
  const status = Number(code);
  if (status >= 400 && status < 600) return status;
  return errorClasses.find(([, , codes]) => codes.split(' ').includes(code.toLowerCase()))?.[0];
}
