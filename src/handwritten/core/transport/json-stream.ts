import type { ResponseContext } from '../response/response-context.js';
import { HttpEventStream } from '../streaming/event-stream.js';
import { isObject } from '../json-object.js';
import { readBounded } from '../response/read-bounded.js';
import { parseJson } from './parse-json.js';
import { misplacedJson, type Refusal } from './refusal.js';

/**
 * Opens a response that calls itself JSON where a stream was asked for: events with a wrong type, or the whole
 * completion of a server that does not stream, as its one event. Anything else is what the server has to say.
 */
export async function openJsonStream(
  context: ResponseContext,
  type: string,
  refusal: Refusal,
  readText: () => Promise<string>,
): Promise<HttpEventStream<unknown>> {
  const { call, head } = context;
  const { response } = head;
  // A field of an event: no JSON begins with its letter.
  const beginning = await readBounded(response.clone(), context.scope, firstSign);
  if (/[deir]/.test(firstSign.exec(beginning)?.[1] ?? '')) return new HttpEventStream(context);
  const text = await readText();
  const body = parseJson(text, type, refusal, call.server);
  const { choices } = (isObject(body) ? body : {}) as { readonly choices?: unknown };
  if (!Array.isArray(choices) || choices.length === 0) throw misplacedJson(text, type, 'an event stream', refusal);
  const event = JSON.stringify({ ...(body as object), object: 'chat.completion.chunk' });
  head.response = new Response(`data: ${event}\n\ndata: [DONE]\n\n`, response);
  return new HttpEventStream(context);
}

/** Of the first line, but for comments. */
const firstSign = /^(?:[^\S\n]*(?::[^\n]*)?\n)*\s*([^\s:])/;
