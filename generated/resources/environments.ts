// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { RequestOptions, Transport } from '../../src/handwritten/core/operation/operation.js';
import type { Environment, EnvironmentCreateParams, EnvironmentUpdateParams } from '../types.js';
import * as operations from '../operations.js';

/** Parts of a workspace that keep their instances and volumes apart. */
export class Environments {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List the environments.
   *
   * Gives the environments of the workspace, the default one among them. The list comes whole, without paging.
   *
   * `GET /environments` on the infrastructure API.
   *
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The environments of the workspace.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError` (429),
   * `InternalServerError` (500).
   */
  list(options?: RequestOptions): Promise<Environment[]> {
    return this.#transport.request(operations.listEnvironments, {}, options);
  }

  /**
   * Create an environment.
   *
   * Adds an empty environment to the workspace. Other operations name it by its name, not by its id.
   *
   * `POST /environments` on the infrastructure API.
   *
   * @param params - An environment to create.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The environment was created.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403),
   * `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError` (500).
   */
  create(params: EnvironmentCreateParams, options?: RequestOptions): Promise<Environment> {
    return this.#transport.request(operations.createEnvironment, params, options);
  }

  /**
   * Get an environment.
   *
   * Gives one environment by its id. To find one by its name, list them all.
   *
   * `GET /environments/{id}` on the infrastructure API.
   *
   * @param id - Id of the environment. The name is not accepted here.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The environment.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  get(id: string, options?: RequestOptions): Promise<Environment> {
    return this.#transport.request(operations.getEnvironment, { id }, options);
  }

  /**
   * Rename an environment or make it the default.
   *
   * Changes what the request names and leaves the rest. Both changes reach programs that run already: those that
   * use the old name no longer find it, and calls without an environment go to the new default.
   *
   * `PATCH /environments/{id}` on the infrastructure API.
   *
   * @param id - Id of the environment. The name is not accepted here.
   * @param params - What to change about an environment.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The environment after the change.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError`
   * (404), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError` (500).
   */
  update(id: string, params: EnvironmentUpdateParams, options?: RequestOptions): Promise<Environment> {
    return this.#transport.request(operations.updateEnvironment, { ...params, id }, options);
  }

  /**
   * Delete an environment.
   *
   * Removes an environment for good. What happens to instances and volumes that are still in it is not documented:
   * terminate and delete them first.
   *
   * `DELETE /environments/{id}` on the infrastructure API.
   *
   * @param id - Id of the environment. The name is not accepted here.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  delete(id: string, options?: RequestOptions): Promise<void> {
    return this.#transport.request(operations.deleteEnvironment, { id }, options);
  }
}
