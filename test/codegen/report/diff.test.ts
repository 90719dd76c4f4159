import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../../codegen/report/report.js';
import { root } from '../../helpers/build.js';
import { command, spawned } from '../command.js';

let folder = '';
let old = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diff-'));
  old = join(folder, 'old.json');
});

afterEach(() => rm(folder, { recursive: true }));

/** openapi.json with some text replaced, as the old document. */
async function save(from: string, to: string): Promise<void> {
  const text = await readFile(join(root, 'openapi.json'), 'utf8');
  await writeFile(old, text.replaceAll(from, to));
}

test('openapi.json compared with itself has no changes', () => {
  expect(spawned('--diff', 'openapi.json')).toEqual({ code: 0, out: 'Nothing changed.\n', error: '' });
});

test('the command reports the changes since the old document, with the names of sdk.config.ts', async () => {
  await save('"gpu_type"', '"gpu_kind"');
  const { code, out } = await command('--diff', old);
  expect(code).toBe(0);
  expect(out).toContain('  rc.instances.create(params).gpuKind was removed.\n    old.json#/components/schemas/');
  expect(out).toContain('  Instance.gpuKind was removed.\n');
  expect(out).toContain('  rc.instances.create(params).gpuType is new');
  expect(out).toMatch(/\n\nThe next version is a major version\.\n$/);
});

test('`--json` prints the report as JSON', async () => {
  await save('"gpu_type"', '"gpu_kind"');
  const { out } = await command('--diff', old, '--json');
  const report = JSON.parse(out) as Report;
  expect(report).toMatchObject({ old: 'old.json', new: 'openapi.json', step: 'major', unfound: [] });
  expect(report.changes[0]).toEqual({
    severity: 'breaking',
    kind: 'removed',
    subject: 'field',
    where: 'rc.instances.create(params).gpuKind',
    what: 'was removed',
    pointer: 'old.json#/components/schemas/InstanceCreateRequest/properties/gpu_kind',
    document: 'old',
  });
});

test('`--spec` is the new document, for a comparison before it is adopted', async () => {
  await save('"gpu_type"', '"gpu_kind"');
  const { code, out } = await command('--diff', 'openapi.json', '--spec', old);
  expect(code).toBe(0);
  expect(out).toContain('  rc.instances.create(params).gpuKind is new');
});

test('`--old-config` has the names of the old document', async () => {
  const config = join(folder, 'old.config.ts');
  const text = await readFile(join(root, 'codegen/sdk.config.ts'), 'utf8');
  await writeFile(config, text.replace("terminate: 'terminateInstance'", "remove: 'terminateInstance'"));
  expect((await command('--diff', 'openapi.json', '--old-config', config)).out).toContain(
    '  rc.instances.terminate is the new name of rc.instances.remove.\n',
  );
});

test('the command writes nothing', async () => {
  const before = await readFile(join(root, 'generated/types.ts'), 'utf8');
  await save('"gpu_type"', '"gpu_kind"');
  await command('--diff', 'openapi.json', '--spec', old);
  expect(await readFile(join(root, 'generated/types.ts'), 'utf8')).toBe(before);
});

test.each<[fault: string, args: string[], error: string]>([
  ['no old document', ['--diff'], 'npm run generate -- --diff OLD.json'],
  ['an unknown option', ['--diff', 'openapi.json', '--loud'], 'npm run generate -- --diff OLD.json'],
  ['a missing document', ['--diff', 'nowhere.json'], "nowhere.json\n  Can't read the file"],
  ['a module without a config', ['--diff', 'openapi.json', '--old-config', 'tsup.config.ts'], 'no `sdkConfig`'],
  ['a missing config', ['--diff', 'openapi.json', '--old-config', 'no.ts'], "can't be loaded"],
])('%s is a usage error or a stop', async (_, args, message) => {
  const { code, out, error } = await command(...args);
  expect(error).toContain(message);
  expect([code, out]).toEqual([2, '']);
});
