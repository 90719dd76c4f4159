import type { ApiDocument } from './document.js';
import { isLost } from './faults.js';
import { assetsOrigin } from './router.js';

/** What is needed of msw: `import { http } from 'msw'`. It is passed in, so that the SDK never imports it. */
export interface Msw<Handler> {
  /** Of msw. */
  readonly http: {
    /** Makes a handler. */
    all(path: RegExp, resolver: (info: { readonly request: Request }) => Promise<Response>): Handler;
  };
}

/** The options of `api.msw(msw, { … })`. */
export interface MswOptions {
  /**
   * Seconds that pass in the simulator while one passes outside.
   * @defaultValue 1
   */
  readonly speed?: number;
}

/** Handlers for the hosts of the document. A request to any other is left to the other handlers of the test. */
export function mswHandlers<Handler>(
  { http }: Msw<Handler>,
  { servers }: ApiDocument,
  fetch: (request: Request) => Promise<Response>,
): Handler[] {
  const hosts = Object.values(servers).map((url) => `(?:www\\.)?${escaped(new URL(url).host)}`);
  const pattern = new RegExp(`^https://(?:${[...hosts, escaped(new URL(assetsOrigin).host)].join('|')})/`);
  const resolver = async ({ request }: { readonly request: Request }): Promise<Response> => {
    try {
      return await fetch(request);
    } catch (error) {
      // msw would make a 500 of an error; this is how it is told of a connection that is lost.
      if (isLost(error) || request.signal.aborted) return Response.error();
      throw error;
    }
  };
  return [http.all(pattern, resolver)];
}

function escaped(host: string): string {
  return host.replaceAll('.', '\\.');
}
