import type { Embedding, EmbeddingList } from '../../../generated/types.js';
import { docsUrl, InvalidResponseError } from '../core/errors/errors.js';
import { objectsIn } from '../core/json-object.js';
import type { Platform } from '../platform/platform.js';

/** The vector of one text: `number[]`, or a `Float32Array` with `encodingFormat: 'base64'`. */
export interface VectorEmbedding<Vector> extends Omit<Embedding, 'embedding'> {
  /** The vector. */
  embedding: Vector;
}

/** The vectors of the texts: `number[]`, or `Float32Array` with `encodingFormat: 'base64'`. */
export interface VectorList<Vector> extends Omit<EmbeddingList, 'data'> {
  /** One embedding for each text, in the order of the texts. */
  data: VectorEmbedding<Vector>[];
}

/** Makes the vectors those of the types, whichever form the server sends. */
export function unpackVectors(
  list: EmbeddingList,
  isPacked: boolean,
  platform: Platform,
): VectorList<number[] | Float32Array> {
  for (const item of objectsIn<VectorEmbedding<unknown>>(list.data)) {
    const { embedding } = item;
    if (typeof embedding === 'string') {
      const floats = floatsOf(embedding, platform);
      item.embedding = isPacked ? floats : [...floats];
    } else if (isPacked && Array.isArray(embedding)) {
      item.embedding = Float32Array.from(embedding);
    }
  }
  return list as VectorList<number[] | Float32Array>;
}

/** Little-endian, whatever the platform is. */
function floatsOf(base64: string, { fromBase64 }: Platform): Float32Array {
  try {
    const { buffer, byteOffset, byteLength } = fromBase64(base64);
    if (byteLength === 0 || byteLength % 4 > 0) throw new RangeError(`It has ${byteLength} bytes.`);
    const view = new DataView(buffer, byteOffset, byteLength);
    const floats = new Float32Array(byteLength / 4);
    for (let index = 0; index < floats.length; index++) floats[index] = view.getFloat32(4 * index, true);
    return floats;
  } catch (cause) {
    throw new InvalidResponseError({
      message: 'The response of POST /v1/embeddings has a vector that is not base64 of 32-bit floats.',
      cause,
      statusCode: 200,
      outcomeUnknown: true,
      docsUrl: docsUrl('embeddings-and-models'),
    });
  }
}
