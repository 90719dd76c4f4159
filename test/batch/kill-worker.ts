import { runBatch } from '@runcrate/sdk/batch';
import { Runcrate } from '@runcrate/sdk';

/** A batch of files, run by kill.test.ts until it is killed: server, input, output, what to do about unknown outcomes. */
const [url = '', input = '', output = '', onUnknown = 'skip'] = process.argv.slice(2);

const rc = new Runcrate({ apiKey: 'rc_live_test', inferenceUrl: url, maxRetries: 0, logLevel: 'off' });
process.stdout.write('ready\n');
await runBatch({ client: rc, input, output, onUnknown: onUnknown as 'skip', concurrency: 8 });
