import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request that reached the server, whatever happened to it. */
export interface AcceptedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** What had arrived when the body ended, or when the client disconnected. */
  readonly body: Buffer;
  /** Resolves when the client has disconnected or has the whole response. */
  readonly closed: Promise<void>;
}

/** What happens to one request, once its body has arrived. */
export type Reply = (request: AcceptedRequest, response: ServerResponse) => void | Promise<void>;

export interface LoopbackServer extends AsyncDisposable {
  /** Without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** In the order of their arrival. */
  readonly requests: readonly AcceptedRequest[];
  /** Closes open connections too. May be called twice. */
  close(): Promise<void>;
}

/**
 * A real server that misbehaves on purpose: one reply for each request, in order, or a function that picks one.
 * The reply to a request beyond the list is a 501, which no client retries.
 */
export async function loopbackServer(
  script: readonly Reply[] | ((request: AcceptedRequest, index: number) => Reply),
): Promise<LoopbackServer> {
  const requests: AcceptedRequest[] = [];
  const replyTo =
    typeof script === 'function' ? script : (_: AcceptedRequest, index: number) => script[index] ?? unexpected;
  const server = createServer((incoming, response) => {
    const accepted = accept(incoming, response);
    const index = requests.push(accepted.request) - 1;
    void accepted.whole.then(() => replyTo(accepted.request, index)(accepted.request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${port}`, port, requests, close, [Symbol.asyncDispose]: close };
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A record or array is sent as JSON, other values unchanged. */
  readonly body?: unknown;
}

/** The whole response, at once. */
export function answer(content: Answer = {}): Reply {
  const { status, headers, bytes } = encode(content);
  return (_, response) => void response.writeHead(status, headers).end(bytes);
}

/** The connection is closed before a byte of the response. */
export function cutBeforeAnswer(): Reply {
  return (_, response) => void response.socket?.destroy();
}

/** The connection is closed after the headers, which announce a body. */
export function cutAfterHeaders(content: Answer = {}): Reply {
  return cutInBody(content, 0);
}

/** The connection is closed after this many bytes of the body. */
export function cutInBody(content: Answer, afterBytes: number): Reply {
  return async (_, response) => {
    sendStart(response, content, afterBytes);
    // A normal close, so that what was sent arrives.
    response.socket?.destroySoon();
  };
}

/** The request is accepted, and nothing follows. */
export function stallBeforeHeaders(): Reply {
  return () => {};
}

/** Nothing follows after this many bytes of the body; the connection stays open. */
export function stallInBody(content: Answer, afterBytes = 0): Reply {
  return (_, response) => sendStart(response, content, afterBytes);
}

/** The body in chunks of this many bytes, with a delay before each. */
export function answerSlowly(content: Answer, chunkBytes: number, delayMs: number): Reply {
  const { status, headers, bytes } = encode(content);
  return async (_, response) => {
    response.writeHead(status, headers).flushHeaders();
    for (let sent = 0; sent < bytes.length && !response.destroyed; sent += chunkBytes) {
      await sleep(delayMs);
      response.write(bytes.subarray(sent, sent + chunkBytes));
    }
    response.end();
  };
}

/** Bytes that need not be HTTP, then the end of the connection. */
export function sendRaw(bytes: string | Uint8Array): Reply {
  return (_, response) => void response.socket?.end(bytes);
}

function accept(
  incoming: IncomingMessage,
  response: ServerResponse,
): { readonly request: AcceptedRequest; readonly whole: Promise<void> } {
  const chunks: Buffer[] = [];
  const request = {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    headers: incoming.headers,
    closed: new Promise<void>((resolve) => response.once('close', resolve)),
    get body() {
      return Buffer.concat(chunks);
    },
  };
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  // If the client disconnects half-way, there is no end and nothing to reply to.
  const whole = new Promise<void>((resolve) => incoming.once('end', resolve));
  return { request, whole };
}

function sendStart(response: ServerResponse, content: Answer, bytesSent: number): void {
  const { status, headers, bytes } = encode(content);
  response.writeHead(status, headers).flushHeaders();
  if (bytesSent > 0) response.write(bytes.subarray(0, bytesSent));
}

function encode({ status = 200, headers = {}, body = {} }: Answer): {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly bytes: Buffer;
} {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const bytes = bytesOf(body);
  return {
    status,
    headers: {
      ...(!isRaw && { 'content-type': 'application/json' }),
      'content-length': String(bytes.length),
      ...headers,
    },
    bytes,
  };
}

/** Bytes are sent as they are: a copy of many takes long. */
function bytesOf(body: unknown): Buffer {
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

const unexpected: Reply = answer({ status: 501, body: 'The script of this server has no reply for another request.' });
