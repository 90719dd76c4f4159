import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { observedTransport, rejectionOf } from '../../helpers/observed-transport.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reason = { stop: 'enough' };
const { transport } = observedTransport(() => Response.json({}));

test('waits for the delay, and leaves no listener', async () => {
  const { signal } = new AbortController();
  const slept = transport.sleep(500, signal).then(() => Date.now());
  const start = Date.now();
  await vi.runAllTimersAsync();
  expect([(await slept) - start, getEventListeners(signal, 'abort').length]).toEqual([500, 0]);
});

test('an abort ends the wait at once with its reason, and leaves no timer', async () => {
  const controller = new AbortController();
  const rejection = rejectionOf(transport.sleep(500, controller.signal));
  controller.abort(reason);
  expect(await rejection).toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});

test('an aborted signal ends the wait before it starts', async () => {
  expect(await rejectionOf(transport.sleep(500, AbortSignal.abort(reason)))).toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});
