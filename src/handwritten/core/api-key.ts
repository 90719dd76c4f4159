import { docsUrl, RuncrateError } from './errors.js';

/** Checks a key. `source` says where it came from. No message repeats any of it. */
export function checkApiKey(key: unknown, source: string): string {
  const problem = problemOf(key, source);
  if (problem === undefined) return key as string;
  throw new RuncrateError({ message: problem, docsUrl: docsUrl('install') });
}

function problemOf(key: unknown, source: string): string | undefined {
  if (key === undefined || key === null || key === '') return 'No API key. Pass `apiKey` or set RUNCRATE_API_KEY.';
  if (typeof key !== 'string') return `${source} must give a text that begins with "rc_live_".`;
  if (!key.startsWith('rc_live_')) return `${source} must begin with "rc_live_". Keys are made in the dashboard.`;
  if (key === 'rc_live_') {
    return `${source} is only the prefix "rc_live_". Copy the whole key; it is shown once, when it is made.`;
  }
  if (!/^[\u0021-\u007e]+$/.test(key)) {
    return `${source} holds a space, a line break or another character that no key has. Copy it again without what is around it.`;
  }
  return undefined;
}
