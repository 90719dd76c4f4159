import { docsUrl, RuncrateError } from '../core/errors/errors.js';
import { streamAdvice } from '../core/response/foreign-response.js';
import type { Platform } from './platform.js';

/** React Native, in what differs from the web: a `fetch` without streams, and half of `URL`. Before 0.74 it has no `btoa` either, and never `crypto`. */
export const nativeParts: Pick<
  Required<Platform>,
  'isBrowser' | 'takesNativeFiles' | 'randomId' | 'parseUrl' | 'toBase64' | 'checkStreams'
> = {
  isBrowser: false,
  takesNativeFiles: true,
  randomId: () => Array.from({ length: 4 }, () => Math.floor(Math.random() * 2 ** 32)).join('-'),
  parseUrl(text) {
    const [, protocol, user = '', hostname, port = '', pathname = '/', search = '', hash = ''] =
      /^(https?:)\/\/([^/?#]*@)?([^\s/?#:@\\]+|\[[\da-f:.]+\])(:\d+)?(\/[^\s?#]*)?(\?[^#]*)?(#.*)?$/is.exec(text) ?? [];
    if (protocol === undefined || hostname === undefined) throw new TypeError('not a URL');
    const scheme = protocol.toLowerCase();
    const host = hostname.toLowerCase();
    const isDefault = port === (scheme === 'https:' ? ':443' : ':80');
    const origin = `${scheme}//${host}${isDefault ? '' : port}`;
    return { protocol: scheme, username: user, password: '', hostname: host, origin, pathname, search, hash };
  },
  toBase64(bytes) {
    let text = '';
    for (let start = 0; start < bytes.length; start += 3) {
      const [a = 0, b, c] = bytes.subarray(start, start + 3);
      text += digits.charAt(a >> 2);
      text += digits.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
      text += b === undefined ? '=' : digits.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
      text += c === undefined ? '=' : digits.charAt(c & 63);
    }
    return text;
  },
  checkStreams(fetch, label) {
    if (
      fetch !== globalThis.fetch ||
      'body' in Response.prototype ||
      (new Response('') as Partial<Response>).body !== undefined
    )
      return;
    throw new RuncrateError({
      message: `${label} needs a stream, which the \`fetch\` of React Native has not.`,
      hint: streamAdvice,
      docsUrl: docsUrl('react-native'),
    });
  },
};

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
