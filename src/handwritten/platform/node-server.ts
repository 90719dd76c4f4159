import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServedRequest, StartServer } from './platform.js';

/** Longer than any client keeps an idle connection, so that none is closed under a request that is on its way. */
const keepAliveMs = 120_000;

/** Opens a port on Node.js, Bun or Deno. */
export const startServer: StartServer = async ({ port, hostname }, respond) => {
  const { createServer } = await import('node:http');
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing, respond));
  server.keepAliveTimeout = keepAliveMs;
  // A test may stop in a debugger.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

type Respond = Parameters<StartServer>[1];

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, respond: Respond): Promise<void> {
  const client = new AbortController();
  outgoing.once('close', () => client.abort());
  try {
    const response = await respond({
      method: incoming.method ?? 'GET',
      target: incoming.url ?? '/',
      headers: headersOf(incoming),
      body: await bodyOf(incoming),
      signal: client.signal,
    });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    // The beginning of a slow stream is not held back.
    outgoing.flushHeaders();
    for await (const chunk of response.body ?? []) await written(outgoing, chunk);
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value = '']) => [name, String(value)] as const);
  return Object.fromEntries(entries);
}

async function bodyOf(incoming: IncomingMessage): Promise<ServedRequest['body']> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  if (chunks.length === 0) return undefined;
  // Without a copy, a large upload would be a part of a larger memory.
  return new Uint8Array(Buffer.concat(chunks));
}

/** Waits until a chunk has left, so that what follows, such as the loss of the connection, comes after it. */
function written(outgoing: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.once('close', resolve);
    outgoing.write(chunk, (error) => {
      outgoing.off('close', resolve);
      if (error) reject(error);
      else resolve();
    });
  });
}
