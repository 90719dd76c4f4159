import { isObject } from '../core/json-object.js';
import type { Check } from '../core/options/check.js';
import { longestSeconds } from './duration.js';

export const countProblem: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 1 ? undefined : 'must be an integer, 1 or more';

export const textProblem: Check = (value) => (isText(value) ? undefined : 'must be a non-empty string');

export const textsProblem: Check = (value) => {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.length > 0 && texts.every(isText) ? undefined : 'must be a non-empty string or a list of them';
};

/** A script may be empty. */
export const scriptProblem: Check = (value) => (typeof value === 'string' ? undefined : 'must be a string');

export const commandsProblem: Check = (value) =>
  Array.isArray(value) && value.every((command) => typeof command === 'string')
    ? undefined
    : 'must be a list of strings';

export const variablesProblem: Check = (value) =>
  isObject(value) || Array.isArray(value) ? undefined : 'must be an object, or a list of `{ key, value }`';

export const flagProblem: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be a boolean');

export const usdProblem: Check = (value) =>
  Number.isFinite(value) && (value as number) > 0 ? undefined : 'must be a number of USD, more than 0';

export const durationProblem: Check = (value) => {
  if (!Number.isFinite(value) || (value as number) <= 0) return 'must be a number of seconds, more than 0';
  if ((value as number) <= longestSeconds) return undefined;
  return `is in seconds, and ${String(value)} is more than a year. If you meant milliseconds, pass ${(value as number) / 1000}`;
};

export const graceProblem: Check = (value) =>
  Number.isFinite(value) && (value as number) >= 0 ? undefined : 'must be a number of seconds, 0 or more';

export const intervalProblem: Check = (value) =>
  Number.isFinite(value) && (value as number) > 0 ? undefined : 'must be a number of milliseconds, more than 0';

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
