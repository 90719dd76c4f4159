import { cases, type Case, operationsById } from '../../generated/cases.js';
import { Runcrate, type RuncrateOptions } from '../../src/index.node.js';
import { observedFetch, type ObservedRequest, type Respond } from './observed-fetch.js';

export const TEST_API_KEY = 'rc_live_test0000000000000000';

export type { ObservedRequest, Respond };

export interface Observed {
  readonly client: Runcrate;
  /** In the order in which `fetch` was called. */
  readonly requests: readonly ObservedRequest[];
}

/** A real client whose `fetch` is the test's function. By default every call succeeds with the documented example. */
export function observedClient(respond: Respond = respondAsDocumented, options: RuncrateOptions = {}): Observed {
  const { fetch, requests } = observedFetch(respond);
  return { client: new Runcrate({ apiKey: TEST_API_KEY, fetch, logLevel: 'off', ...options }), requests };
}

/** A JSON response. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, init);
}

/** The documented success of whichever operation is called: its example, or the transcript of its stream. */
export function respondAsDocumented({ method, url, json: body }: ObservedRequest): Response {
  const path = url.pathname.replace(/^.*?\/v1\//, '/');
  const route = routes.find((candidate) => candidate.method === method && candidate.pattern.test(path));
  if (!route) throw new Error(`No operation of the document is ${method} ${path}.`);
  const { response, stream }: Case = cases[route.id];
  if (stream && (body as { readonly stream?: boolean }).stream) {
    return new Response(stream.transcript, { headers: { 'content-type': 'text/event-stream' } });
  }
  const { status, contentType, body: answer } = response;
  if (answer === undefined) return new Response(null, { status });
  // Bytes are documented as text.
  const bytes = typeof answer === 'string' && !contentType?.includes('json') ? answer : JSON.stringify(answer);
  return new Response(bytes, { status, headers: { 'content-type': contentType ?? 'application/json' } });
}

/** The literal paths first: /instances/types is not an instance. */
const routes = Object.entries(operationsById)
  .map(([id, { method, path }]) => ({
    id: id as keyof typeof cases,
    method,
    pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    variables: path.split('{').length,
  }))
  .sort((a, b) => a.variables - b.variables);
