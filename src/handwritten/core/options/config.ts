import type { Platform } from '../../platform/platform.js';
import { clockOption, systemClock, type Clock } from '../clock.js';
import { checkApiKey } from './api-key.js';
import { bearer, type Credentials } from './credentials.js';
import {
  booleanProblem,
  checkOptions,
  functionProblem,
  maxRetriesProblem,
  secondsProblem,
  timeProblem,
  type Check,
} from './check.js';
import { addGivenHeaders, environmentProblem } from './environment.js';
import { RuncrateError } from '../errors/errors.js';
import { headersProblem } from './headers.js';
import { leveledLog, loggerProblem, logLevelProblem, type Log } from './log.js';
import { meterProblem, type Meter } from './metering.js';
import { pacingProblem } from './pacing.js';
import type { requestChecks } from './request-options.js';
import type { Operation } from '../operation/operation.js';
import type { CommonOptions, RuncrateOptions } from './client-options.js';
import { resolveServers, type ServerConfig } from './servers.js';

/** The options, checked and with every default filled in. */
export interface Config {
  readonly credentialsOf: (operation: Operation) => Credentials | Promise<Credentials>;
  readonly servers: Readonly<Record<string, ServerConfig>>;
  readonly maxRetries: number;
  readonly maxRetryAfterMs: number;
  readonly headers: Readonly<Record<string, string | null>>;
  readonly environment: string | undefined;
  /** Adds a caller's headers. One of them is that of the environment, unless the API is another one. */
  readonly addHeaders: typeof addGivenHeaders;
  /** Whether a call follows its host to the www counterpart, with the key (facts.md C1). */
  readonly followsWww: boolean;
  /** Of the options of a request, if they are not those of this API. */
  readonly requestChecks?: typeof requestChecks;
  /** The hint of an error by its status. */
  readonly hints: Readonly<Record<number, string>>;
  /** The caller's own. The platform's is looked up at each call: Next.js replaces it after modules have been loaded. */
  readonly fetch: typeof globalThis.fetch | undefined;
  /** Whether the platform takes `cache` in a request. Older workerd lacks the field, and throws on it. */
  readonly takesCache: boolean;
  readonly localFiles: boolean;
  readonly log: Log;
  /** Counts what calls use, if the caller wants that. */
  readonly usage?: Meter | undefined;
  /** For waits. */
  readonly clock: Clock;
}

/** For options that are checked where they are resolved, or can't be invalid. */
const unchecked: Check = () => undefined;

const checks: Readonly<Record<keyof RuncrateOptions, Check>> = {
  apiKey: unchecked,
  baseUrl: unchecked,
  inferenceUrl: unchecked,
  timeout: secondsProblem,
  maxRetries: maxRetriesProblem,
  maxRetryAfter: timeProblem,
  pacing: pacingProblem,
  usage: meterProblem,
  customHeaders: headersProblem,
  environment: environmentProblem,
  fetch: functionProblem,
  // A security option: a string such as 'false' must not allow files.
  localFiles: booleanProblem,
  logger: loggerProblem,
  logLevel: logLevelProblem,
  dangerouslyAllowBrowser: unchecked,
};

const hints: Config['hints'] = {
  401: 'The API key may be deactivated or deleted. Check the dashboard.',
  402: 'Add credits in the dashboard; `rc.billing.getBalance()` returns the balance.',
};

/** Resolves options once, at the top. `servers` are those of openapi.json. */
export function resolveConfig(
  options: RuncrateOptions,
  servers: Readonly<Record<string, string>>,
  platform: Platform,
): Config {
  checkOptions(options, checks, 'new Runcrate()');
  if (platform.isBrowser && options.dangerouslyAllowBrowser !== true) {
    throw new RuncrateError(
      'This is a browser: every visitor could read the API key. Call Runcrate from your server, or pass `dangerouslyAllowBrowser: true`.',
    );
  }
  const common = commonConfig(options, platform);
  return {
    ...common,
    credentialsOf: resolveApiKey(options.apiKey, platform),
    servers: resolveServers(options, servers, platform, common.log),
    // A copy: later changes would not be checked.
    headers: { ...options.customHeaders },
    environment: options.environment,
    addHeaders: addGivenHeaders,
    followsWww: true,
    hints,
    usage: options.usage,
  };
}

/** What the clients of other APIs have too. */
export function commonConfig(
  {
    maxRetries = 3,
    maxRetryAfter = 60,
    localFiles = true,
    logger = console,
    logLevel = 'warn',
    [clockOption]: clock = systemClock,
    ...options
  }: CommonOptions & { readonly [clockOption]?: Clock },
  { adaptFetch }: Platform,
): Omit<Config, 'credentialsOf' | 'servers' | 'headers' | 'environment' | 'addHeaders' | 'followsWww' | 'hints'> {
  const fetch = options.fetch as Config['fetch'];
  const { prototype = {} } = (globalThis as Partial<typeof globalThis>).Request ?? {};
  return {
    maxRetries,
    maxRetryAfterMs: maxRetryAfter * 1000,
    fetch: fetch && (adaptFetch?.(fetch) ?? fetch),
    takesCache: 'cache' in prototype,
    localFiles,
    log: leveledLog(logger, logLevel),
    clock,
  };
}

/** A string is checked at once; the result of a function, after each call. */
function resolveApiKey(option: RuncrateOptions['apiKey'], platform: Platform): Config['credentialsOf'] {
  if (typeof option === 'function') return async () => bearer(checkApiKey(await option(), 'The function `apiKey`'));
  const credentials = bearer(
    option === undefined
      ? checkApiKey(platform.environmentVariable('RUNCRATE_API_KEY'), 'RUNCRATE_API_KEY')
      : checkApiKey(option, '`apiKey`'),
  );
  return () => credentials;
}
