import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attempt } from '../../scripts/runtimes/attempt.js';
import { problemsByProgram } from '../../scripts/runtimes/compilers.js';
import { checkNames, smoke, type SmokeReport } from '../../scripts/runtimes/programs/smoke.js';
import { chooseSections } from '../../scripts/runtimes/sections.js';
import { startSmokeServer } from '../../scripts/runtimes/server.js';
import { createTable, hasFailed, summarize } from '../../scripts/runtimes/table.js';
import { MissingToolError } from '../../scripts/runtimes/tools.js';
import type { Bench, Trial } from '../../scripts/runtimes/trial.js';
import * as nodeSdk from '../../src/index.node.js';
import * as webSdk from '../../src/index.js';

type Sdk = Parameters<typeof smoke>[0];

test('the smoke program passes with the Node entry', async () => {
  await using server = await startSmokeServer();
  expect(problemsOf(await smokeWithFiles(nodeSdk, server.origin))).toEqual([]);
});

test('the smoke program passes with the web entry, without a file system', async () => {
  await using server = await startSmokeServer();
  expect(problemsOf(await smoke(webSdk, { origin: server.origin, isPage: false }))).toEqual([]);
});

test('the smoke program fails for files that the SDK does not save', async () => {
  await using server = await startSmokeServer();
  expect(problemsOf(await smokeWithFiles(webSdk, server.origin))).toEqual(['path', 'save']);
});

test('every check of the smoke program fails if the server returns HTML for every request', async () => {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // On Node the client accepts a key without `dangerouslyAllowBrowser`, so the check of a page fails.
  const report = await smokeWithFiles(nodeSdk, origin, true);
  server.close();
  expect(problemsOf(report)).toEqual(checkNames);
});

test('compiler errors are reported by program, and all others belong to the package', () => {
  const output = [
    "usage.mts(3,1): error TS2322: Type 'a' is not 'b'.",
    "  It is 'c'.",
    'usage.cts(3,1): error TS2322: again',
    '../node_modules/@runcrate/sdk/dist/index.d.ts(1,1): error TS1: broken',
    'error TS5: no such option',
  ].join('\n');
  const { usage, package: ofPackage, ...others } = problemsByProgram(output);
  expect(usage).toMatch(/It is 'c'.*\n.*again$/);
  expect(ofPackage).toMatch(/index\.d\.ts.*\n.*TS5/);
  expect(Object.values(others).join('')).toBe('');
});

const bench = {} as Bench;
const section = { subject: 'runtime', checks: ['list', 'chat'], trials: [] };
const trialOf = (run: () => Promise<Readonly<Record<string, string>>>): Trial => ({
  name: 'Node',
  format: 'import',
  run: async () => ({ version: '1.2.3', checks: await run() }),
});

test.each([
  ['all checks pass', async () => ({ list: '', chat: '' }), false, /^1 ok, 0 failed, 0 not run\.$/],
  ['a check fails', async () => ({ list: '', chat: 'no!' }), true, /Node 1\.2\.3, import: chat: no!\n0 ok, 1 f/],
  ['a check is missing', async () => ({ list: '' }), true, /chat: it was not run/],
  ['the program fails', () => Promise.reject(new Error('exited with 1')), true, /Node, import: exited with 1/],
])('if %s, the run reports it', async (_, run, isFailure, text) => {
  const outcome = await attempt(trialOf(run), section.checks, { bench, needsAll: true });
  expect(hasFailed(outcome)).toBe(isFailure);
  expect(summarize([outcome])).toMatch(text);
  expect(createTable(section).row(outcome).includes('FAILED')).toBe(isFailure);
});

test.each([
  ['that npm could not install, in CI,', true, true, true],
  ['that npm could not install, locally,', true, false, false],
  ['that the machine does not have, in CI,', false, true, false],
])('a trial with a tool %s is not run, with a reason', async (_, isFromNpm, needsAll, isFailure) => {
  const missing = new MissingToolError('no network', isFromNpm);
  const outcome = await attempt(
    trialOf(() => Promise.reject(missing)),
    section.checks,
    { bench, needsAll },
  );
  expect(hasFailed(outcome)).toBe(isFailure);
  expect(createTable(section).row(outcome)).toContain('not run');
  expect(summarize([outcome])).toMatch(/not run: no network.*\n0 ok, 0 failed, 1 not run\.$/);
});

const sections = ['runtime', 'React Native', 'types of fetch'].map((subject) => ({ ...section, subject }));

test('without the name of a section, all are run', () => {
  expect(chooseSections(sections, [])).toEqual(sections);
});

test('only the sections that are named are run, in the order of the whole run', () => {
  expect(chooseSections(sections, ['types-of-fetch', 'react-native'])).toEqual(sections.slice(1));
});

test('an unknown section is refused with the names of all', () => {
  expect(() => chooseSections(sections, ['runtime', 'deno'])).toThrow(
    'No section "deno". Pass one or more of: runtime, react-native, types-of-fetch.',
  );
});

async function smokeWithFiles(sdk: Sdk, origin: string, isPage = false): Promise<SmokeReport> {
  const folder = await mkdtemp(join(tmpdir(), 'runcrate-smoke-'));
  try {
    return await smoke(sdk, { origin, isPage, files: { folder, read: (path) => readFile(path) } });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function problemsOf(report: SmokeReport): string[] {
  return Object.keys(report).filter((check) => report[check] !== '');
}
