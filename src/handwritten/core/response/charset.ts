/** The charset that a content type names, or UTF-8. */
export function charsetOf(type: string): string {
  return /;\s*charset\s*=\s*["']?([^"';\s]+)/i.exec(type)?.[1] ?? 'utf-8';
}

/** Undefined for a charset that the platform doesn't know. */
export function decoderOfCharset(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}
