import { failure, type Answer } from './answer.js';
import { hashOf } from './hash.js';

/** Serves a file: a range of it, if one is asked for and the validator still fits (RFC 9110, 14). */
export function serveRange(bytes: Uint8Array, type: string, asked: Readonly<Record<string, string>>): Answer {
  const etag = `"${hashOf(String.fromCharCode(...bytes.subarray(0, 64)) + String(bytes.length)).toString(16)}"`;
  const headers = { 'content-type': type, 'accept-ranges': 'bytes', etag, 'content-length': String(bytes.length) };
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked['range'] ?? '') ?? [];
  const isSame = asked['if-range'] === undefined || asked['if-range'] === etag;
  if ((first === '' && last === '') || !isSame) return { status: 200, headers, body: bytes };
  const start = first === '' ? Math.max(0, bytes.length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes.length : Math.min(bytes.length, Number(last) + 1);
  if (start >= end) {
    return {
      ...failure(416, 'The range is outside the file.'),
      headers: { 'content-range': `bytes */${bytes.length}` },
    };
  }
  const part = bytes.subarray(start, end);
  const range = { 'content-length': String(part.length), 'content-range': `bytes ${start}-${end - 1}/${bytes.length}` };
  return { status: 206, headers: { ...headers, ...range }, body: part };
}
