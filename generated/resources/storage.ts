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

/** Volumes that outlive instances. They belong to an environment. */
export class Storage {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List the storage volumes.
   *
   * Gives the volumes of one environment; those of other environments are not in it. The list comes whole, without
   * paging.
   *
   * `GET /storage` on the infrastructure API, scoped to an environment.
   *
   * @param params - `search`.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The volumes of the environment.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  list(params?: StorageListParams, options?: RequestOptions): Promise<StorageVolume[]> {
    return this.#transport.request(operations.listStorageVolumes, params ?? {}, options);
  }

  /**
   * Create a storage volume.
   *
   * Rents a volume that outlives instances. It costs 0.03 USD per GB and month, charged by the week in advance, so
   * the first week is charged at once. The workspace must have a storage provider, which is chosen in the
   * dashboard and cannot be named here.
   *
   * `POST /storage` on the infrastructure API, scoped to an environment.
   *
   * @param params - A volume to create.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The volume was created.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   */
  create(params: StorageCreateParams, options?: RequestOptions): Promise<StorageVolume> {
    return this.#transport.request(operations.createStorageVolume, params, options);
  }

  /**
   * Get a storage volume.
   *
   * Gives one volume, with its size and the instance that it is attached to.
   *
   * `GET /storage/{id}` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the volume, from the list or from the answer that created it.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The volume.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  get(id: string, options?: RequestOptions): Promise<StorageVolume> {
    return this.#transport.request(operations.getStorageVolume, { id }, options);
  }

  /**
   * Enlarge a storage volume.
   *
   * Gives a volume a new, larger size. Volumes cannot shrink, so this cannot be undone, and the added space costs
   * like the rest.
   *
   * `PATCH /storage/{id}` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the volume, from the list or from the answer that created it.
   * @param sizeGb - New size in GB, larger than the present one.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The volume with its new size.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `NotFoundError` (404), `UnprocessableEntityError` (422), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  resize(id: string, sizeGb: number, options?: RequestOptions): Promise<StorageVolume> {
    return this.#transport.request(operations.resizeStorageVolume, { id, sizeGb }, options);
  }

  /**
   * Delete a storage volume.
   *
   * Deletes a volume with all its data. This cannot be undone. The days of the running week that were paid in
   * advance and not used come back as credits. An answer without a body means success too.
   *
   * `DELETE /storage/{id}` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the volume, from the list or from the answer that created it.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The volume was deleted.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  delete(id: string, options?: RequestOptions): Promise<StorageDeleteResult> {
    return this.#transport.request(operations.deleteStorageVolume, { id }, options);
  }

  /**
   * List the storage regions.
   *
   * Gives the regions in which the storage provider of the workspace can create volumes. Creating a volume takes
   * the name of a region; its id may come back in answers.
   *
   * `GET /storage/regions` on the infrastructure API, scoped to an environment.
   *
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The regions.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError` (429),
   * `InternalServerError` (500).
   */
  listRegions(options?: RequestOptions): Promise<StorageRegion[]> {
    return this.#transport.request(operations.listStorageRegions, {}, options);
  }
}
