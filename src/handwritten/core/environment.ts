import { textProblem, type Check } from './check.js';
import { RuncrateError } from './errors.js';
import type { Operation, RequestOptions } from './operation.js';

/** What is wrong with the name of an environment. */
export const environmentProblem: Check = (name) =>
  textProblem(name) &&
  'must be the name of an environment, without control characters such as line breaks; leave it out for the default one';

/** What the client says of its environment. */
interface ClientEnvironment {
  readonly environment: string | undefined;
  readonly headers: Readonly<Record<string, string | null>>;
}

/** The environment of a call; undefined for an operation that is not scoped, where naming one is an error. */
export function environmentOf(
  { method, path, scoped }: Operation,
  { environment: given, headers, extraQuery }: RequestOptions,
  client: ClientEnvironment,
): string | undefined {
  if (!scoped && given !== undefined) {
    throw new RuncrateError(
      `\`environment\` has no meaning for ${method} ${path}: only instances and storage are in an environment.`,
    );
  }
  const environment = scoped ? (given ?? client.environment) : undefined;
  checkSame(headers, '`headers`', header, environment);
  if (!scoped) return undefined;
  checkSame(client.headers, '`customHeaders`', header, environment);
  checkSame(extraQuery, '`extraQuery`', /^environment$/, environment);
  return environment;
}

const header = /^x-environment$/i;

/** A header or a query parameter of the caller's must not say something else. */
function checkSame(values: object = {}, option: string, named: RegExp, environment: string | undefined): void {
  for (const [name, value] of Object.entries(values) as [string, unknown][]) {
    if (!named.test(name) || value === environment) continue;
    throw new RuncrateError(
      `${option} must not set ${name}: it says something else than the environment of the call. Pass \`environment\`.`,
    );
  }
}

/**
 * Names the environment in a header too, beside the query (facts.md C2), and takes away what a caller's headers said
 * of it. A name that a header can't carry goes by the query alone.
 */
export function nameEnvironment(headers: Record<string, string>, environment: string | undefined): void {
  Reflect.deleteProperty(headers, 'x-environment');
  if (environment === undefined || !/^[\u0021-\u007e]([\u0020-\u007e]*[\u0021-\u007e])?$/.test(environment)) return;
  headers['x-environment'] = environment;
}
