import { docsUrl, RuncrateError } from '../errors/errors.js';

/** Checks a key. `source` names its origin in a message. No message quotes the key. */
export function checkApiKey(key: unknown, source: string): string {
  if (typeof key === 'string' && /^rc_live_[\u0021-\u007e]+$/.test(key)) return key;
  const message =
    (key ?? '') === ''
      ? 'No API key. Pass `apiKey` or set RUNCRATE_API_KEY.'
      : `${source} must begin with "rc_live_" and have no space or line break. Copy the whole key from the dashboard.`;
  throw new RuncrateError({ message, docsUrl: docsUrl('install') });
}
