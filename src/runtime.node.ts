import type { Transport } from './handwritten/core/operation/operation.js';
import { HttpTransport } from './handwritten/core/transport/transport.js';
import type { Api } from './handwritten/foreign/api.js';
import { configOf } from './handwritten/foreign/config.js';
import type { GivenOptions } from './handwritten/foreign/options.js';
import { nodePlatform } from './handwritten/platform/node.js';

export * as eventReaders from './handwritten/core/streaming/event-readers.js';
export * as styles from './handwritten/core/request/styles.js';
export * from './handwritten/foreign/public.js';

/** The transport of a client that was generated from another document, for Node.js, Bun and Deno. */
export function openTransport(api: Api, options: GivenOptions): Transport {
  return new HttpTransport(configOf(api, options, nodePlatform), nodePlatform);
}
