// A training run that always terminates its GPU instance. If the termination fails, the program prints an alarm.
// It ends when the command ends, fails or is interrupted, or when the cost limit is reached.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/training-run.ts --gpu A100 --max-cost 20 --ssh-key my-laptop "python train.py"
//
// It can't clean up if it is killed (kill -9, a power cut), so it prints the id of the instance immediately.
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
// Finds the instance even if the response with its id is lost.
const name = `training-run-${randomUUID()}`;

// One signal for all reasons to stop early.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    console.error(`\n${signal}: the instance is being terminated. Wait for it.`);
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
  // Validates as much as possible before anything is billed.
  const type = await cheapestType();
  const sshKeyId = await findSshKey();
  const seconds = (maxCost / type.hourlyRate) * 3600;
  console.log(`${type.id} for $${type.hourlyRate}/h: at most ${Math.round(seconds / 60)} minutes.`);

  stop.signal.throwIfAborted();
  const deadline = Date.now() + seconds * 1000;
  // Checked every second: a single timer pauses while a laptop sleeps, and can't be longer than 24 days.
  const timer = setInterval(() => {
    if (Date.now() > deadline) stop.abort(new Error(`Stopped, because $${maxCost} are spent.`));
  }, 1000);
  try {
    const { id } = await create({ instanceTypeId: type.id, sshKeyId });
    try {
      console.log(`Created ${id}.`);
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

/** Without the signal: an aborted request may have created the instance anyway. */
async function create(params: { readonly instanceTypeId: string; readonly sshKeyId: string }): Promise<Instance> {
  try {
    return await rc.instances.create({ name, ...params });
  } catch (error) {
    if (!(error instanceof RuncrateError && error.outcomeUnknown)) throw error;
    console.error(`${error.message} Checking whether the instance was created anyway.`);
    const found = await findByName();
    if (found) return found;
    alarm(`INSTANCE ${name} MAY HAVE BEEN CREATED`);
    throw error;
  }
}

async function findByName(): Promise<Instance | undefined> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    await sleep(attempt * pollInterval);
    const instances = await rc.instances.list().catch(() => []);
    const found = instances.find((instance) => instance.name === name);
    if (found) return found;
  }
  return undefined;
}

/** Runs the command on the instance and prints its output. Throws if the command fails. */
async function train(host: string): Promise<void> {
  stop.signal.throwIfAborted();
  const options = [
    'StrictHostKeyChecking=accept-new',
    'ServerAliveInterval=30',
    // An instance that is ready may need a moment until it accepts connections.
    'ConnectionAttempts=60',
    'ConnectTimeout=10',
  ].flatMap((option) => ['-o', option]);
  const ssh = spawn('ssh', [...options, host, trainingCommand], { stdio: 'inherit', signal: stop.signal });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    ssh.once('error', () =>
      reject(stop.signal.aborted ? (stop.signal.reason as Error) : new Error('ssh is not installed.')),
    );
    ssh.once('close', resolve);
  });
  stop.signal.throwIfAborted();
  if (exitCode !== 0)
    throw new Error(`The training exited with ${exitCode === null ? 'a signal' : `code ${exitCode}`}.`);
}

/** Without the signal: this must run especially when everything else is aborted. The SDK also retries each call. */
async function terminate(id: string): Promise<void> {
  for (let round = 1; round <= 5; round++) {
    try {
      await rc.instances.terminate(id);
      console.log(`Terminated ${id}.`);
      return;
    } catch (error) {
      if (error instanceof NotFoundError) {
        console.log(`${id} is already terminated.`);
        return;
      }
      console.error(`${id} could not be terminated: ${error instanceof Error ? error.message : String(error)}`);
      await sleep(round * pollInterval);
    }
  }
  alarm(`INSTANCE ${id} (${name}) MAY STILL RUN`);
}

function alarm(what: string): void {
  console.error(`\n!!! ${what} AND IS BILLED. Check the dashboard now. !!!\n`);
  process.exitCode = 2;
}

async function cheapestType(): Promise<{ readonly id: string; readonly hourlyRate: number }> {
  const types = await rc.instances.listTypes({ gpuType: values.gpu });
  const [cheapest] = types.filter(({ hourlyRate }) => hourlyRate > 0).sort((a, b) => a.hourlyRate - b.hourlyRate);
  if (!cheapest) throw new Error(`No instance type with ${values.gpu} is available.`);
  return cheapest;
}

async function findSshKey(): Promise<string> {
  const key = (await rc.sshKeys.list()).find((candidate) => candidate.name === values['ssh-key']);
  if (!key) throw new Error(`There is no SSH key ${values['ssh-key']}. Create it with rc.sshKeys.create.`);
  return key.id;
}
