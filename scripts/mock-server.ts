import {
  createServer,
  request as sendRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAccept, type MockRequest } from './mock-accept.js';
import { fitted } from './mock-answer.js';
import { corsHeaders, isPreflight, preflightHeaders } from './mock-cors.js';
import { createMedia, type MockMedia } from './mock-media.js';
import { startPrism, type RunningPrism } from './mock-prism.js';

/** A key of the right form. The mock checks that there is one, not which. */
export const MOCK_API_KEY = 'rc_live_mock0000000000000000';

export interface MockOptions {
  /** 0 for a free port. */
  readonly port?: number;
  /** Delay between two events of a stream, which Prism alone sends in one piece. */
  readonly eventDelayMs?: number;
  /** Image URLs lead to the mock, and video jobs complete after some polls. */
  readonly media?: boolean;
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info';
}

export interface Mock extends AsyncDisposable {
  readonly apiKey: string;
  /** Infrastructure: the client's `baseUrl`. */
  readonly baseUrl: string;
  /** Inference: the client's `inferenceUrl`. */
  readonly inferenceUrl: string;
  /** Closes open connections too. */
  close(): Promise<void>;
}

/** Serves openapi.json on 127.0.0.1: requests are validated, responses are the document's examples. */
export async function startMock({
  port = 0,
  eventDelayMs = 0,
  media = false,
  logLevel = 'silent',
}: MockOptions = {}): Promise<Mock> {
  const prism = await startPrism(logLevel);
  const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const front: Server = createServer((request, reply) => void forward(route, request, reply));
  const route: Route = {
    prism,
    acceptOf: createAccept(),
    eventDelayMs,
    media: media ? createMedia(() => originOf(front)) : undefined,
  };
  try {
    await listen(front, port);
  } catch (error) {
    await prism.close();
    throw error;
  }
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => front.close(resolve));
    front.closeAllConnections();
    await closed;
    await prism.close();
  };
  const origin = originOf(front);
  return {
    apiKey: MOCK_API_KEY,
    baseUrl: `${origin}/api/v1`,
    inferenceUrl: `${origin}/v1`,
    close,
    [Symbol.asyncDispose]: close,
  };
}

interface Route {
  readonly prism: RunningPrism;
  readonly acceptOf: (request: MockRequest) => Promise<string>;
  readonly eventDelayMs: number;
  readonly media: MockMedia | undefined;
}

/** Requests the document's example from Prism, and adapts it to the request. */
async function forward(route: Route, incoming: IncomingMessage, reply: ServerResponse): Promise<void> {
  // A preflight has no key, and openapi.json has no OPTIONS.
  if (isPreflight(incoming)) return void reply.writeHead(204, preflightHeaders(incoming)).end();
  const { method = 'GET', url = '/', headers } = incoming;
  const cors = corsHeaders(headers);
  const [path = ''] = url.split('?');
  const file = route.media?.file(path);
  if (file !== undefined) {
    reply.writeHead(200, { ...cors, 'content-type': 'image/webp', 'content-length': file.length }).end(file);
    return;
  }
  // A client that disconnects while it sends gets no response.
  const body = await bytesOf(incoming).catch(() => undefined);
  if (body === undefined) return;
  const request = { method, path, contentType: headers['content-type'] ?? '', body };
  const accept = await route.acceptOf(request);
  const { 'transfer-encoding': coding, 'content-type': type, ...kept } = headers;
  const length = coding === undefined ? {} : { 'content-length': body.length };
  // A semicolon without a parameter is valid (RFC 9110, 5.6.6), and Prism answers it with 500.
  const typed = type === undefined ? {} : { 'content-type': type.replaceAll(/;\s*(?=;|$)/g, '').trim() };
  const { port } = route.prism;
  const onward = sendRequest({
    host: '127.0.0.1',
    port,
    method,
    path: url,
    headers: { ...kept, ...typed, ...length, accept },
  });
  const call = { route, request, isForced: 'prefer' in headers, cors, reply };
  onward.on('response', (answer) => void answerWith(answer, call));
  onward.on('error', () => reply.destroy());
  reply.on('close', () => onward.destroy());
  onward.end(body);
}

interface Call {
  readonly route: Route;
  readonly request: MockRequest;
  readonly isForced: boolean;
  readonly cors: Readonly<Record<string, string>>;
  readonly reply: ServerResponse;
}

async function answerWith(answer: IncomingMessage, { route, reply, cors, ...call }: Call): Promise<void> {
  const whole = await bytesOf(answer).catch(() => undefined);
  if (whole === undefined) return void reply.destroy();
  const { statusCode = 502, headers: all } = answer;
  const { status, headers, body } = fitted({ status: statusCode, headers: all, body: whole }, { ...route, ...call });
  const isPaced = route.eventDelayMs > 0 && headers['content-type']?.startsWith('text/event-stream');
  reply.writeHead(status, { ...headers, ...cors, ...(!isPaced && { 'content-length': Buffer.byteLength(body) }) });
  if (isPaced) await sendEvents(body.toString(), reply, route.eventDelayMs);
  else reply.end(body);
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function sendEvents(text: string, reply: ServerResponse, eventDelayMs: number): Promise<void> {
  for (const event of text.split(/(?<=\n\n)/)) {
    if (reply.destroyed) return;
    reply.write(event);
    await sleep(eventDelayMs);
  }
  reply.end();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
