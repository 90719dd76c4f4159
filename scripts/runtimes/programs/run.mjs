// For runtimes with a command line and a file system: `RUNTIME run.mjs ORIGIN FOLDER`.
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import * as sdk from '@runcrate/sdk';
import { smoke } from './smoke.js';

const [origin, folder] = process.argv.slice(2);
console.log(JSON.stringify(await smoke(sdk, { origin, isPage: false, files: { folder, read: readFile } })));
