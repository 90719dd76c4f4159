import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Runcrate } from '../../src/index.node.js';
import { expectEnd } from '../helpers/expect-end.js';
import { useExamples } from '../helpers/example.js';
import { answer, loopbackServer, type LoopbackServer, type Reply } from '../helpers/loopback-server.js';
import { environmentOf, type RunningProgram } from '../helpers/program.js';
import { simulatorServer, type SimulatorServer } from '../helpers/simulator-server.js';
import type { SimulatorOptions } from '../../src/handwritten/testing/settings.js';

const examples = useExamples();
const data = (body: unknown): Reply => answer({ body: { data: body, meta: {} } });

test.concurrent('a training run creates the cheapest instance, trains on it and terminates it', async () => {
  await using cloud = await startCloud();
  const { exitCode, output, ssh } = await train(cloud, { ssh: 'echo epoch 1' });
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  expect(output).toContain(`epoch 1\nThe training is done.\nTerminated ${idOf(cloud)}.\n`);
  expect(ssh).toMatch(/root@203\.0\.113\.\d+ python train\.py\n$/);
  const [{ id: ssh_key_id } = { id: '' }] = await new Runcrate(cloud.api.options).sshKeys.list();
  const [cheapest] = await new Runcrate(cloud.api.options).instances.listTypes({ gpuType: 'A100' });
  expect(cloud.api.requests('createInstance')[0]?.body).toMatchObject({ instance_type_id: cheapest?.id, ssh_key_id });
  expectTerminated(cloud, 1);
});

test.concurrent.each<{ what: string; plan?: (cloud: SimulatorServer) => unknown; ssh?: string; says: string | RegExp }>(
  [
    { what: 'the training fails', ssh: 'exit 3', says: 'The training exited with code 3.' },
    {
      what: 'the instance fails',
      plan: async (cloud) => cloud.api.instances.fail(await created(cloud)),
      says: /Instance \S+ has the status failed and will not become ready\./,
    },
    {
      what: 'its status can’t be read',
      plan: ({ api }) => api.fail('getInstanceStatus', { status: 403, body: { error: { code: 'x', message: 'No.' } } }),
      says: 'No.',
    },
  ],
)('the instance is terminated once when $what', async ({ plan, ssh, says }) => {
  await using cloud = await startCloud({ deploySeconds: plan ? 3600 : 0 });
  const { exitCode, output } = await train(cloud, { ssh, meanwhile: async () => void (await plan?.(cloud)) });
  expectEnd({ exitCode, output }, 1, says);
  expectTerminated(cloud, 1);
});

test.concurrent('a training run that reaches its cost limit is stopped, and the instance is terminated', async () => {
  await using cloud = await startCloud();
  // A second of $1.89 an hour.
  const { exitCode, output } = await train(cloud, { ssh: 'exec sleep 60', args: ['--max-cost', '0.000525'] });
  expectEnd({ exitCode, output }, 1, 'has reached its `maxCost` of $0.000525.');
  expectTerminated(cloud, 1);
});

test.concurrent.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'the instance is terminated once when %s stops the training',
  async (signal) => {
    await using cloud = await startCloud();
    const { exitCode, output } = await train(cloud, {
      ssh: 'echo epoch 1; exec sleep 60',
      async meanwhile(run) {
        await run.printed('epoch 1');
        run.signal(signal);
        run.signal(signal);
      },
    });
    expectEnd({ exitCode, output }, 1, `Stopped by ${signal}.`);
    expectTerminated(cloud, 1);
  },
);

test.concurrent('the instance is terminated when the terminal is closed and output fails', async () => {
  await using cloud = await startCloud();
  await train(cloud, {
    ssh: 'echo epoch 1; exec sleep 60',
    async meanwhile(run) {
      await run.printed('epoch 1');
      run.closeOutput();
      run.signal('SIGHUP');
    },
  });
  expectTerminated(cloud, 1);
});

