/** The media type of a picture, by its first bytes; undefined for what is none. */
export function pictureTypeOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, pictureHeadLength));
  const type = Object.keys(beginnings).find((name) => beginnings[name]?.test(head));
  return type && `image/${type}`;
}

/** How many bytes tell a picture. */
export const pictureHeadLength = 16;

const beginnings: Readonly<Record<string, RegExp>> = {
  png: /^\x89PNG\r\n\x1a\n/,
  jpeg: /^\xff\xd8\xff/,
  gif: /^GIF8[79]a/,
  webp: /^RIFF[^]{4}WEBP/,
  bmp: /^BM[^]{4}\0{4}/,
  tiff: /^(II\*\0|MM\0\*)/,
  // Brands of ISO media files that hold one picture.
  avif: /^[^]{4}ftypavi[fs]/,
  heic: /^[^]{4}ftyphei[cx]/,
  heif: /^[^]{4}ftypmif1/,
};
