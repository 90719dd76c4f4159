import type { ServerSentEvent } from '../operation/operation.js';

/*
 * How the events and the XML of other documents are read. No other file of the core imports these: a generated record
 * does, if its document has event streams or XML. Undefined is the end of the stream, null is no event.
 */

export { xml } from '../response/xml-text.js';

/** The data are JSON, and the event is their value. `[DONE]` ends the stream, as OpenAI's servers do. */
export function json({ data }: ServerSentEvent): unknown {
  const text = data.trim();
  if (text === '[DONE]') return undefined;
  return text === '' ? null : JSON.parse(text);
}

/** An event whose data the document says nothing about. */
export function plain({ type, data }: ServerSentEvent): ServerSentEvent {
  return { type, data };
}

/** The fields as OpenAPI 3.2 names them: `data` is a string. */
export function whole({ type, data }: ServerSentEvent): unknown {
  return { event: type, data };
}

/** The same with `data` that are JSON. */
export function parsed({ type, data }: ServerSentEvent): unknown {
  return { event: type, data: JSON.parse(data) as unknown };
}
