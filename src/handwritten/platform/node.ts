import events from 'node:events';
import { version } from '../core/version.js';
import { fromBase64 } from './node-bytes.js';
import { adaptFetch, adaptResponse } from './node-fetch.js';
import { newController } from './node-controller.js';
import { openFile } from './node-files.js';
import { openStream, streamForm } from './node-form.js';
import { explainLoss } from './node-network-error.js';
import { randomId } from './node-random.js';
import { runtime } from './node-runtime.js';
import { sendUpload } from './node-upload.js';
import { weakReference } from './node-weak.js';
import type { Platform } from './platform.js';

/** Node.js, Bun and Deno. */
export const nodePlatform: Platform = {
  headers: { 'user-agent': `runcrate-sdk-typescript/${version} ${runtime()}` },
  isBrowser: false,
  environmentVariable(name) {
    try {
      return process.env[name];
    } catch {
      // Deno without --allow-env throws: the variable counts as unset.
      return undefined;
    }
  },
  randomId,
  toBytes: (buffer) => Buffer.from(buffer),
  toBase64: ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  fromBase64,
  openStream,
  streamForm,
  sendUpload,
  adaptFetch,
  adaptResponse,
  explainLoss,
  newController,
  allowListeners,
  weakReference,
  // Few programs have a lease: the rest do not load it.
  watchExit: async (onExit) => (await import('./node-exit.js')).watchExit(onExit),
  openFile,
};

/** Up to Node 20, the eleventh concurrent call causes a leak warning. Node’s own fetch sets the same limit. */
function allowListeners(signal: AbortSignal): void {
  try {
    if (events.getMaxListeners(signal) === events.defaultMaxListeners) events.setMaxListeners(1500, signal);
  } catch {
    // A signal that is not Node's has no such limit.
  }
}
