import { parseArgs } from 'node:util';
import { changesetVerdict } from './changeset-verdict.js';
import { helpOn } from './command-line.js';

/**
 * `npx tsx scripts/check-changeset.ts [--base REVISION]`, in the folder of the repository: checks that the pending
 * changesets announce at least the step of the change report since the last release.
 */
helpOn('npx tsx scripts/check-changeset.ts [--base REVISION]');
const { base } = parseArgs({ options: { base: { type: 'string' } } }).values;
const { isSufficient, says } = await changesetVerdict('.', base);
if (isSufficient) console.log(says);
else console.error(says);
process.exitCode = isSufficient ? 0 : 1;
