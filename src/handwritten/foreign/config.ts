import {
  booleanProblem,
  checkOptions,
  functionProblem,
  maxRetriesProblem,
  secondsProblem,
  timeProblem,
  type Check,
} from '../core/options/check.js';
import { commonConfig, type Config } from '../core/options/config.js';
import { addHeaders, headersProblem, headerValueProblem } from '../core/options/headers.js';
import { loggerProblem, logLevelProblem } from '../core/options/log.js';
import { requestChecks } from '../core/options/request-options.js';
import { isRecord } from '../core/json-object.js';
import type { Platform } from '../platform/platform.js';
import type { Api } from './api.js';
import { credentialsOf } from './auth.js';
import type { GivenOptions } from './options.js';
import { serversOf } from './servers.js';

const unchecked: Check = () => undefined;
const recordProblem: Check = (value) => (isRecord(value) ? undefined : 'must be a plain object');

const checks: Readonly<Record<keyof GivenOptions, Check>> = {
  baseUrl: unchecked,
  servers: recordProblem,
  variables: recordProblem,
  auth: recordProblem,
  timeout: secondsProblem,
  maxRetries: maxRetriesProblem,
  maxRetryAfter: timeProblem,
  headers: ownHeadersProblem,
  fetch: functionProblem,
  localFiles: booleanProblem,
  logger: loggerProblem,
  logLevel: logLevelProblem,
};

const hints: Config['hints'] = { 401: 'Check the credentials in `auth` of createClient.' };

/** The options of a client of another API, checked and with every default filled in. */
export function configOf(api: Api, options: GivenOptions, platform: Platform): Config {
  checkOptions(options, checks, 'createClient()');
  const headers: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) headers[name.toLowerCase()] = value;
  return {
    ...commonConfig(options, platform),
    credentialsOf: credentialsOf(api.schemes, options.auth, platform),
    servers: serversOf(api, options, platform),
    headers,
    environment: undefined,
    addHeaders,
    // No document names that host.
    followsWww: false,
    requestChecks: { ...requestChecks, headers: ownHeadersProblem },
    hints,
  };
}

/** Many documents name no scheme at all: a caller may send `Authorization` as a header. */
function ownHeadersProblem(headers: unknown): string | undefined {
  if (!isRecord(headers)) return headersProblem(headers);
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(headers)) {
    const isOmitted = value === null && /^idem/i.test(name);
    if (/^(content-type|content-length|host|idempotency-key)$/i.test(name) && !isOmitted) {
      return `must not set ${JSON.stringify(name)}: the client sets it, and \`idempotencyKey\` is an option of a call`;
    }
    if (!/^(authorization|cookie)$/i.test(name)) others[name] = value;
    else if (value != null && headerValueProblem(name, value)) return headerValueProblem(name, value);
  }
  return headersProblem(others);
}
