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

/** A deployment in which one operation has drifted, and the violations that the run reports. */
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
    finds: [
      'response body /data/creditsBalance: required: must be present; received nothing',
      'response body /data/balance',
    ],
  },
  {
    title: 'an optional field under a new name',
    id: 'listInstanceTypes',
    change: rename('/data/0/cpu_cores', 'vcpus'),
    finds: [
      'response body /data/0/vcpus: unlisted: must be a field of openapi.json; missing next to it: "cpu_cores"; received 16',
    ],
  },
  {
    title: 'an optional field in the other spelling',
    id: 'listInstanceTypes',
    change: rename('/data/0/memory_gb', 'memoryGb'),
    finds: ['response body /data/0/memoryGb: unlisted'],
  },
  {
    title: 'a wrong type',
    id: 'listTransactions',
    change: set('/data/1/amount', '-0.70'),
    finds: ['response body /data/1/amount: type: must be number; received "-0.70"'],
  },
  {
    title: 'a missing envelope of an object',
    id: 'getUsage',
    change: unwrap,
    finds: ['response body /data: required: must be present; received nothing', 'response sdk: InvalidResponseError'],
  },
  {
    title: 'a missing envelope of a list',
    id: 'listSshKeys',
    change: unwrap,
    finds: ['response body: type: must be object; received []', 'response sdk: InvalidResponseError'],
  },
  {
    title: 'an undocumented success',
    id: 'listStorageRegions',
    change: (documented) => ({ ...documented, status: 203 }),
    finds: ['response status: must be one of those in openapi.json: 200, 401, 403, 429, 500; received 203'],
  },
  {
    title: 'an undocumented error',
    id: 'listTemplates',
    change: () => ({ status: 418, body: { error: { message: 'A teapot.' } } }),
    finds: ['response status: must be one of those in openapi.json: 200, 400, 401, 403, 429, 500; received 418'],
  },
  {
    title: 'a documented error instead of a success',
    id: 'listModels',
    change: () => ({ status: 403, body: { error: { message: 'Not for you.', code: 'forbidden' } } }),
    finds: ['response status: success: must be a success for this call; error message: Not for you.; received 403'],
  },
  {
    title: 'an error of another shape',
    id: 'listEnvironments',
    change: () => ({ status: 403, body: { detail: 'Not for you.' } }),
    finds: ['response body /error: required: must be present; received nothing'],
  },
  {
    title: 'a missing required field',
    id: 'listTransactions',
    change: drop('/data/2/type'),
    finds: ['response body /data/2/type: required: must be present; received nothing'],
  },
  {
    title: 'an unexpected null',
    id: 'listModels',
    change: set('/data/1/id', null),
    finds: ['response body /data/1/id: type: must be string; received null'],
  },
  {
    title: 'an unknown value of a closed enum',
    id: 'listTransactions',
    change: set('/data/0/type', 'gift'),
    finds: ['response body /data/0/type: enum'],
  },
  {
    title: 'a timestamp of another format',
    id: 'listTemplates',
    change: set('/data/0/created_at', 'yesterday'),
    finds: ['response body /data/0/created_at: format: must match format "date-time"; received "yesterday"'],
  },
  {
    title: 'a wrong content type',
    id: 'getUsage',
    change: (documented) => ({ ...documented, headers: { 'content-type': 'text/html' } }),
    finds: ['response header /content-type: content-type: must be application/json; received "text/html"'],
  },
  {
    title: 'an invalid content type',
    id: 'getUsage',
    change: (documented) => ({ ...documented, headers: { 'content-type': 'json' } }),
    finds: ['response header /content-type: content-type'],
  },
  {
    title: 'no content type',
    id: 'getBalance',
    change: ({ body }) => ({ body: JSON.stringify(body) }),
    finds: ['response header /content-type: content-type: must be application/json; received nothing'],
  },
  {
    title: 'a body that is not JSON',
    id: 'getBalance',
    change: () => ({ headers: { 'content-type': 'application/json' }, body: '{"data":' }),
    finds: ['response body: json: must be JSON', 'response sdk: InvalidResponseError'],
  },
  {
    title: 'a body that ends early',
    id: 'getUsage',
    change: (documented) => cutInBody(documented, 20),
    finds: ['response body: json: must be JSON', 'response sdk: ConnectionError'],
  },
  {
    title: 'an image instead of a video',
    id: 'downloadVideo',
    change: () => ({ headers: { 'content-type': 'image/png' }, body: 'bytes' }),
    finds: ['response header /content-type: content-type: must be video/mp4; received "image/png"'],
  },
  {
    title: 'a header of another type',
    id: 'listModels',
    change: () => ({
      status: 429,
      headers: { 'x-ratelimit-limit': 'many' },
      body: { error: { message: 'Too many.' } },
    }),
    finds: ['response header /x-ratelimit-limit: type: must be integer; received "many"'],
  },
];

