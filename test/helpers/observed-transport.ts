import { resolveConfig } from '../../src/handwritten/core/options/config.js';
import type { RuncrateOptions } from '../../src/handwritten/core/options/client-options.js';
import type { Method, Operation } from '../../src/handwritten/core/operation/operation.js';
import { HttpTransport } from '../../src/handwritten/core/transport/transport.js';
import { explainLoss } from '../../src/handwritten/platform/node-network-error.js';
import type { Platform } from '../../src/handwritten/platform/platform.js';
import { webPlatform } from '../../src/handwritten/platform/web.js';
import { observedFetch, type ObservedRequest, type Respond } from './observed-fetch.js';

export const testKey = 'rc_live_test0000000000000000';

export const testServers = { infrastructure: 'https://runcrate.ai/api/v1', inference: 'https://api.runcrate.ai/v1' };

/** An operation with untyped arguments and result. */
export type AnyOperation = Operation<Method, string, Readonly<Record<string, unknown>>>;

/** A handwritten operation; by default, a GET of JSON from the infrastructure server. */
export function operationOf(parts: Partial<AnyOperation> = {}): AnyOperation {
  return {
    method: 'GET',
    path: '/things',
    server: 'infrastructure',
    retry: 'safe',
    answer: { as: 'json' },
    ...parts,
  };
}

/** A body of JSON, from all the arguments. */
export const jsonBody = { content: 'application/json', from: 'fields' } as const;

/** A platform without files and environment variables, whose random ids are a counter. It reads the errors of Node's fetch. */
export function platformOf(parts: Partial<Platform> = {}): Platform {
  let count = 0;
  return {
    isBrowser: false,
    environmentVariable: () => undefined,
    randomId: () => `random-${++count}`,
    toBytes: (buffer) => Buffer.from(buffer),
    toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
    fromBase64: webPlatform.fromBase64,
    explainLoss,
    openStream: webPlatform.openStream,
    openFile: webPlatform.openFile,
    ...parts,
  };
}

export interface ObservedTransport {
  readonly transport: HttpTransport;
  /** In the order in which `fetch` was called. */
  readonly requests: readonly ObservedRequest[];
}

/** A real transport whose `fetch` is the test's function. It has no operations: those are handwritten. */
export function observedTransport(
  respond: Respond,
  options: RuncrateOptions = {},
  platform: Platform = platformOf(),
): ObservedTransport {
  const { fetch, requests } = observedFetch(respond);
  const config = resolveConfig({ apiKey: testKey, fetch, logLevel: 'off', ...options }, testServers, platform);
  return { transport: new HttpTransport(config, platform), requests };
}

/** What a promise rejects with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The promise was fulfilled.');
}
