import { RuncrateClient } from './handwritten/client.js';
import type { RuncrateOptions } from './handwritten/core/options/client-options.js';
import { nodePlatform } from './handwritten/platform/node.js';
import { nodeSaver } from './handwritten/platform/node-saver.js';

export * from './handwritten/public.js';

/** The Runcrate API client for Node.js, Bun and Deno. */
export class Runcrate extends RuncrateClient {
  constructor(options: RuncrateOptions = {}) {
    super(options, nodePlatform, nodeSaver);
  }
}

export default Runcrate;
