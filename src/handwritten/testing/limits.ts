import { failure, type Answer } from './answer.js';
import type { World } from './world.js';

/** The headers of a request that counts, or of one that is over the limit, with its answer. */
export interface Limited {
  readonly headers?: Readonly<Record<string, string>>;
  readonly answer?: Answer;
}

const minuteMs = 60_000;

/** Counts a request towards the limit of its minute. */
export function countRequest(world: World, rateLimit: number | undefined, now: number): Limited {
  if (rateLimit === undefined) return {};
  if (now - world.limit.startsAt >= minuteMs) world.limit = { startsAt: now, used: 0 };
  const { limit } = world;
  const isOver = limit.used >= rateLimit;
  if (!isOver) limit.used++;
  const headers = {
    'x-ratelimit-limit': String(rateLimit),
    'x-ratelimit-remaining': String(rateLimit - limit.used),
    'x-ratelimit-reset': String(Math.ceil((limit.startsAt + minuteMs) / 1000)),
  };
  if (!isOver) return { headers };
  const seconds = Math.ceil((limit.startsAt + minuteMs - now) / 1000);
  const refused = failure(429, `Rate limit exceeded. Try again in ${seconds} seconds.`);
  return { answer: { ...refused, headers: { ...headers, 'retry-after': String(seconds) } } };
}
