import { errorClassOf, type ApiError } from './api-error.js';
import { readJsonBody, type ErrorBody } from './error-body.js';
import { docsUrl } from './errors.js';
import type { Head } from './redact.js';
import { requestIdOf } from './request-id.js';
import { retryAfterSeconds } from './retry-after.js';

/** What the error of an answer is made of. `request` names the call for an answer without a message: `POST /v1/videos`. */
export function apiErrorOf(response: Head, said: ErrorBody, request: string): ApiError {
  const statusText = response.statusText === '' ? '' : ` ${response.statusText}`;
  return new (errorClassOf(response.status))({
    message: said.message ?? `${response.status}${statusText} (${request})`,
    statusCode: response.status,
    code: said.code,
    type: said.type,
    details: said.details,
    requestId: requestIdOf(response.headers) ?? said.requestId,
    headers: response.headers,
    retryAfter: retryAfterSeconds(response.status, response.headers),
    hint: said.isWebPage
      ? 'The answer is a web page, not one of the API: check `baseUrl` and `inferenceUrl`, and any proxy between.'
      : hintByStatus[response.status],
    docsUrl: docsUrl('errors'),
  });
}

const hintByStatus: Readonly<Record<number, string>> = {
  401: 'Check the API key: it may be deactivated or deleted. Keys are managed in the dashboard.',
  402: 'Add credits in the dashboard; `rc.billing.getBalance()` tells what is left.',
};

/** The error that a server sends inside a stream, where the status of the answer said that all was well. */
export function apiErrorInStream(event: Record<string, unknown>, response: Head, request: string): ApiError {
  const said = readJsonBody(event);
  const statusCode = statusOfCode(said.code) ?? statusOfCode(said.type) ?? response.status;
  return new (errorClassOf(statusCode))({
    message: said.message ?? `The stream of ${request} ended with an error.`,
    statusCode,
    code: said.code,
    type: said.type,
    details: said.details,
    requestId: requestIdOf(response.headers) ?? said.requestId,
    headers: response.headers,
    outcomeUnknown: true,
    docsUrl: docsUrl('streaming'),
  });
}

/** A stream has no status of its own; the code of its error is one, or is the name of one. */
function statusOfCode(code: string | undefined): number | undefined {
  if (code === undefined) return undefined;
  const status = Number(code);
  return status >= 400 && status < 600
    ? status
    : Object.hasOwn(statusByCode, code.toLowerCase())
      ? statusByCode[code.toLowerCase()]
      : undefined;
}

/** The codes of facts.md 5, and those that OpenAI has for the same. */
const statusByCode: Readonly<Record<string, number>> = {
  bad_request: 400,
  invalid_request_error: 400,
  unauthorized: 401,
  invalid_api_key: 401,
  insufficient_credits: 402,
  insufficient_quota: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  validation_error: 422,
  rate_limited: 429,
  rate_limit_exceeded: 429,
  internal_error: 500,
  server_error: 500,
};
