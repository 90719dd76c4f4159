import { join } from 'node:path';
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { tool } from './tools.js';
import type { Checks, Trial } from './trial.js';

/** The runtime of Cloudflare Workers, with a bundle built with the settings of Wrangler. */
export const workerTrial: Trial = {
  name: 'workerd',
  format: 'esbuild',
  async run({ project, origin }) {
    const miniflare = await tool('miniflare@4.20260426.0');
    const outfile = join(await project.newFolder('worker'), 'worker.mjs');
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
    const runtime = new Miniflare({ modules: true, script, compatibilityDate: '2026-04-01' });
    try {
      const response = await runtime.dispatchFetch(`http://worker/?origin=${origin}`);
      const text = await response.text();
      if (response.status !== 200) throw new Error(text);
      return { version: miniflare.versionOf('workerd'), checks: JSON.parse(text) as Checks };
    } finally {
      await runtime.dispose();
    }
  },
};

type MiniflareClass = new (options: object) => {
  dispatchFetch(url: string): Promise<Response>;
  dispose(): Promise<void>;
};
