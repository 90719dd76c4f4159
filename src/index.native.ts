import { RuncrateClient } from './handwritten/client.js';
import type { RuncrateOptions } from './handwritten/core/options/client-options.js';
import { nativeParts } from './handwritten/platform/native.js';
import { webPlatform } from './handwritten/platform/web.js';

export * from './handwritten/public.js';

const nativePlatform = { ...webPlatform, ...nativeParts };

/** The Runcrate API client for React Native. */
export class Runcrate extends RuncrateClient {
  constructor(options: RuncrateOptions = {}) {
    super(options, nativePlatform);
  }
}

export default Runcrate;
