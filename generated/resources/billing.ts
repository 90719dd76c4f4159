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
   * Gives the credits that the workspace has left, and what its running resources have used and not yet been
   * charged for. One credit is one USD.
   *
   * `GET /billing/balance` on the infrastructure API.
   *
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The balance of the workspace.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError` (429),
   * `InternalServerError` (500).
   */
  getBalance(options?: RequestOptions): Promise<Balance> {
    return this.#transport.request(operations.getBalance, {}, options);
  }

  /**
   * List the transactions.
   *
   * Gives deposits, charges, refunds and adjustments of the workspace, a part at a time. Go on by raising the
   * offset: the cursor of the answer is not known to be accepted anywhere. Charges are negative amounts, deposits
   * positive ones.
   *
   * `GET /billing/transactions` on the infrastructure API.
   *
   * @param params - `limit`, `offset` and `type`.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns One page of transactions.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  listTransactions(params?: TransactionListParams, options?: RequestOptions): Promise<Page<Transaction>> {
    return this.#transport.request(operations.listTransactions, params ?? {}, options);
  }

  /**
   * Get a summary of inference usage.
   *
   * Adds up requests, tokens and cost of inference over a span of time. Machines and storage are not counted here;
   * their charges are among the transactions. The span that counts without dates is not documented.
   *
   * `GET /billing/usage` on the infrastructure API.
   *
   * @param params - `from` and `to`.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The usage in the span.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  usage(params?: UsageParams, options?: RequestOptions): Promise<UsageSummary> {
    return this.#transport.request(operations.getUsage, params ?? {}, options);
  }
}
