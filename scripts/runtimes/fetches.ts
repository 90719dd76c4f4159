import { pathToFileURL } from 'node:url';
import { mustRun } from './command.js';
import { tool } from './tools.js';
import type { Checks, Section, Trial } from './trial.js';

/** Of programs/smoke.ts. All of them send JSON, and read what a Node stream gives. */
const smokeChecks = ['list', 'page', 'chat', 'stream', 'image', 'bytes', 'error', 'retry', 'abort'];

const packages = [
  { name: 'node-fetch', version: '2.7.0', file: 'lib/index.js' },
  { name: 'node-fetch', version: '3.3.2', file: 'src/index.js' },
  { name: 'cross-fetch', version: '4.1.0', file: 'dist/node-ponyfill.js' },
];

/** The `fetch` of a package, passed as an option: its responses have Node streams. */
export const fetches: Section = {
  subject: 'fetch',
  checks: [...smokeChecks, 'stream_upload'],
  trials: packages.map(({ name, version, file }): Trial => ({
    name,
    format: 'option',
    async run({ project, origin }) {
      const from = await tool(`${name}@${version}`);
      const args = ['fetch.mjs', origin, pathToFileURL(from.file(file)).href, smokeChecks.join(',')];
      const { stdout } = await mustRun(process.execPath, args, { cwd: project.folder });
      return { version, checks: JSON.parse(stdout) as Checks };
    },
  })),
};
