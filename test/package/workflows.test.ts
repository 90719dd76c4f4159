import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import typedoc from '../../typedoc.json' with { type: 'json' };
import { root } from '../helpers/consumer.js';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string;
  readonly 'timeout-minutes'?: number;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(root, '.github', 'workflows');
const files = (await readdir(folder)).sort();
const workflows = new Map<string, Workflow>();
for (const file of files) workflows.set(file, parse(await readFile(join(folder, file), 'utf8')) as Workflow);
const steps = [...workflows.values()].flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));
const commands = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

test('there is one workflow for changes, one for releases and one for their site', () => {
  expect(files).toEqual(['ci.yml', 'docs.yml', 'release.yml']);
});

test.each(commands)('`%s` is valid bash', (command) => {
  expect(spawnSync('bash', ['-n', '-c', command]).status).toBe(0);
});

test('every script that a workflow runs is in package.json', () => {
  const scripts = commands.flatMap((command) => [...command.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!));
  expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('every action is published by GitHub and has a fixed major version', () => {
  const actions = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => !/^actions\/[\w-]+@v\d+$/.test(action))).toEqual([]);
});

test.each(files)('%s has read permissions, and only the job that publishes has more', (file) => {
  const { permissions, jobs } = workflows.get(file)!;
  expect(permissions).toEqual({ contents: 'read' });
  for (const [name, job] of Object.entries(jobs)) {
    expect(job['timeout-minutes'], name).toBeGreaterThan(0);
    if (name !== 'publish') expect(job.permissions, name).toBeUndefined();
  }
});

test('a change is checked by the command that developers run', () => {
  const { on, jobs } = workflows.get('ci.yml')!;
  expect(Object.keys(on)).toEqual(['push', 'pull_request']);
  expect(jobs['check']?.steps.at(-1)?.run).toBe('bash .ci/run');
});

test('a release needs a tag and all checks, and is published with provenance and without a token', () => {
  const { on, jobs } = workflows.get('release.yml')!;
  expect(on).toEqual({ push: { tags: ['v*'] } });
  expect(jobs['check']?.steps.at(-1)?.run).toBe('bash .ci/run');
  const publish = jobs['publish']!;
  expect(publish.needs).toBe('check');
  expect(publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  expect(publish.steps.at(-1)?.run).toBe('npm publish --provenance --access public');
  expect(JSON.stringify(workflows.get('release.yml'))).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
});

test('the site of a release is built without write permissions, and published without a token', () => {
  const { on, jobs } = workflows.get('docs.yml')!;
  expect(on).toEqual({ push: { tags: ['v*'] }, workflow_dispatch: null });
  const [command, upload] = jobs['build']!.steps.slice(-2);
  expect(command?.run).toBe('npm run docs');
  expect(upload?.with).toEqual({ path: typedoc.out });
  const publish = jobs['publish']!;
  expect(publish.needs).toBe('build');
  expect(publish.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  expect(publish.steps.map(({ uses }) => uses)).toEqual([expect.stringMatching(/^actions\/deploy-pages@/)]);
  expect(JSON.stringify(workflows.get('docs.yml'))).not.toContain('secrets.');
});

test.each([
  [`v${manifest.version}`, 0],
  [manifest.version, 1],
  ['v0.0.0', 1],
])('the tag %s is compared with the version of package.json before anything is published', (tag, status) => {
  const { run } = workflows.get('release.yml')!.jobs['publish']!.steps.find(({ name }) => name?.includes('version'))!;
  const { status: exitCode } = spawnSync('bash', ['-c', run!], {
    cwd: root,
    env: { ...process.env, GITHUB_REF_NAME: tag },
  });
  expect(exitCode).toBe(status);
});
