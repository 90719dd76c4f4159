// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { RequestOptions, Transport } from '../../src/handwritten/core/operation/operation.js';
import type {
  StorageCreateParams,
  StorageDeleteResult,
  StorageListParams,
  StorageRegion,
  StorageVolume,
} from '../types.js';
import * as operations from '../operations.js';

/** Volumes that persist after an instance is terminated. Volumes belong to an environment. */
export class Storage {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List storage volumes.
   *
   * Lists the storage volumes of one environment. The response contains all of them, without pagination.
   *
   * `GET /storage` on the infrastructure API, scoped to an environment.
   *
   * @param params - `search`.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The volumes of the environment.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const storageVolumes = await rc.storage.list({ search: 'datasets' });
   * ```
   */
  list(params?: StorageListParams, options?: RequestOptions): Promise<StorageVolume[]> {
    return this.#transport.request(operations.listStorageVolumes, params ?? {}, options);
  }

  /**
   * Create a storage volume.
   *
   * Creates a storage volume that persists after an instance is terminated. The price is 0.03 USD per GB and
   * month, billed weekly in advance; the first week is billed immediately. The workspace must have a storage
   * provider, which is selected in the dashboard and cannot be set here.
   *
   * `POST /storage` on the infrastructure API, scoped to an environment.
   *
   * @param params - Parameters of a new volume.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The created volume.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const storageVolume = await rc.storage.create({ name: 'datasets', sizeGb: 100, region: 'us-east-1' });
   * ```
   */
  create(params: StorageCreateParams, options?: RequestOptions): Promise<StorageVolume> {
    return this.#transport.request(operations.createStorageVolume, params, options);
  }

  /**
   * Get a storage volume.
   *
   * Retrieves a storage volume, with its size and the instance that it is attached to.
   *
   * `GET /storage/{id}` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the volume, from the list of volumes or from the response that created it.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The volume.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const storageVolume = await rc.storage.get('e2a97c40-6d18-4f53-9b7e-0c4a8d35f162');
   * ```
   */
  get(id: string, options?: RequestOptions): Promise<StorageVolume> {
    return this.#transport.request(operations.getStorageVolume, { id }, options);
  }

  /**
   * Resize a storage volume.
   *
   * Increases the size of a storage volume. Volumes cannot shrink, so this cannot be undone. The added size is
   * billed at the same rate.
   *
   * `PATCH /storage/{id}` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the volume, from the list of volumes or from the response that created it.
   * @param sizeGb - New size in GB, larger than the current size.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The volume with its new size.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `NotFoundError` (404), `UnprocessableEntityError` (422), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const storageVolume = await rc.storage.resize('e2a97c40-6d18-4f53-9b7e-0c4a8d35f162', 200);
   * ```
   */
  resize(id: string, sizeGb: number, options?: RequestOptions): Promise<StorageVolume> {
    return this.#transport.request(operations.resizeStorageVolume, { id, sizeGb }, options);
  }

  /**
   * Delete a storage volume.
   *
   * Deletes a storage volume and all its data. This cannot be undone. Days of the current week that were billed in
   * advance and not used are refunded as credits. A response without a body is also a success.
   *
   * `DELETE /storage/{id}` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the volume, from the list of volumes or from the response that created it.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The volume was deleted.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const storageDeleteResult = await rc.storage.delete('e2a97c40-6d18-4f53-9b7e-0c4a8d35f162');
   * ```
   */
  delete(id: string, options?: RequestOptions): Promise<StorageDeleteResult> {
    return this.#transport.request(operations.deleteStorageVolume, { id }, options);
  }

  /**
   * List storage regions.
   *
   * Lists the regions in which the storage provider of the workspace can create volumes. Creating a volume takes
   * the name of a region; responses may contain its id instead.
   *
   * `GET /storage/regions` on the infrastructure API, scoped to an environment.
   *
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The storage regions.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError` (429),
   * `InternalServerError` (500).
   * @example
   * ```ts
   * const storageRegions = await rc.storage.listRegions();
   * ```
   */
  listRegions(options?: RequestOptions): Promise<StorageRegion[]> {
    return this.#transport.request(operations.listStorageRegions, {}, options);
  }
}
