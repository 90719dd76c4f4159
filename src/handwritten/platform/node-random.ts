import type { webcrypto } from 'node:crypto';
import { createRequire } from 'node:module';

/**
 * A random id. Node 18 has no global `crypto`; its module is loaded only when an id is wanted, because that takes a
 * fifth of what it takes to load the whole SDK (test/bench, `import`).
 */
export function randomId(): string {
  const { crypto = loadCrypto() } = globalThis as { readonly crypto?: Pick<Crypto, 'randomUUID'> };
  return crypto.randomUUID();
}

function loadCrypto(): Pick<Crypto, 'randomUUID'> {
  // Any absolute path will do: what is looked for is Node's own.
  return createRequire(process.execPath)('node:crypto') as typeof webcrypto;
}
