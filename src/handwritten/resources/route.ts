import { allOperations, type Routes, type servers } from '../../../generated/operations.js';
import { RuncrateError } from '../core/errors/errors.js';
import type { EventStream, Operation, RequestOptions } from '../core/operation/operation.js';

/** Method and path of an operation in openapi.json. */
export type Route = keyof Routes;

type Types<R extends Route> = NonNullable<Routes[R]['~types']>;

/** Parameters of an operation: path, query and body in one object, in camelCase. */
export type RouteArguments<R extends Route> = Parameters<Types<R>['args']>[0];

/** Result of an operation. */
export type RouteAnswer<R extends Route> = Types<R>['answer'];

/** Parameters and options after a route. The parameters are optional if the operation requires none. */
export type AfterRoute<R extends Route> =
  // oxlint-disable-next-line typescript/no-empty-object-type -- an object of which nothing is required
  {} extends RouteArguments<R>
    ? [args?: RouteArguments<R>, options?: RequestOptions]
    : [args: RouteArguments<R>, options?: RequestOptions];

/** An operation that returns an event stream if `stream` is true. */
export type StreamRoute = {
  [R in Route]: [Extract<RouteAnswer<R>, EventStream<unknown>>] extends [never] ? never : R;
}[Route];

/** An operation that never returns an event stream. */
export type PlainRoute = Exclude<Route, StreamRoute>;

/** Result of a `StreamRoute`: known for a literal `stream`, a union for a `boolean`. */
export type StreamAnswer<R extends StreamRoute, Stream> = Stream extends true
  ? Extract<RouteAnswer<R>, EventStream<unknown>>
  : Exclude<RouteAnswer<R>, EventStream<unknown>>;

/** Type of `stream` in the parameters; undefined if they don't have it. */
export type StreamOf<Args> = Args extends Partial<Record<'stream', unknown>> ? Args['stream'] : undefined;

/** A GET or HEAD route that openapi.json does not have. */
export type ReadRoute = `${'GET' | 'HEAD'} /${string}`;

/** Any other route that openapi.json does not have. */
export type WriteRoute = `${'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'} /${string}`;

/** Request options of a route that openapi.json does not have. */
export interface UntypedRequestOptions extends RequestOptions {
  /** Which of the two APIs has the path. */
  readonly server: keyof typeof servers;
}

/** What `Transport.request` takes. */
export interface RoutedCall {
  readonly operation: Operation;
  readonly args: unknown;
  readonly options: RequestOptions | undefined;
}

/** Finds the operation of a route. */
export function routedCall(route: string, args: unknown = {}, options?: RequestOptions): RoutedCall {
  const operation = allOperations.find(({ method, path }) => `${method} ${path}` === route);
  if (operation) return { operation, args, options };
  throw new RuncrateError(
    `openapi.json has no ${JSON.stringify(route)}. Use its method and path, such as "GET /instances/{id}". For a path that it does not have yet, set the request option \`server\`.`,
  );
}
