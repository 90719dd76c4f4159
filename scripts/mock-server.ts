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

/** A key of the right form. The mock checks that there is one, not which. */
export const MOCK_API_KEY = 'rc_live_mock0000000000000000';

export interface MockOptions {
  /** 0 takes a free one. */
  readonly port?: number;
  /** Between two events of a stream, which Prism alone would send in one piece. */
  readonly eventDelayMs?: number;
  /** Links of pictures lead to the mock, and a video that was started is completed after a while. */
  readonly media?: boolean;
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info';
}

export interface Mock extends AsyncDisposable {
  readonly apiKey: string;
  /** Infrastructure: the client's `baseUrl`. */
  readonly baseUrl: string;
  /** Inference: the client's `inferenceUrl`. */
  readonly inferenceUrl: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Serves openapi.json on 127.0.0.1: requests are validated, answers are the document's examples. */
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

/** Prism routes by the document's bare paths. With their server's path in front, both servers live on one port. */
function withServerPath(operation: PrismOperation): PrismOperation {
  const [server] = operation.servers ?? [];
  if (!server) throw new Error(`Operation ${operation.path} of openapi.json has no server.`);
  return { ...operation, path: new URL(server.url).pathname.replace(/\/$/, '') + operation.path };
}

interface Route {
  /** Prism's. */
  readonly port: number;
  readonly eventDelayMs: number;
  readonly media: MockMedia | undefined;
}

/** Passes everything on as it is; only the events of a stream are set apart in time, and media are made to fit together. */
function forward({ port, eventDelayMs, media }: Route, request: IncomingMessage, reply: ServerResponse): void {
  const { method = 'GET', url = '/', headers } = request;
  const [path = ''] = url.split('?');
  const file = media?.file(path);
  if (file !== undefined) {
    reply.writeHead(200, { 'content-type': 'image/webp', 'content-length': file.length }).end(file);
    return;
  }
  const body = media?.changes(method, path) ? textOf(request) : undefined;
  const onward = sendRequest({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    if (media && body && answer.statusCode === 200) {
      void sendChanged(media, { method, path }, body, answer, reply);
      return;
    }
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    if (eventDelayMs === 0 || !answer.headers['content-type']?.startsWith('text/event-stream')) answer.pipe(reply);
    else void sendEvents(answer, reply, eventDelayMs);
  });
  onward.on('error', () => reply.destroy());
  reply.on('close', () => onward.destroy());
  request.pipe(onward);
}

async function sendChanged(
  media: MockMedia,
  call: { readonly method: string; readonly path: string },
  body: Promise<string>,
  answer: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const example = JSON.parse(await textOf(answer)) as Readonly<Record<string, unknown>>;
  const changed = JSON.stringify(media.change({ ...call, body: await body, example }));
  reply.writeHead(200, { ...answer.headers, 'content-length': Buffer.byteLength(changed) }).end(changed);
}

/** Listens beside whoever else reads the message. */
function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => message.once('end', () => resolve(Buffer.concat(chunks).toString())));
}

async function sendEvents(answer: IncomingMessage, reply: ServerResponse, eventDelayMs: number): Promise<void> {
  let text = '';
  for await (const piece of answer.setEncoding('utf8')) text += piece as string;
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

/** Prism's parts are dependencies of its command line, not ours: they are looked up from there. */
function loadPrism(): PrismModules {
  const require = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json'));
  const { createLogger } = require('@stoplight/prism-core') as Pick<PrismModules, 'createLogger'>;
  const { createServer } = require('@stoplight/prism-http-server') as { createServer: PrismModules['createPrism'] };
  const { getHttpOperationsFromSpec } = require('@stoplight/prism-http') as {
    getHttpOperationsFromSpec: PrismModules['readOperations'];
  };
  return { createLogger, createPrism: createServer, readOperations: getHttpOperationsFromSpec };
}
