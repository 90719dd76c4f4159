import type { Platform, UrlParts } from '../../platform/platform.js';
import { RuncrateError } from '../errors/errors.js';
import type { Log } from './log.js';
import type { RuncrateOptions } from './client-options.js';

/** One of the API's servers. */
export interface ServerConfig {
  /** Its URL is split into origin and pathname once, not in every call. */
  readonly origin: string;
  /** Without a trailing slash. */
  readonly pathname: string;
  readonly timeoutMs: number;
  /** The option of the client that sets its URL, for hints. Absent for a URL from a response. */
  readonly option?: string;
}

interface ServerOption {
  readonly option: 'baseUrl' | 'inferenceUrl';
  readonly variable: string;
  readonly timeoutSeconds: number;
}

/** The option for each server. A server that is not listed can't be called: the key is sent to configured servers only. */
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
  const parse = platform.parseUrl ?? ((text) => new URL(text));
  for (const [name, defaultUrl] of Object.entries(defaults)) {
    const named = optionOfServer[name];
    if (named === undefined) continue;
    const given = options[named.option];
    // An empty variable counts as unset; an empty option is an error.
    const [source, text] =
      given === undefined
        ? [named.variable, platform.environmentVariable(named.variable) || defaultUrl]
        : [`\`${named.option}\``, given];
    const url = resolveUrl(parse, text, source, parse(defaultUrl), log);
    const other = Object.keys(defaults).find(
      (key) => key !== name && parse(defaults[key] as string).origin === url.origin,
    );
    if (other !== undefined && url.origin !== parse(defaultUrl).origin) {
      throw new RuncrateError(
        `${source} is the URL of the ${other} API. Pass it as \`${optionOfServer[other]?.option}\`.`,
      );
    }
    servers[name] = { ...url, timeoutMs: (timeout ?? named.timeoutSeconds) * 1000, option: named.option };
  }
  // Up to a day is allowed, but an hour or more is rarely intended.
  if (timeout !== undefined && timeout >= 3600) {
    log.warn?.(`\`timeout\` is in seconds: ${timeout} is ${(timeout / 3600).toFixed(1)} hours.`);
  }
  return servers;
}

/**
 * The endpoints that documentation shows with their URL. A gateway may have names of its own behind the version, and
 * endpoints without one.
 */
const endpointPattern =
  /\/(?:v1|deployments\/[^/]+)(\/(?:chat|images|audio|instances|billing)\/[a-z]+|\/(?:completions|embeddings|models|videos|instances))$|(\/(?:chat\/completions|images\/(?:generations|edits)|audio\/(?:speech|trans[a-z]+)))$/;

/** Appends the path of the API if it is missing. */
function resolveUrl(
  parse: (text: string) => UrlParts,
  text: unknown,
  source: string,
  api: UrlParts,
  log: Log,
): Pick<ServerConfig, 'origin' | 'pathname'> {
  const url = parseUrl(parse, text);
  if (url === undefined) {
    throw new RuncrateError(
      `${source} must be a URL such as "${api.origin}", without a user name or password, and without a query or fragment.`,
    );
  }
  if (url.protocol === 'http:' && !/^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)) {
    log.warn?.(`${source} is not https: the API key is sent unencrypted.`);
  }
  const path = url.pathname.replace(/\/+$/, '');
  const [, versioned, endpoint = versioned] = endpointPattern.exec(path) ?? [];
  if (endpoint !== undefined) {
    throw new RuncrateError(`${source} is the URL of an endpoint: end it before ${JSON.stringify(endpoint)}.`);
  }
  return { origin: url.origin, pathname: path.endsWith(api.pathname) ? path : path + api.pathname };
}

/** An http(s) URL that is nothing but a server and a path; else undefined. */
export function parseUrl(parse: (text: string) => UrlParts, text: unknown): UrlParts | undefined {
  try {
    const url = parse(text as string);
    const { protocol, username, password, search, hash } = url;
    return /^https?:$/.test(protocol) && username + password + search + hash === '' ? url : undefined;
  } catch {
    return undefined;
  }
}
