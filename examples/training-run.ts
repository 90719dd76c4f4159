// A training run that never leaves a machine behind: whatever happens, the machine is terminated, and if that fails,
// the program says so as loudly as it can. It ends when the command ends, fails, is interrupted, or costs too much.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/training-run.ts --gpu A100 --max-cost 20 --ssh-key my-laptop "python train.py"
//
// One thing it can't survive is its own sudden death (kill -9, a power cut): hence the id at the very beginning.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { NotFoundError, Runcrate, RuncrateError, type Instance } from '@runcrate/sdk';

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
const maxCost = Number(values['max-cost']);
const pollInterval = Number(process.env.POLL_INTERVAL_MS ?? 5000);
const rc = new Runcrate();
// By this name the machine is found even if the answer that tells its id is lost.
const name = `training-run-${randomUUID()}`;

// One signal for all reasons to stop early.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    console.error(`\n${signal}: the machine is being terminated. Wait for it.`);
    stop.abort(new Error(`Stopped by ${signal}.`));
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode ??= 1;
}

async function main(): Promise<void> {
  if (!(maxCost > 0)) throw new Error('--max-cost must be a number of USD, more than 0.');
  // What can be known to be wrong is found out before anything costs money.
  const type = await cheapestType();
  const sshKeyId = await findSshKey();
  const seconds = (maxCost / type.hourlyRate) * 3600;
  console.log(`${type.id} for $${type.hourlyRate}/h: at most ${Math.round(seconds / 60)} minutes.`);

  stop.signal.throwIfAborted();
  const deadline = Date.now() + seconds * 1000;
  // Looked at again and again: a single timer stands still while a laptop sleeps, and ends after 24 days.
  const timer = setInterval(() => {
    if (Date.now() > deadline) stop.abort(new Error(`Stopped, since $${maxCost} are spent.`));
  }, 1000);
  try {
    const { id } = await rent({ instanceTypeId: type.id, sshKeyId });
    try {
      console.log(`Rented ${id}.`);
      const { signal } = stop;
      const maxWait = Math.min(1800, seconds);
      const { ip } = await rc.instances.waitUntilReady(id, { pollInterval, maxWait, signal });
      await train(`${values.user}@${ip}`);
      console.log('The training is done.');
    } finally {
      await terminate(id);
    }
  } finally {
    clearInterval(timer);
  }
}

/** Without the signal: an order that is broken off may have been carried out all the same. */
async function rent(order: { readonly instanceTypeId: string; readonly sshKeyId: string }): Promise<Instance> {
  try {
    return await rc.instances.create({ name, ...order });
  } catch (error) {
    if (!(error instanceof RuncrateError && error.outcomeUnknown)) throw error;
    console.error(`${error.message} Looking whether it was rented all the same.`);
    const found = await findByName();
    if (found) return found;
    alarm(`A MACHINE CALLED ${name} MAY HAVE BEEN RENTED`);
    throw error;
  }
}

async function findByName(): Promise<Instance | undefined> {
  for (let look = 1; look <= 3; look++) {
    await sleep(look * pollInterval);
    const instances = await rc.instances.list().catch(() => []);
    const found = instances.find((instance) => instance.name === name);
    if (found) return found;
  }
  return undefined;
}

/** Runs the command on the machine. Its output is shown, and its failure is ours. */
async function train(host: string): Promise<void> {
  stop.signal.throwIfAborted();
  const options = [
    'StrictHostKeyChecking=accept-new',
    'ServerAliveInterval=30',
    // A machine that is ready may take a moment until it lets anybody in.
    'ConnectionAttempts=60',
    'ConnectTimeout=10',
  ].flatMap((option) => ['-o', option]);
  const ssh = spawn('ssh', [...options, host, trainingCommand], { stdio: 'inherit', signal: stop.signal });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    ssh.once('error', () => reject(stop.signal.aborted ? (stop.signal.reason as Error) : new Error('ssh is missing.')));
    ssh.once('close', resolve);
  });
  stop.signal.throwIfAborted();
  if (exitCode !== 0) throw new Error(`The training ended with ${exitCode ?? 'a signal'}.`);
}

/** Without the signal: this must happen, above all when all else is stopped. The SDK repeats each call a few times. */
async function terminate(id: string): Promise<void> {
  for (let round = 1; round <= 5; round++) {
    try {
      await rc.instances.terminate(id);
      console.log(`Terminated ${id}.`);
      return;
    } catch (error) {
      if (error instanceof NotFoundError) {
        console.log(`${id} is gone already.`);
        return;
      }
      console.error(`${id} could not be terminated: ${error instanceof Error ? error.message : String(error)}`);
      await sleep(round * pollInterval);
    }
  }
  alarm(`MACHINE ${id} (${name}) MAY STILL RUN`);
}

function alarm(what: string): void {
  console.error(`\n!!! ${what}, AND COST. Look in the dashboard, now. !!!\n`);
  process.exitCode = 2;
}

async function cheapestType(): Promise<{ readonly id: string; readonly hourlyRate: number }> {
  const types = await rc.instances.listTypes({ gpuType: values.gpu });
  const [cheapest] = types.filter(({ hourlyRate }) => hourlyRate > 0).sort((a, b) => a.hourlyRate - b.hourlyRate);
  if (!cheapest) throw new Error(`No machine with ${values.gpu} is on offer.`);
  return cheapest;
}

async function findSshKey(): Promise<string> {
  const key = (await rc.sshKeys.list()).find((candidate) => candidate.name === values['ssh-key']);
  if (!key) throw new Error(`No SSH key is called ${values['ssh-key']}: see rc.sshKeys.create.`);
  return key.id;
}
