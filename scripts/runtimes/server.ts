import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen, type TrialServer } from './listen.js';
import { speech, summaryOf } from './programs/smoke.js';

/**
 * The endpoints of both APIs that programs/smoke.ts calls, with CORS headers. The mock has neither CORS headers nor a
 * slow instance, and it changes binary bodies.
 */
export async function startSmokeServer(): Promise<TrialServer> {
  const visits = new Visits();
  return listen((request, response) => {
    respond(visits, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
}

async function respond(visits: Visits, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(crossOriginHeaders(request))) response.setHeader(name, value);
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://server');
  const route = `${request.method ?? ''} ${pathname}`;
  for (const [pattern, reply] of routes) {
    const match = pattern.exec(route);
    if (match) return reply({ request, response, visits, name: match[1] ?? '', query: searchParams });
  }
  sendError(response, 404, `Unexpected request: ${route}`);
}

/** `*` does not cover `Authorization`, so the requested headers are listed by name. */
function crossOriginHeaders({ headers }: IncomingMessage): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? 'authorization',
    'access-control-expose-headers': 'x-request-id, retry-after',
    'x-request-id': 'request-of-the-smoke',
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly visits: Visits;
  /** The last segment of the path, if the route has a parameter. */
  readonly name: string;
  readonly query: URLSearchParams;
}

type Reply = (exchange: Exchange) => Promise<void> | void;

const routes: readonly (readonly [route: RegExp, reply: Reply])[] = [
  [
    /^GET \/arrived\/(.+)$/,
    async ({ visits, name, response }) => {
      await visits.arrival(name);
      response.end('arrived');
    },
  ],
  [
    /^GET \/gone\/(.+)$/,
    async ({ visits, name, response }) => {
      await visits.departure(name);
      response.end('gone');
    },
  ],
  [/^GET \/api\/v1\/instances$/, withKey(sendInstances)],
  [/^GET \/api\/v1\/instances\/(slow-.+)$/, withKey(({ visits, name, response }) => visits.note(name, response))],
  [/^GET \/api\/v1\/instances\/(busy-.+)$/, withKey(sendOnSecondAttempt)],
  [/^GET \/api\/v1\/instances\/missing$/, withKey(({ response }) => sendError(response, 404, 'No such instance'))],
  [/^GET \/api\/v1\/billing\/transactions$/, withKey(sendTransactions)],
  [/^POST \/v1\/chat\/completions$/, withKey(sendCompletion)],
  [/^POST \/v1\/images\/generations$/, withKey(sendImage)],
  [/^POST \/v1\/audio\/speech$/, withKey(sendSpeech)],
  [/^POST \/v1\/audio\/transcriptions$/, withKey(sendTranscription)],
];

function withKey(reply: Reply): Reply {
  return (exchange) => {
    if (exchange.request.headers.authorization === 'Bearer rc_live_smoke') return reply(exchange);
    sendError(exchange.response, 401, 'The request has no valid key');
  };
}

function sendInstances({ response, query }: Exchange): void {
  const name = query.get('search') ?? 'unasked';
  sendJson(response, {
    data: [
      { id: '1', name: `${name}-1`, status: 'running', gpu_type: 'A100' },
      { id: '2', name: `${name}-2`, status: 'pending', gpu_type: 'H100' },
    ],
  });
}

function sendOnSecondAttempt({ response, visits, name }: Exchange): void {
  const isFirst = !visits.has(name);
  visits.note(name, response);
  if (!isFirst) return sendJson(response, { data: { id: name, name: 'second attempt', status: 'running' } });
  response.setHeader('retry-after', '0');
  sendError(response, 429, 'Busy');
}

function sendTransactions({ response, query }: Exchange): void {
  const offset = Number(query.get('offset') ?? 0);
  const all = [1, 2, 3].map((amount) => ({ id: String(amount), type: 'usage', amount }));
  const data = all.slice(offset, offset + Number(query.get('limit')));
  const hasMore = offset + data.length < all.length;
  sendJson(response, { data, meta: { hasMore, total: all.length } });
}

async function sendCompletion({ request, response }: Exchange): Promise<void> {
  const { messages, max_tokens, stream } = JSON.parse((await bodyOf(request)).toString()) as {
    readonly messages: readonly [{ readonly content: string }];
    readonly max_tokens?: number;
    readonly stream?: boolean;
  };
  if (stream === true) return sendEvents(response);
  const content = `${messages[0].content}, ${max_tokens ?? 'unlimited'} tokens`;
  sendJson(response, {
    id: 'c',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 },
  });
}

/** Sends chunks whose boundaries split events, line endings and characters. */
async function sendEvents(response: ServerResponse): Promise<void> {
  const chunk = (choice: object): string =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, ...choice }] })}\r\n\r\n`;
  const events = [
    ...['Grü', 'ße ', '🚀'].map((content) => chunk({ delta: { content }, finish_reason: null })),
    chunk({ delta: {}, finish_reason: 'stop' }),
    'data: [DONE]\r\n\r\n',
  ];
  const bytes = Buffer.from(`: hello\r\n\r\n${events.join('')}`);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let start = 0; start < bytes.length; start += 37) {
    response.write(bytes.subarray(start, start + 37));
    await sleep(1);
  }
  response.end();
}

/** The image that it was sent. */
async function sendImage({ request, response }: Exchange): Promise<void> {
  const { image } = JSON.parse((await bodyOf(request)).toString()) as { readonly image: string };
  sendJson(response, { created: 1, data: [{ url: image }] });
}

async function sendSpeech({ request, response }: Exchange): Promise<void> {
  await bodyOf(request);
  response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(speech);
}

async function sendTranscription({ request, response }: Exchange): Promise<void> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(await bodyOf(request), { headers }).formData();
  const file = form.get('file');
  if (!(file instanceof File)) return sendError(response, 422, 'The form has no file');
  const language = form.get('language');
  const summary = summaryOf(new Uint8Array(await file.arrayBuffer()));
  sendJson(response, { text: `${file.name}, ${summary}, ${typeof language === 'string' ? language : 'none'}` });
}

function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function sendError(response: ServerResponse, status: number, message: string): void {
  sendJson(response, { error: { code: status === 404 ? 'not_found' : 'other', message } }, status);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Requests for instances, by the instance's name: when each was received, and when its connection was closed. */
class Visits {
  readonly #visits = new Map<string, Visit>();

  has(name: string): boolean {
    return this.#visits.has(name);
  }

  note(name: string, response: ServerResponse): void {
    const visit = this.#visit(name);
    visit.arrive();
    response.once('close', visit.leave);
  }

  arrival(name: string): Promise<void> {
    return this.#visit(name).arrived;
  }

  departure(name: string): Promise<void> {
    return this.#visit(name).gone;
  }

  /** Created by the first caller: the request itself, or one that waits for it. */
  #visit(name: string): Visit {
    const visit = this.#visits.get(name) ?? newVisit();
    this.#visits.set(name, visit);
    return visit;
  }
}

interface Visit {
  readonly arrive: () => void;
  readonly arrived: Promise<void>;
  readonly leave: () => void;
  readonly gone: Promise<void>;
}

function newVisit(): Visit {
  const [arrived, arrive] = openPromise();
  const [gone, leave] = openPromise();
  return { arrive, arrived, leave, gone };
}

function openPromise(): [Promise<void>, () => void] {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((resolveIt) => (resolve = resolveIt));
  return [promise, () => resolve()];
}
