import { RuncrateError } from '../errors/errors.js';

/** The error of a `fetch` of the caller's own whose result can't be read; undefined for a response. */
export function foreignResponseError(response: Partial<Response> | null | undefined): RuncrateError | undefined {
  const { status, headers, text, bodyUsed } = response ?? {};
  const isResponse = typeof status === 'number' && typeof headers?.get === 'function' && typeof text === 'function';
  if (isResponse && !bodyUsed) return undefined;
  const type = response === null ? 'null' : typeof response;
  return new RuncrateError({
    message: `\`fetch\` resolved to ${isResponse ? 'a Response whose body has already been read' : `a value that is not a Response (${type})`}.`,
    hint: 'Return a new Response for each request, such as `Response.json({})`.',
  });
}
