import { afterEach, expect, test, vi } from 'vitest';
import { observedClient, TEST_API_KEY } from '../../helpers/observed-client.js';
import { rejectionOf } from '../../helpers/observed-transport.js';
import { Runcrate } from '../../../src/index.js';

/** As of a polyfill, such as React Native's: no reason, no `throwIfAborted`. */
class PolyfilledSignal extends EventTarget {
  aborted = false;
}

class PolyfilledController {
  readonly signal = new PolyfilledSignal();

  abort(): void {
    this.signal.aborted = true;
    this.signal.dispatchEvent(new Event('abort'));
  }
}

afterEach(() => vi.unstubAllGlobals());

/** A client whose own signals are polyfilled too. Its `fetch` never responds. */
function polyfilledClient(respond?: () => Promise<Response>): Runcrate {
  vi.stubGlobal('AbortController', PolyfilledController);
  return new Runcrate({
    apiKey: TEST_API_KEY,
    maxRetries: 0,
    logLevel: 'off',
    fetch: respond ?? (() => new Promise(() => undefined)),
  });
}

test('a call succeeds where signals are polyfilled', async () => {
  const client = polyfilledClient(async () => Response.json({ data: [] }));
  expect(await client.instances.list()).toEqual([]);
});

test.each([
  ['before it', true],
  ['during it', false],
])('a signal without a reason that is aborted %s rejects a call with an AbortError', async (_, isBefore) => {
  const controller = new PolyfilledController();
  const abort = (): void => controller.abort();
  if (isBefore) abort();
  const client = polyfilledClient();
  const call = client.instances.list(undefined, { signal: controller.signal as unknown as AbortSignal });
  const ended = rejectionOf(call);
  await Promise.resolve();
  abort();
  const error = await ended;
  expect(error).toMatchObject({ name: 'AbortError' });
  expect(error).not.toHaveProperty('attempts');
});

test('a polyfilled signal keeps one reason for all calls that it ends', async () => {
  const controller = new PolyfilledController();
  controller.abort();
  const signal = controller.signal as unknown as AbortSignal;
  const { client } = observedClient();
  const errors = await Promise.all([0, 1].map(() => rejectionOf(client.instances.list(undefined, { signal }))));
  expect(errors[0]).toBe(errors[1]);
});

test('a timeout is a TimeoutError where signals are polyfilled', async () => {
  const error = await rejectionOf(polyfilledClient().instances.list(undefined, { timeout: 0.01 }));
  expect(error).toMatchObject({ name: 'TimeoutError' });
});
