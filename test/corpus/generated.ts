import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from '../../codegen/generate.js';
import { Stop, Stops } from '../../codegen/read/stop.js';
import { sdkConfig } from '../../codegen/sdk.config.js';
import { root } from '../bench/root.js';
import { output } from './documents.js';

/** What became of one document. */
export type Generated =
  | { readonly kind: 'generated'; readonly out: string }
  | { readonly kind: 'stopped'; readonly why: string }
  | { readonly kind: 'crashed'; readonly why: string };

/** Generates as `--spec FILE --out FOLDER --cases` does, in this process: a process each would double the time. */
export async function generateDocument(path: string, name: string): Promise<Generated> {
  const out = join(output, name.replaceAll(/[^\w.-]/g, '_'));
  await rm(out, { recursive: true, force: true });
  const config = sdkConfig.errors ? { errors: sdkConfig.errors } : {};
  const extras = { schema: true, cases: true, format: false, marks: false };
  const runtime = join(root, 'src/runtime.node.ts');
  try {
    await generate({ spec: path, out, config, extras, runtime }, false);
    return { kind: 'generated', out };
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n  Fix:');
    return { kind: error instanceof Stop || error instanceof Stops ? 'stopped' : 'crashed', why: oneLine(why) };
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 300);
}
