/** The text of a body, in the charset that its type names. JSON is UTF-8 whatever it says (RFC 8259, 8.1 and 11). */
export async function textOf(response: Response): Promise<string> {
  const contentType = response.headers.get('content-type') ?? '';
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  const decoder = /^text\/plain/i.test(contentType) ? decoderOf(charset) : undefined;
  return decoder === undefined ? response.text() : decoder.decode(await response.arrayBuffer());
}

/** None for UTF-8, which the platform reads by itself, and for a charset that nobody knows. */
function decoderOf(charset: string): TextDecoder | undefined {
  try {
    const decoder = new TextDecoder(charset);
    return decoder.encoding === 'utf-8' ? undefined : decoder;
  } catch {
    return undefined;
  }
}
