// A training run on a leased GPU instance, which ends with the command, with Ctrl-C, or when the cost limit is reached.
// If its end can't be confirmed, the program prints an alarm. What kill -9 leaves, `rc.instances.sweepLeases()` ends.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/training-run.ts --gpu A100 --max-cost 20 --ssh-key my-laptop "python train.py"
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { Runcrate, RuncrateError } from '@runcrate/sdk';
import { LeaseNotReleasedError } from '@runcrate/sdk/leases';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    gpu: { type: 'string', default: 'A100' },
    'max-cost': { type: 'string', default: '10' }, // USD
    'ssh-key': { type: 'string', default: 'my-laptop' },
    user: { type: 'string', default: 'root' },
  },
});
const [trainingCommand = 'nvidia-smi'] = positionals;
const rc = new Runcrate();
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    console.error(`\n${name}: the instance is being terminated. Wait for it.`);
    stop.abort(new Error(`Stopped by ${name}.`));
  });
}

try {
  const maxCost = Number(values['max-cost']);
  if (!(maxCost > 0)) throw new Error('--max-cost must be a number of USD, more than 0.');
  const sshKey = (await rc.sshKeys.list()).find(({ name }) => name === values['ssh-key']);
  if (!sshKey) throw new Error(`There is no SSH key ${values['ssh-key']}. Create it with rc.sshKeys.create.`);
  const lease = await rc.instances.lease(
    {
      name: 'training-run',
      gpuType: values.gpu,
      sshKeyId: sshKey.id,
      maxCost,
      pollInterval: Number(process.env.POLL_INTERVAL_MS ?? 5000),
      onStatus: ({ status, instance }) => {
        if (status === 'waiting') console.log(`Created ${instance?.id}.`);
        if (status === 'released') console.log(`Terminated ${instance?.id ?? 'nothing'}.`);
      },
    },
    { signal: stop.signal },
  );
  // Where `await using` is available, it does the same.
  await lease.use(async ({ instance, signal, hourlyRate, expiresAt }) => {
    console.log(`${instance.name}: $${hourlyRate}/h, until ${expiresAt.toISOString()} at most.`);
    // An instance that is ready may need a moment until it accepts connections.
    const options = ['StrictHostKeyChecking=accept-new', 'ServerAliveInterval=30', 'ConnectionAttempts=60'];
    const args = [...options.flatMap((option) => ['-o', option]), `${values.user}@${instance.ip}`, trainingCommand];
    const ended = once(spawn('ssh', args, { stdio: 'inherit', signal }), 'close');
    const [code] = await ended.catch(() => ['no ssh']);
    signal.throwIfAborted();
    if (code !== 0) throw new Error(`The training exited with ${code === null ? 'a signal' : `code ${code}`}.`);
    console.log('The training is done.');
  });
} catch (thrown) {
  // After an error of the training, one of the release has it as `suppressed`.
  const error = (thrown as { error?: unknown }).error ?? thrown;
  console.error(error instanceof Error ? error.message : error, (thrown as { suppressed?: unknown }).suppressed ?? '');
  const isOpen = error instanceof LeaseNotReleasedError || (error instanceof RuncrateError && error.outcomeUnknown);
  if (isOpen) console.error('\n!!! AN INSTANCE MAY STILL RUN AND IS BILLED. Check the dashboard now. !!!\n');
  process.exitCode = isOpen ? 2 : 1;
}
