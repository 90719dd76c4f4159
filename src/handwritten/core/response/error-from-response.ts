import type { Call } from '../request/call.js';
import { errorClassOf, statusOfCode, type ApiError, type ApiErrorInit } from '../errors/api-error.js';
import { readJsonBody, type ErrorBody } from '../errors/error-body.js';
import { docsUrl, type RuncrateError } from '../errors/errors.js';
import { objectsIn } from '../json-object.js';
import type { Config } from '../options/config.js';
import type { ServerConfig } from '../options/servers.js';
import type { ResponseHead } from './response-head.js';
import { retryAfterSeconds } from '../errors/retry-after.js';
import { truncateDepth } from '../errors/truncate.js';

/** The error of a response. Its call is named if the response has no message: `POST /v1/videos`. */
export function apiErrorFromResponse(
  head: ResponseHead,
  said: ErrorBody,
  { label, server }: Pick<Call, 'label' | 'server'>,
  hints: Config['hints'],
  skewMs?: number,
): ApiError {
  const { status, headers, response, redact } = head;
  return apiErrorFrom(status, said, head, {
    message: `${`${status} ${redact(response.statusText)}`.trim()} (${label})`,
    retryAfter: retryAfterSeconds(status, headers, skewMs),
    // The API takes no other credentials than a key.
    hint:
      said.isWebPage || otherSchemes.test(headers.get('www-authenticate') ?? '')
        ? pageHint(status, said.title, server)
        : hints[status],
  });
}

const otherSchemes = /^(basic|digest|negotiate|ntlm)\b/i;

/** An API has no pages: they are from a gateway before it or, at a wrong URL, from a website. */
function pageHint(status: number, title: string | undefined, server: ServerConfig): string {
  if ([400, 404, 405].includes(status)) {
    return `The response is an HTML page${title ? ` "${title}"` : ''}. ${urlAdvice(server) ?? ''}`;
  }
  return `A gateway returned ${status}, not the API${gatewayReasons[status] ?? ''}.`;
}

export function urlAdvice({ option }: ServerConfig): string | undefined {
  return option && `Check \`${option}\`, and any proxy between: the response may not be from the API.`;
}

const gatewayReasons: Readonly<Record<number, string>> = {
  401: ': it has credentials of its own',
  413: ': the request body is too large for it',
  502: ': it received no valid response from the API',
  503: ': it can’t reach the API',
  504: ': the API did not respond in time',
};

/** The error of an error event in a stream, whose response has a success status. */
export function apiErrorFromEvent(event: Record<string, unknown>, head: ResponseHead, request: string): ApiError {
  const said = readJsonBody(event, JSON.stringify(truncateDepth(event)));
  return apiErrorFrom(statusOfCode(said.code) ?? statusOfCode(said.type) ?? head.status, said, head, {
    message: `The stream of ${request} ended with an error.`,
    outcomeUnknown: true,
    docsUrl: docsUrl('streaming'),
  });
}

/** The server's error of a choice that failed; undefined if none did. One that came to a good end has not. */
export function errorOfChoices(choices: unknown): unknown {
  const failed = objectsIn<Record<string, unknown>>(choices).find(
    ({ error, finishReason }) => finishReason === 'error' || (error && !finishReason),
  );
  return failed && (failed['error'] || 'The server ended a choice with the finish reason `error`.');
}

/** Content for the user, which does not show in `console.log(error)`. */
export function withPartial(error: RuncrateError, value: unknown): RuncrateError {
  return 'partial' in error ? error : Object.defineProperty(error, 'partial', { value });
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
