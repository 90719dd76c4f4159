import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RateLimitError, TimeoutError } from '../../src/index.node.js';
import { faultCalls, streamCalls, gridOf, type FaultCall } from '../helpers/fault-calls.js';
import { observedClient, type Respond } from '../helpers/observed-client.js';
import { scriptedBody } from '../helpers/scripted-body.js';
import { ignoresBody } from './fault.js';

beforeEach(() => {
  vi.useFakeTimers();
  // No jitter, so that the waits are exact.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const every = [{ name: 'every request' }];
const calls = [...faultCalls, ...streamCalls];

/** The events of a call, and after how many seconds they happen. */
async function story(
  subject: FaultCall,
  respond: Respond,
  timeout = 5,
): Promise<readonly (readonly [string, number])[]> {
  const startedAt = Date.now();
  const events: [string, number][] = [];
  const record = (event: string): void => void events.push([event, (Date.now() - startedAt) / 1000]);
  const { client } = observedClient(
    (request, index) => {
      record('request');
      return respond(request, index);
    },
    { timeout },
  );
  const settled = subject.call(client).then(
    () => record('response'),
    (error: unknown) => record((error as Error).name),
  );
  await vi.runAllTimersAsync();
  await settled;
  expect(vi.getTimerCount()).toBe(0);
  return events;
}

/** Four attempts of `seconds` each, with delays of 0.5, 1 and 2 seconds; or one, if the call is not retried. */
function attempts(subject: FaultCall, seconds: number, end: string): readonly (readonly [string, number])[] {
  const starts = subject.operation.retry === 'safe' ? [0, 0.5, 1.5, 3.5] : [0];
  const events = starts.map((wait, index) => ['request', wait + index * seconds] as const);
  return [...events, [end, events.at(-1)![1] + seconds]];
}

test.each(gridOf(calls, every))('%s gives %s the full timeout, and waits between them', async (_, __, ___, subject) => {
  const events = await story(subject, () => new Promise<never>(() => {}));
  expect(events).toEqual(attempts(subject, 5, TimeoutError.name));
});

test.each(
  gridOf(
    faultCalls.filter((subject) => !ignoresBody(subject)),
    every,
  ),
)('%s includes the body of %s in the timeout, also while it keeps arriving', async (_, __, ___, subject) => {
  const events = await story(subject, () => {
    const body = scriptedBody();
    const drip = setInterval(() => (body.isCancelled ? clearInterval(drip) : body.write('x')), 1000);
    // The attempt is over by then, whatever happened to its body.
    setTimeout(() => clearInterval(drip), 5000);
    return new Response(body.stream, { headers: { 'content-type': 'application/octet-stream' } });
  });
  expect(events).toEqual(attempts(subject, 5, TimeoutError.name));
});

test.each(gridOf(streamCalls, every))(
  '%s stays open as long as %s has events, however slow they are',
  async (_, __, ___, subject) => {
    const pieces = subject.example.stream!.transcript.split(/(?<=\n\n)/);
    const events = await story(subject, () => {
      const body = scriptedBody();
      for (const [index, piece] of pieces.entries()) setTimeout(() => body.write(piece), (index + 1) * 4900);
      return new Response(body.stream, { headers: { 'content-type': 'text/event-stream' } });
    });
    expect(events).toEqual([
      ['request', 0],
      ['response', pieces.length * 4.9],
    ]);
  },
);

test.each(gridOf(streamCalls, every))(
  '%s ends %s that sends nothing but comments after ten timeouts',
  async (_, __, ___, subject) => {
    const events = await story(subject, () => {
      const body = scriptedBody();
      const comments = setInterval(() => (body.isCancelled ? clearInterval(comments) : body.write(': wait\n\n')), 1000);
      setTimeout(() => clearInterval(comments), 60_000);
      return new Response(body.stream, { headers: { 'content-type': 'text/event-stream' } });
    });
    expect(events).toEqual([
      ['request', 0],
      ['TimeoutError', 50],
    ]);
  },
);

test.each(gridOf(calls, every))(
  '%s fails without a delay if %s asks for more than `maxRetryAfter`',
  async (_, __, ___, subject) => {
    const events = await story(subject, () => new Response('', { status: 429, headers: { 'retry-after': '61' } }));
    expect(events).toEqual([
      ['request', 0],
      [RateLimitError.name, 0],
    ]);
  },
);

test('a server that floods comments without a pause ends after ten timeouts too', async () => {
  const subject = streamCalls[0]!;
  const comment = new TextEncoder().encode(': wait\n\n');
  let sent = 0;
  const flood = new ReadableStream<Uint8Array>({
    pull(controller) {
      // A second passes with each, and no timer can fire in between.
      vi.setSystemTime(Date.now() + 1000);
      if (++sent > 1000) controller.close();
      else controller.enqueue(comment);
    },
  });
  const { client } = observedClient(() => new Response(flood, { headers: { 'content-type': 'text/event-stream' } }), {
    timeout: 5,
  });
  await expect(subject.call(client)).rejects.toBeInstanceOf(TimeoutError);
  expect(sent).toBeLessThan(60);
});
