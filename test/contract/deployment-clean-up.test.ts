import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { OperationId } from '../../generated/cases.js';
import { describeLeftover } from '../../contract/result.js';
import { createStop } from '../../contract/stop.js';
import { root } from '../helpers/consumer.js';
import { resultOf, RUN_NAME, runOn } from '../helpers/contract-run.js';
import { startDeployment } from '../helpers/deployment.js';
import { driftOf, rename, set, unwrap, type Change } from '../helpers/drift.js';
import { cutBeforeAnswer, cutInBody, stallBeforeHeaders } from '../helpers/loopback-server.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';
import { compiled } from '../helpers/script.js';

const creations: readonly OperationId[] = [
  'createInstance',
  'createStorageVolume',
  'createEnvironment',
  'createSshKey',
];

const breakages: readonly (readonly [what: string, change: Change])[] = [
  ['has no envelope', unwrap],
  ['has its id under another name', rename('/data/id', 'uuid')],
  ['has null for an id', set('/data/id', null)],
  ['has a number for an id', set('/data/id', 7)],
  ['has null for its data', set('/data', null)],
  ['is a web page', () => ({ headers: { 'content-type': 'text/html' }, body: '<html></html>' })],
  ['ends early', (documented) => cutInBody(documented, 12)],
  ['is never received', () => cutBeforeAnswer()],
  ['is an error of a proxy', () => ({ status: 502, body: { message: 'Bad gateway' } })],
];

const brokenCreations = creations.flatMap((id) => breakages.map(([what, change]) => ({ id, what, change })));

test.each(brokenCreations)('what $id created is deleted, although its response $what', async ({ id, change }) => {
  await using deployment = await startDeployment(driftOf(id, change));
  const { leftovers, results } = await runOn(deployment.url, ['write', 'spend'], { only: [id] });
  expect(deployment.calls.map((call) => call.id)).toContain(id);
  expect(deployment.names()).toEqual([]);
  expect(leftovers).toEqual([]);
  expect(results.find(({ name }) => name === id)?.outcome).toBe('violated');
});

test('an empty id, which openapi.json allows, is not used for the deletion', async () => {
  await using deployment = await startDeployment(driftOf('createSshKey', set('/data/id', '')));
  const { leftovers } = await runOn(deployment.url, ['write'], { only: ['createSshKey'] });
  expect([deployment.names(), leftovers]).toEqual([[], []]);
});

test('a created resource is found by its name, even if the list has drifted as well', async () => {
  await using deployment = await startDeployment(driftOf(['createInstance', 'listInstances'], unwrap));
  await using lost = await startDeployment((call) => {
    if (call.id === 'createInstance') return cutBeforeAnswer();
    return call.id === 'listInstances' ? unwrap(call.answer) : call.answer;
  });
  for (const { url, names } of [deployment, lost]) {
    const { leftovers } = await runOn(url, ['spend'], { only: ['createInstance'] });
    expect([names(), leftovers]).toEqual([[], []]);
  }
});

test('a creation response with the id is enough to delete the resource if the list fails', async () => {
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id === 'createInstance') return unwrap(answer);
    return id === 'listInstances' ? cutBeforeAnswer() : answer;
  });
  const { leftovers } = await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  expect([deployment.names(), leftovers]).toEqual([[], []]);
});

test('a created resource is deleted after it was renamed', async () => {
  await using deployment = await startDeployment(driftOf('createEnvironment', rename('/data/id', 'uuid')));
  await runOn(deployment.url, ['write']);
  expect(deployment.names()).toEqual([]);
});

test('a resource that is not found is reported with its name, whether it is billed, and the call to check', async () => {
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id === 'createInstance') return cutBeforeAnswer();
    return id === 'listInstances' ? { body: { data: [] } } : answer;
  });
  const report = await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  expect(report.leftovers.map(describeLeftover)).toEqual([
    `The instance ${RUN_NAME} may still exist and is billed until it is deleted: check \`rc.instances.list()\`.`,
  ]);
  expect(resultOf(report, 'terminateInstance')).toMatchObject({ outcome: 'not run' });
});

test('a resource of another program is never deleted', async () => {
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id === 'createInstance') return cutBeforeAnswer();
    const others = [{ id: 'theirs', name: 'production', status: 'running' }];
    return id === 'listInstances' ? { body: { data: others } } : answer;
  });
  await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  expect(deployment.calls.filter(({ request }) => request.method === 'DELETE')).toEqual([]);
});

test('after a rejected creation, no resource is searched for', async () => {
  await using deployment = await startDeployment(
    driftOf('createInstance', () => ({ status: 402, body: { error: { message: 'No credits.' } } })),
  );
  const report = await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  expect(report.leftovers).toEqual([]);
  expect(deployment.calls.map(({ id }) => id)).toEqual(['listInstanceTypes', 'createInstance']);
});

