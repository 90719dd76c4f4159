/*
 * Test environments such as jsdom and happy-dom replace some classes of the platform, and `fetch` knows only its own:
 * of another Blob or form it would send "[object Blob]". So values are recognized by shape, and what is sent is of the
 * classes of `Response`, which are those of `fetch`.
 */

/** Whether a value is a Blob or a File of any implementation. */
export function isBlob(value: unknown): value is Blob {
  const { size, slice } = Object(value) as Partial<Blob>;
  return typeof size === 'number' && typeof slice === 'function';
}

/** Whether a value is a web stream of any implementation. */
export function isWebStream(value: unknown): value is ReadableStream<Uint8Array> {
  return typeof (Object(value) as Partial<ReadableStream>).getReader === 'function';
}

/** Whether a value is a Response of any implementation. */
export function isResponse(value: unknown): value is Response {
  return 'bodyUsed' in Object(value);
}

/** Whether a value is a FormData or, with `sort`, a URLSearchParams of any implementation. */
export function isForm(value: unknown): value is FormData | URLSearchParams {
  return 'getAll' in Object(value);
}

/** A Blob that `fetch` reads: the same if it is its own, else a copy. */
export async function ownBlob(blob: Blob): Promise<Blob> {
  const OwnBlob = (await new Response('').blob()).constructor as typeof Blob;
  const { type } = blob;
  return blob instanceof OwnBlob ? blob : new OwnBlob([await bytesOf(blob)], { type });
}

/** An empty form that `fetch` reads. */
export function ownForm(): Promise<FormData> {
  return new Response('', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }).formData();
}

/** The bytes of a Blob. That of older versions of jsdom has no `arrayBuffer`. */
export async function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  if ('arrayBuffer' in blob) return blob.arrayBuffer();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });
}