test.concurrent(
  'Ctrl-C while an instance is being created waits for the response and terminates the instance',
  async () => {
    await using cloud = await startCloud();
    cloud.api.fail('createInstance', { delay: 2 });
    const { exitCode, output } = await train(cloud, {
      ssh: 'exec sleep 60',
      async meanwhile(run) {
        await requested(cloud);
        run.signal('SIGINT');
        await run.printed('Wait for it.');
      },
    });
    expectEnd({ exitCode, output }, 1, `Terminated ${idOf(cloud)}.`);
    expectTerminated(cloud, 1);
    expect(output).not.toContain('The training is done.');
  },
);

test.concurrent('an instance whose creation failed with an unknown outcome is found by its name and used', async () => {
  await using cloud = await startCloud();
  cloud.api.fail('createInstance', { status: 500, after: 'effect' });
  const { exitCode, output } = await train(cloud, {});
  expectEnd({ exitCode, output }, 0, `Terminated ${idOf(cloud)}.`);
  expect(cloud.api.requests('createInstance')).toHaveLength(1);
  expectTerminated(cloud, 1);
});

test.concurrent('a creation with an unknown outcome whose instance is not found prints an alarm', async () => {
  await using cloud = await startCloud();
  cloud.api.fail('createInstance', { status: 500, times: 20 });
  const { exitCode, output } = await train(cloud, {});
  expectEnd({ exitCode, output }, 2, 'AN INSTANCE MAY STILL RUN AND IS BILLED.');
  expect(cloud.api.requests('terminateInstance')).toHaveLength(0);
});

test.concurrent('a termination that fails is retried', async () => {
  await using cloud = await startCloud();
  cloud.api.fail('terminateInstance', { status: 403 });
  const { exitCode, output } = await train(cloud, {});
  expectEnd({ exitCode, output }, 0, `Terminated ${idOf(cloud)}.`);
  expectTerminated(cloud, 2);
});

test.concurrent('an instance that is already terminated is not terminated again', async () => {
  await using cloud = await startCloud();
  // Its answer is lost on the way.
  cloud.api.fail('terminateInstance', { status: 404, after: 'effect' });
  const { exitCode, output } = await train(cloud, {});
  expectEnd({ exitCode, output }, 0, `Terminated ${idOf(cloud)}.`);
  expectTerminated(cloud, 1);
});

test.concurrent('an instance that can’t be terminated prints an alarm', async () => {
  await using cloud = await startCloud();
  cloud.api.fail('terminateInstance', { status: 403, times: 12 });
  const { exitCode, output } = await train(cloud, { ssh: 'exit 1' });
  expect({ exitCode, output }).toMatchObject({ exitCode: 2 });
  expect(output).toMatch(
    /Instance \S+ \("lease-training-run-[0-9a-z]+-[0-9a-z]+"\) may still run, and then costs \$1\.89 per hour\./,
  );
  expect(output).toContain('!!! AN INSTANCE MAY STILL RUN AND IS BILLED. Check the dashboard now. !!!');
  expect(output).toContain('The training exited with code 1.');
  expect(cloud.api.requests('terminateInstance')).toHaveLength(12);
});

test.concurrent.each([
  { args: ['--gpu', 'B200'], says: 'No instance type with B200 is available.' },
  { args: ['--ssh-key', 'lost'], says: 'There is no SSH key lost' },
  { args: ['--max-cost', 'all'], says: '--max-cost must be a number' },
])('no instance is created with $args', async ({ args, says }) => {
  await using cloud = await startCloud();
  const { exitCode, output } = await train(cloud, { args });
  expectEnd({ exitCode, output }, 1, says);
  expect(cloud.api.requests('createInstance')).toHaveLength(0);
});

test.concurrent('the billing report sums the transactions of all pages by month and type', async () => {
  await using server = await startBilling();
  const { exitCode, output } = await examples.run('billing-report', { environment: environmentOf(server) });
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  expect(output).toBe(`Balance     $42.50
Inference   $1.25 for 7 requests, 1000 tokens

month    type           count         USD
2025-01  credit             1       50.00
2025-01  usage            102      -10.20
2025-02  refund             1        3.00
undated  adjustment         1       -0.10
total                     105       42.70
`);
});

