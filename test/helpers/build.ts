import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Fails if there is no build of the current src and generated/. */
export async function requireBuild(): Promise<void> {
  const built = join(root, 'dist', 'index.node.d.ts');
  if (!existsSync(built)) throw new Error('There is no dist/: run npm run build.');
  const time = statSync(built).mtimeMs;
  for (const folder of ['src', 'generated']) {
    for (const file of await readdir(join(root, folder), { recursive: true })) {
      if (file.endsWith('.ts') && statSync(join(root, folder, file)).mtimeMs > time) {
        throw new Error(`dist/ is older than ${folder}/${file}: run npm run build.`);
      }
    }
  }
}
