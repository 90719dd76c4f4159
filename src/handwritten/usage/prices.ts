import type { Model } from '../../../generated/types.js';
import { attoOf, type Atto } from './decimal.js';
import type { Tokens } from './figures.js';

interface Price {
  readonly prompt: Atto | undefined;
  readonly completion: Atto | undefined;
  readonly cached: Atto | undefined;
}

/** What of a model gives its price: an item of `rc.models.list()`. */
export type PricedModel = Pick<Model, 'id' | 'pricing'>;

/** The prices of a token, by model. */
export class Prices {
  readonly #prices = new Map<string, Price>();

  constructor(models: Iterable<PricedModel> = []) {
    for (const { id, pricing } of models) {
      this.#prices.set(id, {
        prompt: attoOf(pricing?.prompt),
        completion: attoOf(pricing?.completion),
        cached: attoOf(pricing?.inputCacheRead),
      });
    }
  }

  /** Whether a model has a price. */
  has(model: string): boolean {
    return this.#prices.has(model);
  }

  /** The cost of tokens of a model: of those whose price is known, so that it adds up whatever is added first. */
  costOf(model: string, { promptTokens, cachedTokens, completionTokens }: Tokens): Atto {
    const price = this.#prices.get(model);
    if (price === undefined) return 0n;
    const { prompt = 0n, cached = prompt, completion = 0n } = price;
    let cost = prompt * BigInt(promptTokens - cachedTokens);
    if (cachedTokens > 0) cost += cached * BigInt(cachedTokens);
    if (completionTokens > 0) cost += completion * BigInt(completionTokens);
    return cost;
  }

  /** Whether all the prices are known that these tokens take. */
  knows(model: string, { promptTokens, cachedTokens, completionTokens }: Tokens): boolean {
    const { prompt, cached = prompt, completion } = this.#prices.get(model) ?? {};
    return (
      (promptTokens === cachedTokens || prompt !== undefined) &&
      (cachedTokens === 0 || cached !== undefined) &&
      (completionTokens === 0 || completion !== undefined)
    );
  }
}
