/** What calls have used. */
export interface UsageFigures {
  /** Calls that were sent, whatever became of them. */
  readonly requests: number;
  /** Billed ones that failed, or were aborted. */
  readonly failed: number;
  /** Requests beyond the first of each call. */
  readonly retries: number;
  /** Calls that succeeded after an attempt that may have been carried out too: they may have been billed twice. */
  readonly possiblyDoubled: number;
  /** Calls that failed, and may have been carried out, and billed, all the same (`outcomeUnknown`). */
  readonly possiblyBilled: number;
  /** Tokens of the prompts, cached ones included. */
  readonly promptTokens: number;
  /** Those of them that were read from a cache, where the server tells. */
  readonly cachedTokens: number;
  /** Generated tokens, those of reasoning included. */
  readonly completionTokens: number;
  /** Those of them that the model thought with, where the server tells. */
  readonly reasoningTokens: number;
  /** Images that were generated. */
  readonly images: number;
  /** Seconds of audio that was transcribed, where the server tells, and of video that was asked for. */
  readonly seconds: number;
  /** Billed calls that succeeded, and of which no tokens were told: their cost is not in `usd`. */
  readonly withoutTokens: number;
}

/** `UsageFigures` that are being counted. */
export type Counts = { -readonly [Name in keyof UsageFigures]: number };

export function noCounts(): Counts {
  return {
    requests: 0,
    failed: 0,
    retries: 0,
    possiblyDoubled: 0,
    possiblyBilled: 0,
    promptTokens: 0,
    cachedTokens: 0,
    completionTokens: 0,
    reasoningTokens: 0,
    images: 0,
    seconds: 0,
    withoutTokens: 0,
  };
}

/** The tokens of a `usage`, also by its names on the wire; undefined if it has none. */
export function tokensOf(usage: unknown): Tokens | undefined {
  const of = fieldsOf(usage);
  const { completionTokens = of['completion_tokens'], totalTokens = of['total_tokens'] } = of;
  const { promptTokens = of['prompt_tokens'] ?? (completionTokens === undefined ? totalTokens : undefined) } = of;
  if (promptTokens === undefined && completionTokens === undefined) return undefined;
  const { cachedTokens, cached_tokens = cachedTokens } = fieldsOf(
    of['promptTokensDetails'] ?? of['prompt_tokens_details'],
  );
  const { reasoningTokens, reasoning_tokens = reasoningTokens } = fieldsOf(
    of['completionTokensDetails'] ?? of['completion_tokens_details'],
  );
  const prompt = countOf(promptTokens);
  return {
    promptTokens: prompt,
    // They are part of the prompt.
    cachedTokens: Math.min(prompt, countOf(cached_tokens)),
    completionTokens: countOf(completionTokens),
    reasoningTokens: countOf(reasoning_tokens),
  };
}

export type Tokens = Pick<UsageFigures, 'promptTokens' | 'cachedTokens' | 'completionTokens' | 'reasoningTokens'>;

/** Whole, as prices are integers. */
function countOf(value: unknown): number {
  return Math.round(amountOf(value));
}

/** An amount that a server tells; 0 if it is none. */
export function amountOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Readonly<Record<string, unknown>>;
}
