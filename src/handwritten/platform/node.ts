import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { version } from '../core/version.js';
import { nodeFiles } from './node-files.js';
import type { Platform } from './platform.js';

/** Node.js, Bun and Deno. */
export const nodePlatform: Platform = {
  userAgent: `runcrate-sdk-typescript/${version} ${runtime()}`,
  isBrowser: false,
  environmentVariable(name) {
    try {
      return process.env[name];
    } catch {
      // Deno without --allow-env throws: the variable is then as good as unset.
      return undefined;
    }
  },
  randomId: () => randomUUID(),
  toBytes: (buffer) => Buffer.from(buffer),
  toBase64: ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  uploadInit: uploadInit(),
  files: nodeFiles,
};

/**
 * Node's fetch tees each body, and so keeps all of it, to be able to follow a redirect. It does not where there is
 * none to follow and no window (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch, step 8.1).
 */
function uploadInit(): RequestInit | undefined {
  const { bun, deno } = process.versions;
  return bun === undefined && deno === undefined ? { redirect: 'error', window: null } : undefined;
}

function runtime(): string {
  const { versions } = process;
  if (versions['bun'] !== undefined) return `bun/${versions['bun']}`;
  if (versions['deno'] !== undefined) return `deno/${versions['deno']}`;
  return `node/${versions.node}`;
}
