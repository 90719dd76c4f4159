/** Throws if the text is not base64; white space is skipped. */
export function fromBase64(text: string): Uint8Array {
  const compact = /\s/.test(text) ? text.replace(/\s/g, '') : text;
  const bytes = Buffer.from(compact, 'base64');
  // Node skips invalid base64; the length reveals it.
  const digits = compact.replace(/={1,2}$/, '').length;
  if (digits % 4 === 1 || bytes.length !== Math.floor((digits * 3) / 4)) throw new Error('The string is not base64.');
  return bytes;
}
