import { RuncrateError } from '../errors/errors.js';
import { isObject } from '../json-object.js';

/** Returns the problem with a value, as the end of a sentence; undefined if the value is valid. */
export type Check = (value: unknown) => string | undefined;

/**
 * Checks options against a table of all options. An unknown option is rejected: if misspelled, it would silently do
 * nothing. An undefined option counts as omitted.
 */
export function checkOptions(options: unknown, checks: Readonly<Record<string, Check>>, place: string): void {
  if (!isObject(options)) throw new RuncrateError(`${place} takes an object of options.`);
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, name)) {
      throw new RuncrateError(`${place} has no option "${name}". It takes ${Object.keys(checks).join(', ')}.`);
    }
    if (value !== undefined) checkThat(`\`${name}\``, checks[name]?.(value));
  }
}

/** Throws if there is a problem with the value that `label` names. */
export function checkThat(label: string, problem: string | undefined): void {
  if (problem !== undefined) throw new RuncrateError(`${label} ${problem}.`);
}

/** A number of seconds, more than 0. */
export const secondsProblem: Check = (value) => timeProblem(value, 'more than');

/** A number of seconds, which may be 0. More than a day is most likely meant as milliseconds. */
export function timeProblem(value: unknown, bound: 'more than' | 'at least' = 'at least'): string | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'must be a number of seconds';
  if (value < 0 || (value === 0 && bound === 'more than')) return `must be ${bound} 0 seconds, not ${value}`;
  if (value <= 24 * 60 * 60) return undefined;
  return `is in seconds, and ${value} is more than a day. If you meant milliseconds, pass ${value / 1000}`;
}

/** A number of retries. */
export const maxRetriesProblem: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 ? undefined : 'must be an integer, 0 or more';

/** A boolean. */
export const booleanProblem: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be a boolean');

/** A function. */
export const functionProblem: Check = (value) => (typeof value === 'function' ? undefined : 'must be a function');

/** A string that is valid in a URL: without control characters and lone surrogates. */
export const textProblem: Check = (value) =>
  typeof value === 'string' && value.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(value)
    ? undefined
    : 'must be a non-empty string without control characters such as line breaks';
