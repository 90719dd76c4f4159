import type { webcrypto } from 'node:crypto';
import module from 'node:module';

/**
 * A random id. Node 18 has no global `crypto`; its module is loaded only when an id is needed, because that takes a
 * fifth of the time to load the whole SDK (test/bench, `import`).
 */
export function randomId(): string {
  const { crypto = loadCrypto() } = globalThis as { readonly crypto?: Pick<Crypto, 'randomUUID'> };
  return crypto.randomUUID();
}

function loadCrypto(): Pick<Crypto, 'randomUUID'> {
  // Any absolute path works: the module is built in. webpack warns of an imported `createRequire` that is called with one.
  return module.createRequire(process.execPath)('node:crypto') as typeof webcrypto;
}
