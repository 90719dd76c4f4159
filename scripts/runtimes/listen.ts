import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of a trial, closed with all its connections. */
export interface TrialServer extends AsyncDisposable {
  /** Without a trailing slash. */
  readonly origin: string;
}

/** Serves on a free port of this machine. */
export async function listen(respond: RequestListener): Promise<TrialServer> {
  const server = createServer(respond);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
