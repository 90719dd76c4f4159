import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');

/** What each part of the linter is there for: oxlint, tsgolint and our own rule. */
const faults = `export enum Size { large }
Promise.resolve(1);
const unused = 1;
export const any = JSON.parse('1').x;
// oxlint-disable-next-line no-var -- nothing to allow
export const last = 1;
`;

test('npm run lint reports a planted fault of each kind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lint-'));
  try {
    await mkdir(join(folder, 'generated'));
    await Promise.all([
      cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json')),
      cp(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true }),
      symlink(join(root, 'node_modules'), join(folder, 'node_modules')),
      writeFile(join(folder, 'package.json'), '{ "type": "module" }'),
      writeFile(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }'),
      writeFile(join(folder, 'faults.ts'), faults),
      writeFile(join(folder, 'generated/faults.ts'), faults),
    ]);
    const { code, findings } = await lint(folder);
    expect(code).toBe(1);
    expect(findings).toEqual([
      'faults.ts:1 own(no-enum)',
      'faults.ts:2 typescript(no-floating-promises)',
      'faults.ts:3 eslint(no-unused-vars)',
      'faults.ts:4 typescript(no-unsafe-assignment)',
      'faults.ts:4 typescript(no-unsafe-member-access)',
      'faults.ts:5 Unused oxlint-disable directive (no problems were reported).',
      'generated/faults.ts:1 own(no-enum)',
      'generated/faults.ts:3 eslint(no-unused-vars)',
      'generated/faults.ts:5 Unused oxlint-disable directive (no problems were reported).',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

interface Finding {
  readonly code?: string;
  readonly message: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

async function lint(folder: string): Promise<{ code: unknown; findings: string[] }> {
  const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) => {
    const args = [oxlint, '--disable-nested-config', '-f', 'json', 'faults.ts', 'generated'];
    execFile(process.execPath, args, { cwd: folder }, (error, output) => {
      resolve({ code: error?.code ?? 0, output });
    });
  });
  const { diagnostics } = JSON.parse(output) as { diagnostics: readonly Finding[] };
  const findings = diagnostics.map(
    (finding) => `${finding.filename}:${finding.labels[0]?.span.line} ${finding.code ?? finding.message}`,
  );
  return { code, findings: findings.sort() };
}
