/** The media type of an image, by its first bytes; undefined for anything else. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, imageSignatureLength));
  const type = Object.keys(signatures).find((name) => signatures[name]?.test(head));
  return type && `image/${type}`;
}

/** How many bytes identify an image. */
export const imageSignatureLength = 16;

const signatures: Readonly<Record<string, RegExp>> = {
  png: /^\x89PNG\r\n\x1a\n/,
  jpeg: /^\xff\xd8\xff/,
  gif: /^GIF8[79]a/,
  webp: /^RIFF[^]{4}WEBP/,
  bmp: /^BM[^]{4}\0{4}/,
  tiff: /^(II\*\0|MM\0\*)/,
  // Brands of ISO media files that hold one image.
  avif: /^[^]{4}ftypavi[fs]/,
  heic: /^[^]{4}ftyphei[cx]/,
  heif: /^[^]{4}ftypmif1/,
};
