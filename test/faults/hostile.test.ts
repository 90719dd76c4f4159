import { expect, test } from 'vitest';
import { ApiError, RuncrateError } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { faultCalls, gridOf, streamCalls, type FaultCall } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { answer } from '../helpers/loopback-server.js';
import { clientOf } from './fault.js';

const server = useFaultServer();
useFastClock();

const polluted = '{"polluted":true}';
const nested = (open: string, close: string): string => open.repeat(10_000) + close.repeat(10_000);

/** JSON that no server should send. */
const texts: readonly (readonly [name: string, text: string])[] = [
  ['null', 'null'],
  ['a number', '1'],
  ['a string', '"text"'],
  ['false', 'false'],
  ['an empty array', '[]'],
  ['an array of null', '[null]'],
  ['an empty object', '{}'],
  ['data of null', '{"data":null}'],
  ['data of an array of null', '{"data":[null]}'],
  ['data of a number', '{"data":1}'],
  ['choices of the wrong type', '{"choices":{"length":1},"usage":"much","data":"text"}'],
  ['__proto__', `{"__proto__":${polluted},"data":{"__proto__":${polluted}},"choices":[{"__proto__":${polluted}}]}`],
  ['an array with __proto__', `{"data":[{"__proto__":${polluted},"id":"a"}],"meta":{"__proto__":${polluted}}}`],
  ['constructor', `{"constructor":{"prototype":${polluted}},"data":{"constructor":{"prototype":${polluted}}}}`],
  ['toString and valueOf', '{"toString":1,"valueOf":2,"data":{"toString":null,"hasOwnProperty":1}}'],
  ['toJSON and then', '{"toJSON":1,"then":{"then":1},"data":{"toJSON":"a","then":"b"}}'],
  ['10,000 nested arrays', nested('[', ']')],
  ['10,000 nested objects', `${'{"data":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['data of 10,000 levels', `{"data":${nested('[', ']')},"choices":${nested('[', ']')}}`],
  ['1e400', '{"data":{"id":"a","total":1e400},"created":1e400,"choices":[{"index":1e400}],"meta":{"total":1e400}}'],
  ['duplicate keys', '{"data":1,"data":{"id":"a","id":"b"},"id":"a","id":"b"}'],
  ['lone surrogates', '{"data":{"id":"\\ud800","\\udc00":"\\ud800"},"id":"\\udfff"}'],
  ['a byte order mark', '\ufeff{"data":{"id":"a"}}'],
  ['meta of the wrong type', '{"data":[{"id":"a"}],"meta":{"hasMore":"yes","total":"many","cursor":{}}}'],
  [
    'an error of the wrong type',
    '{"error":{"message":{"toString":1},"code":[[]],"type":{},"details":{"__proto__":1}},"data":{}}',
  ],
  [
    'issues of the wrong type',
    '{"detail":[null,{"loc":{"toString":1},"msg":{"toString":1,"valueOf":1}},{"loc":[{"toString":1}]}]}',
  ],
  ['a deeply nested error', `{"error":{"message":"no","details":${nested('[', ']')}}}`],
];
const answers = texts.map(([name, text]) => ({ name, text }));

/** A result, or an error of the SDK that can be logged; and no prototype is changed. */
async function settle(subject: FaultCall): Promise<unknown> {
  const [outcome] = await Promise.allSettled([subject.call(clientOf(server.url, { maxRetries: 0 }))]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  if (outcome.status === 'fulfilled') return outcome.value;
  expect(outcome.reason).toBeInstanceOf(RuncrateError);
  expect(JSON.stringify(outcome.reason)).toContain('"name"');
  return outcome.reason;
}

test.each(gridOf(faultCalls, answers))('%s survives %s', async (_, __, { text }, subject) => {
  server.play(() => answer({ headers: { 'content-type': 'application/json' }, body: text }));
  const found = await settle(subject);
  // There was a response, so its error is not one of the connection.
  if (found instanceof Error) expect(found.name).toBe('InvalidResponseError');
});

test.each(gridOf(faultCalls, answers))('%s survives an error of %s', async (_, __, { text }, subject) => {
  server.play(() => answer({ status: 422, headers: { 'content-type': 'application/json' }, body: text }));
  const error = await settle(subject);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ statusCode: 422 });
});

test.each(gridOf(streamCalls, answers))('%s survives an event of %s', async (_, __, { text }, subject) => {
  const body = `data: ${text}\n\ndata: [DONE]\n\n`;
  server.play(() => answer({ headers: { 'content-type': 'text/event-stream' }, body }));
  const found = await settle(subject);
  // An event without a choice is no completion, whatever follows it.
  if (found instanceof Error) {
    expect(['InvalidResponseError', 'ApiError', 'StreamTruncatedError']).toContain(found.name);
  }
});

const types = [
  'application/json; charset=utf-8',
  'APPLICATION/JSON;CHARSET="UTF-8"',
  'application/json; charset=iso-8859-1',
  'application/vnd.runcrate+json; version=1',
  'application/problem+json',
].map((type) => ({ name: type, type }));
const withJson = faultCalls.filter(({ example }) => example.response.contentType === 'application/json');

test.each(gridOf(withJson, types))('%s reads its response as %s', async (_, __, { type }, subject) => {
  const { status, body } = subject.example.response;
  const marked = JSON.parse(JSON.stringify(body).replace(/"id":"[^"]*"/, '"id":"caf\\u00e9 \\u2615"')) as unknown;
  const text = JSON.stringify(marked);
  // Bytes in the charset of the type: ISO 8859-1 has no ☕, so such servers escape what is not ASCII.
  const sent = type.includes('8859') ? text.replace(/[^ -~]/g, escaped) : text;
  server.play(() => answer({ status, headers: { 'content-type': type }, body: Buffer.from(sent) }));
  const plain = await subject.call(clientOf(server.url));
  expect(JSON.stringify(plain).includes('café ☕')).toBe(JSON.stringify(marked).includes('café ☕'));
});

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const megabytes50 = 50 * 1024 * 1024;
/** As bytes, since a string of them would be encoded for each of the two. */
const long = Buffer.alloc(megabytes50, 'x');

test('a response of 50 MB is read', async () => {
  const body = Buffer.concat([Buffer.from('{"data":[{"id":"a","name":"'), long, Buffer.from('"}]}')]);
  server.play(() => answer({ headers: { 'content-type': 'application/json' }, body }));
  const [first] = await clientOf(server.url).instances.list();
  expect(first?.name).toHaveLength(megabytes50);
});

test('an error body of 50 MB is truncated', async () => {
  server.play(() => answer({ status: 400, body: long }));
  const error = await clientOf(server.url)
    .instances.list()
    .catch((reason: unknown) => reason as ApiError);
  expect(error).toMatchObject({ statusCode: 400, message: expect.stringMatching(/^x{2048}…$/) as unknown });
});
