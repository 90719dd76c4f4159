// One of the processes of pacing.ts: callers that call again as soon as they have an answer.
import { Runcrate } from '@runcrate/sdk';
import { apiKey } from '../samples.js';
import { report, task } from './report.js';

export interface ClientTask {
  readonly port: number;
  readonly callers: number;
  readonly endsAt: number;
  readonly isPaced: boolean;
}

export interface ClientReport {
  /** The longest that a call took. */
  readonly longestMs: number;
  readonly failed: number;
}

const { port, callers, endsAt, isPaced } = task<ClientTask>();
const client = new Runcrate({
  apiKey,
  inferenceUrl: `http://127.0.0.1:${port}`,
  ...(isPaced && { pacing: 'auto' }),
});
let longestMs = 0;
let failed = 0;
await Promise.all(Array.from({ length: callers }, work));
report({ longestMs, failed } satisfies ClientReport);

async function work(): Promise<void> {
  while (Date.now() < endsAt) {
    const startedAt = Date.now();
    await client.models.list().catch(() => failed++);
    longestMs = Math.max(longestMs, Date.now() - startedAt);
  }
}
