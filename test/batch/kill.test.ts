import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { runBatch, type BatchLine } from '../../src/batch.node.js';
import { root } from '../helpers/build.js';
import { answer, loopbackServer } from '../helpers/loopback-server.js';
import { observedClient } from '../helpers/observed-client.js';
import { startProgram } from '../helpers/program.js';
import { Runcrate } from '../../src/index.node.js';

/** The full proof: KILLS=200 npx vitest run test/batch/kill.test.ts */
const kills = Number(process.env['KILLS'] ?? 8);
/** Enough for each process to be killed before its end. */
const items = kills * 100;

test(
  `${kills} processes are killed at random moments: no item is missing, and none was sent twice but those of unknown outcome`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'runcrate-kill-'));
    const at = (name: string): string => join(folder, name);
    const [input, output, worker] = [at('in.jsonl'), at('out.jsonl'), at('worker.mjs')];
    const sent = new Map<string, number>();
    await using server = await loopbackServer(({ body }) => {
      const { id } = JSON.parse(body.toString()) as { readonly id: string };
      sent.set(id, (sent.get(id) ?? 0) + 1);
      const reply = answer({ body: { id, text: 'x'.repeat(id.length * 40) } });
      return async (...parts) => {
        await sleep(Math.random() * 30);
        await reply(...parts);
      };
    });
    const ids = Array.from({ length: items }, (_, index) => `item-${index}`);
    await writeFile(
      input,
      ids.map((id) => `${JSON.stringify({ custom_id: id, url: '/v1/embeddings', body: { id } })}\n`),
    );
    await bundle(worker);
    /** The ids that were listed as unknown, after each kill. */
    const unknown = new Set<string>();
    let killed = 0;
    while (killed < kills) {
      const program = startProgram([worker, server.url, input, output], folder, {});
      await program.printed('ready');
      await sleep(Math.random() * 300);
      program.signal('SIGKILL');
      const { exitCode } = await program.finished;
      if (exitCode !== 'SIGKILL') break;
      killed++;
    }
    expect(killed).toBe(kills);
    const client = new Runcrate({ apiKey: 'rc_live_test', inferenceUrl: server.url, maxRetries: 0, logLevel: 'off' });
    // Sends what has no outcome, and lists what has none that is known.
    const rest = await runBatch({ client, input, output, total: items });
    for (const { custom_id: id, error } of await linesOf(output)) if (error?.outcomeUnknown) unknown.add(id);
    expect([...sent].filter(([, count]) => count > 1)).toEqual([]);
    expect(ids.filter((id) => !sent.has(id) && !unknown.has(id))).toEqual([]);
    expect(unknown.size).toBe(rest.unknown);
    expect(unknown.size).toBeLessThanOrEqual(8 * kills);
    const last = await runBatch({ client, input, output, onUnknown: 'retry' });
    expect(last).toMatchObject({ done: unknown.size, skipped: items - unknown.size, unknown: 0 });
    const twice = [...sent].filter(([, count]) => count > 1).map(([id]) => id);
    expect(twice.filter((id) => !unknown.has(id))).toEqual([]);
    const done = new Set((await linesOf(output)).filter(({ error }) => error === null).map(({ custom_id: id }) => id));
    expect(done.size).toBe(items);
    expect(existsSync(`${output}.journal`)).toBe(false);
    console.log(
      `${kills} kills, ${items} items: ${unknown.size} listed as unknown, ${twice.length} of them sent twice`,
    );
    await rm(folder, { recursive: true });
  },
  30_000 + kills * 3000,
);

test('the output is cut at its lines, inside a character and elsewhere, and the journal too: no item is lost or sent twice unless it is listed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'runcrate-cut-'));
  const [input, output] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')];
  const ids = ['a', 'b'];
  await writeFile(
    input,
    ids.map((id) => `${JSON.stringify({ custom_id: id, url: '/v1/embeddings', body: {} })}\n`),
  );
  const { client } = observedClient(() => Response.json({ text: 'é' }));
  await runBatch({ client, input, output, concurrency: 1 });
  const whole = await readFile(output);
  const marks = (await linesOf(output)).map(({ custom_id, input_hash }) => `["${custom_id}","${input_hash}"]\n`);
  const firstLine = whole.indexOf('\n') + 1;
  for (const bytes of cutsOf(whole, firstLine)) {
    // What a killed process leaves: b is started when a has its line.
    const started = marks.slice(0, bytes < firstLine ? 1 : 2);
    await writeFile(output, whole.subarray(0, bytes));
    await writeFile(`${output}.journal`, `{"outputBytes":0}\n${started.join('')}`);
    const sent: string[] = [];
    const run = ({ custom_id: id }: { readonly custom_id: string }): void => void sent.push(id);
    const { unknownIds } = await runBatch({ input, output, run, concurrency: 1 });
    const isWhole = (end: number): boolean => bytes >= end - 1;
    const lost = isWhole(whole.length)
      ? []
      : isWhole(firstLine) && bytes >= firstLine
        ? ['b']
        : isWhole(firstLine)
          ? []
          : ['a'];
    expect({ bytes, unknownIds, sent }).toEqual({ bytes, unknownIds: lost, sent: bytes < firstLine ? ['b'] : [] });
  }
  await rm(folder, { recursive: true });
});

/** Every place around the ends of lines and of characters of several bytes, and every seventh of what is alike. */
function cutsOf(bytes: Buffer, firstLine: number): readonly number[] {
  return Array.from({ length: bytes.length + 1 }, (_, at) => at).filter((at) => {
    const isNearEnd = [0, firstLine, bytes.length].some((end) => Math.abs(at - end) <= 3);
    return isNearEnd || at % 7 === 0 || bytes.subarray(at - 1, at + 2).some((byte) => byte > 127);
  });
}

/** A program of one file, from the sources: no build is needed. */
async function bundle(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'test/batch/kill-worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: {
      '@runcrate/sdk/batch': join(root, 'src/batch.node.ts'),
      '@runcrate/sdk': join(root, 'src/index.node.ts'),
    },
  });
}

async function linesOf(path: string): Promise<readonly BatchLine[]> {
  const text = await readFile(path, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as BatchLine);
}
