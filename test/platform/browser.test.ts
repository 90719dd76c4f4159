import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test.each([
  ['a browser page', ['window', 'document'], true],
  ['a worker of a browser page', ['importScripts', 'location'], true],
  ['a Cloudflare Worker with a compatibility date before 2024-03-04', ['importScripts'], false],
  ['such a worker that names its globals `window`', ['importScripts', 'location', 'window'], true],
  ['an edge runtime', ['WorkerGlobalScope'], false],
  ['a runtime that calls its globals `window`', ['window'], false],
  ['a server that renders pages into a `document`', ['document'], false],
])('in %s with %j, `isBrowser` is %s', async (_, globals, isBrowser) => {
  for (const name of globals) vi.stubGlobal(name, {});
  const { webPlatform } = await import('../../src/handwritten/platform/web.js');
  expect(webPlatform.isBrowser).toBe(isBrowser);
});
