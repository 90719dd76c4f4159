// Runs oxlint with one more rule: see tsgolint.mjs. Arguments: those of oxlint.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const program = join(createRequire(import.meta.url).resolve('oxlint/package.json'), '../bin/oxlint');
const env = { ...process.env };
// Windows can't start a script as a program: there, the rule is not checked.
if (process.platform !== 'win32') env.OXLINT_TSGOLINT_PATH = join(import.meta.dirname, 'tsgolint.mjs');
// Packages have configs of their own, some of which Node 20 can't load.
const args = [program, '--disable-nested-config', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
process.exitCode = status ?? 1;
