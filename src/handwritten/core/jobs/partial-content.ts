/** The length of the file; undefined if the body is compressed in transit. */
export function lengthOf(headers: Headers): number | undefined {
  const length = headers.get('content-length');
  return length !== null && /^\d+$/.test(length) && isPlain(headers) ? Number(length) : undefined;
}

/** The validator for `If-Range`, if the server supports ranges: a strong ETag, else the date. */
export function validatorOf(headers: Headers): string | undefined {
  if (lengthOf(headers) === undefined || headers.get('accept-ranges') === 'none') return undefined;
  const tag = headers.get('etag');
  // A weak ETag does not guarantee the same bytes.
  if (tag !== null && !tag.startsWith('W/')) return tag;
  return headers.get('last-modified') ?? undefined;
}

/** Whether a response is the rest, from `start` on, of the file that `validator` identifies. */
export function isRest(
  { status, headers }: { readonly status: number; readonly headers: Headers },
  start: number,
  validator: string,
): boolean {
  return status === 206 && startOf(headers) === start && isPlain(headers) && isSameFile(headers, validator);
}

/** A 206 has the validator that a 200 would have (RFC 9110, 15.3.7), which reveals a server that ignores `If-Range`. */
function isSameFile(headers: Headers, validator: string): boolean {
  const given = validator.startsWith('"') ? headers.get('etag') : headers.get('last-modified');
  return given === null || given === validator;
}

/** Whether a response is the whole file, as an unrequested 206 may be. */
export function isWhole({ status, headers }: { readonly status: number; readonly headers: Headers }): boolean {
  const [, last, length] = /^bytes 0-(\d+)\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? [];
  return status !== 206 || Number(last) + 1 === Number(length);
}

function startOf(headers: Headers): number | undefined {
  const start = /^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1];
  return start === undefined ? undefined : Number(start);
}

function isPlain(headers: Headers): boolean {
  return (headers.get('content-encoding') ?? 'identity') === 'identity';
}
