import { expect, test } from 'vitest';
import { cases, type Case, operationsById, type OperationId } from '../../generated/cases.js';
import { loadPrism } from '../../contract/prism.js';
import { validateAnswer, validateRequest } from '../../contract/validate.js';
import { linesOf, resultOf, runOn, violationsOf } from '../helpers/contract-run.js';
import { startDeployment } from '../helpers/deployment.js';
import { driftOf, drop, rename, set, unwrap, type Change } from '../helpers/drift.js';
import { respondAsDocumented } from '../helpers/observed-client.js';
import { observedFetch } from '../helpers/observed-fetch.js';
import { cutInBody, type Answer } from '../helpers/loopback-server.js';

/** A deployment in which one operation has drifted, and what the run says of it. */
interface Row {
  readonly title: string;
  readonly id: OperationId;
  readonly change: Change;
  readonly finds: readonly string[];
}

const rows: readonly Row[] = [
  {
    title: 'a required field under a new name',
    id: 'getBalance',
    change: rename('/data/creditsBalance', 'balance'),
    finds: ['answer body /data/creditsBalance: required: must be there; came nothing', 'answer body /data/balance'],
  },
  {
    title: 'an optional field under a new name',
    id: 'listInstanceTypes',
    change: rename('/data/0/cpu_cores', 'vcpus'),
    finds: [
      'answer body /data/0/vcpus: unlisted: must be a field of openapi.json; missing beside it: "cpu_cores"; came 16',
    ],
  },
  {
    title: 'an optional field in the other spelling',
    id: 'listInstanceTypes',
    change: rename('/data/0/memory_gb', 'memoryGb'),
    finds: ['answer body /data/0/memoryGb: unlisted'],
  },
  {
    title: 'a wrong type',
    id: 'listTransactions',
    change: set('/data/1/amount', '-0.70'),
    finds: ['answer body /data/1/amount: type: must be number; came "-0.70"'],
  },
  {
    title: 'a missing envelope of an object',
    id: 'getUsage',
    change: unwrap,
    finds: ['answer body /data: required: must be there; came nothing', 'answer sdk: InvalidResponseError'],
  },
  {
    title: 'a missing envelope of a list',
    id: 'listSshKeys',
    change: unwrap,
    finds: ['answer body: type: must be object; came []', 'answer sdk: InvalidResponseError'],
  },
  {
    title: 'an undocumented success',
    id: 'listStorageRegions',
    change: (documented) => ({ ...documented, status: 203 }),
    finds: ['answer status: must be one that openapi.json has: 200, 401, 403, 429, 500; came 203'],
  },
  {
    title: 'an undocumented error',
    id: 'listTemplates',
    change: () => ({ status: 418, body: { error: { message: 'A teapot.' } } }),
    finds: ['answer status: must be one that openapi.json has: 200, 400, 401, 403, 429, 500; came 418'],
  },
  {
    title: 'a documented error where a success was due',
    id: 'listModels',
    change: () => ({ status: 403, body: { error: { message: 'Not for you.', code: 'forbidden' } } }),
    finds: ['answer status: success: must be a success for this call; the server says: Not for you.; came 403'],
  },
  {
    title: 'an error of another form',
    id: 'listEnvironments',
    change: () => ({ status: 403, body: { detail: 'Not for you.' } }),
    finds: ['answer body /error: required: must be there; came nothing'],
  },
  {
    title: 'a missing required field',
    id: 'listTransactions',
    change: drop('/data/2/type'),
    finds: ['answer body /data/2/type: required: must be there; came nothing'],
  },
  {
    title: 'an unexpected null',
    id: 'listModels',
    change: set('/data/1/id', null),
    finds: ['answer body /data/1/id: type: must be string; came null'],
  },
  {
    title: 'an unknown value of a closed list',
    id: 'listTransactions',
    change: set('/data/0/type', 'gift'),
    finds: ['answer body /data/0/type: enum'],
  },
  {
    title: 'a time of another format',
    id: 'listTemplates',
    change: set('/data/0/created_at', 'yesterday'),
    finds: ['answer body /data/0/created_at: format: must match format "date-time"; came "yesterday"'],
  },
  {
    title: 'a wrong content type',
    id: 'getUsage',
    change: (documented) => ({ ...documented, headers: { 'content-type': 'text/html' } }),
    finds: ['answer header /content-type: content-type: must be application/json; came "text/html"'],
  },
  {
    title: 'a content type that is none',
    id: 'getUsage',
    change: (documented) => ({ ...documented, headers: { 'content-type': 'json' } }),
    finds: ['answer header /content-type: content-type'],
  },
  {
    title: 'no content type',
    id: 'getBalance',
    change: ({ body }) => ({ body: JSON.stringify(body) }),
    finds: ['answer header /content-type: content-type: must be application/json; came nothing'],
  },
  {
    title: 'a body that is no JSON',
    id: 'getBalance',
    change: () => ({ headers: { 'content-type': 'application/json' }, body: '{"data":' }),
    finds: ['answer body: json: must be JSON', 'answer sdk: InvalidResponseError'],
  },
  {
    title: 'a body that ends half-way',
    id: 'getUsage',
    change: (documented) => cutInBody(documented, 20),
    finds: ['answer body: json: must be JSON', 'answer sdk: ConnectionError'],
  },
  {
    title: 'a picture where a video was due',
    id: 'downloadVideo',
    change: () => ({ headers: { 'content-type': 'image/png' }, body: 'bytes' }),
    finds: ['answer header /content-type: content-type: must be video/mp4; came "image/png"'],
  },
  {
    title: 'a header of another type',
    id: 'listModels',
    change: () => ({
      status: 429,
      headers: { 'x-ratelimit-limit': 'many' },
      body: { error: { message: 'Too many.' } },
    }),
    finds: ['answer header /x-ratelimit-limit: type: must be integer; came "many"'],
  },
];

