import { expect } from 'vitest';
import type { RetryClass } from '../../src/handwritten/core/operation/operation.js';
import { Runcrate, type RuncrateError, type RuncrateOptions } from '../../src/index.node.js';
import type { FastClock } from '../helpers/fast-clock.js';
import type { FaultCall } from '../helpers/fault-calls.js';
import type { FaultServer } from '../helpers/fault-server.js';
import type { AcceptedRequest, Reply } from '../helpers/loopback-server.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';

/** The result of a call that always fails this way: the number of accepted requests, and whether its outcome is known. */
export type Cell = readonly [requests: 0 | 1 | 4, outcome: 'known' | 'unknown'];

/** One failure of the network or the server, on every attempt of a call. */
export interface Fault {
  /** As in the title of a test: "createImage handles …". */
  readonly name: string;
  readonly reply: Reply;
  /** When an attempt times out, if it does. */
  readonly expires?: 'accepted' | 'headers';
  /** Another URL than the server's. */
  readonly url?: (serverUrl: string) => string;
  /** In place of the platform's. */
  readonly fetch?: typeof globalThis.fetch;
  readonly cells: Readonly<Record<RetryClass, Cell>>;
  /** Operations that still succeed, such as a DELETE whose body is discarded. */
  readonly spares?: (call: FaultCall) => boolean;
  readonly error: abstract new (...args: never[]) => RuncrateError;
  readonly message: RegExp;
  /** Other fields of the error. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The delay before each attempt, in milliseconds: at least, at most. */
  readonly waits?: readonly (readonly [number, number])[];
}

export const always = { safe: [4, 'known'], paid: [4, 'known'], once: [4, 'known'] } as const;
export const never = { safe: [0, 'known'], paid: [0, 'known'], once: [0, 'known'] } as const;
export const notAgain = { safe: [1, 'known'], paid: [1, 'known'], once: [1, 'known'] } as const;
export const unreadable = { safe: [1, 'known'], paid: [1, 'unknown'], once: [1, 'unknown'] } as const;
export const notPaid = { safe: [4, 'known'], paid: [1, 'unknown'], once: [1, 'unknown'] } as const;
export const lost = { safe: [4, 'known'], paid: [4, 'unknown'], once: [1, 'unknown'] } as const;
export const notOnce = { safe: [4, 'known'], paid: [4, 'known'], once: [1, 'unknown'] } as const;

/** 0.5 s, 1 s, 2 s, each with up to 25 % of jitter. */
export const backOff = [
  [0, 0],
  [500, 625],
  [1000, 1250],
  [2000, 2500],
] as const;

export const ignoresBody = ({ operation }: FaultCall): boolean => operation.answer.as === 'nothing';
export const needsNoBody = ({ operation: { answer } }: FaultCall): boolean =>
  answer.as === 'nothing' || (answer.as === 'envelope' && answer.optional === true);

export interface FaultBench {
  readonly server: FaultServer;
  readonly clock: FastClock;
}

/** Plays a fault against a call, and checks what must be true for every fault. */
export async function playFault({ server, clock }: FaultBench, fault: Fault, subject: FaultCall): Promise<void> {
  const requests = server.play(() => expiring(fault, clock));
  const client = clientOf(fault.url?.(server.url) ?? server.url, { fetch: fetchOf(fault, clock) });
  const [outcome] = await Promise.allSettled([subject.call(client)]);
  await Promise.all(requests.map(({ closed }) => closed));
  expect(clock.pending()).toEqual([]);
  if (fault.spares?.(subject)) {
    expect([outcome.status, requests.length]).toEqual(['fulfilled', 1]);
    return;
  }
  const { reason: error } = outcome as PromiseRejectedResult as { readonly reason: RuncrateError };
  expect(error).toBeInstanceOf(fault.error);
  expect(error.message).toMatch(fault.message);
  expect(error).toMatchObject(fault.fields ?? {});
  checkBilling(fault, subject, requests, error);
  checkSameness(requests, subject);
}

export function clientOf(url: string, options: RuncrateOptions = {}): Runcrate {
  return new Runcrate({ apiKey: TEST_API_KEY, baseUrl: url, inferenceUrl: url, logLevel: 'off', ...options });
}

function expiring({ reply, expires }: Fault, clock: FastClock): Reply {
  if (expires !== 'accepted') return reply;
  return async (request, response) => {
    await reply(request, response);
    clock.expire();
  };
}

function fetchOf({ expires, fetch }: Fault, clock: FastClock): typeof globalThis.fetch {
  if (expires !== 'headers') return fetch ?? globalThis.fetch;
  return async (input, init) => {
    const response = await globalThis.fetch(input, init);
    // By then the body is being read, or the call is over.
    setImmediate(() => clock.expire());
    return response;
  };
}

function checkBilling(
  { cells, waits }: Fault,
  { operation }: FaultCall,
  requests: readonly AcceptedRequest[],
  error: RuncrateError,
): void {
  const [count, outcome] = cells[operation.retry];
  expect([requests.length, error.outcomeUnknown ? 'unknown' : 'known']).toEqual([count, outcome]);
  expect(error.attempts).toHaveLength(count === 0 ? 4 : count);
  const { seenIn = 'Check' } = operation;
  expect(error.hint?.includes('may have been carried out') === true && error.hint.includes(seenIn)).toBe(
    outcome === 'unknown',
  );
  for (const [index, { delayMs, durationMs, status, cause }] of error.attempts.entries()) {
    const [least, most] = (waits ?? backOff)[index]!;
    expect(delayMs).toBeGreaterThanOrEqual(least);
    expect(delayMs).toBeLessThanOrEqual(most);
    expect(durationMs).toBeGreaterThanOrEqual(0);
    expect(status ?? cause).toBeDefined();
  }
}

/** Every attempt is the same request: URL, key, idempotency key and body. */
function checkSameness(requests: readonly AcceptedRequest[], { operation, example }: FaultCall): void {
  const [first] = requests;
  if (first === undefined) return;
  const key = first.headers['idempotency-key'];
  if (operation.retry === 'once') expect(key).toMatch(/^[0-9a-f-]{36}$/);
  else expect(key).toBeUndefined();
  for (const { method, url, headers, body } of requests) {
    expect([method, url, headers['idempotency-key']]).toEqual([first.method, first.url, key]);
    expect(headers.authorization).toBe(`Bearer ${TEST_API_KEY}`);
    checkBody(body.toString(), example.request.body, operation.body?.content);
  }
}

function checkBody(sent: string, documented: unknown, content: string | undefined): void {
  if (content === 'application/json') expect(JSON.parse(sent)).toEqual(documented);
  else if (content === undefined) expect(sent).toBe('');
  else for (const text of Object.values(documented as Record<string, string>)) expect(sent).toContain(text);
}
