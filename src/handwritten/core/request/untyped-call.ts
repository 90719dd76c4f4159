import { isBlob, isForm, isWebStream } from '../files/fetch-classes.js';
import { RuncrateError } from '../errors/errors.js';
import { isRecord } from '../json-object.js';
import type { Method, Operation, RequestOptions } from '../operation/operation.js';

interface UntypedOptions extends RequestOptions {
  readonly server: string;
}

/** What `Transport.request` takes. */
export interface RoutedCall {
  readonly operation: Operation;
  readonly args: unknown;
  readonly options: RequestOptions | undefined;
}

/**
 * As strict as for path parameters: no segment is empty, `.` or `..`, also encoded, and no control character is
 * encoded. A URL, a query, a fragment and a `{variable}` have characters that are not allowed.
 */
const routePattern =
  /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) ((\/(?!(\.|%(25)*2[eE]){1,2}(\/|$))([\w.~!$&'()*+,;=:@-]|%(?![01]|7[fF])[\dA-Fa-f]{2})+)+)$/;

/**
 * An undocumented call: nothing is renamed, unwrapped or filled in. Its effect is unknown, so only a GET or HEAD is
 * retried as `safe`. The arguments of those two are the query.
 */
export function untypedCall(route: string, given: unknown, { server, ...options }: UntypedOptions): RoutedCall {
  const [, method, path] = routePattern.exec(route) ?? [];
  if (path === undefined) {
    throw new RuncrateError(
      `${JSON.stringify(route)} must be a method and a path, such as "GET /new/thing": no "..", no query, and {variables} replaced by values that \`encodeURIComponent\` has encoded.`,
    );
  }
  const isRead = /^(GET|HEAD)$/.test(method as string);
  // As JSON, a Blob, a form, bytes or a stream would be `{}`. `fetch` accepts them, and sets their type.
  const isJson = !(Symbol.toStringTag in Object(given) || isBlob(given) || isForm(given));
  if (Symbol.asyncIterator in Object(given) && !isWebStream(given)) {
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
  if (!isRead) return { operation, args: { body: given ?? (options.extraBody && {}) }, options };
  const extraQuery = isRecord(given) ? { ...given, ...options.extraQuery } : (given ?? options.extraQuery);
  return { operation, args: {}, options: { ...options, extraQuery: extraQuery as RequestOptions['extraQuery'] } };
}
