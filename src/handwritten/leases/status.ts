import type { ApiError } from '../core/errors/api-error.js';

/** The status code of an error of the API. */
export function statusOf(error: unknown): number | undefined {
  return (Object(error) as Partial<ApiError>).statusCode;
}

/** The delay that the API asks for. */
export function askedDelayMs(error: unknown): number {
  return Math.min(60, (Object(error) as Partial<ApiError>).retryAfter ?? 0) * 1000;
}
