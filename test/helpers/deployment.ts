import type { ServerResponse } from 'node:http';
import { operationsById, type OperationId, cases, type Case } from '../../generated/cases.js';
import { answer, loopbackServer, type AcceptedRequest, type Answer, type Reply } from './loopback-server.js';

/** A call that the deployment received. */
export interface DeploymentCall {
  readonly id: OperationId;
  readonly request: AcceptedRequest;
  /** The response that openapi.json describes. */
  readonly answer: Answer;
}

/** Changes a response, or the whole reply. */
export type Drift = (call: DeploymentCall) => Answer | Reply;

export interface Deployment extends AsyncDisposable {
  readonly url: string;
  /** The operations, in the order in which they were called. */
  readonly calls: readonly DeploymentCall[];
  /** Names of all that was created and not deleted. */
  readonly names: () => string[];
}

type Fields = Readonly<Record<string, unknown>>;

interface Item {
  readonly id: string;
  readonly name: string;
}

/** A deployment with a memory: what is created has its own id and name, is listed, and is gone once deleted. */
export async function startDeployment(drift: Drift = (call) => call.answer): Promise<Deployment> {
  const items = new Map<string, Map<string, Item>>();
  const calls: DeploymentCall[] = [];
  const reply = async (request: AcceptedRequest, response: ServerResponse): Promise<void> => {
    const call = { request, ...answerAsDocumented(request, items) };
    calls.push(call);
    const drifted = drift(call);
    // What is created exists whatever happens to the response; what is not allowed to be deleted stays.
    if (request.method === 'DELETE' && drifted === call.answer) forget(request, items);
    await (typeof drifted === 'function' ? drifted : answer(drifted))(request, response);
  };
  const server = await loopbackServer(() => reply);
  return {
    url: server.url,
    calls,
    names: () => [...items.values()].flatMap((kind) => [...kind.values()].map(({ name }) => name)),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const collections = ['/instances', '/environments', '/ssh-keys', '/storage'];

function answerAsDocumented(
  request: AcceptedRequest,
  items: Map<string, Map<string, Item>>,
): { readonly id: OperationId; readonly answer: Answer } {
  const path = new URL(request.url, 'http://localhost').pathname.replace(/^.*?\/v1\//, '/');
  const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(path));
  if (route === undefined) throw new Error(`No operation of the document is ${request.method} ${path}.`);
  const body = jsonOf(request);
  const documented = documentedAnswer(cases[route.id], body?.['stream'] === true);
  const collection = collections.find((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  if (collection === undefined || route.id === 'listInstanceTypes' || route.id === 'listStorageRegions') {
    return { id: route.id, answer: documented };
  }
  const kind = items.get(collection) ?? new Map<string, Item>();
  items.set(collection, kind);
  const [, , id = ''] = path.split('/');
  return { id: route.id, answer: remember(kind, request.method, id, body?.['name'], documented) };
}

function remember(kind: Map<string, Item>, method: string, id: string, name: unknown, documented: Answer): Answer {
  const { data } = (documented.body || {}) as { readonly data?: Fields | readonly Fields[] };
  const [example] = [data ?? {}].flat() as readonly Fields[];
  if (method === 'GET' && id === '') {
    return { ...documented, body: { data: [...kind.values()].map((item) => ({ ...example, ...item })) } };
  }
  const key = id === '' ? `${method.toLowerCase()}-${kind.size + 1}` : id;
  const known = kind.get(key);
  if (method !== 'POST' && known === undefined) {
    return { status: 404, body: { error: { code: 'not_found', message: `There is no ${id}.` } } };
  }
  if (method === 'DELETE') return documented;
  const item = { id: key, name: typeof name === 'string' ? name : (known?.name ?? '') };
  kind.set(key, item);
  return { ...documented, body: { data: { ...example, ...item } } };
}

function forget({ url }: AcceptedRequest, items: ReadonlyMap<string, Map<string, Item>>): void {
  const [, collection = '', id = ''] = /\/v1(\/[^/?]+)\/([^/?]+)/.exec(url) ?? [];
  items.get(collection)?.delete(id);
}

function documentedAnswer({ response, stream }: Case, isStream: boolean): Answer {
  if (isStream && stream) return { headers: { 'content-type': 'text/event-stream' }, body: stream.transcript };
  const { status, contentType, body } = response;
  // The loopback server sets its own content type for JSON.
  const headers = contentType === undefined ? {} : { 'content-type': contentType };
  return { status, headers, body: body ?? '' };
}

function jsonOf({ headers, body }: AcceptedRequest): Readonly<Record<string, unknown>> | undefined {
  if (headers['content-type'] !== 'application/json') return undefined;
  return JSON.parse(body.toString()) as Readonly<Record<string, unknown>>;
}

/** The literal paths first: /instances/types is not an instance. */
const routes = Object.entries(operationsById)
  .map(([id, { method, path }]) => ({
    id: id as OperationId,
    method,
    pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    isLiteral: !path.includes('{'),
  }))
  .sort((a, b) => Number(b.isLiteral) - Number(a.isLiteral));
