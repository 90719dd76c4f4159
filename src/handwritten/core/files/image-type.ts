/** The media type of an image, by its first bytes; undefined for anything else. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  const type = formatOf(bytes, signatures);
  return type && `image/${type}`;
}

/** The format that the first bytes are the signature of. */
export function formatOf(bytes: Uint8Array, known: Signatures): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, signatureLength));
  return Object.keys(known).find((name) => known[name]?.test(head));
}

/** Formats, and how their files begin. */
export type Signatures = Readonly<Record<string, RegExp>>;

/** How many bytes identify a format. */
export const signatureLength = 16;

const signatures: Signatures = {
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
