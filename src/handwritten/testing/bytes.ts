/** The bytes of integers of so many bytes each, the lowest first. */
export function littleEndian(...values: readonly (readonly [value: number, size: 1 | 2 | 4])[]): number[] {
  return values.flatMap(([value, size]) => Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 0xff));
}

export function bigEndian(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}

export function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let position = 0;
  for (const part of parts) {
    bytes.set(part, position);
    position += part.length;
  }
  return bytes;
}

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 0x6000) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + 0x6000)));
  }
  return text;
}
