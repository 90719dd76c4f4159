import { errorClassOf, statusOfCode, type ApiError, type ApiErrorInit } from '../errors/api-error.js';
import { readJsonBody, type ErrorBody } from '../errors/error-body.js';
import { docsUrl } from '../errors/errors.js';
import type { ResponseHead } from './response-head.js';
import { retryAfterSeconds } from '../errors/retry-after.js';

/** The error of a response. `request` names the call if the response has no message: `POST /v1/videos`. */
export function apiErrorFromResponse(head: ResponseHead, said: ErrorBody, request: string): ApiError {
  const { status, headers, response, redact } = head;
  return apiErrorFrom(status, said, head, {
    message: `${`${status} ${redact(response.statusText)}`.trim()} (${request})`,
    retryAfter: retryAfterSeconds(status, headers),
    hint: said.isWebPage
      ? 'The response is an HTML page, not from the API. Check `baseUrl` and `inferenceUrl`, and any proxy between.'
      : hintByStatus[status],
  });
}

const hintByStatus: Readonly<Record<number, string>> = {
  401: 'The API key may be deactivated or deleted. Check the dashboard.',
  402: 'Add credits in the dashboard; `rc.billing.getBalance()` returns the balance.',
};

/** The error of an error event in a stream, whose response has a success status. */
export function apiErrorFromEvent(event: Record<string, unknown>, head: ResponseHead, request: string): ApiError {
  const said = readJsonBody(event);
  return apiErrorFrom(statusOfCode(said.code) ?? statusOfCode(said.type) ?? head.status, said, head, {
    message: `The stream of ${request} ended with an error.`,
    outcomeUnknown: true,
    docsUrl: docsUrl('streaming'),
  });
}

/** `init.message` is the message if the server sends none. */
function apiErrorFrom(
  statusCode: number,
  said: ErrorBody,
  { headers, requestId }: ResponseHead,
  init: Omit<ApiErrorInit, 'statusCode'>,
): ApiError {
  return new (errorClassOf(statusCode))({
    ...said,
    ...init,
    message: said.message ?? init.message,
    statusCode,
    headers,
    requestId: requestId ?? said.requestId,
  });
}
