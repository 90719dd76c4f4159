import { readErrorBody } from '../errors/error-body.js';
import type { ReadText } from '../operation/operation.js';
import { charsetOf, decoderOfCharset } from './charset.js';

/** XML of other documents. No other file of the core imports this: a generated record does. */
export const xml: ReadText = async (response, type, refusal, content) => {
  const isNamed = /;\s*charset\s*=/i.test(type);
  const [bare = ''] = type.toLowerCase().split(/\s*;/);
  const bytes = await response.arrayBuffer();
  const charset = isNamed ? charsetOf(type) : charsetIn(bytes);
  const decoder = decoderOfCharset(charset);
  if (decoder === undefined) throw refusal(`in the charset "${charset}", which this platform does not know`);
  const text = decoder.decode(bytes);
  // A page of a proxy or an error is no XML, unless it is documented too.
  if (!/^text\/html|[/+]json$/.test(bare) || content.toLowerCase().includes(bare)) return text;
  throw refusal(
    `with ${type} where XML was expected`,
    bare === 'text/html' ? undefined : readErrorBody(text, type).message,
  );
};

/**
 * The charset of XML whose content type names none: that of its byte order mark, else the one that it declares itself,
 * else UTF-8 (RFC 7303, 3.2).
 */
function charsetIn(bytes: ArrayBuffer): string {
  const head = String.fromCharCode(...new Uint8Array(bytes.slice(0, 200)));
  if (head.startsWith('\xfe\xff')) return 'utf-16be';
  if (head.startsWith('\xff\xfe')) return 'utf-16le';
  const named = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"'>]+)/.exec(head)?.[1] ?? 'utf-8';
  // Its declaration could not be read if it were.
  return /^utf-?16/i.test(named) ? 'utf-8' : named;
}
