import { RuncrateError } from '../core/errors/errors.js';
import type { Check } from '../core/options/check.js';

/** What the name of a leased instance says. */
export interface LeaseName {
  /** The same for all leases of one program or team: `sweepLeases` takes those of one prefix. */
  readonly prefix: string;
  /** As it was given to `lease`. */
  readonly name: string;
  /** Unique: 12 of the characters 0 to 9 and a to z. */
  readonly id: string;
  /** When anybody may terminate the instance, in whole seconds. */
  readonly expiresAt: Date;
}

/** The prefix of a lease that is given none. */
export const defaultPrefix = 'lease';

/** The API refuses longer names of instances (facts.md 4.2). */
const longestName = 64;
const idLength = 12;
/** Seconds since 1970 in base 36: enough until the year 4453. */
const expiryLength = 7;
const checkLength = 2;
const radix = 36;
/** The hyphens, the id, the expiry and the check digits. */
const fixedLength = 3 + idLength + expiryLength + checkLength;

const pattern = new RegExp(
  `^([A-Za-z0-9]+)-([\\w.-]+)-([0-9a-z]{${idLength}})-([0-9a-z]{${expiryLength}})([0-9a-z]{${checkLength}})$`,
);

/** A prefix has no hyphen, so that a name is read in one way only. */
export const prefixProblem: Check = (value) =>
  typeof value === 'string' && /^[A-Za-z0-9]{1,16}$/.test(value)
    ? undefined
    : 'must be 1 to 16 characters of A-Z, a-z and 0-9';

/** What is not changed by any server, so that the instance is found by its name again. */
export const labelProblem: Check = (value) =>
  typeof value === 'string' && /^[\w.-]+$/.test(value)
    ? undefined
    : 'must have at least one character, and only A-Z, a-z, 0-9, ".", "_" and "-", as "training-7"';

/**
 * Makes the name of a leased instance: prefix, name, id, expiry and two check digits, with at most 64 characters.
 *
 * @throws `RuncrateError` if a part is not valid, or all together are too long.
 */
export function leaseName({ prefix, name, id, expiresAt }: LeaseName): string {
  checkName(prefix, name);
  checkThat('`id`', /^[0-9a-z]{12}$/.test(id) ? undefined : 'must be 12 characters of 0-9 and a-z');
  const seconds = Math.ceil(expiresAt.getTime() / 1000);
  const isValid = seconds >= 0 && seconds < radix ** expiryLength;
  checkThat('`expiresAt`', isValid ? undefined : 'must be a date from 1970 to 4453');
  const text = `${prefix}-${name}-${id}-${seconds.toString(radix).padStart(expiryLength, '0')}`;
  return text + checkDigits(text);
}

/** Throws if prefix or name is not valid, or the name of the instance would be longer than the API accepts. */
export function checkName(prefix: string, name: string): void {
  checkThat('`prefix`', prefixProblem(prefix));
  checkThat('`name`', labelProblem(name));
  const most = longestName - fixedLength - prefix.length;
  const problem = `has ${name.length} characters. With the prefix "${prefix}", id and expiry, the API takes at most ${most}`;
  checkThat('`name`', name.length <= most ? undefined : problem);
}

/**
 * Reads the name of an instance; undefined if it is not that of a lease. Two check digits keep a name that only looks
 * like one from being taken for a lease.
 */
export function readLeaseName(text: string): LeaseName | undefined {
  const [, prefix, name, id, expiry, digits] = pattern.exec(text) ?? [];
  if (prefix === undefined || name === undefined || id === undefined || expiry === undefined) return undefined;
  if (digits !== checkDigits(text.slice(0, -checkLength))) return undefined;
  return { prefix, name, id, expiresAt: new Date(parseInt(expiry, radix) * 1000) };
}

/** A new id, of the random id of a platform: hexadecimal or decimal digits and hyphens. */
export function leaseIdOf(random: string): string {
  return random.replaceAll('-', '').slice(-idLength).padStart(idLength, '0');
}

function checkDigits(text: string): string {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % radix ** checkLength;
  return sum.toString(radix).padStart(checkLength, '0');
}

function checkThat(label: string, problem: string | undefined): void {
  if (problem !== undefined) throw new RuncrateError(`${label} ${problem}.`);
}
