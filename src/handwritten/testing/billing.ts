import { enveloped, listed } from './answer.js';
import type { Handler } from './call.js';
import { activeCost, balanceOf } from './ledger.js';
import { dollarsOf } from './money.js';
import { projectId, timeText, type TransactionRecord } from './world.js';

function viewOf({ id, type, amount, description, createdAt }: TransactionRecord) {
  return { id, projectId, type, amount: dollarsOf(amount), description, createdAt: timeText(createdAt) };
}

const dayMs = 86_400_000;

export const billingHandlers: Readonly<Record<string, Handler>> = {
  getBalance: ({ now }, { world }) =>
    enveloped({
      creditsBalance: dollarsOf(balanceOf(world)),
      activeUsageCost: dollarsOf(activeCost(world, now)),
    }),
  listTransactions: ({ query: { limit = '50', offset = '0', type } }, { world }) => {
    // The latest first; of one time, the one that was booked last.
    const all = world.transactions
      .filter((transaction) => type === undefined || transaction.type === type)
      .reverse()
      .sort((a, b) => b.createdAt - a.createdAt);
    const [from, size] = [Number(offset), Number(limit)];
    const meta = { hasMore: from + size < all.length, total: all.length };
    return listed(all.slice(from, from + size).map(viewOf), meta);
  },
  /** `to` is the last day that counts, or a time. */
  getUsage: ({ query: { from, to } }, { world }) => {
    const start = from === undefined ? -Infinity : Date.parse(from);
    const end = to === undefined ? Infinity : Date.parse(to) + (to.length === 10 ? dayMs : 0);
    const own = world.usage.filter(({ at }) => at >= start && at < end);
    const sum = (of: (usage: (typeof own)[number]) => number): number =>
      own.reduce((total, usage) => total + of(usage), 0);
    const [prompt, completion] = [
      sum(({ promptTokens }) => promptTokens),
      sum(({ completionTokens }) => completionTokens),
    ];
    return enveloped({
      total_requests: own.length,
      total_prompt_tokens: prompt,
      total_completion_tokens: completion,
      total_tokens: prompt + completion,
      total_cost: dollarsOf(sum(({ cost }) => cost)),
    });
  },
};
