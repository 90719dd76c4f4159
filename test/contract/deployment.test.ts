import { expect, test } from 'vitest';
import { operationsById, type OperationId } from '../../generated/cases.js';
import { plan } from '../../contract/plan.js';
import { runNode, root } from '../helpers/consumer.js';
import { resultOf, RUN_NAME, runOn, violationsOf } from '../helpers/contract-run.js';
import { startDeployment } from '../helpers/deployment.js';
import { useMock } from '../helpers/mock.js';
import { compiled } from '../helpers/script.js';

const mock = useMock();
/** A new operation of `npm run generate` has a default step: see deployment-default.test.ts. */
const planned = Object.keys(plan);

test('a deployment that matches openapi.json passes for every operation', async () => {
  await using deployment = await startDeployment();
  const report = await runOn(deployment.url, ['write', 'spend']);
  expect(violationsOf(report)).toEqual([]);
  const passed = report.results.filter(({ outcome }) => outcome === 'passed').map(({ name }) => name);
  expect(passed).toEqual(expect.arrayContaining([...planned, 'createChatCompletion (stream)']));
  expect(deployment.calls.map(({ id }) => id)).toEqual(expect.arrayContaining(planned));
});

test('a run deletes what it created, and nothing else', async () => {
  await using deployment = await startDeployment();
  const { leftovers } = await runOn(deployment.url, ['write', 'spend']);
  expect(leftovers).toEqual([]);
  expect(deployment.names()).toEqual([]);
  const deleted = deployment.calls.flatMap(({ request }) => (request.method === 'DELETE' ? [request.url] : []));
  expect(deleted).toEqual([
    '/api/v1/instances/post-1',
    '/api/v1/environments/post-1',
    '/api/v1/ssh-keys/post-1',
    '/api/v1/storage/post-1',
  ]);
});

test('a resource that is billed by the hour is deleted before the next one is created', async () => {
  await using deployment = await startDeployment();
  await runOn(deployment.url, ['spend']);
  const order = deployment.calls.map(({ id }) => id);
  expect(order.indexOf('terminateInstance')).toBeLessThan(order.indexOf('createStorageVolume'));
  expect(order.indexOf('downloadVideo')).toBeLessThan(order.indexOf('createInstance'));
});

test('without --write and --spend, only GET requests are sent', async () => {
  await using deployment = await startDeployment();
  const report = await runOn(deployment.url, []);
  expect(new Set(deployment.calls.map(({ request }) => request.method))).toEqual(new Set(['GET']));
  expect(violationsOf(report)).toEqual([]);
  expect(resultOf(report, 'createInstance').reason).toBe('it is billed: pass --spend to allow it');
  expect(resultOf(report, 'createSshKey').reason).toBe('it changes the workspace: pass --write to allow it');
});

test('with --write alone, no billed request is sent', async () => {
  await using deployment = await startDeployment();
  await runOn(deployment.url, ['write']);
  const changing = deployment.calls.filter(({ request }) => request.method !== 'GET').map(({ id }) => id);
  expect(changing).toEqual([
    'createEnvironment',
    'updateEnvironment',
    'deleteEnvironment',
    'createSshKey',
    'deleteSshKey',
  ]);
});

test('with --spend alone, no SSH key and no environment is changed', async () => {
  await using deployment = await startDeployment();
  await runOn(deployment.url, ['spend']);
  const changing = deployment.calls.filter(({ request }) => request.method !== 'GET').map(({ request }) => request.url);
  expect(changing.filter((url) => /ssh-keys|environments/.test(url))).toEqual([]);
});

test('a resource to read is taken from the list if the run creates none', async () => {
  const report = await runOn(mock.baseUrl, [], { inferenceUrl: mock.inferenceUrl });
  expect(resultOf(report, 'getInstance')).toMatchObject({ outcome: 'passed', statuses: [200] });
  expect(resultOf(report, 'getStorageVolume')).toMatchObject({ outcome: 'passed', statuses: [200] });
});

test('an operation without a resource to read is not run, with a reason', async () => {
  await using deployment = await startDeployment();
  const report = await runOn(deployment.url, []);
  expect(resultOf(report, 'getInstanceStatus')).toMatchObject({
    outcome: 'not run',
    reason: 'there is no instance to read',
  });
  expect(resultOf(report, 'downloadVideo').reason).toBe('there is no video job to read');
});

