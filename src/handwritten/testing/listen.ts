import type { LocalServer, ServedRequest, StartServer } from '../platform/platform.js';
import { asyncDispose } from '../core/async-dispose.js';

/** The options of `api.listen({ … })`. */
export interface ListenOptions {
  /**
   * The port.
   * @defaultValue 0: one that is free
   */
  readonly port?: number;
  /**
   * The address to bind. The default is not reachable from other machines.
   * @defaultValue `127.0.0.1`
   */
  readonly hostname?: string;
  /**
   * How fast the time of the simulator passes while it listens, since other programs have a clock of their own: with 60,
   * a minute takes a second.
   * @defaultValue 1
   */
  readonly speed?: number;
}

/** A simulator on a port. */
export interface SimulatorServer {
  /** Such as `http://127.0.0.1:49152`. */
  readonly url: string;
  /** The URL of the infrastructure API, for `RUNCRATE_BASE_URL`. */
  readonly baseUrl: string;
  /** The URL of the inference API, for `RUNCRATE_INFERENCE_URL`. */
  readonly inferenceUrl: string;
  /** Closes the port, with every connection. */
  close(): Promise<void>;
  /** As `close`, at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void>;
}

type Serve = (request: ServedRequest, url: URL) => Promise<Response>;

/** Opens the port of a simulator. `paths` are those of its two servers. */
export async function openPort(
  start: StartServer | undefined,
  { port = 0, hostname = '127.0.0.1' }: ListenOptions,
  paths: { readonly infrastructure: string; readonly inference: string },
  serve: Serve,
): Promise<SimulatorServer> {
  if (!start) {
    throw new Error(
      '`api.listen()` needs Node.js, Bun or Deno: here no port can be opened. Pass `api.options` to a client instead.',
    );
  }
  let url = '';
  const respond = async (request: ServedRequest): Promise<Response> => {
    const headers = corsOf(request);
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers });
    const response = await serve(request, new URL(url + request.target));
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  };
  const server: LocalServer = await start({ port, hostname }, respond);
  url = `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${server.port}`;
  return {
    url,
    baseUrl: url + paths.infrastructure,
    inferenceUrl: url + paths.inference,
    close: server.close,
    [asyncDispose]: server.close,
  };
}

/** Pages of any origin may call it. `*` would not include `Authorization`. */
function corsOf({ method, headers }: ServedRequest): Record<string, string> {
  const all = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };
  if (method !== 'OPTIONS') return all;
  return {
    ...all,
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-allow-private-network': 'true',
    'access-control-max-age': '600',
  };
}
