import { RuncrateClient } from './handwritten/client.js';
import type { RuncrateOptions } from './handwritten/core/options/client-options.js';
import { webPlatform } from './handwritten/platform/web.js';

export * from './handwritten/public.js';

/** The Runcrate API client for browsers, workers and edge runtimes. */
export class Runcrate extends RuncrateClient {
  constructor(options: RuncrateOptions = {}) {
    super(options, webPlatform);
  }
}

export default Runcrate;
