import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SdkConfig } from '../codegen/config/config-types.js';
import { readConfig } from '../codegen/config/read-config.js';
import { reportOnFiles } from '../codegen/report/diff.js';
import { lineOf } from '../codegen/report/report-text.js';
import type { Report } from '../codegen/report/report.js';
import { sizeOf, type Step } from '../codegen/report/severity.js';
import { helpOn } from './command-line.js';
import { fileAt, lastRelease } from './git-revision.js';
import { largest, pendingStep, stepBetween } from './pending-step.js';

const configPath = 'codegen/sdk.config.ts';

/**
 * `npx tsx scripts/check-changeset.ts [--base REVISION]`, in the folder of the repository: checks that the pending
 * changesets announce at least the step of the change report since the last release.
 */
helpOn('npx tsx scripts/check-changeset.ts [--base REVISION]');
const { base = lastRelease() } = parseArgs({ options: { base: { type: 'string' } } }).values;
// A changeset that can't be read is no reason for a stack trace.
const problem =
  base === undefined ? undefined : await problemSince(base).catch((error: unknown) => (error as Error).message);
if (problem !== undefined) console.error(problem);
else
  console.log(
    base === undefined
      ? 'No release is tagged: there is nothing to compare with.'
      : `The changesets are sufficient since ${base}.`,
  );
process.exitCode = problem === undefined ? 0 : 1;

async function problemSince(revision: string): Promise<string | undefined> {
  const old = fileAt(revision, 'openapi.json');
  if (old === undefined) return undefined;
  const report = await reportSince(revision, old);
  const announced = await announcedStep(revision);
  return sizeOf(report.step) > sizeOf(announced) ? messageOf(report, announced, revision) : undefined;
}

async function reportSince(revision: string, document: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'check-changeset-'));
  try {
    const old = join(folder, 'openapi.json');
    await writeFile(old, document);
    const oldConfig = await configAt(revision, folder);
    const config = existsSync(configPath) ? await readConfig(join(process.cwd(), configPath)) : {};
    return await reportOnFiles(old, 'openapi.json', { config, ...(oldConfig ? { oldConfig } : {}) });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The step of the changesets or of the version itself: a release deletes its changesets and raises the version. */
async function announcedStep(revision: string): Promise<Step> {
  const { name, version } = JSON.parse(await readFile('package.json', 'utf8')) as Package;
  const before = (JSON.parse(fileAt(revision, 'package.json') ?? '{}') as Partial<Package>).version ?? version;
  return largest([await pendingStep('.', name), stepBetween(before, version)]);
}

interface Package {
  readonly name: string;
  readonly version: string;
}

function messageOf({ step, changes }: Report, announced: Step, revision: string): string {
  const [first] = changes;
  const example = first ? ` ${lineOf(first)}` : '';
  const pending =
    announced === 'none' ? 'no changeset is pending' : `the pending changesets announce a ${announced} one`;
  return (
    `openapi.json and sdk.config.ts require a ${step} release since ${revision}, but ${pending}.${example}\n` +
    'List all changes with npm run generate -- --diff OLD.json, and add a changeset with npx -y @changesets/cli@2.31.1.'
  );
}

/** The config imports only types, so it can be loaded from any folder. */
async function configAt(revision: string, folder: string): Promise<SdkConfig | undefined> {
  const text = fileAt(revision, configPath);
  if (text === undefined) return undefined;
  const path = join(folder, 'sdk.config.mts');
  await writeFile(path, text);
  return readConfig(path);
}
