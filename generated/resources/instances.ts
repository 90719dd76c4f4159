// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { RequestOptions, Transport } from '../../src/handwritten/core/operation/operation.js';
import type {
  Instance,
  InstanceCreateParams,
  InstanceListParams,
  InstanceStatus,
  InstanceType,
  InstanceTypeListParams,
} from '../types.js';
import * as operations from '../operations.js';

/** GPU instances, billed by the second. Instances belong to an environment. */
export class InstancesApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List instances.
   *
   * Lists the instances of one environment. The response contains all of them, without pagination. Terminated
   * instances are no longer listed.
   *
   * `GET /instances` on the infrastructure API, scoped to an environment.
   *
   * @param params - `search`.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The instances of the environment.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const instances = await rc.instances.list({ search: 'training' });
   * ```
   */
  list(params?: InstanceListParams, options?: RequestOptions): Promise<Instance[]> {
    return this.#transport.request(operations.listInstances, params ?? {}, options);
  }

  /**
   * Create an instance.
   *
   * Creates a GPU instance and returns before it is ready: poll its status until it is running and has an IP
   * address. Credits are charged by the second, at the hourly rate of the instance type, until the instance is
   * terminated.
   *
   * Select the hardware by GPU model, and the server picks the cheapest available configuration, or by the id of
   * an instance type. An instance type that is out of stock fails with status code 500 and a message that contains
   * "no longer available". Do not retry this request without a check: the lost response of an earlier request may
   * have created an instance, so list the instances first.
   *
   * `POST /instances` on the infrastructure API, scoped to an environment.
   *
   * @param params - Parameters of a new instance.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The created instance. It has no IP address yet.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const instance = await rc.instances.create({ name: 'training-run', gpuType: 'A100', gpuCount: 1 });
   * ```
   */
  create(params: InstanceCreateParams, options?: RequestOptions): Promise<Instance> {
    return this.#transport.request(operations.createInstance, params, options);
  }

  /**
   * Get an instance.
   *
   * Retrieves an instance with all its fields. To wait for an instance to start, poll the status operation, which
   * returns less.
   *
   * `GET /instances/{id}` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the instance, from the list of instances or from the response that created it.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The instance.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const instance = await rc.instances.get('4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34');
   * ```
   */
  get(id: string, options?: RequestOptions): Promise<Instance> {
    return this.#transport.request(operations.getInstance, { id }, options);
  }

  /**
   * Terminate an instance.
   *
   * Terminates the instance and deletes its local disk. This cannot be undone. Attached storage volumes are kept
   * and are still billed.
   *
   * `DELETE /instances/{id}` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the instance, from the list of instances or from the response that created it.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * await rc.instances.terminate('4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34');
   * ```
   */
  terminate(id: string, options?: RequestOptions): Promise<void> {
    return this.#transport.request(operations.terminateInstance, { id }, options);
  }

  /**
   * Get the live status of an instance.
   *
   * Retrieves the current state of an instance and, once assigned, its IP address. The instance accepts SSH
   * connections when its status is `running` or `deployed` and its IP address is not empty; the status alone is
   * not sufficient.
   *
   * `GET /instances/{id}/status` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the instance, from the list of instances or from the response that created it.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The current status of the instance.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const instanceStatus = await rc.instances.getStatus('4f6c1d2e-8a37-4b0e-9c55-2d1f7e90ab34');
   * ```
   */
  getStatus(id: string, options?: RequestOptions): Promise<InstanceStatus> {
    return this.#transport.request(operations.getInstanceStatus, { id }, options);
  }

  /**
   * List instance types.
   *
   * Lists the available instance types with their hourly prices. Availability is not guaranteed: creating an
   * instance of a listed type can still be rejected.
   *
   * `GET /instances/types` on the infrastructure API, scoped to an environment.
   *
   * @param params - `gpuType`, `gpuCount` and `region`.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The available instance types.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const instanceTypes = await rc.instances.listTypes({ gpuType: 'A100', gpuCount: 1, region: 'us-east-1' });
   * ```
   */
  listTypes(params?: InstanceTypeListParams, options?: RequestOptions): Promise<InstanceType[]> {
    return this.#transport.request(operations.listInstanceTypes, params ?? {}, options);
  }
}
