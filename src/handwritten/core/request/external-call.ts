import type { Call } from './call.js';
import type { Config } from '../options/config.js';
import { RuncrateError } from '../errors/errors.js';
import { addHeaders } from '../options/headers.js';
import type { RequestOptions } from '../operation/operation.js';
import { checkRequestOptions } from '../options/request-options.js';

/** A GET of a URL from a response of the API: no key, no `customHeaders`, no configured server. */
export function externalCall(text: string, given: RequestOptions, { servers, maxRetries }: Config): Call {
  const options = checkRequestOptions(given);
  const url = parseUrl(text);
  const timeoutMs = options.timeout === undefined ? defaultTimeoutMs(servers) : options.timeout * 1000;
  const headers = { accept: '*/*' };
  addHeaders(headers, options.headers);
  return {
    operation: {
      method: 'GET',
      path: '',
      server: '',
      retry: 'safe',
      answer: { as: 'bytes', content: '*/*' },
    },
    args: {},
    server: { origin: url.origin, pathname: '', timeoutMs },
    target: url.pathname + url.search,
    // Without the query: it may hold a signature.
    label: `GET ${url.origin}${url.pathname}`,
    headers,
    body: undefined,
    timeoutMs,
    maxRetries: options.maxRetries ?? maxRetries,
    isStream: false,
    isOpen: true,
    externalUrl: url.href,
    options,
  };
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    throw new RuncrateError({ message: 'The API returned a link that is not a URL.', cause });
  }
}

/** A file may take as long as the slowest server. */
function defaultTimeoutMs(servers: Config['servers']): number {
  return Math.max(...Object.values(servers).map(({ timeoutMs }) => timeoutMs));
}
