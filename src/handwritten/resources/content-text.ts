import { objectsIn } from '../core/json-object.js';

/** The text of a delta's content. Some servers send it as a list of parts, as in messages. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return objectsIn<{ readonly text?: unknown }>(content)
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join('');
}
