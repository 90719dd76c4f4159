import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RuncrateError } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { faultCalls, type FaultCall } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { answer, cutAfterHeaders, cutBeforeAnswer, cutInBody, type Reply } from '../helpers/loopback-server.js';
import { clientOf, ignoresBody } from './fault.js';

const server = useFaultServer();
useFastClock();

/** A possible result of one attempt, and what the server did. */
interface Turn {
  readonly name: string;
  readonly reply: Reply;
  /** `refused`: nothing. `hidden`: unknown. `done`: the work, as the headers show. */
  readonly did: 'refused' | 'hidden' | 'done';
  /** The work is not known to be billed twice if a proxy fails. */
  readonly isStatus?: true;
}

const bytes = { headers: { 'content-type': 'application/octet-stream' }, body: 'film' };
const own = { error: { message: 'Try later.' } };
const turns: readonly Turn[] = [
  { name: '429', reply: answer({ status: 429, body: own }), did: 'refused' },
  { name: '503 of the API', reply: answer({ status: 503, body: own }), did: 'refused' },
  {
    name: '503 with Retry-After',
    reply: answer({ status: 503, headers: { 'retry-after': '1' }, body: '' }),
    did: 'refused',
  },
  { name: '503 of a proxy', reply: answer({ status: 503, body: 'no' }), did: 'hidden', isStatus: true },
  { name: '500', reply: answer({ status: 500, body: own }), did: 'hidden', isStatus: true },
  { name: '504', reply: answer({ status: 504, body: '' }), did: 'hidden' },
  { name: 'a lost connection before the response', reply: cutBeforeAnswer(), did: 'hidden' },
  { name: 'a lost connection after the headers', reply: cutAfterHeaders(bytes), did: 'done' },
  { name: 'a lost connection in the body', reply: cutInBody(bytes, 2), did: 'done' },
  { name: 'a success without a body', reply: answer({ status: 200, body: '' }), did: 'done' },
];

const plays = fc.array(fc.constantFrom(...turns), { minLength: 4, maxLength: 4 });
const spending = faultCalls.filter(({ operation }) => operation.retry !== 'safe');
const rows = spending.map((subject) => [subject.id, subject.operation.retry, subject] as const);

/** Plays four turns against a call, and returns those that happened. */
async function play(subject: FaultCall, script: readonly Turn[]) {
  const requests = server.play((index) => script[index]!.reply);
  const error: unknown = await subject.call(clientOf(server.url)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { happened: script.slice(0, requests.length), requests, error };
}

test.each(rows)(
  '%s, a %s call, is never carried out twice, whatever the result of its attempts',
  async (_, retry, subject) => {
    expect(ignoresBody(subject)).toBe(false);
    await fc.assert(
      fc.asyncProperty(plays, async (script) => {
        const { happened, requests, error } = await play(subject, script);
        expect(error).toBeInstanceOf(RuncrateError);
        const { outcomeUnknown, attempts } = error as RuncrateError;
        expect(attempts).toHaveLength(happened.length);
        // Once it is carried out, it is not retried.
        expect(happened.slice(0, -1).filter(({ did }) => did === 'done')).toEqual([]);
        const open = happened.filter(({ did, isStatus }) => did !== 'refused' && (retry === 'once' || !isStatus));
        expect(outcomeUnknown).toBe(open.length > 0);
        if (retry === 'once') expect(open.length).toBeLessThanOrEqual(1);
        const keys = new Set(requests.map(({ headers }) => headers['idempotency-key']));
        expect(keys.size).toBe(1);
        expect([...keys][0] !== undefined).toBe(retry === 'once');
      }),
      { numRuns: 25 },
    );
  },
);
