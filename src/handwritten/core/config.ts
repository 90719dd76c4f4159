import type { Platform } from '../platform/platform.js';
import { checkApiKey } from './api-key.js';
import { checkOptionNames, checkMaxRetries, checkSeconds } from './check.js';
import { checkEnvironment } from './environment.js';
import { RuncrateError } from './errors.js';
import { checkHeaders } from './headers.js';
import { isLogger, isLogLevel, leveledLogger, type Logger } from './log.js';
import type { RuncrateOptions } from './options.js';
import { resolveServers, type ServerConfig } from './servers.js';

/** The options, checked and with every default filled in. */
export interface Config {
  readonly apiKey: () => Promise<string>;
  readonly servers: Readonly<Record<string, ServerConfig>>;
  readonly maxRetries: number;
  readonly maxRetryAfterMs: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly environment: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly localFiles: boolean;
  readonly log: Logger;
}

const optionNames = {
  apiKey: true,
  baseUrl: true,
  inferenceUrl: true,
  timeout: true,
  maxRetries: true,
  maxRetryAfter: true,
  customHeaders: true,
  environment: true,
  fetch: true,
  localFiles: true,
  logger: true,
  logLevel: true,
  dangerouslyAllowBrowser: true,
} as const satisfies Record<keyof RuncrateOptions, true>;

/** Resolves options once, at the top. `servers` are those of openapi.json. */
export function resolveConfig(
  options: RuncrateOptions,
  servers: Readonly<Record<string, string>>,
  platform: Platform,
): Config {
  checkOptionNames(options, optionNames, 'new Runcrate()');
  checkBrowser(options, platform);
  const log = resolveLog(options);
  return {
    apiKey: resolveApiKey(options.apiKey, platform),
    servers: resolveServers(options, servers, platform, log),
    maxRetries: checkMaxRetries(options.maxRetries ?? 3),
    maxRetryAfterMs: checkSeconds('maxRetryAfter', options.maxRetryAfter ?? 60, { allowZero: true }) * 1000,
    headers: checkHeaders(options.customHeaders ?? {}, '`customHeaders`') as Readonly<Record<string, string>>,
    environment: options.environment === undefined ? undefined : checkEnvironment(options.environment),
    fetch: resolveFetch(options.fetch),
    localFiles: options.localFiles ?? true,
    log,
  };
}

function checkBrowser(options: RuncrateOptions, platform: Platform): void {
  if (!platform.isBrowser || options.dangerouslyAllowBrowser === true) return;
  throw new RuncrateError(
    'This is a web page: every visitor could read the API key. Call Runcrate from your server, or pass `dangerouslyAllowBrowser: true`.',
  );
}

/** A key that is there is checked at once; one that a function gives, whenever it is asked for. */
function resolveApiKey(option: RuncrateOptions['apiKey'], platform: Platform): () => Promise<string> {
  if (typeof option === 'function') return async () => checkApiKey(await option(), 'The function `apiKey`');
  const key =
    option === undefined
      ? checkApiKey(platform.environmentVariable('RUNCRATE_API_KEY'), 'RUNCRATE_API_KEY')
      : checkApiKey(option, '`apiKey`');
  const answer = Promise.resolve(key);
  return () => answer;
}

function resolveFetch(option: RuncrateOptions['fetch']): typeof globalThis.fetch {
  const fetch: unknown = option ?? globalThis.fetch;
  if (typeof fetch === 'function') return fetch as typeof globalThis.fetch;
  throw new RuncrateError(
    option === undefined
      ? 'This runtime has no `fetch`. Use Node.js 18 or later, or pass one as `fetch`.'
      : '`fetch` must be a function such as the platform’s own.',
  );
}

function resolveLog(options: RuncrateOptions): Logger {
  const level: unknown = options.logLevel ?? 'warn';
  if (!isLogLevel(level)) throw new RuncrateError('`logLevel` must be "off", "error", "warn", "info" or "debug".');
  const logger: unknown = options.logger ?? console;
  if (isLogger(logger)) return leveledLogger(logger, level);
  throw new RuncrateError('`logger` must have the methods error, warn, info and debug, as `console` has.');
}
