// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { RequestOptions, Transport } from '../../src/handwritten/core/operation/operation.js';
import type { Page } from '../../src/handwritten/core/response/page.js';
import type { Balance, Transaction, TransactionListParams, UsageParams, UsageSummary } from '../types.js';
import * as operations from '../operations.js';

/** Credits, charges and usage of the workspace. One credit is one USD. */
export class Billing {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Get the credit balance.
   *
   * Retrieves the remaining credits of the workspace, and the usage of running resources that is not charged yet.
   * One credit is one USD.
   *
   * `GET /billing/balance` on the infrastructure API.
   *
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The balance of the workspace.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError` (429),
   * `InternalServerError` (500).
   * @example
   * ```ts
   * const balance = await rc.billing.getBalance();
   * ```
   */
  getBalance(options?: RequestOptions): Promise<Balance> {
    return this.#transport.request(operations.getBalance, {}, options);
  }

  /**
   * List transactions.
   *
   * Lists deposits, charges, refunds and adjustments of the workspace, one page per request. Increase the offset
   * to get the next page: no operation is known to accept the cursor of the response. Charges are negative,
   * deposits positive.
   *
   * `GET /billing/transactions` on the infrastructure API.
   *
   * @param params - `limit`, `offset` and `type`.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns One page of transactions.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const page = await rc.billing.listTransactions({ limit: 3, type: 'usage' });
   * for await (const transaction of page) console.log(transaction);
   * ```
   */
  listTransactions(params?: TransactionListParams, options?: RequestOptions): Promise<Page<Transaction>> {
    return this.#transport.request(operations.listTransactions, params ?? {}, options);
  }

  /**
   * Get a summary of inference usage.
   *
   * Summarizes inference requests, tokens and cost over a date range. Instances and storage are not included;
   * their charges are in the transactions. The default date range is not documented.
   *
   * `GET /billing/usage` on the infrastructure API.
   *
   * @param params - `from` and `to`.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The usage in the date range.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const usageSummary = await rc.billing.usage({ from: '2026-02-01', to: '2026-02-28' });
   * ```
   */
  usage(params?: UsageParams, options?: RequestOptions): Promise<UsageSummary> {
    return this.#transport.request(operations.getUsage, params ?? {}, options);
  }
}
