import { ascii, joined, littleEndian } from './bytes.js';

const rate = 24_000;
const maxSeconds = 30;

/** Sound in the format that was asked for: a tone, about as long as it takes to say a text. */
export function soundOf(text: string, format: string): { readonly type: string; readonly bytes: Uint8Array } {
  const seconds = Math.min(maxSeconds, Math.max(0.25, text.length / 15));
  if (format === 'wav') return { type: 'audio/wav', bytes: wavOf(seconds) };
  if (format === 'pcm') return { type: 'audio/pcm', bytes: samplesOf(seconds) };
  return { type: 'audio/mpeg', bytes: mp3Of(seconds) };
}

/** Samples of 16 bits, one channel. */
function samplesOf(seconds: number): Uint8Array {
  const samples = new Uint8Array(Math.round(rate * seconds) * 2);
  const view = new DataView(samples.buffer);
  for (let index = 0; index < samples.length / 2; index++) {
    view.setInt16(index * 2, Math.round(8000 * Math.sin((index * 2 * Math.PI * 440) / rate)), true);
  }
  return samples;
}

function wavOf(seconds: number): Uint8Array {
  const samples = samplesOf(seconds);
  return joined(
    ascii('RIFF'),
    littleEndian([36 + samples.length, 4]),
    ascii('WAVEfmt '),
    littleEndian([16, 4], [1, 2], [1, 2], [rate, 4], [rate * 2, 4], [2, 2], [16, 2]),
    ascii('data'),
    littleEndian([samples.length, 4]),
    samples,
  );
}

/** Silence: frames of MPEG 1, layer 3, 128 kbit/s at 44.1 kHz, whose side information is zero. */
function mp3Of(seconds: number): Uint8Array {
  const frame = joined([0xff, 0xfb, 0x90, 0x00], new Uint8Array(413));
  const count = Math.ceil((seconds * 44_100) / 1152);
  return joined(...Array.from({ length: count }, () => frame));
}
