import type * as fetchClasses from '../core/files/fetch-classes.js';
import type { RuncrateError } from '../core/errors/errors.js';
import type * as jsonObject from '../core/json-object.js';
import type { Method, Operation } from '../core/operation/operation.js';
import { isRoute } from '../resources/is-route.js';
import type { RoutedCall, UntypedRequestOptions } from '../resources/route.js';

/**
 * What the client gives. Were it imported, bundlers would move it to files of its own, and the client would be larger
 * for everybody.
 */
export interface Given extends Pick<typeof fetchClasses, 'isBlob' | 'isForm' | 'isWebStream'> {
  readonly isRecord: typeof jsonObject.isRecord;
  readonly RuncrateError: typeof RuncrateError;
  readonly operations: readonly Operation[];
  readonly send: (call: RoutedCall) => Promise<unknown>;
}

/** Sends a body of the caller's own, unchanged. */
export async function callUnchanged(
  route: string,
  input: unknown,
  options: UntypedRequestOptions,
  given: Given,
): Promise<unknown> {
  const call = unchangedCall(route, input, options, given);
  try {
    return await given.send(call);
  } catch (error) {
    // As `fetch` does with the stream of a request that it ends.
    if (given.isWebStream(input) && !input.locked) input.cancel(error).catch(() => {});
    throw error;
  }
}

/**
 * As strict as for path parameters: no segment is empty, `.` or `..`, also encoded, and no control character is
 * encoded. A URL, a query, a fragment and a `{variable}` have characters that are not allowed.
 */
const routePattern =
  /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) ((\/(?!(\.|%(25)*2[eE]){1,2}(\/|$))([\w.~!$&'()*+,;=:@-]|%(?![01]|7[fF])[\dA-Fa-f]{2})+)+)$/;

/**
 * A call with a body of the caller's own. Refuses the server of one API for an operation of the other. A route that
 * openapi.json has, which may have values in place of its variables, is retried as its operation is.
 */
function unchangedCall(route: string, input: unknown, options: UntypedRequestOptions, given: Given): RoutedCall {
  const known = given.operations.filter(({ method, path }) => isRoute(`${method} ${path}`, route));
  const [other] = known;
  const same = known.find(({ server }) => server === options.server);
  if (other !== undefined && same === undefined) {
    throw new given.RuncrateError(
      `${JSON.stringify(route)} is on the ${other.server} API. Pass \`server: '${other.server}'\`.`,
    );
  }
  const call = untypedCall(route, input, options, given);
  return same === undefined ? call : { ...call, operation: { ...call.operation, retry: same.retry } };
}

/**
 * An undocumented call: nothing is renamed, unwrapped or filled in. Its effect is unknown, so only a GET or HEAD is
 * retried as `safe`. The arguments of those two are the query.
 */
function untypedCall(
  route: string,
  input: unknown,
  { server, ...options }: UntypedRequestOptions,
  { RuncrateError, isBlob, isForm, isWebStream, isRecord }: Given,
): RoutedCall {
  const [, method, path] = routePattern.exec(route) ?? [];
  if (path === undefined) {
    throw new RuncrateError(
      `${JSON.stringify(route)} must be a method and a path, such as "GET /new/thing": no "..", no query, and {variables} replaced by values that \`encodeURIComponent\` has encoded.`,
    );
  }
  const isRead = /^(GET|HEAD)$/.test(method as string);
  // As JSON, a Blob, a form, bytes or a stream would be `{}`. `fetch` accepts them, and sets their type.
  const isJson = !(Symbol.toStringTag in Object(input) || isBlob(input) || isForm(input));
  if (Symbol.asyncIterator in Object(input) && !isWebStream(input)) {
    throw new RuncrateError('A stream must be a web stream: pass `Readable.toWeb(stream)`.');
  }
  const operation: Operation = {
    method: method as Method,
    path,
    server,
    retry: isRead ? 'safe' : 'once',
    // It may not be. An environment that is ignored does less harm than the wrong one.
    ...(server === 'infrastructure' && { scoped: true }),
    ...(!isRead && { body: { content: isJson ? 'application/json' : '', from: 'value' } }),
    answer: { as: 'raw', content: '*/*' },
  };
  if (!isRead) return { operation, args: { body: input ?? (options.extraBody && {}) }, options };
  const extraQuery = isRecord(input) ? { ...input, ...options.extraQuery } : (input ?? options.extraQuery);
  return {
    operation,
    args: {},
    options: { ...options, extraQuery: extraQuery as UntypedRequestOptions['extraQuery'] },
  };
}
