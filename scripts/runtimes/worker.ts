import { join } from 'node:path';
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { tool } from './tools.js';
import type { Checks, Trial } from './trial.js';

/** From the oldest streams to the latest. Until 2024-03-04, a Worker has `importScripts`, as a worker of a page has. */
const compatibilityDates = ['2021-11-10', '2024-03-03', '2026-04-01'];

/** The runtime of Cloudflare Workers, with a bundle built with the settings of Wrangler. */
export const workerTrials: readonly Trial[] = compatibilityDates.map((compatibilityDate) => ({
  name: 'workerd',
  format: compatibilityDate,
  async run({ project, origin }) {
    const miniflare = await tool('miniflare@4.20260426.0');
    const outfile = join(await project.newFolder(`worker-${compatibilityDate}`), 'worker.mjs');
    await build({
      absWorkingDir: project.folder,
      entryPoints: ['worker.mjs'],
      outfile,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      conditions: ['workerd', 'worker', 'browser'],
      logLevel: 'silent',
    });
    const script = await readFile(outfile, 'utf8');
    const { Miniflare } = miniflare.load('miniflare') as { readonly Miniflare: MiniflareClass };
    const runtime = new Miniflare({ modules: true, script, compatibilityDate });
    try {
      const response = await runtime.dispatchFetch(`http://worker/?origin=${origin}`);
      const text = await response.text();
      if (response.status !== 200) throw new Error(text);
      return { version: miniflare.versionOf('workerd'), checks: JSON.parse(text) as Checks };
    } finally {
      await runtime.dispose();
    }
  },
}));

type MiniflareClass = new (options: object) => {
  dispatchFetch(url: string): Promise<Response>;
  dispose(): Promise<void>;
};
