import { RuncrateError } from './errors.js';

const dayInSeconds = 24 * 60 * 60;

/** Refuses an option that does not exist: a misspelt one would silently do nothing. */
export function checkOptionNames(options: unknown, known: Readonly<Record<string, unknown>>, place: string): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new RuncrateError(`${place} takes an object of options.`);
  }
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(known, name)) continue;
    throw new RuncrateError(`${place} has no option "${name}". It takes ${Object.keys(known).join(', ')}.`);
  }
}

/** Checks a number of seconds. Over a day, someone meant milliseconds. */
export function checkSeconds(name: string, value: unknown, { allowZero = false } = {}): number {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    throw new RuncrateError(`\`${name}\` must be a number of seconds.`);
  }
  if (value < 0 || (value === 0 && !allowZero)) {
    throw new RuncrateError(`\`${name}\` must be ${allowZero ? 'at least 0' : 'more than 0'} seconds, not ${value}.`);
  }
  if (value > dayInSeconds) {
    throw new RuncrateError(
      `\`${name}\` is in seconds, and ${value} is more than a day. If you meant milliseconds, pass ${value / 1000}.`,
    );
  }
  return value;
}

/** Checks a number of repeats. */
export function checkMaxRetries(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new RuncrateError('`maxRetries` must be a whole number, 0 or more.');
}
