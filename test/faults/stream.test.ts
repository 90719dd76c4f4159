import { expect, test } from 'vitest';
import {
  ApiError,
  InvalidResponseError,
  StreamTruncatedError,
  TimeoutError,
  type RuncrateError,
} from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { gridOf, streamCalls, type FaultCall } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import {
  answer,
  answerSlowly,
  cutAfterHeaders,
  cutInBody,
  stallInBody,
  type Reply,
} from '../helpers/loopback-server.js';
import { clientOf } from './fault.js';

const server = useFaultServer();
const clock = useFastClock();

/** A stream of the documented example, up to some byte. */
const headers = { 'content-type': 'text/event-stream; charset=utf-8' };
const transcriptOf = ({ example }: FaultCall): string => example.stream!.transcript;
const bytesOf = (subject: FaultCall): number => Buffer.byteLength(transcriptOf(subject));
/** The position after the first event. */
const firstEvent = (subject: FaultCall): number => Buffer.byteLength(transcriptOf(subject).split('\n\n')[0]!) + 2;

interface StreamFault {
  readonly name: string;
  readonly reply: (subject: FaultCall) => Reply;
  readonly stalls?: true;
  readonly error?: abstract new (...args: never[]) => RuncrateError;
}

const faults: readonly StreamFault[] = [
  { name: 'a complete stream', reply: (subject) => answer({ headers, body: transcriptOf(subject) }) },
  { name: 'chunks of 3 bytes', reply: (subject) => answerSlowly({ headers, body: transcriptOf(subject) }, 3, 0) },
  {
    name: 'a lost connection after [DONE]',
    reply: (subject) => cutInBody({ headers, body: `${transcriptOf(subject)}\n: more` }, bytesOf(subject)),
  },
  {
    name: 'a lost connection after the headers',
    reply: (subject) => cutAfterHeaders({ headers, body: transcriptOf(subject) }),
    error: StreamTruncatedError,
  },
  {
    name: 'a lost connection after an event',
    reply: (subject) => cutInBody({ headers, body: transcriptOf(subject) }, firstEvent(subject)),
    error: StreamTruncatedError,
  },
  {
    name: 'an end after an event',
    reply: (subject) => answer({ headers, body: transcriptOf(subject).slice(0, firstEvent(subject)) }),
    error: StreamTruncatedError,
  },
  { name: 'an end without an event', reply: () => answer({ headers, body: '' }), error: StreamTruncatedError },
  {
    name: 'a stall after the headers',
    reply: (subject) => stallInBody({ headers, body: transcriptOf(subject) }),
    stalls: true,
    error: TimeoutError,
  },
  {
    name: 'a stall in an event',
    reply: (subject) => stallInBody({ headers, body: transcriptOf(subject) }, firstEvent(subject) + 4),
    stalls: true,
    error: TimeoutError,
  },
  {
    name: 'a malformed event',
    reply: () => answer({ headers, body: 'data: {"id":\n\ndata: [DONE]\n\n' }),
    error: InvalidResponseError,
  },
  {
    name: 'an error event',
    reply: () => answer({ headers, body: 'data: {"error":{"message":"Overloaded.","code":"503"}}\n\n' }),
    error: ApiError,
  },
  { name: 'JSON in place of a stream', reply: () => answer({ body: { id: 'a' } }), error: InvalidResponseError },
];

test.each(gridOf(streamCalls, faults))('%s handles %s', async (_, __, { reply, stalls, error }, subject) => {
  const requests = server.play(() => reply(subject));
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await globalThis.fetch(input, init);
    // Long enough to read what was sent; the test is the same if it was not read.
    if (stalls) setTimeout(() => clock.expire(), 20);
    return response;
  };
  const [outcome] = await Promise.allSettled([subject.call(clientOf(server.url, { fetch }))]);
  await Promise.all(requests.map(({ closed }) => closed));
  expect([requests.length, clock.pending()]).toEqual([1, []]);
  if (error === undefined) {
    expect(outcome).toEqual({ status: 'fulfilled', value: subject.example.stream!.events });
    return;
  }
  const { reason } = outcome as PromiseRejectedResult as { readonly reason: RuncrateError };
  expect(reason).toBeInstanceOf(error);
  expect(reason.outcomeUnknown).toBe(true);
});
