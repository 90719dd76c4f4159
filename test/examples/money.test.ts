import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { expectEnd } from '../helpers/expect-end.js';
import { useExamples } from '../helpers/example.js';
import {
  answer,
  loopbackServer,
  type AcceptedRequest,
  type LoopbackServer,
  type Reply,
} from '../helpers/loopback-server.js';
import { environmentOf, type RunningProgram } from '../helpers/program.js';

const examples = useExamples();
const data = (body: unknown): Reply => answer({ body: { data: body, meta: {} } });
const refusal = (status: number, message: string): Reply => answer({ status, body: { error: { code: 'x', message } } });
const gone = answer({ status: 204, body: '' });
const missing = refusal(404, 'No such instance.');

test.concurrent('a training run creates the cheapest instance, trains on it and terminates it', async () => {
  await using cloud = await startCloud({ states: ['creating', 'provisioning', 'running'] });
  const { exitCode, output, ssh } = await train(cloud, { ssh: 'echo epoch 1' });
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  expect(output).toContain('epoch 1\nThe training is done.\nTerminated i-1.\n');
  expect(ssh).toMatch(/root@10\.0\.0\.7 python train\.py\n$/);
  expect(readBody(cloud.sent('POST')[0])).toMatchObject({ instance_type_id: 'cheap', ssh_key_id: 'key-1' });
  expect(cloud.sent('DELETE')).toHaveLength(1);
});

test.concurrent.each<{ what: string; plan: Plan; ssh?: string; says: string }>([
  { what: 'the training fails', plan: {}, ssh: 'exit 3', says: 'The training exited with code 3.' },
  {
    what: 'the instance fails',
    plan: { states: ['creating', 'failed'] },
    says: 'Instance i-1 has the status failed and will not become ready.',
  },
  { what: 'its status can’t be read', plan: { status: refusal(403, 'No.') }, says: 'No.' },
])('the instance is terminated once when $what', async ({ plan, ssh, says }) => {
  await using cloud = await startCloud(plan);
  const { exitCode, output } = await train(cloud, { ssh });
  expectEnd({ exitCode, output }, 1, says);
  expect(cloud.sent('DELETE').map(({ url }) => url)).toEqual([expect.stringMatching(/\/instances\/i-1$/)]);
});

test.concurrent('a training run that reaches its cost limit is stopped, and the instance is terminated', async () => {
  await using cloud = await startCloud({ hourlyRate: 3600 });
  const { exitCode, output } = await train(cloud, { ssh: 'exec sleep 60', args: ['--max-cost', '1'] });
  expectEnd({ exitCode, output }, 1, 'has reached its `maxCost` of $1.');
  expect(cloud.sent('DELETE')).toHaveLength(1);
});

test.concurrent.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'the instance is terminated once when %s stops the training',
  async (signal) => {
    await using cloud = await startCloud({});
    const { exitCode, output } = await train(cloud, {
      ssh: 'echo epoch 1; exec sleep 60',
      async meanwhile(run) {
        await run.printed('epoch 1');
        run.signal(signal);
        run.signal(signal);
      },
    });
    expectEnd({ exitCode, output }, 1, `Stopped by ${signal}.`);
    expect(cloud.sent('DELETE')).toHaveLength(1);
  },
);

test.concurrent('the instance is terminated when the terminal is closed and output fails', async () => {
  await using cloud = await startCloud({});
  await train(cloud, {
    ssh: 'echo epoch 1; exec sleep 60',
    async meanwhile(run) {
      await run.printed('epoch 1');
      run.closeOutput();
      run.signal('SIGHUP');
    },
  });
  expect(cloud.sent('DELETE')).toHaveLength(1);
});

test.concurrent(
  'Ctrl-C while an instance is being created waits for the response and terminates the instance',
  async () => {
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    let requested!: () => void;
    const isRequested = new Promise<void>((resolve) => (requested = resolve));
    const slowly: Reply = async (request, response) => {
      requested();
      await released;
      await data({ id: 'i-1', name: 'x', status: 'creating' })(request, response);
    };
    await using cloud = await startCloud({ create: slowly });
    const { exitCode, output } = await train(cloud, {
      async meanwhile(run) {
        await isRequested;
        run.signal('SIGINT');
        await run.printed('Wait for it.');
        release();
      },
    });
    expectEnd({ exitCode, output }, 1, 'Terminated i-1.');
    expect(cloud.sent('DELETE')).toHaveLength(1);
    expect(output).not.toContain('The training is done.');
  },
);

test.concurrent('an instance whose creation failed with an unknown outcome is found by its name and used', async () => {
  await using cloud = await startCloud({ create: refusal(500, 'Something broke.'), listed: true });
  const { exitCode, output } = await train(cloud, {});
  expectEnd({ exitCode, output }, 0, 'Terminated i-1.');
  expect(cloud.sent('POST')).toHaveLength(1);
  expect(cloud.sent('DELETE')).toHaveLength(1);
});

test.concurrent('a creation with an unknown outcome whose instance is not found prints an alarm', async () => {
  await using cloud = await startCloud({ create: refusal(500, 'Something broke.') });
  const { exitCode, output } = await train(cloud, {});
  expectEnd({ exitCode, output }, 2, 'AN INSTANCE MAY STILL RUN AND IS BILLED.');
  expect(cloud.sent('DELETE')).toHaveLength(0);
});

