// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { RequestOptions, Transport } from '../../src/handwritten/core/operation/operation.js';
import type { Page } from '../../src/handwritten/core/response/page.js';
import type { Template, TemplateListParams } from '../types.js';
import * as operations from '../operations.js';

/** Preconfigured setups for instances. */
export class Templates {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * List templates.
   *
   * Lists instance templates, one page per request. Creating an instance is known to accept only the ids
   * `ubuntu-devbox`, `ubuntu-train`, `ubuntu-inference` and `ubuntu-cuda-devel`; other template ids may be
   * rejected.
   *
   * `GET /templates` on the infrastructure API.
   *
   * @param params - `page`, `pageSize`, `search`, `category`, `sortBy` and `sortDir`.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns One page of templates.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const page = await rc.templates.list({ pageSize: 10, search: 'finetune', category: 'ml' });
   * for await (const template of page) console.log(template);
   * ```
   */
  list(params?: TemplateListParams, options?: RequestOptions): Promise<Page<Template>> {
    return this.#transport.request(operations.listTemplates, params ?? {}, options);
  }
}
