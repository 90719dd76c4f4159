import { routes } from '../../../generated/routes.js';
import type { EventStream, HeadListener, RequestOptions, ResponseHead } from '../core/operation/operation.js';
import type { Route, RouteAnswer } from '../resources/route.js';
import { BatchError } from './errors.js';
import type { BatchItem } from './item.js';
import type { BatchContext } from './options.js';
import { bodyProblem, routeOf, wireProblem } from './problem.js';
import type { ItemProblem } from './source.js';

/** A `Runcrate` client. */
export interface BatchClient {
  /** `rc.request`. */
  request(route: never, args: never, options: never): Promise<unknown>;
}

/** A response as OpenAI's batch API writes it. */
export interface BatchResponse {
  /** HTTP status. */
  readonly status_code: number;
  /** The server's request id, if it sent one. */
  readonly request_id: string | null;
  /** The response body, with the names of the wire. One that is not JSON is a text, or `{ base64 }`. */
  readonly body: unknown;
}

/** The result of an operation that is not streamed. */
export type BatchAnswer<R extends Route> = Exclude<RouteAnswer<R>, EventStream<unknown>>;

/** Does the work of one item. */
export type Run = (item: never, context: BatchContext) => unknown;

/** What a batch does with its items. */
export interface Work {
  readonly run: Run;
  /** Tells before anything is sent what is wrong with an item. */
  readonly problemOf?: ItemProblem;
}

type Request = (route: string, args: unknown, options: RequestOptions & { server?: string }) => Promise<unknown>;

/** Sends each item to its own `url`, its body unchanged. */
export function wireWork(client: BatchClient): Work {
  const request = requestOf(client);
  const run = async (item: BatchItem, { options }: BatchContext): Promise<BatchResponse> => {
    let head: ResponseHead | undefined;
    const onResponse: HeadListener | undefined = options.onResponse;
    const listener: HeadListener = (response) => {
      head = response;
      onResponse?.(response);
    };
    listener.takeHead = (response, attemptCount) => {
      head = response;
      onResponse?.takeHead?.(response, attemptCount);
    };
    const body = await request(routeOf(item), item.body, { ...options, server: 'inference', onResponse: listener });
    return { status_code: head?.status ?? 200, request_id: head?.requestId ?? null, body };
  };
  return { run, problemOf: wireProblem };
}

/** Calls one operation, with the body of each item as its parameters. */
export function operationWork(client: BatchClient, operation: string): Work {
  const content = Object.values(routes).find((known) => Object.hasOwn(known, operation))?.[operation];
  if (content === undefined) {
    const message = `openapi.json has no operation ${JSON.stringify(operation)}. Pass its method and path: "POST /embeddings".`;
    throw new BatchError({ reason: 'input', message });
  }
  const request = requestOf(client);
  return {
    run: ({ body }: BatchItem, { options }) => request(operation, body, options),
    problemOf: (item) => bodyProblem((item as BatchItem).body, content !== ''),
  };
}

function requestOf(client: BatchClient): Request {
  return client.request.bind(client) as unknown as Request;
}
