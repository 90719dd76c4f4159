import { expect, test } from 'vitest';
import { InternalServerError, InvalidResponseError, NotFoundError, RateLimitError } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { faultCalls, gridOf, streamCalls } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { answer, stallInBody, type Answer } from '../helpers/loopback-server.js';
import {
  always,
  clientOf,
  ignoresBody,
  lost,
  needsNoBody,
  notAgain,
  notOnce,
  playFault,
  unreadable,
  type Fault,
} from './fault.js';

const bench = { server: useFaultServer(), clock: useFastClock() };

const page = { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<!doctype html><h1>Bad gateway</h1>' };
const longPage = { ...page, body: page.body.padEnd(20_000, '<p>more</p>') };
const own = { error: { code: 'internal_error', message: 'Try later.' } };
const inMs = (ms: number): string => new Date(Date.now() + ms).toUTCString();

/** A 429, by the value of its Retry-After. */
const limited = (name: string, retryAfter: string | undefined, more: Partial<Fault> = {}): Fault => ({
  name: `a 429 with Retry-After ${name}`,
  reply: answer({
    status: 429,
    headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
    body: { error: { message: 'Slow down.' } },
  }),
  cells: always,
  error: RateLimitError,
  message: /^Slow down\.$/,
  ...more,
});

const failed = (status: number, content: Answer, cells: Fault['cells'], message: RegExp): Fault => ({
  name: `a ${status} with ${Object.keys(content.headers ?? {}).join() || 'JSON'}`,
  reply: answer({ status, ...content }),
  cells,
  error: InternalServerError,
  message,
  fields: { statusCode: status },
});

const misread = (name: string, content: Answer, message: RegExp, more: Partial<Fault> = {}): Fault => ({
  name: `a ${content.status ?? 200} ${name}`,
  reply: answer(content),
  cells: unreadable,
  error: InvalidResponseError,
  message,
  fields: { statusCode: content.status ?? 200, attempts: [{ status: content.status ?? 200 }] },
  ...more,
});

const seconds = (...waits: readonly number[]) => waits.map((wait) => [wait * 1000, wait * 1000] as const);

const statuses: readonly Fault[] = [
  limited('in seconds', '2', { waits: seconds(0, 2, 2, 2), fields: { retryAfter: 2 } }),
  limited('of 0', '0', { waits: seconds(0, 0, 0, 0) }),
  // As it is when the response is sent.
  limited('as a date', undefined, {
    reply: (...given) => answer({ status: 429, headers: { 'retry-after': inMs(10_000) }, body: {} })(...given),
    message: /^429 Too Many Requests/,
    waits: [
      [0, 0],
      // Beside the `Date` of the response, which may be more than a second old.
      [5000, 12_000],
      [5000, 12_000],
      [5000, 12_000],
    ],
  }),
  limited('as a date in an hour', inMs(3_600_000), { cells: notAgain }),
  limited('as a date that is past', inMs(-60_000)),
  limited('left out', undefined, { fields: { retryAfter: undefined } }),
  limited('of an hour', '3600', { cells: notAgain, fields: { retryAfter: 3600 } }),
  limited('that is negative', '-5'),
  limited('that is invalid', 'soon'),
  limited('that is infinite', '9'.repeat(400), { cells: notAgain }),
  ...[500, 502, 503].map((status) => failed(status, page, notOnce, new RegExp(`^${status} .* \\([A-Z]+ /`))),
  failed(504, page, lost, /^504 .* \([A-Z]+ \//),
  failed(500, { body: own }, notOnce, /^Try later\.$/),
  failed(503, { body: own }, always, /^Try later\.$/),
  { ...failed(503, { headers: { 'retry-after': '2' }, body: '' }, always, /^503 /), waits: seconds(0, 2, 2, 2) },
  failed(501, { body: own }, notAgain, /^Try later\.$/),
  {
    ...failed(502, longPage, notOnce, /^502 Bad Gateway \([A-Z]+ \/\S+\)$/),
    name: 'an error of 20 kB of HTML',
  },
  {
    ...failed(404, longPage, notAgain, /^404 Not Found \([A-Z]+ \/\S+\)$/),
    error: NotFoundError,
    fields: { hint: expect.stringContaining('The response is an HTML page') as unknown },
  },
];

const misreadings: readonly Fault[] = [
  misread('with an HTML page', page, /returned 200 with (an HTML page|text\/html)/),
  misread(
    'with broken JSON',
    { headers: { 'content-type': 'application/json' }, body: '{"data": {"id": "a"' },
    /returned 200 (but the response body was cut short|with application\/json where a file was expected)/,
    { spares: ignoresBody },
  ),
  misread('without a body', { body: '' }, /returned 200 without a body where (JSON|a file) was expected/, {
    spares: needsNoBody,
  }),
  misread(
    'with an error in it',
    { body: { error: { message: 'Overloaded.' } } },
    /returned 200 with (an error: Overloaded\.|application\/json where a file was expected)/,
    { spares: ignoresBody },
  ),
  {
    ...misread('without content', { status: 204 }, /returned 204 without a body where (JSON|a file) was expected/),
    reply: (_, response) => void response.writeHead(204).end(),
    spares: needsNoBody,
  },
];

const grid = [...gridOf([...faultCalls, ...streamCalls], statuses), ...gridOf(faultCalls, misreadings)];

test.each(grid)('%s handles %s', (_, __, fault, subject) => playFault(bench, fault, subject));

const unread = faultCalls.filter(({ operation }) => ['bytes', 'nothing'].includes(operation.answer.as));
const endless = [{ name: 'an HTML page that never ends' }];

test.each(gridOf(unread, endless))(
  '%s rejects %s by its headers, and closes the connection',
  async (_, __, ___, { call }) => {
    const requests = bench.server.play(() => stallInBody(longPage, 10));
    await expect(call(clientOf(bench.server.url))).rejects.toBeInstanceOf(InvalidResponseError);
    // This hangs if a connection is left open.
    await Promise.all(requests.map(({ closed }) => closed));
    expect([requests.length, bench.clock.pending()]).toEqual([1, []]);
  },
);
