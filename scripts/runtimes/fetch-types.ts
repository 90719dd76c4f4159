import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.js';
import { tool } from './tools.js';
import type { Section, Trial } from './trial.js';

const typescript = 'typescript@5.9.3';

const packages = [
  { packages: ['undici@6.29.1'], import: "import { fetch } from 'undici';" },
  { packages: ['undici@7.30.2'], import: "import { fetch } from 'undici';" },
  { packages: ['undici@8.13.0'], import: "import { fetch } from 'undici';" },
  { packages: ['node-fetch@2.7.0', '@types/node-fetch@2.6.13'], import: "import fetch from 'node-fetch';" },
  { packages: ['node-fetch@3.3.2'], import: "import fetch from 'node-fetch';" },
  { packages: ['cross-fetch@4.1.0'], import: "import fetch from 'cross-fetch';" },
] as const;

/** The types of the `fetch` option, against those of packages: each has its own Request, Response and RequestInit. */
export const fetchTypes: Section = {
  subject: 'types of fetch',
  checks: ['types'],
  trials: packages.map(({ packages: [specifier, ...others], import: importFetch }): Trial => ({
    name: specifier.slice(0, specifier.lastIndexOf('@')),
    format: 'option',
    async run({ project }) {
      const from = await tool(specifier, ...others, '@types/node@22.15.0', typescript);
      const folder = await project.newFolder(`fetch-types-${specifier}`);
      const compilerOptions = {
        module: 'esnext',
        moduleResolution: 'bundler',
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        typeRoots: [from.module('@types')],
        types: ['node'],
        paths: { '*': [`${from.module('@types')}/*`, `${from.module('')}/*`] },
        strict: true,
        exactOptionalPropertyTypes: true,
        esModuleInterop: true,
        // Those of the packages have errors of their own.
        skipLibCheck: true,
        noEmit: true,
      };
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
      await writeFile(join(folder, 'program.ts'), programWith(importFetch));
      const { exitCode, output } = await run(process.execPath, [from.module('typescript/bin/tsc'), '-p', folder], {
        cwd: folder,
      });
      return { version: from.version, checks: { types: exitCode === 0 ? '' : output } };
    },
  })),
};

/** The second line fails if the package's types are missing: a `fetch` of type any would prove nothing. */
function programWith(importFetch: string): string {
  return `${importFetch}
const isTyped: 0 extends 1 & typeof fetch ? false : true = true;
import { Runcrate } from '@runcrate/sdk';
export const rc = new Runcrate({ fetch });
export const wrapped = new Runcrate({ fetch: (url, init) => fetch(url, { method: init?.method ?? 'GET' }) });
export { isTyped };
`;
}
