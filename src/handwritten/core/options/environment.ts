import { textProblem, type Check } from './check.js';
import { RuncrateError } from '../errors/errors.js';
import { addHeaders } from './headers.js';
import type { Operation } from '../operation/operation.js';

/** The problem with the name of an environment. */
export const environmentProblem: Check = (name) =>
  textProblem(name) &&
  'must be the name of an environment, without control characters such as line breaks; omit it for the default one';

/** The environment of a call; undefined for an operation that is not scoped, where an environment is an error. */
export function environmentOf(
  { method, path, scoped }: Operation,
  given: string | undefined,
  ofClient: string | undefined,
): string | undefined {
  if (scoped) return given ?? ofClient;
  if (given === undefined) return undefined;
  throw new RuncrateError(`\`environment\` does not apply to ${method} ${path}.`);
}

/** The error of a caller's header or query parameter with a different environment than the call's. */
export function otherEnvironmentError(option: string, name: string): RuncrateError {
  return new RuncrateError(
    `${option} must not set ${name}: it differs from the environment of the call. Pass \`environment\`.`,
  );
}

/**
 * Sets a caller's headers over the existing ones. An environment that differs from the call's throws an error that
 * names `option`; without `option`, it is dropped.
 */
export function addGivenHeaders(
  headers: Record<string, string>,
  given: Readonly<Record<string, string | null>> | undefined,
  option: string | undefined,
  environment: string | undefined,
): void {
  if (environment !== undefined) headers[header] = environment;
  addHeaders(headers, given);
  const isOther = headers[header] !== environment;
  if (isOther && option !== undefined) throw otherEnvironmentError(option, 'X-Environment');
  // A name that is not valid in a header is sent only in the query (facts.md C2).
  if (!isOther && /^[\u0021-\u007e]([\u0020-\u007e]*[\u0021-\u007e])?$/.test(headers[header] ?? '-')) return;
  Reflect.deleteProperty(headers, header);
}

const header = 'x-environment';
