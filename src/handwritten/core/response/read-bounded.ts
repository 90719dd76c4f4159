import type { AttemptScope } from './attempt-scope.js';
import { charsetOf, decoderOfCharset } from './charset.js';

/** No error is longer. */
export const maxErrorBytes = 64 * 1024;

/**
 * The beginning of an error response body. A body that breaks off, or never ends, must not hide the status: what was
 * received is enough, and a charset that is unknown is read as UTF-8. Only an abort by the caller is thrown. What
 * `isEnough` matches ends it sooner.
 */
export async function readBounded(response: Response, scope: AttemptScope, isEnough?: RegExp): Promise<string> {
  // React Native's `fetch`: it has the whole text, and perhaps no TextDecoder.
  if ((response as Partial<Response>).body === undefined) return scope.race(response.text());
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const charset = charsetOf(response.headers.get('content-type') ?? '');
  const decoder = decoderOfCharset(charset) ?? new TextDecoder();
  let text = '';
  let size = 0;
  try {
    reader = response.body?.getReader();
    while (reader !== undefined && size < maxErrorBytes && !isEnough?.test(text)) {
      const { done, value } = await scope.race(reader.read());
      if (done) break;
      size += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    if (scope.isAborted && !scope.isEndedByUs) throw error;
  } finally {
    void reader?.cancel().catch(() => undefined);
  }
  return text;
}