test.concurrent('the billing report excludes transactions outside its period and can be printed as CSV', async () => {
  await using server = await startBilling();
  const { output } = await examples.run('billing-report', {
    environment: environmentOf(server),
    args: ['--from', '2025-02-01', '--to', '2025-02-28', '--csv'],
  });
  expect(output).toBe('month,type,count,amount\n2025-02,refund,1,3.00\nundated,adjustment,1,-0.10\n');
  expect(server.requests.find(({ url }) => url.includes('/usage'))?.url).toMatch(/from=2025-02-01&to=2025-02-28$/);
});

test.concurrent('the billing report rejects an invalid date', async () => {
  const { exitCode, output } = await examples.run('billing-report', { args: ['--from', 'January'] });
  expectEnd({ exitCode, output }, 1, '"January" is not a date. Use the format 2025-01-31.\n');
});

/** A simulator with the key of the example. */
async function startCloud(options?: SimulatorOptions): Promise<SimulatorServer> {
  const cloud = await simulatorServer(options);
  await new Runcrate(cloud.api.options).sshKeys.create({
    name: 'my-laptop',
    publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5',
  });
  return cloud;
}

/** Waits until the program has asked for an instance. */
async function requested({ api }: SimulatorServer): Promise<void> {
  await vi.waitUntil(() => api.requests('createInstance').length === 1, { timeout: 20_000 });
}

/** Waits until there is an instance. */
async function created(cloud: SimulatorServer): Promise<string> {
  return vi.waitUntil(() => idOf(cloud), { timeout: 20_000 });
}

function idOf({ api }: SimulatorServer): string | undefined {
  return api.instances.all()[0]?.id;
}

/** Nothing runs, after so many requests to end it. */
function expectTerminated({ api }: SimulatorServer, requests: number): void {
  expect(api.instances.all()).toHaveLength(1);
  expect(api.instances.running()).toEqual([]);
  expect(api.requests('terminateInstance')).toHaveLength(requests);
}

interface TrainingOptions {
  /** A shell command that replaces `ssh`. */
  readonly ssh?: string | undefined;
  readonly args?: readonly string[];
  readonly meanwhile?: (run: RunningProgram) => Promise<void>;
}

async function train(cloud: SimulatorServer, { ssh = 'true', args = [], meanwhile }: TrainingOptions) {
  const folder = await examples.folder();
  await writeFile(join(folder, 'ssh'), `#!/bin/sh\necho "$@" >> ssh.log\n${ssh}\n`);
  await chmod(join(folder, 'ssh'), 0o755);
  const run = await examples.start('training-run', {
    environment: {
      ...cloud.environment,
      POLL_INTERVAL_MS: '100',
      PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
    },
    args: [...args, 'python train.py'],
    folder,
  });
  await meanwhile?.(run);
  return { ...(await run.finished), ssh: await readFile(join(folder, 'ssh.log'), 'utf8').catch(() => '') };
}

/** Two pages of transactions. One more is booked between them, so the second page contains one of the first again. */
async function startBilling(): Promise<LoopbackServer> {
  const booked = { createdAt: '2025-01-15T10:00:00Z', amount: -0.1, type: 'usage' };
  const all = [
    ...Array.from({ length: 102 }, (_, index) => ({ id: `t-${index}`, ...booked })),
    { id: 'c', createdAt: '2025-01-01T00:00:00Z', amount: 50, type: 'credit' },
    { id: 'r', createdAt: '2025-02-01T00:00:00Z', amount: 3, type: 'refund' },
    { id: 'a', createdAt: null, amount: -0.1, type: 'adjustment' },
  ];
  return loopbackServer(({ url }) => {
    if (url.includes('/balance')) return data({ creditsBalance: 42.5 });
    if (url.includes('/usage')) return data({ total_cost: 1.25, total_requests: 7, total_tokens: 1000 });
    const offset = Number(new URL(url, 'http://x').searchParams.get('offset'));
    const page = offset === 0 ? all.slice(0, 100) : all.slice(offset - 1);
    return answer({ body: { data: page, meta: { hasMore: offset === 0 } } });
  });
}