test('every created resource has the name of the run', async () => {
  await using deployment = await startDeployment();
  await runOn(deployment.url, ['write', 'spend']);
  const creations = deployment.calls.filter(({ id }) =>
    ['createInstance', 'createEnvironment', 'createSshKey', 'createStorageVolume'].includes(id),
  );
  const names = creations.map(({ request }) => (JSON.parse(request.body.toString()) as { name: string }).name);
  expect(names).toEqual([RUN_NAME, RUN_NAME, RUN_NAME, RUN_NAME]);
});

test('the instance is created with the cheapest instance type', async () => {
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id !== 'listInstanceTypes') return answer;
    const { data } = answer.body as { data: object[] };
    const rates = [9, null, 0.2, 4];
    return { body: { data: rates.map((rate, index) => ({ ...data[0], id: `type-${index}`, hourly_rate: rate })) } };
  });
  await runOn(deployment.url, ['spend'], { only: ['createInstance'] });
  const creation = deployment.calls.find(({ id }) => id === 'createInstance');
  expect(JSON.parse(creation!.request.body.toString())).toEqual({ name: RUN_NAME, instance_type_id: 'type-2' });
});

test('a deletion may return 200 with a body instead of 204', async () => {
  await using deployment = await startDeployment(({ id, answer }) =>
    id === 'deleteSshKey' ? { status: 200, body: { data: { message: 'Deleted.' } } } : answer,
  );
  const report = await runOn(deployment.url, ['write']);
  expect(resultOf(report, 'deleteSshKey').statuses).toEqual([200]);
  expect(violationsOf(report)).toEqual([]);
});

test('the environment is sent with every scoped call, and with no other', async () => {
  await using deployment = await startDeployment();
  await runOn(deployment.url, ['write', 'spend'], { client: { environment: 'staging' } });
  const named = deployment.calls.filter(({ request }) => request.headers['x-environment'] === 'staging');
  // Only the operations that were called: a new operation may not be run until the plan names it.
  const scoped = deployment.calls.filter(({ id }) => 'scoped' in operationsById[id]);
  expect(named.map(({ id }) => id)).toEqual(scoped.map(({ id }) => id));
  expect(scoped.map(({ id }) => id)).toEqual(expect.arrayContaining(['listInstances', 'createStorageVolume']));
});

test('a video that is not ready is polled and then downloaded', async () => {
  const polls = { download: 0, status: 0 };
  await using deployment = await startDeployment(({ id, answer }) => {
    if (id === 'downloadVideo' && polls.download++ === 0) {
      return { status: 404, body: { error: { code: 'not_found', message: 'The video is not ready.' } } };
    }
    if (id !== 'getVideo') return answer;
    return { body: { ...(answer.body as object), status: polls.status++ < 3 ? 'processing' : 'completed' } };
  });
  const report = await runOn(deployment.url, ['spend'], { only: ['downloadVideo'] });
  expect(violationsOf(report)).toEqual([]);
  expect(resultOf(report, 'downloadVideo').statuses).toEqual([404, 200, 200, 200, 200, 200]);
});

test('--only runs an operation, the operations that it needs, and the clean-up', async () => {
  await using deployment = await startDeployment();
  const { results } = await runOn(deployment.url, ['write', 'spend'], { only: ['resizeStorageVolume'] });
  expect(results.map(({ name }) => name)).toEqual([
    'listStorageRegions',
    'createStorageVolume',
    'resizeStorageVolume',
    'deleteStorageVolume',
  ]);
});

test('in the plan, every GET is in the read tier, and no other operation is', () => {
  for (const [id, { tier }] of Object.entries(plan)) {
    const { method } = operationsById[id as OperationId];
    expect([id, tier === 'read']).toEqual([id, method === 'GET']);
  }
});

test('the command runs everything against the mock, prints the table and exits with 0', async () => {
  const { RUNCRATE_API_KEY = '' } = mock.environment;
  const urls = ['--base-url', mock.baseUrl, '--inference-url', mock.inferenceUrl];
  const command = [await compiled('contract/main.ts'), ...urls, '--write', '--spend'];
  const { exitCode, output } = await runNode(command, root, { RUNCRATE_API_KEY });
  expect(output).toMatch(/^operation +status +request +response +violations$/m);
  expect(output).toMatch(/^createChatCompletion \(stream\) +200 +ok +ok$/m);
  expect(output).toMatch(/^terminateInstance +204 +ok +ok$/m);
  expect(output).toMatch(
    /^\d+ calls match openapi.json, 0 with violations, \d+ not run\. The deployment meets the contract\.$/m,
  );
  expect(output).not.toContain(RUNCRATE_API_KEY);
  expect(exitCode).toBe(0);
});
