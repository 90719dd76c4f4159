// JavaScript, because tsx alone takes as long as a run where nothing has changed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { bundled } from '../scripts/bundle.mjs';

const script = 'codegen/main.ts';

// Our own document is done before optimized code would pay for its compilation, which is a quarter of the CPU time.
if (!process.argv.some((arg) => arg.startsWith('--spec'))) setFlagsFromString('--no-opt');
// Errors show the lines of the sources.
process.setSourceMapsEnabled(true);
const path = await bundled(script).catch(async (error) => {
  // What can't be kept is run as it stands.
  if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error;
  const { register } = await import('tsx/esm/api');
  register();
  return join(import.meta.dirname, 'main.ts');
});
await import(pathToFileURL(path).href);
