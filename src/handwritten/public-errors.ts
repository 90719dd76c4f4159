/** The error classes of every client. */
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InsufficientCreditsError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
  type ApiErrorInit,
} from './core/errors/api-error.js';
export {
  ConnectionError,
  InvalidResponseError,
  RuncrateError,
  StreamTruncatedError,
  TimeoutError,
  type Attempt,
  type ErrorInit,
} from './core/errors/errors.js';
