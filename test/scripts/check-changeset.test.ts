import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { changesetVerdict } from '../../scripts/changeset-verdict.js';
import { answer, request, setRequired, warehouse } from '../codegen/report/warehouse.js';
import type { Crates } from '../codegen/crates.js';
import { compiled } from '../helpers/script.js';

const script = await compiled('scripts/check-changeset.ts');
const tsx = fileURLToPath(import.meta.resolve('tsx'));

/** A repository with a release, of which each test has a copy: git takes longer than a copy does. */
let released = '';
let folder = '';

beforeAll(async () => {
  released = folder = await mkdtemp(join(tmpdir(), 'repository-'));
  git('init', '--quiet', '--initial-branch', 'main');
  await mkdir(join(folder, '.changeset'));
  await mkdir(join(folder, 'codegen'));
  await save('1.0.0', warehouse());
  commit();
  git('tag', 'v1.0.0');
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repository-'));
  await cp(released, folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

afterAll(() => rm(released, { recursive: true }));

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A change');
}

async function save(version: string, document: Crates): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: '@crates/sdk', version }));
  await writeFile(join(folder, 'openapi.json'), JSON.stringify(document));
}

async function announce(name: string, head: string): Promise<void> {
  await writeFile(join(folder, `.changeset/${name}.md`), `---\n${head}\n---\n\nSomething.\n`);
}

async function name(method: string): Promise<void> {
  const config = { resources: { crates: { [method]: 'getStack' } } };
  const text = `import type { SdkConfig } from './config-types.js';\nexport const sdkConfig: SdkConfig = ${JSON.stringify(config)};\n`;
  await writeFile(join(folder, 'codegen/sdk.config.ts'), text);
}

/** What the command does, in this process: it loads for longer than it works. */
const check = (base?: string) => changesetVerdict(folder, base);
const isEnough = { isSufficient: true, says: 'The changesets are sufficient since v1.0.0.' };

function run(...args: string[]) {
  // A config in TypeScript needs tsx.
  const loader = existsSync(join(folder, 'codegen/sdk.config.ts')) ? ['--import', tsx] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...loader, script, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

function breaking(): Crates {
  const document = warehouse();
  setRequired(request(document), 'state', 'label');
  return document;
}

function addition(): Crates {
  const document = warehouse();
  setRequired(answer(document), 'id', 'state', 'note');
  return document;
}

test('without a change since the release, no changeset is needed', () => {
  expect(run()).toEqual({ code: 0, stdout: 'The changesets are sufficient since v1.0.0.\n', stderr: '' });
});

test('a change that no changeset announces is reported with its step', async () => {
  await save('1.0.0', addition());
  expect(run()).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'openapi.json and sdk.config.ts require a minor release since v1.0.0, but no changeset is pending. ' +
      'Crate.note is always present now.\n' +
      'List all changes with npm run generate -- --diff OLD.json, and add a changeset with npx -y @changesets/cli@2.31.1.\n',
  });
});

test('a changeset that announces too little is reported with the required step', async () => {
  await save('1.0.0', breaking());
  await announce('some-words', "'@crates/sdk': patch");
  const { isSufficient, says } = await check();
  expect(isSufficient).toBe(false);
  expect(says).toContain('require a major release since v1.0.0, but the pending changesets announce a patch one.');
});

test('the largest of the changesets counts', async () => {
  await save('1.0.0', breaking());
  await announce('first', "'@crates/sdk': patch");
  await announce('second', '"@crates/sdk": major');
  await announce('third', "'@crates/sdk': minor");
  expect((await check()).isSufficient).toBe(true);
});

test.each([
  ['of another package', "'@lids/sdk': major"],
  ['that releases nothing', ''],
])('a changeset %s announces nothing', async (_, head) => {
  await save('1.0.0', addition());
  await announce('some-words', head);
  expect((await check()).says).toContain('but no changeset is pending');
});

test.each([
  ['two packages and a comment', "# Ours\n'@lids/sdk': patch\n'@crates/sdk': minor"],
  ['a quoted step', '"@crates/sdk": "minor"'],
])('a changeset is read as YAML: %s', async (_, head) => {
  await save('1.0.0', addition());
  await announce('some-words', head);
  expect(await check()).toEqual(isEnough);
});

test('a changeset without its first lines is reported, as changeset version would', async () => {
  await save('1.0.0', addition());
  await writeFile(join(folder, '.changeset/some-words.md'), 'Something.\n');
  const { isSufficient, says } = await check();
  expect(isSufficient).toBe(false);
  expect(says).toMatch(/could not parse changeset/i);
  expect(says).not.toContain('    at ');
});

test('a release candidate of a step, or a lower version, is compared as semver does', async () => {
  await save('1.1.0-rc.1', addition());
  expect((await check()).isSufficient).toBe(true);
  await save('0.9.0', addition());
  expect((await check()).says).toContain('but no changeset is pending');
});

test('a changeset may announce more than the document requires, since handwritten code may have changed', async () => {
  await announce('some-words', "'@crates/sdk': major");
  expect((await check()).isSufficient).toBe(true);
});

test('a version that was already raised needs no changeset', async () => {
  await save('1.1.0', addition());
  expect((await check()).isSufficient).toBe(true);
  await save('1.1.0', breaking());
  expect((await check()).says).toContain('the pending changesets announce a minor one');
});

test('the base is the last release by default, or the value of --base', async () => {
  await save('1.0.0', breaking());
  commit();
  expect(await check('HEAD')).toEqual({ isSufficient: true, says: 'The changesets are sufficient since HEAD.' });
  expect((await check('v1.0.0')).isSufficient).toBe(false);
});

test('a method that only the config renames is a breaking change too', async () => {
  await name('look');
  commit();
  await name('peek');
  const { code, stderr } = run('--base', 'HEAD');
  expect(code).toBe(1);
  expect(stderr).toContain('rc.crates.peek is the new name of rc.crates.look.');
});

test('before the first release, there is nothing to compare with', async () => {
  git('tag', '--delete', 'v1.0.0');
  expect(await check()).toEqual({
    isSufficient: true,
    says: 'No release is tagged: there is nothing to compare with.',
  });
});

test('an unknown base is an error', async () => {
  const { isSufficient, says } = await check('v9.9.9');
  expect(isSufficient).toBe(false);
  expect(says).toContain('There is no revision v9.9.9: fetch the tags');
});
