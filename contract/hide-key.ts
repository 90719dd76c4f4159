import type { RuncrateOptions } from '../src/index.node.js';

/** Redacts the key in a string: a server may return it in a message or a field. */
export function keyHider(apiKey: RuncrateOptions['apiKey']): (text: string) => string {
  return typeof apiKey === 'string' ? (text) => text.replaceAll(apiKey, 'rc_live_…') : (text) => text;
}
