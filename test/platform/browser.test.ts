import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test.each([
  ['a web page', ['window', 'document'], true],
  ['a worker of a web page', ['importScripts'], true],
  ['an edge runtime', ['WorkerGlobalScope'], false],
  ['a runtime that calls its globals `window`', ['window'], false],
  ['a server that draws pages into a `document`', ['document'], false],
])('in %s with %j, that it is a browser is %s', async (_, globals, isBrowser) => {
  for (const name of globals) vi.stubGlobal(name, {});
  const { webPlatform } = await import('../../src/handwritten/platform/web.js');
  expect(webPlatform.isBrowser).toBe(isBrowser);
});
