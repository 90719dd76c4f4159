// What a batch takes: its throughput beside a bare pool of promises, or the memory that a million items add.
import { Runcrate } from '@runcrate/sdk';
import { runBatch } from '@runcrate/sdk/batch';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../../helpers/media.js';
import { apiKey, chatParams, chatText } from '../samples.js';
import { report, task } from './report.js';
import { jsonStub } from './stub.js';

const concurrency = 32;
const latencyMs = 10;
await using folder = await temporaryFolder();

const { of, items } = task<{ readonly of: 'throughput' | 'memory'; readonly items: number }>();
report(of === 'memory' ? { megabytes: await mostAdded() } : await throughput());

/** Seconds that each takes for the same calls of a server with this latency, by turns. */
async function throughput(): Promise<Record<string, readonly number[]>> {
  const stub = jsonStub(chatText);
  const client = new Runcrate({ apiKey, fetch: async (...args) => (await sleep(latencyMs), stub(...args)) });
  const contestants = {
    pool: async (): Promise<void> => {
      const queue = Array.from({ length: items }, (_, at) => at).values();
      const work = async (): Promise<void> => {
        for (const _ of queue) await client.models.chatCompletion(chatParams);
      };
      await Promise.all(Array.from({ length: concurrency }, work));
    },
    batch: async (): Promise<void> => {
      const input = Array.from({ length: items }, (_, at) => ({ custom_id: `item-${at}`, body: chatParams }));
      const output = folder.at(`${Math.random()}.jsonl`);
      await runBatch({ client, operation: 'POST /chat/completions', input, output, concurrency });
    },
  };
  const seconds: Record<string, number[]> = { pool: [], batch: [] };
  for (let round = -2; round < 14; round++) {
    // Each is as often the first: what one leaves, such as garbage and pages to be written, the other one pays for.
    const turns = Object.entries(contestants);
    for (const [name, run] of round % 2 === 0 ? turns : turns.reverse()) {
      const startedAt = performance.now();
      await run();
      if (round >= 0) seconds[name]!.push((performance.now() - startedAt) / 1000);
    }
  }
  return seconds;
}

/** The peak memory of a batch from file to file, minus that before. */
async function mostAdded(): Promise<number> {
  const input = folder.at('input.jsonl');
  const handle = await open(input, 'w');
  for (let at = 0; at < items; at += 1000) {
    const lines = Array.from({ length: 1000 }, (_, more) =>
      JSON.stringify({ custom_id: `item-${at + more}`, body: {} }),
    );
    await handle.write(`${lines.join('\n')}\n`);
  }
  await handle.close();
  await runBatch({ input: [{ custom_id: 'a' }], output: folder.at('first.jsonl'), run: () => 1 });
  globalThis.gc!();
  await sleep(200);
  globalThis.gc!();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  const output = folder.at('output.jsonl');
  const { done } = await runBatch({ input, output, run: () => ({ text: 'An answer.' }), concurrency });
  // Again, which reads what is done.
  const { skipped } = await runBatch({ input, output, run: () => 1 });
  clearInterval(timer);
  if (done !== items || skipped !== items) throw new Error(`Only ${done} done, ${skipped} skipped.`);
  return (most - before) / 1024 / 1024;
}
