import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Crates } from './crates.js';
import { hashOf, redoclyFile, unreadable, type Verdict } from './report/oasdiff-verdicts.js';
import { documentsOf, rows } from './report/rows.js';

/** Runs `redocly diff` on each pair of the table, and records the verdicts: `npx tsx test/codegen/redocly.ts`. */
const folder = mkdtempSync(join(tmpdir(), 'redocly-diff-'));
const program = join(import.meta.dirname, '../../node_modules/@redocly/cli/bin/cli.js');
const config = join(folder, 'redocly.yaml');
try {
  writeFileSync(config, 'extends:\n  - diff-recommended\n');
  const pairs = rows.map((row, at) => [row.title, documentsOf(row), at] as const);
  const verdicts: [string, Verdict][] = [];
  // Of an unchanged pair, the verdict stays: `--all` asks again.
  const text = process.argv.includes('--all') ? '{}' : readFileSync(redoclyFile, 'utf8');
  const known = JSON.parse(text) as Readonly<Record<string, Verdict | undefined>>;
  // Two at a time: each is a process of its own.
  const take = async (): Promise<void> => {
    for (let next = pairs.shift(); next; next = pairs.shift()) {
      const [title, documents, at] = next;
      const last = known[title];
      const isKnown = last?.documents === hashOf(documents);
      verdicts[at] = [title, isKnown ? last : await verdictOn(documents, join(folder, String(at)))];
    }
  };
  await Promise.all([take(), take()]);
  const recorded = JSON.stringify(Object.fromEntries(verdicts));
  writeFileSync(redoclyFile, await format(recorded, { ...(await resolveConfig(redoclyFile)), filepath: redoclyFile }));
  const breaking = verdicts.filter(([, verdict]) => verdict.isBreaking).length;
  console.log(`${verdicts.length} verdicts recorded, ${breaking} of them breaking.`);
} finally {
  rmSync(folder, { recursive: true });
}

interface Change {
  readonly kind: string;
  readonly typeName: string;
  readonly impact: string;
  readonly verdicts: readonly { readonly ruleId: string; readonly impact: string }[];
}

async function verdictOn(documents: { readonly old: Crates; readonly new: Crates }, name: string): Promise<Verdict> {
  const [old, now] = [`${name}-old.json`, `${name}-new.json`];
  writeFileSync(old, JSON.stringify(documents.old));
  writeFileSync(now, JSON.stringify(documents.new));
  const report = await output(['diff', old, now, '--config', config, '--format', 'json', '--fail-on', 'none']);
  if (report === undefined) return { documents: hashOf(documents), isBreaking: false, says: [unreadable] };
  const { summary, changes } = JSON.parse(report) as { summary: { major: number }; changes: readonly Change[] };
  const said = changes.flatMap(({ kind, typeName, impact, verdicts }) =>
    verdicts.length === 0
      ? [`${impact} ${typeName} ${kind}`]
      : verdicts.map((verdict) => `${verdict.impact} ${verdict.ruleId}`),
  );
  return { documents: hashOf(documents), isBreaking: summary.major > 0, says: [...new Set(said)].toSorted() };
}

/** Standard output; undefined if the program fails. */
function output(args: readonly string[]): Promise<string | undefined> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, stdout) => resolve(error ? undefined : stdout));
  });
}
