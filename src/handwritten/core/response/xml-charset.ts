/**
 * The charset of XML whose content type names none: that of its byte order mark, else the one that it declares itself,
 * else UTF-8 (RFC 7303, 3.2).
 */
export function xmlCharset(bytes: ArrayBuffer): string {
  const head = String.fromCharCode(...new Uint8Array(bytes.slice(0, 200)));
  if (head.startsWith('\xfe\xff')) return 'utf-16be';
  if (head.startsWith('\xff\xfe')) return 'utf-16le';
  const named = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"'>]+)/.exec(head)?.[1] ?? 'utf-8';
  // Its declaration could not be read if it were.
  return /^utf-?16/i.test(named) ? 'utf-8' : named;
}
