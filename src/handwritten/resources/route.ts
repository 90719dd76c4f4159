import { allOperations, type Routes, type servers } from '../../../generated/operations.js';
import { RuncrateError } from '../core/errors/errors.js';
import type { EventStream, RequestOptions } from '../core/operation/operation.js';
import type { RoutedCall } from '../core/request/untyped-call.js';

/** An operation of openapi.json, by its method and path. */
export type Route = keyof Routes;

type Types<R extends Route> = NonNullable<Routes[R]['~types']>;

/** What an operation takes: path, query and body in one record, under public names. */
export type RouteArguments<R extends Route> = Parameters<Types<R>['args']>[0];

/** What an operation answers. */
export type RouteAnswer<R extends Route> = Types<R>['answer'];

/** What follows a route: arguments may be left out where none is required. */
export type AfterRoute<R extends Route> =
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an object of which nothing is required
  {} extends RouteArguments<R>
    ? [args?: RouteArguments<R>, options?: RequestOptions]
    : [args: RouteArguments<R>, options?: RequestOptions];

/** An operation that answers with an event stream, where `stream` is true. */
export type StreamRoute = {
  [R in Route]: [Extract<RouteAnswer<R>, EventStream<unknown>>] extends [never] ? never : R;
}[Route];

/** An operation with one kind of answer. */
export type PlainRoute = Exclude<Route, StreamRoute>;

/** With a literal `stream` the answer is known; with a `boolean` it is either. */
export type StreamAnswer<R extends StreamRoute, Stream> = Stream extends true
  ? Extract<RouteAnswer<R>, EventStream<unknown>>
  : Exclude<RouteAnswer<R>, EventStream<unknown>>;

/** What arguments say of `stream`; undefined where they don't. */
export type StreamOf<Args> = Args extends Partial<Record<'stream', unknown>> ? Args['stream'] : undefined;

/** A path that openapi.json does not have, to be read. */
export type ReadRoute = `${'GET' | 'HEAD'} /${string}`;

/** A path that openapi.json does not have, to do anything else. */
export type WriteRoute = `${'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'} /${string}`;

/** The options of a call that openapi.json does not describe. */
export interface UntypedRequestOptions extends RequestOptions {
  /** Which of the two APIs has the path. */
  readonly server: keyof typeof servers;
}

/** The operation that a route names; with `server`, one that is made for it. */
export function routedCall(route: string, args: unknown = {}, options?: RequestOptions): RoutedCall {
  const operation = allOperations.find(({ method, path }) => `${method} ${path}` === route);
  if (operation) return { operation, args, options };
  throw new RuncrateError(
    `openapi.json has no ${JSON.stringify(route)}. Write it as there, such as "GET /instances/{id}"; for a path that it does not have yet, pass \`server\` in the last argument.`,
  );
}
