import type { RuncrateOptions } from '../src/index.node.js';

/** Takes the key out of a text: a server may send it back, in a message or a field. */
export function keyHider(apiKey: RuncrateOptions['apiKey']): (text: string) => string {
  return typeof apiKey === 'string' ? (text) => text.replaceAll(apiKey, 'rc_live_…') : (text) => text;
}
