import { RuncrateError } from '../core/errors/errors.js';
import type { EventStream, RequestOptions, ResponseInfo } from '../core/operation/operation.js';
import type { Route, RouteAnswer } from '../resources/route.js';
import type { BatchItem } from './item.js';
import type { BatchContext } from './options.js';

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

type Request = (route: string, args: unknown, options: RequestOptions & { server?: string }) => Promise<unknown>;

/** Sends each item to its own `url`, its body unchanged. */
export function wireRun(client: BatchClient): Run {
  return async (item: BatchItem, { id, options }) => {
    const { method = 'POST', url, body } = item;
    if (typeof url !== 'string' || !url.startsWith('/')) {
      throw new RuncrateError(`Item ${JSON.stringify(id)} needs a \`url\`, such as "/v1/chat/completions".`);
    }
    refuseStream(body, id);
    let info: ResponseInfo | undefined;
    const onResponse = (response: ResponseInfo): void => {
      info = response;
      options.onResponse?.(response);
    };
    const route = `${method.toUpperCase()} ${url.replace(/^\/v1(?=\/)/, '')}`;
    const answer = await requestOf(client)(route, body, { ...options, server: 'inference', onResponse });
    return { status_code: info?.status ?? 200, request_id: info?.requestId ?? null, body: answer };
  };
}

/** Calls one operation, with the body of each item as its parameters. */
export function operationRun(client: BatchClient, operation: string): Run {
  return async ({ body }: BatchItem, { id, options }) => {
    refuseStream(body, id);
    return requestOf(client)(operation, body, options);
  };
}

function requestOf(client: BatchClient): Request {
  return client.request.bind(client) as unknown as Request;
}

function refuseStream(body: unknown, id: string): void {
  if ((Object(body) as { readonly stream?: unknown }).stream !== true) return;
  throw new RuncrateError(
    `Item ${JSON.stringify(id)} asks for a stream, which is no line of a file. Remove \`stream\`.`,
  );
}
