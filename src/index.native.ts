import { RuncrateClient } from './handwritten/client.js';
import type { RuncrateOptions } from './handwritten/core/options/client-options.js';
import { nativePlatform } from './handwritten/platform/native.js';

export * from './handwritten/public.js';

/** The Runcrate API client for React Native. */
export class Runcrate extends RuncrateClient {
  constructor(options: RuncrateOptions = {}) {
    super(options, nativePlatform);
  }
}

export default Runcrate;
