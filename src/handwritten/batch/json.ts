/** A response for JSON, which has no binary data: that of a response, or of its `body`, becomes `{ base64 }`. */
export function withoutBinary(response: unknown): unknown {
  if (ArrayBuffer.isView(response)) return { base64: base64Of(response) };
  const body: unknown = (Object(response) as { readonly body?: unknown }).body;
  return ArrayBuffer.isView(body) ? { ...(response as object), body: { base64: base64Of(body) } } : response;
}

/** In pieces, since a call takes only so many arguments. */
function base64Of({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  let binary = '';
  for (let start = 0; start < byteLength; start += 8192) {
    const piece = new Uint8Array(buffer, byteOffset + start, Math.min(8192, byteLength - start));
    binary += String.fromCharCode(...piece);
  }
  return btoa(binary);
}
