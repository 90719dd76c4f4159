import type { VirtualClock } from '../../src/handwritten/testing/virtual-clock.js';

/** A rate limit of fixed windows, by the minute or as given. */
export interface LimitedServerOptions {
  readonly limit: number;
  readonly windowMs?: number;
  readonly latencyMs?: number;
  /** Whether responses tell of it; `retryAfter` alone with a 429. */
  readonly headers?: 'all' | 'retryAfter' | 'none';
}

/** A `fetch` in the time of a clock: refuses with 429 what is beyond its limit, and counts. */
export function limitedServer(clock: VirtualClock, options: LimitedServerOptions) {
  const { limit, windowMs = 60_000, latencyMs = 50, headers = 'all' } = options;
  let endsAt = 0;
  let left = 0;
  const served: number[] = [];
  const refused: number[] = [];
  const fetch = async (_url: string, init?: RequestInit): Promise<Response> => {
    await clock.sleep(latencyMs / 2, init?.signal ?? undefined);
    const now = clock.now();
    if (now >= endsAt) {
      endsAt = (Math.floor(now / windowMs) + 1) * windowMs;
      left = limit;
    }
    const isServed = left > 0;
    if (isServed) left--;
    (isServed ? served : refused).push(now);
    const told: Record<string, string> = { date: new Date(now).toUTCString() };
    if (headers === 'all') {
      told['x-ratelimit-limit'] = String(limit);
      told['x-ratelimit-remaining'] = String(left);
      told['x-ratelimit-reset'] = String(endsAt / 1000);
    }
    if (headers !== 'none' && !isServed) told['retry-after'] = String(Math.ceil((endsAt - now) / 1000));
    await clock.sleep(latencyMs / 2, init?.signal ?? undefined);
    return isServed
      ? Response.json({ object: 'list', data: [] }, { headers: told })
      : Response.json({ error: { message: 'Too many requests' } }, { status: 429, headers: told });
  };
  return { fetch, served, refused };
}
