import {
  createServer,
  request as sendRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createMedia, type MockMedia } from './mock-media.js';

/** A key in the expected format. The mock accepts any key. */
export const MOCK_API_KEY = 'rc_live_mock0000000000000000';

export interface MockOptions {
  /** Default: 0, which selects a free port. */
  readonly port?: number;
  /** The delay between two events of a stream. Prism alone sends all events in one chunk. Default: 0. */
  readonly eventDelayMs?: number;
  /** Image URLs point to the mock, and a video job is completed after a few polls. Default: false. */
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
  const front: Server = createServer((request, reply) => forward(route, request, reply));
  const route: Route = {
    port: prism.port,
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

async function startPrism(logLevel: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const { createLogger, createPrism, readOperations } = loadPrism();
  const document = fileURLToPath(new URL('../openapi.json', import.meta.url));
  const operations = (await readOperations(document)).map(withServerPath);
  const prism = createPrism(operations, {
    cors: false,
    config: {
      mock: { dynamic: false },
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
    },
    components: { logger: createLogger('mock', { level: logLevel }) },
  });
  const url = new URL(await prism.listen(0, '127.0.0.1'));
  return { port: Number(url.port), close: () => prism.close() };
}

/** Prism routes by the document's paths alone. With the path of the server as a prefix, both servers share one port. */
function withServerPath(operation: PrismOperation): PrismOperation {
  const [server] = operation.servers ?? [];
  if (!server) throw new Error(`Operation ${operation.path} of openapi.json has no server.`);
  return { ...operation, path: new URL(server.url).pathname.replace(/\/$/, '') + operation.path };
}

interface Route {
  /** The port of Prism. */
  readonly port: number;
  readonly eventDelayMs: number;
  readonly media: MockMedia | undefined;
}

/** Forwards requests and responses unchanged, except that stream events are delayed and media responses adapted. */
function forward({ port, eventDelayMs, media }: Route, request: IncomingMessage, reply: ServerResponse): void {
  const { method = 'GET', url = '/', headers } = request;
  const [path = ''] = url.split('?');
  const file = media?.file(path);
  if (file !== undefined) {
    reply.writeHead(200, { 'content-type': 'image/webp', 'content-length': file.length }).end(file);
    return;
  }
  const body = media?.changes(method, path) ? textOf(request) : undefined;
  const onward = sendRequest({ host: '127.0.0.1', port, method, path: url, headers }, (response) => {
    if (media && body && response.statusCode === 200) {
      void sendChanged(media, { method, path }, body, response, reply);
      return;
    }
    reply.writeHead(response.statusCode ?? 502, response.headers);
    if (eventDelayMs === 0 || !response.headers['content-type']?.startsWith('text/event-stream')) response.pipe(reply);
    else void sendEvents(response, reply, eventDelayMs);
  });
  onward.on('error', () => reply.destroy());
  reply.on('close', () => onward.destroy());
  request.pipe(onward);
}

async function sendChanged(
  media: MockMedia,
  call: { readonly method: string; readonly path: string },
  body: Promise<string>,
  response: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const example = JSON.parse(await textOf(response)) as Readonly<Record<string, unknown>>;
  const changed = JSON.stringify(media.change({ ...call, body: await body, example }));
  reply.writeHead(200, { ...response.headers, 'content-length': Buffer.byteLength(changed) }).end(changed);
}

/** Collects the body; the message can be piped at the same time. */
function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => message.once('end', () => resolve(Buffer.concat(chunks).toString())));
}

async function sendEvents(response: IncomingMessage, reply: ServerResponse, eventDelayMs: number): Promise<void> {
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += piece as string;
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

interface PrismOperation {
  readonly path: string;
  readonly servers?: readonly { readonly url: string }[];
}

interface Prism {
  listen(port: number, host: string): Promise<string>;
  close(): Promise<void>;
}

interface PrismModules {
  readonly createLogger: (name: string, options: { readonly level: string }) => unknown;
  readonly createPrism: (operations: readonly PrismOperation[], options: object) => Prism;
  readonly readOperations: (file: string) => Promise<PrismOperation[]>;
}

/** Prism's packages are dependencies of prism-cli, not of this package: they are resolved from there. */
function loadPrism(): PrismModules {
  const require = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json'));
  const { createLogger } = require('@stoplight/prism-core') as Pick<PrismModules, 'createLogger'>;
  const { createServer } = require('@stoplight/prism-http-server') as { createServer: PrismModules['createPrism'] };
  const { getHttpOperationsFromSpec } = require('@stoplight/prism-http') as {
    getHttpOperationsFromSpec: PrismModules['readOperations'];
  };
  return { createLogger, createPrism: createServer, readOperations: getHttpOperationsFromSpec };
}
