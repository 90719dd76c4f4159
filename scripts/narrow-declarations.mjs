import { readdir, readFile, writeFile } from 'node:fs/promises';

/** TypeScript indents what it declares by four spaces: two, as in the sources, are a thirtieth less to install. */
for (const name of await readdir('dist')) {
  if (!name.endsWith('.d.cts')) continue;
  const text = await readFile(`dist/${name}`, 'utf8');
  await writeFile(
    `dist/${name}`,
    text.replaceAll(/^(?: {4})+/gm, (spaces) => ' '.repeat(spaces.length / 2)),
  );
}
