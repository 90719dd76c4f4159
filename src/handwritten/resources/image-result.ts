import type { ImageData, ImageGeneration } from '../../../generated/types.js';
import { docsUrl, InvalidResponseError } from '../core/errors/errors.js';
import type { FileTransport } from '../core/transport/file-transport.js';
import type { RequestOptions } from '../core/operation/operation.js';

/** A generated image, with a method to save it. */
export interface SavableImage extends ImageData {
  /**
   * Writes the image to a file: from its base64 string, its data URI, or its URL, which is fetched without the API key.
   * The file appears only when it is complete. Not available in browsers and edge runtimes.
   */
  save(path: string, options?: RequestOptions): Promise<void>;
}

/** The generated images of a call, each with a method to save it. */
export interface ImageResult extends ImageGeneration {
  data: SavableImage[];
  /** Writes the first image to a file. Each image in `data` has its own `save`. */
  save(path: string, options?: RequestOptions): Promise<void>;
}

/** Adds `save` as a non-enumerable property, so that it does not show in JSON or in logs. */
export function imageResult(generation: ImageGeneration, transport: FileTransport): ImageResult {
  // The codec does not check for missing fields.
  const images: unknown = generation.data;
  if (!Array.isArray(images) || images.some((item) => typeof item !== 'object' || item === null)) {
    throw noImage('The response of POST /v1/images/generations has no list of images.', true);
  }
  for (const image of generation.data) {
    addSave(image, async (path, options) => transport.saver.saveImage(transport, path, image, options));
  }
  return addSave(generation, async (path, options) => {
    const [first] = (generation as ImageResult).data;
    if (first === undefined) throw noImage('The response has no image.', false);
    await first.save(path, options);
  }) as ImageResult;
}

function noImage(message: string, outcomeUnknown: boolean): InvalidResponseError {
  const hint = outcomeUnknown ? 'It may have been billed.' : undefined;
  return new InvalidResponseError({ message, statusCode: 200, outcomeUnknown, hint, docsUrl: docsUrl('images') });
}

function addSave<T extends object>(target: T, save: SavableImage['save']): T {
  return Object.defineProperty(target, 'save', { value: save, enumerable: false });
}
