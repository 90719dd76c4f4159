import { afterAll, beforeAll } from 'vitest';
import { loopbackServer, type AcceptedRequest, type LoopbackServer, type Reply } from './loopback-server.js';

export interface FaultServer {
  /** Without a trailing slash. */
  readonly url: string;
  /** Starts a play, and returns the requests that are accepted in it, in order. */
  readonly play: (script: (index: number, request: AcceptedRequest) => Reply) => readonly AcceptedRequest[];
}

/** One server for a file of tests; each test sets its replies. */
export function useFaultServer(): FaultServer {
  let server: LoopbackServer;
  let requests: AcceptedRequest[] = [];
  let script: (index: number, request: AcceptedRequest) => Reply;
  beforeAll(async () => {
    server = await loopbackServer((request) => (...given) => {
      const index = requests.push(request) - 1;
      return script(index, request)(...given);
    });
  });
  afterAll(() => server.close());
  return {
    get url() {
      return server.url;
    },
    play(next) {
      script = next;
      requests = [];
      return requests;
    },
  };
}