test.each(rows)('$title is reported with its pointer', async ({ id, change, finds }) => {
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
  ['an error event', `data: {"error":{"message":"The model is gone."}}\n\n${documentedStream}`, '/0/choices: required'],
  ['no [DONE]', documentedStream.replace('data: [DONE]\n\n', ''), ': end'],
])('a stream with %s is reported with the index of the event', async (_, transcript, expected) => {
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

test('a rule that all items of a list violate is reported once, with the number of the others', async () => {
  await using deployment = await startDeployment(
    driftOf('listTransactions', (documented) =>
      [0, 1, 2].reduce((answer, index) => set(`/data/${index}/amount`, null)(answer), documented),
    ),
  );
  const report = await runOn(deployment.url, [], { only: ['listTransactions'] });
  expect(linesOf(report, 'listTransactions')).toEqual([
    'response body /data/0/amount: type: must be number; received null (and 2 more)',
  ]);
});

test('a new field is a note, not a violation', async () => {
  await using deployment = await startDeployment(
    driftOf('listInstanceTypes', (documented) =>
      set('/data/0/spot', true)(set('/data/0/deployment_type', 'vm')(documented)),
    ),
  );
  const report = await runOn(deployment.url, [], { only: ['listInstanceTypes'] });
  expect(resultOf(report, 'listInstanceTypes').outcome).toBe('passed');
  expect(report.notices).toEqual([
    'The response of listInstanceTypes has a field that openapi.json does not list: /data/*/spot',
  ]);
});

test('both spellings of the fields of a volume match openapi.json', async () => {
  await using deployment = await startDeployment(driftOf('getStorageVolume', rename('/data/size_gb', 'sizeGb')));
  const report = await runOn(deployment.url, ['spend'], { only: ['getStorageVolume'] });
  expect(violationsOf(report)).toEqual([]);
});

test('a redirect that the SDK does not follow is a violation', async () => {
  const redirect = (): Answer => ({ status: 307, headers: { location: 'https://example.com/' } });
  await using deployment = await startDeployment(driftOf('getBalance', redirect));
  const report = await runOn(deployment.url, [], { only: ['getBalance'] });
  expect(violationsOf(report)).toEqual([
    'getBalance: answer status : status',
    'getBalance: answer sdk : InvalidResponseError',
  ]);
});

test('a redirect that the SDK follows is a note, and the response of its target is validated', async () => {
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

test('an unreachable deployment is a violation of every operation, with the error of the SDK', async () => {
  const report = await runOn('http://127.0.0.1:1', [], { only: ['getBalance'] });
  expect(resultOf(report, 'getBalance')).toMatchObject({ outcome: 'violated', statuses: [] });
  expect(linesOf(report, 'getBalance')).toEqual([expect.stringMatching(/^response sdk: ConnectionError: GET /)]);
});

/** The documented response, and its media type written in another way (RFC 9110, section 8.3.1). */
const spelled = new Map<OperationId, string>([
  ['getBalance', 'Application/JSON'],
  ['getUsage', 'APPLICATION/JSON; Charset=UTF-8'],
  ['listModels', 'application/json;charset="Utf-8"'],
  ['listTransactions', 'Application/Vnd.Example+JSON'],
  ['listTemplates', 'application/JSON ;  CHARSET=utf-8'],
]);

test('a media type and its parameters are read without regard to case', async () => {
  await using deployment = await startDeployment(({ id, answer }) => spell(answer, spelled.get(id)));
  const called = [...spelled.keys()];
  const report = await runOn(deployment.url, [], { only: called });
  expect(Object.fromEntries(called.map((id) => [spelled.get(id), linesOf(report, id)]))).toEqual(
    Object.fromEntries([...spelled.values()].map((type) => [type, []])),
  );
  for (const id of called) expect(resultOf(report, id).outcome).toBe('passed');
});

test.each<[OperationId, string, string]>([
  ['createChatCompletion', 'Text/Event-Stream; Charset=UTF-8', 'createChatCompletion (stream)'],
  ['downloadVideo', 'Video/MP4', 'downloadVideo'],
])('a response of %s as %s matches openapi.json', async (operation, type, name) => {
  await using deployment = await startDeployment(({ answer }) =>
    answer.headers?.['content-type'] === type.toLowerCase().split(';')[0] ? spell(answer, type) : answer,
  );
  const report = await runOn(deployment.url, ['spend'], { only: [operation] });
  expect(linesOf(report, name)).toEqual([]);
  expect(resultOf(report, name).outcome).toBe('passed');
});

test('a wrong type in a body of another spelling is reported with its pointer', async () => {
  await using deployment = await startDeployment(({ answer }) =>
    spell({ ...answer, body: { data: { creditsBalance: 'much' } } }, 'Application/JSON'),
  );
  const report = await runOn(deployment.url, [], { only: ['getBalance'] });
  expect(linesOf(report, 'getBalance')).toContainEqual(
    expect.stringContaining('response body /data/creditsBalance: type: must be number; received "much"'),
  );
});

const ids = Object.keys(cases) as OperationId[];
const jsonIds = ids.filter((id) => typeof (cases[id] as Case).response.body === 'object');

test.each(jsonIds)('an invalid response of %s is reported, so its schema compiles', async (id) => {
  const { status } = cases[id].response;
  const headers = { 'content-type': 'application/json' };
  const { violations } = validateAnswer(await prism, id, { status, headers, text: '"bad"' });
  expect(violations).toContainEqual(expect.objectContaining({ part: 'body', pointer: '', rule: 'type' }));
});

const idsWithBody = ids.filter((id) => (cases[id] as Case).request.body !== undefined);

test.each(idsWithBody)('an invalid request of %s is reported, so its schema compiles', async (id) => {
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

test('an invalid query parameter is reported with its name', async () => {
  const url = new URL('http://localhost/billing/transactions?limit=many');
  const exchange = { method: 'GET', url, headers: {}, body: undefined };
  const [violation] = validateRequest(await prism, 'listTransactions', '/billing/transactions', exchange);
  expect(violation).toMatchObject({ part: 'query', pointer: '/limit', rule: 'type', came: '"many"' });
});

const prism = loadPrism();

function spell(answer: Answer, type: string | undefined): Answer {
  if (type === undefined) return answer;
  const isJson = typeof answer.body === 'object' && !(answer.body instanceof Uint8Array);
  const body = isJson ? JSON.stringify(answer.body) : answer.body;
  return { ...answer, headers: { ...answer.headers, 'content-type': type }, body };
}