test('a created resource is deleted if a step in between fails', async () => {
  await using deployment = await startDeployment(
    driftOf(['getInstance', 'getInstanceStatus', 'resizeStorageVolume', 'updateEnvironment'], () => cutBeforeAnswer()),
  );
  const { leftovers } = await runOn(deployment.url, ['write', 'spend']);
  expect([deployment.names(), leftovers]).toEqual([[], []]);
});

test('a deletion that is rejected at first is retried, and each rejection is validated', async () => {
  let refusals = 0;
  await using deployment = await startDeployment(({ id, answer }) =>
    id === 'terminateInstance' && refusals++ < 2 ? { status: 409, body: { error: { message: 'Deploying.' } } } : answer,
  );
  const report = await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  expect(resultOf(report, 'terminateInstance').statuses).toEqual([409, 409, 204]);
  expect([deployment.names(), report.leftovers]).toEqual([[], []]);
});

test('a resource that cannot be deleted is reported with its id', async () => {
  await using deployment = await startDeployment(
    driftOf('deleteStorageVolume', () => ({ status: 500, body: { error: { message: 'Failed.' } } })),
  );
  const { leftovers } = await runOn(deployment.url, ['spend'], { only: ['createStorageVolume'] });
  expect(leftovers).toEqual([
    { thing: 'volume', name: RUN_NAME, id: 'post-1', costsMoney: true, seenIn: 'rc.storage.list()' },
  ]);
});

test('a stopped run deletes what it created, and makes no other call', async () => {
  const controller = new AbortController();
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id !== 'getInstance') return answer;
    controller.abort(new Error('stopped'));
    return stallBeforeHeaders();
  });
  const report = await runOn(deployment.url, ['write', 'spend'], { signal: controller.signal });
  expect(deployment.calls.map(({ id }) => id).slice(-2)).toEqual(['getInstance', 'terminateInstance']);
  expect(resultOf(report, 'getInstance')).toMatchObject({ outcome: 'not run', reason: 'stopped' });
  expect([deployment.names(), report.leftovers, report.wasStopped]).toEqual([[], [], true]);
});

test('a run that is stopped during a creation waits for the response and deletes the resource', async () => {
  const controller = new AbortController();
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id === 'createInstance') controller.abort(new Error('stopped'));
    return answer;
  });
  const report = await runOn(deployment.url, ['spend'], { signal: controller.signal });
  expect(deployment.calls.slice(-2).map(({ id }) => id)).toEqual(['createInstance', 'terminateInstance']);
  expect(resultOf(report, 'createInstance').outcome).toBe('passed');
  expect([deployment.names(), report.leftovers]).toEqual([[], []]);
});

test('a listener that throws does not prevent the clean-up', async () => {
  await using deployment = await startDeployment();
  const onResult = (): never => {
    throw new Error('The terminal is gone.');
  };
  await runOn(deployment.url, ['write', 'spend'], { onResult });
  expect(deployment.names()).toEqual([]);
});

test('a billed call is not retried, whatever `maxRetries` is', async () => {
  await using deployment = await startDeployment(
    driftOf(['createImage', 'createStorageVolume'], () => ({ status: 503, body: { error: { message: 'Busy.' } } })),
  );
  await runOn(deployment.url, ['spend'], { client: { maxRetries: 3 } });
  const sent = deployment.calls.map(({ id }) => id);
  expect(sent.filter((id) => id === 'createImage')).toHaveLength(1);
  expect(sent.filter((id) => id === 'createStorageVolume')).toHaveLength(1);
});

test('two signals at once count as one Ctrl-C, and a later one exits and prints the name to check for', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const said: string[] = [];
  const { signal, request } = createStop({
    name: RUN_NAME,
    say: (sentence) => said.push(sentence),
    leave: () => said.push('left'),
  });
  request();
  request();
  expect([signal.aborted, said]).toEqual([true, [expect.stringMatching(/^Stopping\./)]]);
  vi.advanceTimersByTime(1000);
  request();
  expect(said.slice(1)).toEqual([expect.stringContaining(RUN_NAME), 'left']);
});

test('the command exits with 130 on Ctrl-C and deletes what it created', async () => {
  const child = { kill: (): boolean => false };
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id !== 'getInstance') return answer;
    child.kill();
    return stallBeforeHeaders();
  });
  const urls = ['--base-url', deployment.url, '--inference-url', deployment.url];
  const command = spawn(process.execPath, [await compiled('contract/main.ts'), ...urls, '--spend'], {
    cwd: root,
    env: { ...process.env, RUNCRATE_API_KEY: TEST_API_KEY },
  });
  child.kill = () => command.kill('SIGINT');
  let output = '';
  command.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  expect(await once(command, 'close')).toEqual([130, null]);
  expect(deployment.names()).toEqual([]);
  expect(output).toMatch(/^terminateInstance +204 +ok +ok$/m);
  expect(output).toMatch(/^Stopped\. /m);
});
