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

/** Machines with GPUs, rented by the second. They belong to an environment. */
export class Instances {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List the instances.
   *
   * Gives the instances of one environment; those of other environments are not in it. The list comes whole,
   * without paging. Instances that were terminated drop out.
   *
   * `GET /instances` on the infrastructure API, scoped to an environment.
   *
   * @param params - `search`.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The instances of the environment.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  list(params?: InstanceListParams, options?: RequestOptions): Promise<Instance[]> {
    return this.#transport.request(operations.listInstances, params ?? {}, options);
  }

  /**
   * Rent an instance.
   *
   * Rents a machine and returns before it is ready: watch its status until it runs and has an address. Credits are
   * used by the second, at the hourly rate of the type, until the instance is terminated.
   *
   * Name the hardware either by GPU model, and the server picks the cheapest configuration on offer, or by the id
   * of an instance type. A type that is out of stock is answered with status 500 and a message containing "no
   * longer available". Never repeat this call blindly: an answer that was lost may have left a second machine
   * running, so look at the list of instances first.
   *
   * `POST /instances` on the infrastructure API, scoped to an environment.
   *
   * @param params - A machine to rent.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The instance was ordered. It has no address yet.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   */
  create(params: InstanceCreateParams, options?: RequestOptions): Promise<Instance> {
    return this.#transport.request(operations.createInstance, params, options);
  }

  /**
   * Get an instance.
   *
   * Gives all that is known of one instance. While waiting for it to start, the status operation is the smaller
   * question.
   *
   * `GET /instances/{id}` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the instance, from the list or from the answer that created it.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The instance.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  get(id: string, options?: RequestOptions): Promise<Instance> {
    return this.#transport.request(operations.getInstance, { id }, options);
  }

  /**
   * Terminate an instance.
   *
   * Ends the rent and deletes the machine with its local disk. This cannot be undone. Storage volumes that were
   * attached are kept, and go on costing.
   *
   * `DELETE /instances/{id}` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the instance, from the list or from the answer that created it.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  terminate(id: string, options?: RequestOptions): Promise<void> {
    return this.#transport.request(operations.terminateInstance, { id }, options);
  }

  /**
   * Get the live status of an instance.
   *
   * Gives the state of one instance and, once it has one, its address. It can be reached by SSH when the status is
   * `running` or `deployed` and the address is not empty: the status alone is not enough.
   *
   * `GET /instances/{id}/status` on the infrastructure API, scoped to an environment.
   *
   * @param id - Id of the instance, from the list or from the answer that created it.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The status now.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  getStatus(id: string, options?: RequestOptions): Promise<InstanceStatus> {
    return this.#transport.request(operations.getInstanceStatus, { id }, options);
  }

  /**
   * List the instance types.
   *
   * Gives the hardware that can be rented, with its price by the hour. Not a promise of stock: a type in this list
   * can still be refused when an instance is created.
   *
   * `GET /instances/types` on the infrastructure API, scoped to an environment.
   *
   * @param params - `gpuType`, `gpuCount` and `region`.
   * @param options - Timeout, retries, headers and abort signal of this call, and its environment.
   * @returns The types on offer.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  listTypes(params?: InstanceTypeListParams, options?: RequestOptions): Promise<InstanceType[]> {
    return this.#transport.request(operations.listInstanceTypes, params ?? {}, options);
  }
}
