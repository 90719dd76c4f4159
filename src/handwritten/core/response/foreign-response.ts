import { RuncrateError } from '../errors/errors.js';

/** For a `fetch` whose responses have no `body`, such as that of React Native. */
export const streamAdvice = 'Pass a `fetch` that streams, such as that of `expo/fetch`.';

/** The error of a `fetch` of the caller's own whose result can't be read; undefined for a response. */
export function foreignResponseError(response: Partial<Response> | null | undefined): RuncrateError | undefined {
  // As almost always, and each field of a response is slow to read (test/bench).
  if (response instanceof Response) return undefined;
  const { status, headers, text } = response ?? {};
  if (typeof status === 'number' && typeof headers?.get === 'function' && typeof text === 'function') return undefined;
  return resolvedTo(`a value that is not a Response (${response === null ? 'null' : typeof response})`);
}

/** The error of a body that was read before `fetch` returned it. */
export function usedBodyError(): RuncrateError {
  return resolvedTo('a Response whose body has already been read');
}

/**
 * Whether a body that can't be read was used before: then it fails as it does now, after our own read. To ask `bodyUsed`
 * of every response would be a tenth of the time of a call (test/bench).
 */
export async function wasUsed(failure: unknown, response: Response): Promise<boolean> {
  // Our own error is about a body that may be whole, or endless.
  if (failure instanceof RuncrateError || !(response.bodyUsed || response.body?.locked)) return false;
  const again: unknown = await response.text().catch((error: unknown) => error);
  const [message, second] = [failure, again].map((error) => (Object(error) as Partial<Error>).message);
  return message !== undefined && message === second;
}

function resolvedTo(what: string): RuncrateError {
  return new RuncrateError({
    message: `\`fetch\` resolved to ${what}.`,
    hint: 'Return a new Response for each request, such as `Response.json({})`.',
  });
}
