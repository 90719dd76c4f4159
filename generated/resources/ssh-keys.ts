// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { RequestOptions, Transport } from '../../src/handwritten/core/operation/operation.js';
import type { SSHKey, SSHKeyCreateParams } from '../types.js';
import * as operations from '../operations.js';

/** Public keys for logging in to instances. They belong to the workspace. */
export class SshKeys {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List the SSH keys.
   *
   * Gives the SSH keys of the workspace, whatever the environment. The list comes whole; the public keys
   * themselves are not in it.
   *
   * `GET /ssh-keys` on the infrastructure API.
   *
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The SSH keys of the workspace.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError` (429),
   * `InternalServerError` (500).
   */
  list(options?: RequestOptions): Promise<SSHKey[]> {
    return this.#transport.request(operations.listSshKeys, {}, options);
  }

  /**
   * Add an SSH key.
   *
   * Registers a public key, to be given to instances when they are created. Send the public half only. A key that
   * is registered already is refused with 409.
   *
   * `POST /ssh-keys` on the infrastructure API.
   *
   * @param params - A public key to add.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The key was added.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `ConflictError`
   * (409), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError` (500).
   */
  create(params: SSHKeyCreateParams, options?: RequestOptions): Promise<SSHKey> {
    return this.#transport.request(operations.createSshKey, params, options);
  }

  /**
   * Delete an SSH key.
   *
   * Takes a key out of the workspace, for good. Whether running instances go on accepting it is not documented.
   *
   * `DELETE /ssh-keys/{id}` on the infrastructure API.
   *
   * @param id - Id of the SSH key, from the list or from the answer that added it.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  delete(id: string, options?: RequestOptions): Promise<void> {
    return this.#transport.request(operations.deleteSshKey, { id }, options);
  }
}
