// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { RequestOptions, Transport } from '../../src/handwritten/core/operation/operation.js';
import type { SSHKey, SSHKeyCreateParams } from '../types.js';
import * as operations from '../operations.js';

/** Public keys for SSH access to instances. SSH keys belong to the workspace. */
export class SshKeys {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List SSH keys.
   *
   * Lists the SSH keys of the workspace, for all environments. The response contains all of them, without
   * pagination and without the public keys.
   *
   * `GET /ssh-keys` on the infrastructure API.
   *
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The SSH keys of the workspace.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError` (429),
   * `InternalServerError` (500).
   * @example
   * ```ts
   * const sshKeys = await rc.sshKeys.list();
   * ```
   */
  list(options?: RequestOptions): Promise<SSHKey[]> {
    return this.#transport.request(operations.listSshKeys, {}, options);
  }

  /**
   * Add an SSH key.
   *
   * Registers a public key that new instances can use. Send only the public key. A key that is already registered
   * is rejected with status code 409.
   *
   * `POST /ssh-keys` on the infrastructure API.
   *
   * @param params - Parameters of a new SSH key.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The added SSH key.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `ConflictError`
   * (409), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const sshKey = await rc.sshKeys.create({
   *   name: 'my-laptop',
   *   publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4xqJcV0mT7sKpWzR2yLbN9uDfGe6oQh1iXaPv8sYtE alex@laptop',
   * });
   * ```
   */
  create(params: SSHKeyCreateParams, options?: RequestOptions): Promise<SSHKey> {
    return this.#transport.request(operations.createSshKey, params, options);
  }

  /**
   * Delete an SSH key.
   *
   * Removes an SSH key from the workspace permanently. Whether running instances still accept the key is not
   * documented.
   *
   * `DELETE /ssh-keys/{id}` on the infrastructure API.
   *
   * @param id - Id of the SSH key, from the list of SSH keys or from the response that added it.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * await rc.sshKeys.delete('c81f3a6e-2b54-49d7-a0e8-6f7d21b9c435');
   * ```
   */
  delete(id: string, options?: RequestOptions): Promise<void> {
    return this.#transport.request(operations.deleteSshKey, { id }, options);
  }
}