test.each(rows)('$title is found and named by its pointer', async ({ id, change, finds }) => {
  await using deployment = await startDeployment(driftOf(id, change));
  const report = await runOn(deployment.url, ['spend'], { only: [id] });
  expect(resultOf(report, id).outcome).toBe('violated');
  const lines = linesOf(report, id);
  for (const expected of finds) expect(lines).toContainEqual(expect.stringContaining(expected));
  expect(report.results.filter(({ outcome }) => outcome === 'violated').map(({ name }) => name)).toEqual([id]);
});

const documentedStream = cases.createChatCompletion.stream.transcript;

test.each([
  ['broken JSON', documentedStream.replace('{"id"', '{"id'), '/0: json'],
  [
    'a field of another type',
    documentedStream.replace('"content":"The café"', '"content":5'),
    '/2/choices/0/delta/content: type',
  ],
  ['a missing field', documentedStream.replaceAll('"delta":{},', ''), '/5/choices/0/delta: required'],
  [
    'an error inside',
    `data: {"error":{"message":"The model is gone."}}\n\n${documentedStream}`,
    '/0/choices: required',
  ],
  ['no [DONE]', documentedStream.replace('data: [DONE]\n\n', ''), ': end'],
])('a stream with %s is found and the event is named', async (_, transcript, expected) => {
  await using deployment = await startDeployment(
    driftOf('createChatCompletion', (documented) =>
      documented.headers?.['content-type'] === 'text/event-stream' ? { ...documented, body: transcript } : documented,
    ),
  );
  const report = await runOn(deployment.url, ['spend'], { only: ['createChatCompletion'] });
  expect(violationsOf(report)).toContainEqual(
    expect.stringContaining(`createChatCompletion (stream): answer events ${expected}`),
  );
  expect(resultOf(report, 'createChatCompletion').outcome).toBe('passed');
});

test('one rule that all items of a list break is told once, with their number', async () => {
  await using deployment = await startDeployment(
    driftOf('listTransactions', (documented) =>
      [0, 1, 2].reduce((answer, index) => set(`/data/${index}/amount`, null)(answer), documented),
    ),
  );
  const report = await runOn(deployment.url, [], { only: ['listTransactions'] });
  expect(linesOf(report, 'listTransactions')).toEqual([
    'answer body /data/0/amount: type: must be number; came null (and 2 alike)',
  ]);
});

