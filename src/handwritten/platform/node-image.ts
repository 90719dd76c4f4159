import { fromBase64 } from './node-bytes.js';
import { ApiError } from '../core/errors/api-error.js';
import { textIn } from '../core/errors/error-body.js';
import { docsUrl, InvalidResponseError } from '../core/errors/errors.js';
import type { ImageSource } from '../core/transport/file-transport.js';
import type { ResponseBody } from '../core/response/response-body.js';

/** The bytes of an image that is in the response, else the link to it. */
export function imageBytes(image: ImageSource): Uint8Array | string {
  const { url, b64Json } = image;
  if (b64Json) return bytesOf(b64Json);
  if (!url) {
    const said = textIn(image);
    throw unusable(`The response has neither a link nor an image${said ? `: ${said}` : '.'}`);
  }
  if (/^data:/i.test(url)) return dataUriBytes(url);
  if (!/^https?:/i.test(url)) throw unusable('The response has a link that is neither http(s) nor a data URI.');
  return url;
}

/** The response of an image link. Rejects if it is not an image. */
export async function openImage(opening: Promise<ResponseBody>): Promise<ResponseBody> {
  const body = await opening.catch(explainLink);
  const type = body.head.headers.get('content-type') ?? '';
  if (isImage(type)) return body;
  const error = unusable(`The image link returned ${type}, not an image.`, body.head.status, expiryHint);
  body.abort(error);
  throw error;
}

/** File servers often send only a generic binary type. */
function isImage(type: string): boolean {
  return type === '' || /^(image\/|application\/octet-stream|binary\/octet-stream)/i.test(type);
}

const expiryHint =
  'Links are valid for a short time. Save at once, or request the image itself with `responseFormat: "b64_json"`.';

/** An expired link returns an error, or an HTML page. */
function explainLink(error: unknown): never {
  if (error instanceof ApiError && [400, 401, 403, 404, 410].includes(error.statusCode)) {
    const message = `The image link has expired, or is not valid: it returned ${error.statusCode}.`;
    throw unusable(message, error.statusCode, expiryHint, error);
  }
  if (error instanceof InvalidResponseError) {
    const message = `The image link returned no image. ${error.message}`;
    throw unusable(message, error.statusCode, expiryHint, error);
  }
  throw error;
}

function dataUriBytes(uri: string): Uint8Array {
  const comma = uri.indexOf(',');
  if (comma === -1) throw unusable('The response has an invalid data URI.');
  const [type = '', ...parameters] = uri.slice('data:'.length, comma).split(';');
  if (!isImage(type)) throw unusable(`The response has a data URI of ${type}, not of an image.`);
  const data = uri.slice(comma + 1);
  if (data === '') throw unusable('The response has an empty image.');
  return parameters.at(-1)?.toLowerCase() === 'base64' ? bytesOf(data) : new TextEncoder().encode(percentDecoded(data));
}

function bytesOf(base64: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(base64);
  } catch (cause) {
    throw unusable('The response has invalid base64.', 200, undefined, cause);
  }
  if (bytes.length === 0) throw unusable('The response has an empty image.');
  return bytes;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw unusable('The response has an invalid data URI.', 200, undefined, cause);
  }
}

function unusable(message: string, statusCode = 200, hint?: string, cause?: unknown): InvalidResponseError {
  return new InvalidResponseError({ message, statusCode, hint, cause, docsUrl: docsUrl('images') });
}
