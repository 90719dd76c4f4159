import { brand, docsUrl, RuncrateError, type ErrorInit } from '../core/errors/errors.js';

/** A call that was not sent, because the budget of the client's `UsageMeter` is spent. */
export class BudgetExceededError extends RuncrateError {
  static {
    brand(this, 'BudgetExceededError', docsUrl('costs'));
  }

  /** The budget in USD, as a decimal. */
  readonly budgetUsd: string;
  /** What was spent when the call was refused, in USD, as a decimal. */
  readonly spentUsd: string;

  /** @internal */
  constructor(init: ErrorInit & { readonly budgetUsd: string; readonly spentUsd: string }) {
    super(init);
    this.budgetUsd = init.budgetUsd;
    this.spentUsd = init.spentUsd;
  }
}
