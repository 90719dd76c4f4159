import { ascii, bigEndian, joined } from './bytes.js';

/** A PNG of black and white stripes, which differ from seed to seed. */
export function pngOf(width: number, height: number, seed: number): Uint8Array {
  const stride = Math.ceil(width / 8) + 1;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    pixels.fill((seed >>> ((row >> 3) % 24)) & 0xff, row * stride + 1, (row + 1) * stride);
  }
  return joined(
    [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a],
    // One bit per pixel, grey.
    chunkOf('IHDR', Uint8Array.from([...bigEndian(width), ...bigEndian(height), 1, 0, 0, 0, 0])),
    chunkOf('IDAT', stored(pixels)),
    chunkOf('IEND', new Uint8Array()),
  );
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const named = joined(ascii(type), data);
  return joined(bigEndian(data.length), named, bigEndian(crcOf(named)));
}

const maxStored = 0xffff;

/** A zlib stream (RFC 1950) whose blocks are not compressed (RFC 1951, 3.2.4). */
function stored(data: Uint8Array): Uint8Array {
  const blocks: (Uint8Array | number[])[] = [];
  for (let start = 0; start < data.length; start += maxStored) {
    const block = data.subarray(start, start + maxStored);
    const isLast = start + maxStored >= data.length;
    const { length } = block;
    blocks.push([isLast ? 1 : 0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff], block);
  }
  return joined([0x78, 0x01], ...blocks, bigEndian(adlerOf(data)));
}

function adlerOf(data: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of data) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crcOf(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
