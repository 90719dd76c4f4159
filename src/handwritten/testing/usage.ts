import { failure, type Answer } from './answer.js';
import type { Context } from './call.js';
import { book, canPay } from './ledger.js';
import type { Nanos } from './money.js';

/** About as many as a tokenizer would count. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}

export function brokeAnswer({ world }: Context, now: number): Answer | undefined {
  return canPay(world, now, 1) ? undefined : failure(402, 'Insufficient credits. Add credits to continue.');
}

/** Charges an inference call. */
export function charge(
  { world }: Context,
  model: string,
  now: number,
  { cost, promptTokens = 0, completionTokens = 0 }: { cost: Nanos; promptTokens?: number; completionTokens?: number },
): void {
  world.usage.push({ at: now, promptTokens, completionTokens, cost });
  if (cost > 0) book(world, 'usage', -cost, `Inference: ${model}`, now);
}
