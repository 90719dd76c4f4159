import { createServer as createHttpServer } from 'node:http';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificate } from './certificate.js';

export interface NetworkServer extends AsyncDisposable {
  readonly port: number;
}

/** Terminates TLS and forwards everything to a local server. */
export async function tlsFront(port: number, { certificate, key }: Certificate): Promise<NetworkServer> {
  const server = createTlsServer({ cert: certificate, key }, (socket) => join(socket, connect(port, '127.0.0.1')));
  return listen(server);
}

export interface ForwardProxy extends NetworkServer {
  /** The request of the proxy, as in `CONNECT 127.0.0.1:443`, and its credentials. */
  readonly asked: readonly { readonly what: string; readonly login: string | undefined }[];
}

/** A proxy that opens tunnels for requests with its user and password. */
export async function forwardProxy(userAndPassword: string): Promise<ForwardProxy> {
  const asked: { what: string; login: string | undefined }[] = [];
  const expected = `Basic ${Buffer.from(userAndPassword).toString('base64')}`;
  const server = createHttpServer((request, response) => {
    asked.push({ what: `${request.method ?? ''} ${request.url ?? ''}`, login: undefined });
    response.writeHead(405).end();
  });
  server.on('connect', ({ url = '', headers }, socket: Socket) => {
    const login = headers['proxy-authorization'];
    asked.push({ what: `CONNECT ${url}`, login });
    if (login !== expected) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 Connection Established\r\n\r\n'));
    join(socket, target);
  });
  return { ...(await listen(server)), asked };
}

/** Pipes both ways; the end of one is the end of the other. */
function join(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one);
  for (const [socket, peer] of [
    [one, other],
    [other, one],
  ] as const) {
    socket.on('error', () => peer.destroy());
    socket.on('close', () => peer.destroy());
  }
}

async function listen(server: Server): Promise<NetworkServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
