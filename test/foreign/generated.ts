import { build } from 'esbuild';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate, type Outcome } from '../../codegen/generate.js';

const runtime = new URL('../../src/runtime.node.ts', import.meta.url).pathname;

/** As `generatedClient`, of a document in memory. */
export async function clientOf(document: object): Promise<Generated> {
  const folder = await mkdtemp(join(tmpdir(), 'document-'));
  const spec = join(folder, 'api.json');
  await writeFile(spec, JSON.stringify(document));
  try {
    return await generatedClient(spec);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A client that was generated from a document, and runs. */
export interface Generated {
  readonly outcome: Outcome;
  /** Untyped: the compiler sees generated code in test/package. */
  readonly createClient: (options?: object) => Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;
  readonly file: (name: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

export async function generatedClient(spec: string): Promise<Generated> {
  const out = await mkdtemp(join(tmpdir(), 'generated-'));
  const extras = { schema: false, cases: false, format: false, marks: false };
  const outcome = await generate({ spec, out, config: {}, runtime, extras }, false);
  const outfile = join(out, 'client.mjs');
  await build({ entryPoints: [join(out, 'index.ts')], outfile, bundle: true, platform: 'node', format: 'esm' });
  const { createClient } = (await import(pathToFileURL(outfile).href)) as Pick<Generated, 'createClient'>;
  return {
    outcome,
    createClient,
    file: (name) => readFile(join(out, name), 'utf8'),
    remove: () => rm(out, { recursive: true }),
  };
}
