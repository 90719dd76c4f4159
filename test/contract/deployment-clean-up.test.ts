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
  ['is cut half-way', (documented) => cutInBody(documented, 12)],
  ['never comes', () => cutBeforeAnswer()],
  ['is an error of a proxy', () => ({ status: 502, body: { message: 'Bad gateway' } })],
];

const brokenCreations = creations.flatMap((id) => breakages.map(([what, change]) => ({ id, what, change })));

test.each(brokenCreations)('what $id made is deleted, though its answer $what', async ({ id, change }) => {
  await using deployment = await startDeployment(driftOf(id, change));
  const { leftovers, results } = await runOn(deployment.url, ['write', 'spend'], { only: [id] });
  expect(deployment.calls.map((call) => call.id)).toContain(id);
  expect(deployment.names()).toEqual([]);
  expect(leftovers).toEqual([]);
  expect(results.find(({ name }) => name === id)?.outcome).toBe('violated');
});

test('an empty id, which openapi.json allows, is not deleted by', async () => {
  await using deployment = await startDeployment(driftOf('createSshKey', set('/data/id', '')));
  const { leftovers } = await runOn(deployment.url, ['write'], { only: ['createSshKey'] });
  expect([deployment.names(), leftovers]).toEqual([[], []]);
});

test('what was made is found by its name in a list that has drifted as well', async () => {
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

test('an answer that shows what was made is enough to delete it, where the list fails', async () => {
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id === 'createInstance') return unwrap(answer);
    return id === 'listInstances' ? cutBeforeAnswer() : answer;
  });
  const { leftovers } = await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  expect([deployment.names(), leftovers]).toEqual([[], []]);
});

test('what was made is deleted after it was renamed', async () => {
  await using deployment = await startDeployment(driftOf('createEnvironment', rename('/data/id', 'uuid')));
  await runOn(deployment.url, ['write']);
  expect(deployment.names()).toEqual([]);
});

test('what can be found nowhere is told, with its name, its cost and where to look', async () => {
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id === 'createInstance') return cutBeforeAnswer();
    return id === 'listInstances' ? { body: { data: [] } } : answer;
  });
  const report = await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  expect(report.leftovers.map(describeLeftover)).toEqual([
    `The instance ${RUN_NAME} may be left over and cost money until it is deleted: look at \`rc.instances.list()\`.`,
  ]);
  expect(resultOf(report, 'terminateInstance')).toMatchObject({ outcome: 'not run' });
});

test('what other programs have made is never deleted', async () => {
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id === 'createInstance') return cutBeforeAnswer();
    const others = [{ id: 'theirs', name: 'production', status: 'running' }];
    return id === 'listInstances' ? { body: { data: others } } : answer;
  });
  await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  expect(deployment.calls.filter(({ request }) => request.method === 'DELETE')).toEqual([]);
});

test('a creation that was refused leaves nothing to look for', async () => {
  await using deployment = await startDeployment(
    driftOf('createInstance', () => ({ status: 402, body: { error: { message: 'No credits.' } } })),
  );
  const report = await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  expect(report.leftovers).toEqual([]);
  expect(deployment.calls.map(({ id }) => id)).toEqual(['listInstanceTypes', 'createInstance']);
});

test('what was made is deleted where a step in between fails', async () => {
  await using deployment = await startDeployment(
    driftOf(['getInstance', 'getInstanceStatus', 'resizeStorageVolume', 'updateEnvironment'], () => cutBeforeAnswer()),
  );
  const { leftovers } = await runOn(deployment.url, ['write', 'spend']);
  expect([deployment.names(), leftovers]).toEqual([[], []]);
});

test('a deletion that is refused at first is tried again, and the refusal is judged', async () => {
  let refusals = 0;
  await using deployment = await startDeployment(({ id, answer }) =>
    id === 'terminateInstance' && refusals++ < 2 ? { status: 409, body: { error: { message: 'Deploying.' } } } : answer,
  );
  const report = await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  expect(resultOf(report, 'terminateInstance').statuses).toEqual([409, 409, 204]);
  expect([deployment.names(), report.leftovers]).toEqual([[], []]);
});

test('what can not be deleted is told, with its id', async () => {
  await using deployment = await startDeployment(
    driftOf('deleteStorageVolume', () => ({ status: 500, body: { error: { message: 'Failed.' } } })),
  );
  const { leftovers } = await runOn(deployment.url, ['spend'], { only: ['createStorageVolume'] });
  expect(leftovers).toEqual([
    { thing: 'volume', name: RUN_NAME, id: 'post-1', costsMoney: true, seenIn: 'rc.storage.list()' },
  ]);
});

test('a run that is stopped deletes what it has made, and calls nothing else', async () => {
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

test('a run that is stopped while it makes something waits for the answer, to delete it', async () => {
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

test('a listener that throws keeps nothing from being deleted', async () => {
  await using deployment = await startDeployment();
  const onResult = (): never => {
    throw new Error('The terminal is gone.');
  };
  await runOn(deployment.url, ['write', 'spend'], { onResult });
  expect(deployment.names()).toEqual([]);
});

test('what costs money is asked for once, and deleting is tried as often as the client does', async () => {
  await using deployment = await startDeployment(
    driftOf(['createImage', 'createStorageVolume'], () => ({ status: 503, body: { error: { message: 'Busy.' } } })),
  );
  await runOn(deployment.url, ['spend'], { client: { maxRetries: 3 } });
  const sent = deployment.calls.map(({ id }) => id);
  expect(sent.filter((id) => id === 'createImage')).toHaveLength(1);
  expect(sent.filter((id) => id === 'createStorageVolume')).toHaveLength(1);
});

test('a Ctrl-C that comes twice at once is one, and a later one leaves at once and says what to look for', () => {
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

test('Ctrl-C ends the command with 130, and what it has made is deleted', async () => {
  const child = { kill: (): boolean => false };
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id !== 'getInstance') return answer;
    child.kill();
    return stallBeforeHeaders();
  });
  const urls = ['--base-url', deployment.url, '--inference-url', deployment.url];
  const command = spawn(process.execPath, ['--import', 'tsx', 'contract/main.ts', ...urls, '--spend'], {
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
