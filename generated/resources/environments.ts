// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { RequestOptions, Transport } from '../../src/handwritten/core/operation/operation.js';
import type { Environment, EnvironmentCreateParams, EnvironmentUpdateParams } from '../types.js';
import * as operations from '../operations.js';

/** Environments separate the instances and volumes of a workspace. */
export class Environments {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List environments.
   *
   * Lists the environments of the workspace, including the default one. The response contains all of them, without
   * pagination.
   *
   * `GET /environments` on the infrastructure API.
   *
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The environments of the workspace.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError` (429),
   * `InternalServerError` (500).
   * @example
   * ```ts
   * const environments = await rc.environments.list();
   * ```
   */
  list(options?: RequestOptions): Promise<Environment[]> {
    return this.#transport.request(operations.listEnvironments, {}, options);
  }

  /**
   * Create an environment.
   *
   * Creates an empty environment in the workspace. Other operations reference an environment by its name, not by
   * its id.
   *
   * `POST /environments` on the infrastructure API.
   *
   * @param params - Parameters of a new environment.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The created environment.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403),
   * `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const environment = await rc.environments.create({ name: 'staging' });
   * ```
   */
  create(params: EnvironmentCreateParams, options?: RequestOptions): Promise<Environment> {
    return this.#transport.request(operations.createEnvironment, params, options);
  }

  /**
   * Get an environment.
   *
   * Retrieves an environment by id. To find an environment by name, list the environments.
   *
   * `GET /environments/{id}` on the infrastructure API.
   *
   * @param id - Id of the environment. The name is not accepted here.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The environment.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const environment = await rc.environments.get('0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90');
   * ```
   */
  get(id: string, options?: RequestOptions): Promise<Environment> {
    return this.#transport.request(operations.getEnvironment, { id }, options);
  }

  /**
   * Rename an environment or set it as default.
   *
   * Updates the given fields; omitted fields keep their values. Both changes affect running programs: a program
   * that uses the old name no longer finds the environment, and requests without an environment use the new
   * default.
   *
   * `PATCH /environments/{id}` on the infrastructure API.
   *
   * @param id - Id of the environment. The name is not accepted here.
   * @param params - Fields of the environment to update.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The updated environment.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError`
   * (404), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const environment = await rc.environments.update('0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90', {
   *   name: 'preview',
   *   isDefault: true,
   * });
   * ```
   */
  update(id: string, params: EnvironmentUpdateParams, options?: RequestOptions): Promise<Environment> {
    return this.#transport.request(operations.updateEnvironment, { ...params, id }, options);
  }

  /**
   * Delete an environment.
   *
   * Deletes an environment permanently. What happens to instances and volumes that still belong to it is not
   * documented: terminate and delete them first.
   *
   * `DELETE /environments/{id}` on the infrastructure API.
   *
   * @param id - Id of the environment. The name is not accepted here.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * await rc.environments.delete('0d9b7a51-3f0c-4c8e-8a6d-5be1c2f47a90');
   * ```
   */
  delete(id: string, options?: RequestOptions): Promise<void> {
    return this.#transport.request(operations.deleteEnvironment, { id }, options);
  }
}
