import { docsUrl, RuncrateError } from '../core/errors/errors.js';
import type { Check } from '../core/options/check.js';
import type { RequestOptions } from '../core/operation/operation.js';
import type { Meter, MeteredCall, MeteredOperation } from '../core/options/metering.js';
import { attoOf, usdText, type Atto } from './decimal.js';
import { BudgetExceededError } from './errors.js';
import { amountOf, fieldsOf, noCounts, tokensOf, type Counts, type Tokens } from './figures.js';
import { Prices, type PricedModel } from './prices.js';
import { reportOf, type UsageReport, type UsageRow } from './report.js';
import { withUsage } from './with-usage.js';

/** The options of `new UsageMeter({ … })`. */
export interface UsageMeterOptions {
  /** The models with their prices, in USD per token: `await rc.models.list()` has them as `data`. */
  readonly prices?: Iterable<PricedModel> | undefined;
  /** Refuses calls that would start when it is spent. Default: no limit. */
  readonly budget?: UsageBudget | undefined;
}

/** What may be spent. */
export interface UsageBudget {
  /** In US dollars: a number, or a decimal as a string. */
  readonly usd: number | string;
}

/** The most pairs of operation and model. What comes later is counted together, but by model if that has a price. */
const maxRows = 1000;
const others = '(other)';

const budgetProblem: Check = (value) =>
  attoOf(fieldsOf(value)['usd']) === undefined ? 'must be an object such as `{ usd: 5 }`' : undefined;
const pricesProblem: Check = (value) =>
  Symbol.iterator in Object(value) && typeof value !== 'string'
    ? undefined
    : 'must be a list of models: the `data` of `await rc.models.list()`';

const checks = { prices: pricesProblem, budget: budgetProblem };
const noOption: Check = () => 'is no option of new UsageMeter(), which takes prices and budget';

/** As that of the core, which would be a file of its own in the client if both imported it. */
function check(name: string, problem: string | undefined): void {
  if (problem !== undefined) throw new RuncrateError(`\`${name}\` ${problem}.`);
}

/**
 * Adds up what the calls of its clients use, by model and by operation: `new Runcrate({ usage: meter })`. With prices, it
 * tells what that costs, and refuses calls beyond a budget.
 */
export class UsageMeter implements Meter {
  readonly #rows = new Map<string, UsageRow>();
  /** Of the operations of an API. That of a call to a path of the caller's own is gone with the call. */
  readonly #routes = new WeakMap<MeteredOperation, MeteredRoute>();
  readonly #budget: Atto | undefined;
  #prices: Prices;
  /** Of what has a price. */
  #spent = 0n;

  constructor(options: UsageMeterOptions = {}) {
    for (const [name, value] of Object.entries(options)) {
      const problem = Object.hasOwn(checks, name) ? checks[name as keyof typeof checks] : noOption;
      if (value !== undefined) check(name, problem(value));
    }
    this.#prices = new Prices(options.prices);
    this.#budget = attoOf(options.budget?.usd);
  }

