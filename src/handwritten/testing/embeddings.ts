import { hashOf, randomsOf } from './hash.js';

/** The vector of a text: of length 1, the same in every run, and the closer the more words two texts share. */
export function embeddingOf(text: string, dimensions: number): Float32Array<ArrayBuffer> {
  const vector = new Float32Array(dimensions);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text];
  for (const word of words) {
    const random = randomsOf(hashOf(word));
    for (let index = 0; index < dimensions; index++) vector[index] = (vector[index] ?? 0) + random() - 0.5;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
