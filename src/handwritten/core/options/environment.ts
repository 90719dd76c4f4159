import { textProblem, type Check } from './check.js';
import { RuncrateError } from '../errors/errors.js';
import { addHeaders } from './headers.js';
import type { Operation } from '../operation/operation.js';

/** What is wrong with the name of an environment. */
export const environmentProblem: Check = (name) =>
  textProblem(name) &&
  'must be the name of an environment, without control characters such as line breaks; leave it out for the default one';

/** The environment of a call; undefined for an operation that is not scoped, where naming one is an error. */
export function environmentOf(
  { method, path, scoped }: Operation,
  given: string | undefined,
  ofClient: string | undefined,
): string | undefined {
  if (scoped) return given ?? ofClient;
  if (given === undefined) return undefined;
  throw new RuncrateError(
    `\`environment\` has no meaning for ${method} ${path}: only instances and storage are in an environment.`,
  );
}

/** The error of a header or a query parameter of the caller's that names another environment than the call. */
export function otherEnvironmentError(option: string, name: string): RuncrateError {
  return new RuncrateError(
    `${option} must not set ${name}: it says something else than the environment of the call. Pass \`environment\`.`,
  );
}

/**
 * Puts a caller's headers over those that are there. They must not say another environment than the call is in; where
 * no `option` is named in an error, what they say of it is left out.
 */
export function addGivenHeaders(
  headers: Record<string, string>,
  given: Readonly<Record<string, string | null>> | undefined,
  option: string | undefined,
  environment: string | undefined,
): void {
  if (environment !== undefined) headers[header] = environment;
  addHeaders(headers, given);
  if (headers[header] === environment) return;
  if (option !== undefined) throw otherEnvironmentError(option, 'X-Environment');
  Reflect.deleteProperty(headers, header);
}

/** A name that a header can't carry goes by the query alone (facts.md C2). */
export function dropUnfitEnvironment(headers: Record<string, string>): void {
  if (/^[\u0021-\u007e]([\u0020-\u007e]*[\u0021-\u007e])?$/.test(headers[header] ?? '-')) return;
  Reflect.deleteProperty(headers, header);
}

const header = 'x-environment';
