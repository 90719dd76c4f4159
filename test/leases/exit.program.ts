// Run by exit.test.ts in a process of its own, whose first argument is how it ends.
import { Runcrate } from '../../src/index.node.js';

const [ending] = process.argv.slice(2);
if (ending === 'listens') {
  process.on('SIGINT', () => {
    console.log('A listener of the program.');
    process.exit(7);
  });
}
const rc = new Runcrate({ logLevel: 'error' });
const lease = await rc.instances.lease({
  name: 'exit',
  gpuType: 'A100',
  maxDuration: 3600,
  pollInterval: 100,
  onExit: ending === 'is-killed' ? undefined : 'release',
  onStatus: ({ status }) => console.log(status),
});
lease.signal.addEventListener('abort', () => console.log(String(lease.signal.reason)));
console.log('Acquired.');
if (ending === 'throws') setTimeout(() => fail(), 1);
if (ending === 'rejects') void Promise.reject(new Error('Of the program.'));
if (ending !== 'drains') setInterval(() => undefined, 1000);

function fail(): never {
  throw new Error('Of the program.');
}
