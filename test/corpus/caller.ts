// The process that calls generated clients: what a document does to Prism or to a client ends this one alone.
import { callDocument, type CallTask } from './calls.js';
import type { FromCaller } from './caller-process.js';

process.on('uncaughtException', (error) => {
  const [, place = ''] = /node_modules\/(\S+?)[):]/.exec(error.stack ?? '') ?? [];
  tell({ kind: 'ended', why: `${error.name}: ${error.message}${place && ` in ${place}`}` }, () => process.exit(1));
});
process.on('message', (task: CallTask) => void work(task));

async function work(task: CallTask): Promise<void> {
  const before = process.cpuUsage();
  try {
    await callDocument(task, (progress) => tell(progress));
  } catch (error) {
    // A document that Prism can't read, or a client that can't be imported.
    tell({ kind: 'began', operation: '*' });
    tell({ kind: 'called', miss: error instanceof Error ? error.message : String(error) });
  }
  const { user, system } = process.cpuUsage(before);
  tell({ kind: 'done', cpuSeconds: (user + system) / 1e6 });
}

function tell(message: FromCaller, then?: () => void): void {
  process.send!(message, undefined, undefined, then);
}
