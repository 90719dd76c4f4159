import type { Platform } from '../../platform/platform.js';
import { RuncrateError } from '../errors/errors.js';
import type { Log } from './log.js';
import type { RuncrateOptions } from './client-options.js';

/** One of the API's servers. */
export interface ServerConfig {
  /** The two halves of its URL, taken apart once and not in every call. */
  readonly origin: string;
  /** Without a trailing slash. */
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
  log: Log,
): Readonly<Record<string, ServerConfig>> {
  const servers: Record<string, ServerConfig> = {};
  const { timeout } = options;
  for (const [name, defaultUrl] of Object.entries(defaults)) {
    const named = optionOfServer[name];
    if (named === undefined) continue;
    const given = options[named.option];
    // An empty variable is as good as none; an empty option is a mistake.
    const [source, text] =
      given === undefined
        ? [named.variable, platform.environmentVariable(named.variable) || defaultUrl]
        : [`\`${named.option}\``, given];
    const url = resolveUrl(text, source, new URL(defaultUrl), log);
    servers[name] = { ...url, timeoutMs: (timeout ?? named.timeoutSeconds) * 1000 };
  }
  // Up to a day it may be meant; an hour hardly ever is.
  if (timeout !== undefined && timeout >= 3600) {
    log.warn?.(`\`timeout\` is in seconds: ${timeout} is ${(timeout / 3600).toFixed(1)} hours.`);
  }
  return servers;
}

/** The path of the API is appended where it is not there yet. */
function resolveUrl(text: unknown, source: string, api: URL, log: Log): Pick<ServerConfig, 'origin' | 'pathname'> {
  const url = parseUrl(text);
  if (url === undefined) {
    throw new RuncrateError(
      `${source} must be a URL such as "${api.origin}", without a user name or password, and without a query or fragment.`,
    );
  }
  if (url.protocol === 'http:' && !/^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)) {
    log.warn?.(`${source} is not https: the API key travels in clear.`);
  }
  const path = url.pathname.replace(/\/+$/, '');
  return { origin: url.origin, pathname: path.endsWith(api.pathname) ? path : path + api.pathname };
}

function parseUrl(text: unknown): URL | undefined {
  try {
    const url = new URL(text as string);
    const { protocol, username, password, search, hash } = url;
    return /^https?:$/.test(protocol) && username + password + search + hash === '' ? url : undefined;
  } catch {
    return undefined;
  }
}
