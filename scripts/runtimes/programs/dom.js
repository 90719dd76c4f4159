// For Vitest and Jest, whose globals it takes: the report goes to the file SMOKE_REPORT.
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import * as sdk from '@runcrate/sdk';
import { smoke } from './smoke.js';

test('smoke', async () => {
  const { SMOKE_ORIGIN: origin, SMOKE_FOLDER: folder, SMOKE_REPORT: report } = process.env;
  const place = folder ? { isPage: false, files: { folder, read: readFile } } : { isPage: true };
  await writeFile(report, JSON.stringify(await smoke(sdk, { origin, ...place })));
}, 300_000);
