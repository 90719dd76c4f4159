import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { junitXml } from '../../contract/junit.js';
import type { Report, Result } from '../../contract/result.js';
import { createTable, summarize } from '../../contract/table.js';
import { root, runNode } from '../helpers/consumer.js';
import { startDeployment } from '../helpers/deployment.js';
import { linesOf, runOn } from '../helpers/contract-run.js';
import { driftOf, set } from '../helpers/drift.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';
import { compiled } from '../helpers/script.js';
import { readXml, type XmlElement } from '../helpers/xml.js';

const passed: Result = { name: 'getBalance', outcome: 'passed', statuses: [200], violations: [], durationMs: 12 };
const skipped: Result = { ...passed, name: 'createImage', outcome: 'not run', statuses: [], reason: 'it is billed' };
const violated: Result = {
  ...passed,
  name: 'listModels',
  outcome: 'violated',
  statuses: [429, 200],
  violations: [
    {
      side: 'answer',
      part: 'body',
      pointer: '/data/0/id',
      rule: 'type',
      message: 'must be string',
      came: '7',
      alike: 3,
    },
    {
      side: 'request',
      part: 'query',
      pointer: '/limit',
      rule: 'maximum',
      message: 'must be <= 100',
      came: '"<&\u0007"',
      alike: 0,
    },
  ],
};
const report: Report = {
  name: 'runcrate-contract-0123abcd',
  baseUrl: 'https://runcrate.ai/api/v1?a&b',
  inferenceUrl: 'https://api.runcrate.ai/v1',
  results: [passed, skipped, violated],
  leftovers: [{ thing: 'instance', name: 'a', id: 'b', costsMoney: true, seenIn: 'rc.instances.list()' }],
  notices: ['Something <new>.'],
  wasStopped: false,
};

test('the table shows status codes, verdicts and violations of each operation, one line per violation', () => {
  const { head, row } = createTable(['getBalance', 'listModels']);
  expect([head, ...report.results.map(row)].join('\n')).toBe(
    `
operation            status    request  response  violations
getBalance           200       ok       ok
createImage          –         –        –         not run: it is billed
listModels           429 200   no       no        2
  response body /data/0/id: type: must be string; received 7 (and 3 more)
  request query /limit: maximum: must be <= 100; received "<&\u0007"`.trimStart(),
  );
});

test('the summary has the counts and a warning for each leftover', () => {
  expect(summarize(report)).toBe(
    `
Note: Something <new>.
WARNING: The instance a with the id b may still exist and is billed until it is deleted: check \`rc.instances.list()\`.
1 calls match openapi.json, 1 with violations, 1 not run.`.trimStart(),
  );
});

test('the JUnit file is XML with a test case for each operation and each leftover', () => {
  const suites = readXml(junitXml(report));
  const counts = { tests: '4', failures: '2', errors: '0', skipped: '1', time: '0.036' };
  expect(suites).toMatchObject({ name: 'testsuites', attributes: counts });
  const [suite] = suites.children as [XmlElement];
  expect(suite).toMatchObject({ name: 'testsuite', attributes: { name: 'contract', ...counts } });
  const cases = suite.children.filter(({ name }) => name === 'testcase');
  expect(cases.map(({ attributes, children }) => [attributes['name'], children[0]?.name])).toEqual([
    ['getBalance', undefined],
    ['createImage', 'skipped'],
    ['listModels', 'failure'],
    ['left over: instance b', 'failure'],
  ]);
  expect(cases[2]?.children[0]?.text).toBe(
    'response body /data/0/id: type: must be string; received 7 (and 3 more)\nrequest query /limit: maximum: must be <= 100; received "<&\ufffd"',
  );
});

test('the command exits with 1 on a violation, prints JSON, writes JUnit XML, and never prints the key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'runcrate-contract-'));
  const junit = join(folder, 'contract.xml');
  // A server that returns the key.
  await using deployment = await startDeployment(driftOf('getBalance', set('/data/creditsBalance', TEST_API_KEY)));
  const options = ['--base-url', deployment.url, '--inference-url', deployment.url, '--junit', junit, '--json'];
  const command = [await compiled('contract/main.ts'), ...options];
  const { exitCode, output } = await runNode(command, root, { RUNCRATE_API_KEY: TEST_API_KEY });
  const { results } = JSON.parse(output) as Report;
  const xml = await readFile(junit, 'utf8');
  await rm(folder, { recursive: true });
  expect(exitCode).toBe(1);
  expect(results.find(({ name }) => name === 'getBalance')).toMatchObject({
    outcome: 'violated',
    violations: [{ pointer: '/data/creditsBalance', rule: 'type', came: '"rc_live_…"' }],
  });
  expect(readXml(xml).attributes['failures']).toBe('1');
  expect(output + xml).not.toContain(TEST_API_KEY);
});

test('a value that is truncated within the key contains no part of it', async () => {
  const drift = set('/data/creditsBalance', 'x'.repeat(70) + TEST_API_KEY);
  await using deployment = await startDeployment(driftOf('getBalance', drift));
  const report = await runOn(deployment.url, [], { only: ['getBalance'] });
  expect(linesOf(report, 'getBalance')).toMatchObject([expect.stringMatching(/xrc_live_…[^t]*$/)]);
});
