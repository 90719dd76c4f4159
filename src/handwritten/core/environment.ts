import { RuncrateError } from './errors.js';
import type { Operation, RequestOptions } from './operation.js';

/** The header that names the environment of a call, beside the query parameter `environment` (facts.md C2). */
export const environmentHeader = 'X-Environment';

/** Checks the name of an environment. `option` says where it came from. */
export function checkEnvironment(name: unknown, option = '`environment`'): string {
  if (typeof name !== 'string' || name.trim() === '') {
    throw new RuncrateError(
      `${option} must be the name of an environment, such as "production"; leave it out for the default one.`,
    );
  }

  if (/[\u0000-\u001f\u007f-\u009f]/.test(name)) {
    throw new RuncrateError(`${option} must not hold control characters such as line breaks.`);
  }
  if (/\p{Surrogate}/u.test(name)) throw new RuncrateError(`${option} must be valid Unicode text.`);
  return name;
}

/** The header for a name; none for a name that a header can't carry, which goes by the query alone. */
export function environmentHeaders(name: string): Record<string, string> {
  return /^[\u0021-\u007e]([\u0020-\u007e]*[\u0021-\u007e])?$/.test(name) ? { [environmentHeader]: name } : {};
}

/** What the client says of its environment. */
interface ClientEnvironment {
  readonly environment: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** The environment of a call; undefined for an operation that is not scoped, where naming one is an error. */
export function environmentOf(
  { method, path, scoped }: Operation,
  options: RequestOptions,
  client: ClientEnvironment,
): string | undefined {
  if (!scoped && options.environment !== undefined) {
    throw new RuncrateError(
      `\`environment\` has no meaning for ${method} ${path}: only instances and storage are in an environment.`,
    );
  }
  const environment = scoped ? (options.environment ?? client.environment) : undefined;
  checkSameEnvironment('`headers`', options.headers ?? {}, environment);
  if (scoped) {
    checkSameEnvironment('`customHeaders`', client.headers, environment);
    checkSameEnvironmentQuery(options, environment);
  }
  return environment;
}

function checkSameEnvironment(
  option: string,
  headers: Readonly<Record<string, string | null>>,
  environment: string | undefined,
): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!isEnvironmentHeader(name) || value === environment) continue;
    throw new RuncrateError(
      `${option} must not set ${environmentHeader}: it says something else than the environment of the call. Pass \`environment\`.`,
    );
  }
}

function checkSameEnvironmentQuery({ extraQuery = {} }: RequestOptions, environment: string | undefined): void {
  if (!Object.hasOwn(extraQuery, 'environment') || extraQuery['environment'] === environment) return;
  throw new RuncrateError(
    '`extraQuery` must not set environment: it says something else than the environment of the call. Pass `environment`.',
  );
}

/** The name of an environment travels as this module says, whatever a caller's headers hold. */
export function withoutEnvironment(headers: Readonly<Record<string, string | null>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => !isEnvironmentHeader(name) && (value as unknown) !== undefined),
  );
}

function isEnvironmentHeader(name: string): boolean {
  return name.toLowerCase() === environmentHeader.toLowerCase();
}
