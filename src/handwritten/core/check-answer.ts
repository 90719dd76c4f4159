import { isJson, isWebPage, unreadable } from './read.js';

/** Refuses a file that is really a page or a message. */
export function checkFileType(response: Response, label: string): void {
  const contentType = response.headers.get('content-type') ?? '';
  if (!isWebPage(contentType) && !isJson(contentType)) return;
  throw unreadable(response, `${label} answered ${response.status} with ${contentType} where a file was due.`);
}

/** Refuses a file of no bytes: a 204, or a body that a proxy has lost. */
export function checkNotEmpty(bytes: ArrayBuffer, response: Response, label: string): ArrayBuffer {
  if (bytes.byteLength > 0) return bytes;
  throw unreadable(response, `${label} answered ${response.status} without a body where a file was due.`);
}

/** Refuses a success that is a web page, even where the body does not matter: something else than the API answered. */
export function checkNoPage(response: Response, label: string): void {
  if (!isWebPage(response.headers.get('content-type') ?? '')) return;
  throw unreadable(response, `${label} answered ${response.status} with a web page.`);
}

/** Refuses a stream that is none: a proxy's page, or an API that ignored `stream`. */
export function checkStreamType(response: Response, label: string): void {
  const contentType = response.headers.get('content-type') ?? '';
  if (response.body !== null && !isWebPage(contentType) && !isJson(contentType)) return;
  throw unreadable(
    response,
    `${label} answered ${response.status} with ${contentType || 'nothing'} where an event stream was due.`,
  );
}
