export { BudgetExceededError } from './handwritten/usage/errors.js';
export type { UsageFigures } from './handwritten/usage/figures.js';
export { UsageMeter, type UsageBudget, type UsageMeterOptions } from './handwritten/usage/meter.js';
export type { PricedModel } from './handwritten/usage/prices.js';
export type { UsageReport, UsageTotals } from './handwritten/usage/report.js';
