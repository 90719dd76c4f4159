/** The media type of a picture, by its first bytes; undefined for what is none. */
export function pictureTypeOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, pictureHeadLength));
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (/^RIFF[^]{4}WEBP/.test(head)) return 'image/webp';
  if (/^BM[^]{4}\0\0\0\0/.test(head)) return 'image/bmp';
  if (/^(II\*\0|MM\0\*)/.test(head)) return 'image/tiff';
  const brand = /^[^]{4}ftyp([^]{4})/.exec(head)?.[1];
  return brand === undefined ? undefined : typeByBrand[brand];
}

/** How many bytes tell a picture. */
export const pictureHeadLength = 16;

/** Brands of ISO media files that hold one picture. */
const typeByBrand: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  avis: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  mif1: 'image/heif',
};

/** Whether base64 text begins as a known picture does. A JPEG's begins like an absolute path. */
export function startsLikePicture(base64: string): boolean {
  // The last is a length below 256, then `ftyp`.
  return /^(\/9j\/|iVBORw0KG|R0lGOD|UklGR|Qk|SUkq|TU0A|AAAA.[GWm2]Z0eX)/.test(base64);
}
