import type { fetch as undiciFetch } from 'undici-types';
import type { RuncrateOptions } from '../../src/index.js';

/** The `fetch` option takes that of a package, whose RequestInit is its own, and what a test writes. */
declare const ofUndici: typeof undiciFetch;
export const options: readonly RuncrateOptions[] = [{ fetch: ofUndici }, { fetch }];

export const mistakes: readonly RuncrateOptions[] = [
  // @ts-expect-error: not a Response.
  { fetch: async () => 'text' },
  // @ts-expect-error: not a promise.
  { fetch: () => new Response() },
  // @ts-expect-error: called with a string.
  { fetch: async (url: number) => new Response(String(url)) },
  // @ts-expect-error: not a function.
  { fetch: {} },
];
