import type { Call } from './call.js';
import { docsUrl, InvalidResponseError } from './errors.js';

/** One redirect to the twin is followed; a second one would be a loop. */
export function circleError({ label }: Call, statusCode: number): InvalidResponseError {
  return new InvalidResponseError({
    message: `${label} was redirected twice.`,
    statusCode,
    hint: 'The API sends requests round in a circle. Set `baseUrl` or `inferenceUrl` to the address that answers.',
    docsUrl: docsUrl('errors'),
  });
}

/** A file that is always somewhere else. */
export function tooManyRedirectsError({ label }: Call, max: number, statusCode: number): InvalidResponseError {
  return new InvalidResponseError({
    message: `${label} was redirected more than ${max} times.`,
    statusCode,
    docsUrl: docsUrl('errors'),
  });
}

/** What was read to be sent is gone. */
export function singleUseError({ label }: Call, origin: string, statusCode: number): InvalidResponseError {
  return new InvalidResponseError({
    message: `${label} was redirected to ${origin}, and its body can't be sent a second time.`,
    statusCode,
    hint: 'A stream or a Response can be read only once: pass a path, a Blob or bytes, or call again with a new one.',
    docsUrl: docsUrl('errors'),
  });
}
