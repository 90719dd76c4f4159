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

  /** The cost of tokens of a model; undefined if one of the prices that it takes is not known. */
  costOf(model: string, { promptTokens, cachedTokens, completionTokens }: Tokens): Atto | undefined {
    if (promptTokens === 0 && completionTokens === 0) return 0n;
    const { prompt, completion, cached = prompt } = this.#prices.get(model) ?? {};
    const fromCache = Math.min(cachedTokens, promptTokens);
    const parts = [part(promptTokens - fromCache, prompt), part(fromCache, cached), part(completionTokens, completion)];
    return parts.reduce((sum, cost) => (sum === undefined || cost === undefined ? undefined : sum + cost), 0n);
  }
}

function part(tokens: number, price: Atto | undefined): Atto | undefined {
  return tokens === 0 ? 0n : price && price * BigInt(Math.round(tokens));
}
