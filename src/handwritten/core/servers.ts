import type { Platform } from '../platform/platform.js';
import { checkSeconds } from './check.js';
import type { RuncrateOptions } from './options.js';
import { RuncrateError } from './errors.js';
import type { Logger } from './log.js';

/** One of the API's servers. */
export interface ServerConfig {
  /** Without a trailing slash. */
  readonly url: string;
  /** The two halves of the URL, taken apart once and not in every call. */
  readonly origin: string;
  readonly pathname: string;
  readonly timeoutMs: number;
}

interface ServerOption {
  readonly option: 'baseUrl' | 'inferenceUrl';
  readonly variable: string;
  readonly timeoutSeconds: number;
}

/** Which option names which server. A server that is not here can't be called: the key goes nowhere that nobody named. */
const optionOfServer: Readonly<Record<string, ServerOption>> = {
  infrastructure: { option: 'baseUrl', variable: 'RUNCRATE_BASE_URL', timeoutSeconds: 30 },
  inference: { option: 'inferenceUrl', variable: 'RUNCRATE_INFERENCE_URL', timeoutSeconds: 120 },
};

/** Resolves the URL and the timeout of each server. `defaults` are the URLs of openapi.json. */
export function resolveServers(
  options: RuncrateOptions,
  defaults: Readonly<Record<string, string>>,
  platform: Platform,
  log: Logger,
): Readonly<Record<string, ServerConfig>> {
  const servers: Record<string, ServerConfig> = {};
  for (const [name, defaultUrl] of Object.entries(defaults)) {
    const named = optionOfServer[name];
    if (named === undefined) continue;
    const url = resolveUrl(named, options[named.option], defaultUrl, platform, log);
    const { origin, pathname } = new URL(url);
    const timeoutMs = checkSeconds('timeout', options.timeout ?? named.timeoutSeconds) * 1000;
    servers[name] = { url, origin, pathname, timeoutMs };
  }
  warnOfLongTimeout(options.timeout, log);
  return servers;
}

/** Up to a day it may be meant; an hour hardly ever is. */
function warnOfLongTimeout(timeout: number | undefined, log: Logger): void {
  if (timeout === undefined || timeout < 3600) return;
  log.warn(`\`timeout\` is in seconds: ${timeout} is ${Math.round(timeout / 360) / 10} hours.`);
}

function resolveUrl(
  { option, variable }: ServerOption,
  given: string | undefined,
  defaultUrl: string,
  platform: Platform,
  log: Logger,
): string {
  // An empty variable is as good as none; an empty option is a mistake.
  const fromVariable = platform.environmentVariable(variable) || undefined;
  const source = given === undefined ? variable : `\`${option}\``;
  const text = given ?? fromVariable;
  if (text === undefined) return defaultUrl;
  const url = parseUrl(text, source, defaultUrl);
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    log.warn(`${source} is not https: the API key travels in clear.`);
  }
  const { pathname } = new URL(defaultUrl);
  const base = url.origin + url.pathname.replace(/\/+$/, '');
  return base.endsWith(pathname) ? base : base + pathname;
}

function parseUrl(text: unknown, source: string, example: string): URL {
  const problem = `${source} must be a URL such as "${new URL(example).origin}"`;
  let url: URL;
  try {
    url = new URL(text as string);
  } catch {
    throw new RuncrateError(`${problem}; this one can't be read.`);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new RuncrateError(`${problem}; it begins with "${url.protocol}".`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new RuncrateError(`${problem}, without a user name or password.`);
  }
  if (url.search !== '' || url.hash !== '') throw new RuncrateError(`${problem}, without a query or fragment.`);
  return url;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.endsWith('.localhost') || /^127(\.\d+){3}$/.test(host);
}
