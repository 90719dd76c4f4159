import type { ImageData, ImageGeneration } from '../../../generated/types.js';
import { docsUrl, InvalidResponseError } from '../core/errors/errors.js';
import type { FileTransport } from '../core/transport/file-transport.js';
import type { RequestOptions } from '../core/operation/operation.js';

/** One picture, with a method to save it. */
export interface SavableImage extends ImageData {
  /**
   * Writes the picture to a file: from its base64, from a data URI, or from its link, which is fetched without the
   * API key. The file appears only when it is whole. Needs a platform with files.
   */
  save(path: string, options?: RequestOptions): Promise<void>;
}

/** The pictures of a call, each with a method to save it. */
export interface ImageResult extends ImageGeneration {
  data: SavableImage[];
  /** Writes the first picture to a file. The others have a `save` of their own. */
  save(path: string, options?: RequestOptions): Promise<void>;
}

/** Adds `save`, which does not show in JSON or in a log. */
export function imageResult(generation: ImageGeneration, transport: FileTransport): ImageResult {
  // The codec lets through whatever an answer lacks.
  const pictures: unknown = generation.data;
  if (!Array.isArray(pictures) || pictures.some((item) => typeof item !== 'object' || item === null)) {
    throw noImage('POST /v1/images/generations answered without a list of pictures.', true);
  }
  for (const image of generation.data) {
    addSave(image, async (path, options) => transport.saver.saveImage(transport, path, image, options));
  }
  return addSave(generation, async (path, options) => {
    const [first] = (generation as ImageResult).data;
    if (first === undefined) throw noImage('The answer has no picture.', false);
    await first.save(path, options);
  }) as ImageResult;
}

function noImage(message: string, outcomeUnknown: boolean): InvalidResponseError {
  const hint = outcomeUnknown ? 'It may have been billed all the same.' : undefined;
  return new InvalidResponseError({ message, statusCode: 200, outcomeUnknown, hint, docsUrl: docsUrl('pictures') });
}

function addSave<T extends object>(target: T, save: SavableImage['save']): T {
  return Object.defineProperty(target, 'save', { value: save, enumerable: false });
}
