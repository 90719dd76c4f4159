import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSimulator } from '../../src/testing.node.js';
import { consumer, requireBuild, type Consumer } from '../helpers/consumer.js';
import { startProgram, type RunningProgram } from '../helpers/program.js';
import { readPage, toJavaScript } from '../helpers/programs.js';
import { isWithoutRedis, redisServer, withRedis } from '../helpers/redis-server.js';

/** A job that stalls is noticed in two seconds instead of a minute. One at a time, so that they run in their order. */
const hurried = 'maxStalledCount: 0, lockDuration: 2000, stalledInterval: 200';
let project: Consumer;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
  await project.write('package.json', '{ "type": "module" }');
  for (const { file, text } of readPage('docs/batches.md').programs) {
    if (file === undefined) continue;
    const code = text.replace('maxStalledCount: 0', hurried).replace('concurrency: 16', 'concurrency: 1');
    await project.write(file.replace(/ts$/, 'js'), toJavaScript(code));
  }
});

afterAll(() => project[Symbol.asyncDispose]());

test.skipIf(isWithoutRedis)(
  `${withRedis}a queue runs each job once, repeats one that is safe to repeat, and lists what may have been billed`,
  { timeout: 120_000 },
  async () => {
    await using redis = await redisServer();
    const api = createSimulator();
    await using server = await api.listen();
    const ids = ['plain', 'lost', 'limited', 'killed'];
    const lines = ids.map((id) =>
      JSON.stringify({ custom_id: id, body: { model: 'BAAI/bge-large-en-v1.5', input: id } }),
    );
    await writeFile(join(project.folder, 'requests.jsonl'), `${lines.join('\n')}\n`);
    const environment = {
      RUNCRATE_API_KEY: api.options.apiKey as string,
      RUNCRATE_BASE_URL: server.baseUrl,
      RUNCRATE_INFERENCE_URL: server.inferenceUrl,
      REDIS_URL: redis.url,
    };
    const run = (file: string): RunningProgram => startProgram([file], project.folder, environment);
    const addAll = async (): Promise<void> => {
      expect(await run('add-jobs.js').finished).toEqual({ exitCode: 0, output: '' });
    };
    const sent = (): readonly string[] =>
      api.requests('createEmbedding').map(({ body }) => (body as { readonly input: string }).input);

    // The first call succeeds. The response of the second one begins, and is lost.
    api.fail('createEmbedding', { skip: 1, lost: 'after' });
    // The third one is limited until its retries are used up; the queue repeats it later.
    api.fail('createEmbedding', { times: 4, status: 429, headers: { 'retry-after': '0' } });
    // The fourth one is carried out, but its worker is killed before the response.
    api.fail('createEmbedding', { after: 'effect', never: true });
    await Promise.all([addAll(), addAll()]);
    const workers = [run('worker.js')];
    const queue = new Queue('embeddings', { connection: { port: redis.port } });
    await using _ = {
      [Symbol.asyncDispose]: async () => {
        for (const { signal } of workers) signal('SIGKILL');
        await queue.close();
      },
    };
    await expect.poll(sent, { timeout: 30_000 }).toContain('killed');
    workers[0]!.signal('SIGKILL');
    await workers[0]!.finished;

    const second = run('worker.js');
    workers.push(second);
    const counts = (): Promise<object> => queue.getJobCounts();
    await expect.poll(counts, { timeout: 30_000 }).toMatchObject({ active: 0, delayed: 0, waiting: 0, failed: 2 });
    await addAll();
    expect(await counts()).toMatchObject({ waiting: 0, completed: 2, failed: 2 });
    second.signal('SIGTERM');
    expect(await second.finished).toEqual({ exitCode: 0, output: '' });
    expect(sent()).toEqual(['plain', 'lost', ...Array<string>(4).fill('limited'), 'killed', 'limited']);
    const { output } = await run('failed-jobs.js').finished;
    expect(output.trim().split('\n').sort()).toEqual([
      'killed: job stalled more than allowable limit',
      expect.stringMatching(/^lost: .*/) as string,
    ]);
  },
);