test('a field that is only new is a note and no violation', async () => {
  await using deployment = await startDeployment(
    driftOf('listInstanceTypes', (documented) =>
      set('/data/0/spot', true)(set('/data/0/deployment_type', 'vm')(documented)),
    ),
  );
  const report = await runOn(deployment.url, [], { only: ['listInstanceTypes'] });
  expect(resultOf(report, 'listInstanceTypes').outcome).toBe('passed');
  expect(report.notices).toEqual([
    'listInstanceTypes answers with a field that openapi.json does not list: /data/*/spot',
  ]);
});

test('both spellings of the fields of a volume are as openapi.json says', async () => {
  await using deployment = await startDeployment(driftOf('getStorageVolume', rename('/data/size_gb', 'sizeGb')));
  const report = await runOn(deployment.url, ['spend'], { only: ['getStorageVolume'] });
  expect(violationsOf(report)).toEqual([]);
});

test('a redirect that the SDK refuses is a violation', async () => {
  const redirect = (): Answer => ({ status: 307, headers: { location: 'https://example.com/' } });
  await using deployment = await startDeployment(driftOf('getBalance', redirect));
  const report = await runOn(deployment.url, [], { only: ['getBalance'] });
  expect(violationsOf(report)).toEqual([
    'getBalance: answer status : status',
    'getBalance: answer sdk : InvalidResponseError',
  ]);
});

test('a redirect that the SDK follows is a note, and the answer behind it is judged', async () => {
  const { fetch } = observedFetch((request) => {
    if (request.url.host === 'www.deployment.test') return respondAsDocumented(request);
    const location = request.url.href.replace('deployment.test', 'www.deployment.test');
    return new Response(null, { status: 308, headers: { location } });
  });
  const report = await runOn('https://deployment.test', [], { only: ['getBalance'], client: { fetch } });
  expect(resultOf(report, 'getBalance')).toMatchObject({ outcome: 'passed', statuses: [308, 200] });
  expect(report.notices).toEqual([
    'getBalance was redirected from https://deployment.test to https://www.deployment.test, and the SDK followed.',
  ]);
});

test('a deployment that is not there is a violation of every operation, in the words of the SDK', async () => {
  const report = await runOn('http://127.0.0.1:1', [], { only: ['getBalance'] });
  expect(resultOf(report, 'getBalance')).toMatchObject({ outcome: 'violated', statuses: [] });
  expect(linesOf(report, 'getBalance')).toEqual([expect.stringMatching(/^answer sdk: ConnectionError: GET /)]);
});

const ids = Object.keys(cases) as OperationId[];
const jsonIds = ids.filter((id) => typeof (cases[id] as Case).response.body === 'object');

test.each(jsonIds)('a bad answer of %s is found: its schema does compile', async (id) => {
  const { status } = cases[id].response;
  const headers = { 'content-type': 'application/json' };
  const { violations } = validateAnswer(await prism, id, { status, headers, text: '"bad"' });
  expect(violations).toContainEqual(expect.objectContaining({ part: 'body', pointer: '', rule: 'type' }));
});

const idsWithBody = ids.filter((id) => (cases[id] as Case).request.body !== undefined);

test.each(idsWithBody)('a bad request of %s is found: its schema does compile', async (id) => {
  const { path, method } = cases[id].request;
  const isForm = 'body' in operationsById[id] && operationsById[id].body.content === 'multipart/form-data';
  const headers = isForm
    ? { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '5' }
    : { 'content-type': 'application/json', 'content-length': '2' };
  const body = isForm ? '--x--' : '[]';
  const url = new URL(path, 'http://localhost');
  const violations = validateRequest(await prism, id, path, { method, url, headers, body });
  expect(violations).toContainEqual(expect.objectContaining({ side: 'request', part: 'body' }));
});

test('a bad query is found and named by its parameter', async () => {
  const url = new URL('http://localhost/billing/transactions?limit=many');
  const exchange = { method: 'GET', url, headers: {}, body: undefined };
  const [violation] = validateRequest(await prism, 'listTransactions', '/billing/transactions', exchange);
  expect(violation).toMatchObject({ part: 'query', pointer: '/limit', rule: 'type', came: '"many"' });
});

const prism = loadPrism();