  /** Replaces the prices, also those of what has been counted. */
  setPrices(models: Iterable<PricedModel>): void {
    check('models', pricesProblem(models));
    this.#prices = new Prices(models);
    this.#spent = 0n;
    for (const { model, counts } of this.#rows.values()) this.#spent += this.#prices.costOf(model, counts);
  }

  /** What has been used so far, in total, by model and by operation. */
  report(): UsageReport {
    return reportOf(this.#rows.values(), this.#prices);
  }

  /** What has been spent so far, in USD, as a decimal: tokens of models that have a price. */
  get usd(): string {
    return usdText(this.#spent);
  }

  /** Called by the client, before a call is sent. */
  start(operation: MeteredOperation, args: unknown, options: RequestOptions): MeteredCall {
    let route = this.#routes.get(operation);
    if (route === undefined) this.#routes.set(operation, (route = routeOf(operation)));
    const { isBilled, isChat, name } = route;
    const check = (): void => {
      if (isBilled && this.#budget !== undefined && this.#spent >= this.#budget) {
        throw this.#refusal(name, this.#budget);
      }
    };
    check();
    const fields = fieldsOf(args);
    const { body, model = fieldsOf(body)['model'] } = fields;
    const end = (answer: unknown, attempts: number, isOpen: boolean): void => {
      if (attempts === 0) return;
      const row = this.#knownRowOf(route, typeof model === 'string' ? model : '');
      const { counts } = row;
      counts.requests++;
      counts.retries += attempts - 1;
      if (answer === undefined && isBilled) counts.failed++;
      if (isOpen) counts[answer === undefined ? 'possiblyBilled' : 'possiblyDoubled']++;
      if (answer !== undefined && isBilled) this.#count(row, name, fields, fieldsOf(answer));
    };
    return { args: isChat ? withUsage(fields, options) : args, check, end };
  }

  #count(row: UsageRow, route: string, args: Fields, answer: Fields): void {
    const { counts } = row;
    const { usage, data, duration, decode, iterate } = answer;
    if (Array.isArray(data) && route.startsWith('POST /images/')) counts.images += data.length;
    if (route === 'POST /audio/transcriptions') counts.seconds += amountOf(duration);
    if (route === 'POST /videos') counts.seconds += amountOf(args['duration'] ?? args['durationSeconds']);
    const tokens = tokensOf(usage);
    if (tokens) this.#add(row, tokens, 1);
    else counts.withoutTokens++;
    if (typeof decode !== 'function' || typeof iterate !== 'function') return;
    const decodeEvent = decode as (value: unknown) => unknown;
    // A stream tells at its end, or in each chunk what it is so far.
    let before: Tokens | undefined;
    const metered = (value: unknown): unknown => {
      const event = decodeEvent(value);
      const told = tokensOf(fieldsOf(event)['usage']);
      if (told === undefined) return event;
      if (before) this.#add(row, before, -1);
      else counts.withoutTokens--;
      this.#add(row, (before = told), 1);
      return event;
    };
    Object.assign(answer, { decode: metered });
  }

  #add({ model, counts }: UsageRow, tokens: Tokens, sign: 1 | -1): void {
    counts.promptTokens += sign * tokens.promptTokens;
    counts.cachedTokens += sign * tokens.cachedTokens;
    counts.completionTokens += sign * tokens.completionTokens;
    counts.reasoningTokens += sign * tokens.reasoningTokens;
    const cost = this.#prices.costOf(model, tokens);
    this.#spent += sign === 1 ? cost : -cost;
  }

  /** To put a key together and to look it up takes as long as the rest of the counting. */
  #knownRowOf(route: MeteredRoute, model: string): UsageRow {
    const { lastRow } = route;
    // A row of the others may have a model of its own, once there is a price.
    if (lastRow?.model === model && lastRow.operation === route.name) return lastRow;
    return (route.lastRow = this.#rowOf(route.name, model));
  }

  #rowOf(operation: string, model: string): UsageRow {
    const key = `${operation}\n${model}`;
    const known = this.#rows.get(key);
    if (known) return known;
    if (this.#rows.size >= maxRows && operation !== others) {
      return this.#rowOf(others, this.#prices.has(model) ? model : others);
    }
    const row: { operation: string; model: string; counts: Counts } = { operation, model, counts: noCounts() };
    this.#rows.set(key, row);
    return row;
  }

  #refusal(route: string, budget: Atto): BudgetExceededError {
    const [budgetUsd, spentUsd] = [usdText(budget), usdText(this.#spent)];
    return new BudgetExceededError({
      message: `${route} was not sent: ${spentUsd} USD of the budget of ${budgetUsd} USD are spent.`,
      hint: 'Make a client with a new `UsageMeter`, or with a higher budget.',
      docsUrl: docsUrl('costs'),
      budgetUsd,
      spentUsd,
    });
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** What is the same for all calls of an operation. */
interface MeteredRoute {
  readonly name: string;
  readonly isBilled: boolean;
  readonly isChat: boolean;
  lastRow?: UsageRow;
}

function routeOf({ method, path, server, retry }: MeteredOperation): MeteredRoute {
  const name = `${method} ${path}`;
  return { name, isBilled: server === 'inference' && retry !== 'safe', isChat: name === 'POST /chat/completions' };
}
