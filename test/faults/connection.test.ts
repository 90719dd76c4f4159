import { expect, test } from 'vitest';
import { ConnectionError, TimeoutError } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { faultCalls, gridOf, streamCalls } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import {
  answer,
  cutAfterHeaders,
  cutBeforeAnswer,
  cutInBody,
  loopbackServer,
  sendRaw,
  stallBeforeHeaders,
  stallInBody,
} from '../helpers/loopback-server.js';
import { ignoresBody, lost, never, notPaid, playFault, type Fault } from './fault.js';

const bench = { server: useFaultServer(), clock: useFastClock() };

/** A content type whose body every operation reads. */
const bytes = { headers: { 'content-type': 'application/octet-stream' }, body: 'film' };

/** The URL of a port that is no longer open. */
async function closedUrl(): Promise<string> {
  const server = await loopbackServer([]);
  await server.close();
  return server.url;
}
const refusing = await closedUrl();
/** A lookup is slow, so all tests share one. */
const nameNotFound = (await rejectionOf(fetch('http://nobody.invalid'))) as Error;

const opening: readonly Fault[] = [
  {
    name: 'a refused connection',
    reply: answer(),
    url: () => refusing,
    cells: never,
    error: ConnectionError,
    message: /could not connect to https?:\/\/\S+ \(ECONNREFUSED\)/,
  },
  {
    name: 'a host name that is not found',
    reply: answer(),
    fetch: () => Promise.reject(nameNotFound),
    cells: never,
    error: ConnectionError,
    message: /could not connect to https?:\/\/\S+ \((ENOTFOUND|EAI_AGAIN)\)/,
  },
  {
    name: 'a server that does not speak TLS',
    reply: answer(),
    url: (url) => url.replace('http:', 'https:'),
    cells: never,
    error: ConnectionError,
    message: /could not connect to https?:\/\/\S+ \(\w+\)/,
  },
  {
    name: 'a port that fetch blocks',
    reply: answer(),
    url: () => 'http://127.0.0.1:1',
    cells: never,
    error: ConnectionError,
    message: /could not connect to http/,
  },
  {
    name: 'a lost connection before any byte of the response',
    reply: cutBeforeAnswer(),
    cells: lost,
    error: ConnectionError,
    message: /lost its connection before a response \(UND_ERR_SOCKET\)/,
  },
  {
    name: 'a response that is not HTTP',
    reply: sendRaw('what?\r\n\r\n'),
    cells: lost,
    error: ConnectionError,
    message: /lost its connection before a response \(HPE_/,
  },
  {
    name: 'a stall before the headers',
    reply: stallBeforeHeaders(),
    expires: 'accepted',
    cells: notPaid,
    error: TimeoutError,
    message: /took longer than its timeout of (30|120) s/,
  },
];

const reading: readonly Fault[] = [
  {
    name: 'a lost connection after the headers',
    reply: cutAfterHeaders(bytes),
    cells: notPaid,
    spares: ignoresBody,
    error: ConnectionError,
    message: /lost its connection before the response was complete/,
  },
  {
    name: 'a lost connection in the body',
    reply: cutInBody(bytes, 2),
    cells: notPaid,
    spares: ignoresBody,
    error: ConnectionError,
    message: /lost its connection before the response was complete/,
  },
  {
    name: 'a stall after the headers',
    reply: stallInBody(bytes),
    expires: 'headers',
    cells: notPaid,
    spares: ignoresBody,
    error: TimeoutError,
    message: /took longer than its timeout of (30|120) s/,
  },
  {
    name: 'a stall in the body',
    reply: stallInBody(bytes, 2),
    expires: 'headers',
    cells: notPaid,
    spares: ignoresBody,
    error: TimeoutError,
    message: /took longer than its timeout of (30|120) s/,
  },
];

const grid = [...gridOf([...faultCalls, ...streamCalls], opening), ...gridOf(faultCalls, reading)];

test.each(grid)('%s handles %s', (_, __, fault, subject) => playFault(bench, fault, subject));

test('the table has operations of all three retry classes', () => {
  expect(new Set(faultCalls.map(({ operation }) => operation.retry))).toEqual(new Set(['safe', 'paid', 'once']));
});
