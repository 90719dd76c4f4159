import type { SimulatorOptions } from '../../src/handwritten/testing/settings.js';
import { createSimulator, type Simulator } from '../../src/handwritten/testing/simulator.js';
import { loopbackServer, type LoopbackServer, type Reply } from './loopback-server.js';

/** A simulator behind a real server, for programs. Its key is that of `environmentOf`. */
export interface SimulatorServer extends LoopbackServer {
  readonly api: Simulator;
}

/** `stalls`: requests with this method get no response. */
export async function simulatorServer(options: SimulatorOptions = {}, stalls?: string): Promise<SimulatorServer> {
  const api = createSimulator({ apiKey: 'rc_live_test', deploySeconds: 0, ...options });
  const reply: Reply = async ({ method, url, headers, body }, response) => {
    if (method === stalls) return;
    const sent = new Headers({ authorization: headers.authorization ?? '', 'content-type': 'application/json' });
    const init = { method, headers: sent, ...(body.length > 0 && { body: new Uint8Array(body) }) };
    const received = await api.fetch(`https://runcrate.ai${url}`, init);
    response.writeHead(received.status, Object.fromEntries(received.headers));
    response.end(Buffer.from(await received.arrayBuffer()));
  };
  return Object.assign(await loopbackServer(() => reply), { api });
}
