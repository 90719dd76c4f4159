import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { SdkConfig } from '../codegen/config/config-types.js';
import { readConfig } from '../codegen/config/read-config.js';
import { reportOnFiles } from '../codegen/report/diff.js';
import { lineOf } from '../codegen/report/report-text.js';
import type { Report } from '../codegen/report/report.js';
import { sizeOf, type Step } from '../codegen/report/severity.js';
import { fileAt, lastRelease } from './git-revision.js';
import { largest, pendingStep, stepBetween } from './pending-step.js';

const configPath = 'codegen/sdk.config.ts';

export interface Verdict {
  readonly isSufficient: boolean;
  readonly says: string;
}

/** Whether the changesets in a repository announce at least the step of its changes since a revision, or the last release. */
export async function changesetVerdict(folder: string, base = lastRelease(folder)): Promise<Verdict> {
  if (base === undefined)
    return { isSufficient: true, says: 'No release is tagged: there is nothing to compare with.' };
  // A changeset that can't be read is no reason for a stack trace.
  const problem = await problemSince(base, folder).catch((error: unknown) => (error as Error).message);
  if (problem !== undefined) return { isSufficient: false, says: problem };
  return { isSufficient: true, says: `The changesets are sufficient since ${base}.` };
}

async function problemSince(revision: string, folder: string): Promise<string | undefined> {
  const old = fileAt(revision, 'openapi.json', folder);
  if (old === undefined) return undefined;
  const report = await reportSince(revision, old, folder);
  const announced = await announcedStep(revision, folder);
  return sizeOf(report.step) > sizeOf(announced) ? messageOf(report, announced, revision) : undefined;
}

async function reportSince(revision: string, document: string, folder: string): Promise<Report> {
  const aside = await mkdtemp(join(tmpdir(), 'check-changeset-'));
  try {
    const old = join(aside, 'openapi.json');
    await writeFile(old, document);
    const oldConfig = await configAt(revision, folder, aside);
    const path = resolve(folder, configPath);
    const config = existsSync(path) ? await readConfig(path) : {};
    return await reportOnFiles(old, join(folder, 'openapi.json'), { config, ...(oldConfig ? { oldConfig } : {}) });
  } finally {
    await rm(aside, { recursive: true });
  }
}

/** The step of the changesets or of the version itself: a release deletes its changesets and raises the version. */
async function announcedStep(revision: string, folder: string): Promise<Step> {
  const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Package;
  const before = (JSON.parse(fileAt(revision, 'package.json', folder) ?? '{}') as Partial<Package>).version ?? version;
  return largest([await pendingStep(folder, name), stepBetween(before, version)]);
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
async function configAt(revision: string, folder: string, aside: string): Promise<SdkConfig | undefined> {
  const text = fileAt(revision, configPath, folder);
  if (text === undefined) return undefined;
  const path = join(aside, 'sdk.config.mts');
  await writeFile(path, text);
  return readConfig(path);
}