test.concurrent('a termination that fails is retried', async () => {
  await using cloud = await startCloud({ terminate: [refusal(403, 'Not now.'), gone] });
  const { exitCode, output } = await train(cloud, {});
  expectEnd({ exitCode, output }, 0, 'Terminated i-1.');
  expect(cloud.sent('DELETE')).toHaveLength(2);
});

test.concurrent('an instance that is already terminated is not terminated again', async () => {
  await using cloud = await startCloud({ terminate: [missing] });
  const { exitCode, output } = await train(cloud, {});
  expectEnd({ exitCode, output }, 0, 'Terminated i-1.');
  expect(cloud.sent('DELETE')).toHaveLength(1);
});

test.concurrent('an instance that can’t be terminated prints an alarm', async () => {
  await using cloud = await startCloud({ terminate: Array.from({ length: 12 }, () => refusal(403, 'No.')) });
  const { exitCode, output } = await train(cloud, { ssh: 'exit 1' });
  expect({ exitCode, output }).toMatchObject({ exitCode: 2 });
  expect(output).toMatch(
    /Instance i-1 \("lease-training-run-[0-9a-z]+-[0-9a-z]+"\) may still run, and then costs \$2 per hour\./,
  );
  expect(output).toContain('!!! AN INSTANCE MAY STILL RUN AND IS BILLED. Check the dashboard now. !!!');
  expect(output).toContain('The training exited with code 1.');
  expect(cloud.sent('DELETE')).toHaveLength(12);
});

test.concurrent.each([
  { args: ['--gpu', 'H100'], says: 'No instance type with H100 is available.' },
  { args: ['--ssh-key', 'lost'], says: 'There is no SSH key lost' },
  { args: ['--max-cost', 'all'], says: '--max-cost must be a number' },
])('no instance is created with $args', async ({ args, says }) => {
  await using cloud = await startCloud({});
  const { exitCode, output } = await train(cloud, { args });
  expectEnd({ exitCode, output }, 1, says);
  expect(cloud.sent('POST')).toHaveLength(0);
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

/** How the API responds to the requests for the instance of a test. */
interface Plan {
  readonly hourlyRate?: number;
  readonly create?: Reply;
  readonly states?: readonly string[];
  /** The response instead of a status. */
  readonly status?: Reply;
  readonly terminate?: readonly Reply[];
  /** Whether the instance is listed although its creation failed. */
  readonly listed?: boolean;
}

interface Cloud extends LoopbackServer {
  sent(method: string): AcceptedRequest[];
}

async function startCloud({
  hourlyRate = 2,
  create,
  states = ['running'],
  status,
  terminate = [gone],
  listed,
}: Plan): Promise<Cloud> {
  let polls = 0;
  let deletions = 0;
  let isGone = false;
  let name = '';
  const server = await loopbackServer((request) => {
    const { method, url } = request;
    if (method === 'DELETE') {
      const reply = terminate[deletions++] ?? refusal(501, 'One DELETE too many.');
      isGone = reply === gone || reply === missing;
      return reply;
    }
    if (method === 'POST') {
      ({ name } = readBody(request));
      return create ?? data({ id: 'i-1', name, status: 'creating' });
    }
    if (url.includes('/ssh-keys')) return data([{ id: 'key-1', name: 'my-laptop' }]);
    if (url.includes('/instances/types')) return data(url.includes('A100') ? typesAt(hourlyRate) : []);
    if (url.endsWith('/instances')) return data(listed ? [{ id: 'i-1', name, status: 'creating' }] : []);
    if (isGone) return missing;
    if (status) return status;
    const state = states[Math.min(polls++, states.length - 1)];
    return data({ id: 'i-1', status: state, ip: state === 'running' ? '10.0.0.7' : null });
  });
  return {
    ...server,
    requests: server.requests,
    sent: (method) => server.requests.filter((sent) => sent.method === method),
  };
}

function typesAt(hourlyRate: number): object[] {
  return [
    { id: 'dear', gpu_type: 'A100', gpu_count: 8, hourly_rate: hourlyRate * 8 },
    { id: 'cheap', gpu_type: 'A100', gpu_count: 1, hourly_rate: hourlyRate },
  ];
}

interface TrainingOptions {
  /** A shell command that replaces `ssh`. */
  readonly ssh?: string | undefined;
  readonly args?: readonly string[];
  readonly meanwhile?: (run: RunningProgram) => Promise<void>;
}

async function train(cloud: LoopbackServer, { ssh = 'true', args = [], meanwhile }: TrainingOptions) {
  const folder = await examples.folder();
  await writeFile(join(folder, 'ssh'), `#!/bin/sh\necho "$@" >> ssh.log\n${ssh}\n`);
  await chmod(join(folder, 'ssh'), 0o755);
  const run = await examples.start('training-run', {
    environment: {
      ...environmentOf(cloud),
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

function readBody(request: AcceptedRequest | undefined): { readonly name: string } {
  return JSON.parse(request?.body.toString() ?? '{}') as { readonly name: string };
}
