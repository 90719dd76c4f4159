import type { IncomingHttpHeaders } from 'node:http';
import { jsonIn, type MockRequest } from './mock-accept.js';
import { chatProblem, chatReply, type ChatRequest } from './mock-chat.js';
import { truthOf } from './mock-error.js';
import type { MockMedia } from './mock-media.js';
import type { RunningPrism } from './mock-prism.js';

export interface MockAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string | Uint8Array;
}

interface Context {
  readonly request: MockRequest;
  /** By `Prefer`, which asks for an answer as the document has it. */
  readonly isForced: boolean;
  readonly media: MockMedia | undefined;
  readonly prism: Pick<RunningPrism, 'sample'>;
}

/** Prism's answer, made to fit the request: an error says what is wrong, a model calls a tool. */
export function fitted(answer: MockAnswer, { request, isForced, media, prism }: Context): MockAnswer {
  const { status, body } = answer;
  const { 'sl-violations': violations, 'content-length': _, ...headers } = answer.headers;
  if (status >= 400) {
    const truth = truthOf(status, textOf(body), [violations ?? []].flat().join());
    return truth ? refusal(status, truth, headers) : { status, headers, body };
  }
  if (isForced || status !== 200) return { status, headers, body };
  if (request.method === 'POST' && request.path.endsWith('/chat/completions')) {
    return chatAnswer(jsonIn(request.body) as ChatRequest, { status, headers, body }, prism.sample);
  }
  if (media?.changes(request.method, request.path) !== true) return { status, headers, body };
  const { method, path, body: sent } = request;
  const example = JSON.parse(textOf(body)) as Readonly<Record<string, unknown>>;
  const made = media.change({ method, path, body: sent.toString(), example });
  return { status, headers, body: JSON.stringify(made) };
}

function chatAnswer(request: ChatRequest, answer: MockAnswer, sample: RunningPrism['sample']): MockAnswer {
  const problem = chatProblem(request);
  if (problem !== undefined) {
    const error = { message: problem, type: 'invalid_request_error', code: 'validation_error' };
    return refusal(422, { error }, answer.headers);
  }
  const reply = chatReply(request, sample);
  if (!reply) return answer;
  const isStream = answer.headers['content-type']?.startsWith('text/event-stream') === true;
  return { ...answer, body: reply[isStream ? 'events' : 'completion'](textOf(answer.body)) };
}

function refusal(status: number, error: object, headers: MockAnswer['headers']): MockAnswer {
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(error) };
}

function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : Buffer.from(body).toString();
}
