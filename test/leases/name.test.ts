import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaseIdOf, leaseName, readLeaseName } from '../../src/handwritten/leases/name.js';
import { nodePlatform } from '../../src/handwritten/platform/node.js';
import { webPlatform } from '../../src/handwritten/platform/web.js';

const expiresAt = new Date('2026-11-28T12:00:00Z');
const id = 'abcdefghij01';

test('a name has prefix, name, id and expiry, and can be read again', () => {
  const text = leaseName({ prefix: 'lease', name: 'training', id, expiresAt });
  expect(text).toBe('lease-training-abcdefghij01-0tp7o00e5');
  expect(readLeaseName(text)).toEqual({ prefix: 'lease', name: 'training', id, expiresAt });
});

const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet.split(',')), minLength, maxLength });
const word = 'a,Z,0,9';

test('every name that is made has at most 64 characters and is read as what it was made of', () => {
  const parts = fc.record({
    prefix: letters(word, 1, 16),
    name: letters(`${word},.,_,-`, 1, 24),
    id: letters('a,z,0,9', 12, 12),
    expiresAt: fc.integer({ min: 0, max: 36 ** 7 - 1 }).map((seconds) => new Date(seconds * 1000)),
  });
  fc.assert(
    fc.property(parts, (lease) => {
      const text = leaseName(lease);
      expect(text.length).toBeLessThanOrEqual(64);
      expect(readLeaseName(text)).toEqual(lease);
    }),
  );
});

test('a name in which one character was changed or lost is not that of a lease', () => {
  const text = leaseName({ prefix: 'lease', name: 'training', id, expiresAt });
  for (let index = 0; index < text.length; index++) {
    const [before, after] = [text.slice(0, index), text.slice(index + 1)];
    for (const changed of [before + after, `${before}${text[index] === 'x' ? 'y' : 'x'}${after}`]) {
      expect(readLeaseName(changed), changed).toBeUndefined();
    }
  }
});

test.each(['', 'training-run', 'lease-training', 'lease-training-abcdefghij01-1000000zz', 'a b-c'])(
  '%j, a name that no lease has, is not read as one',
  (name) => expect(readLeaseName(name)).toBeUndefined(),
);

test('an expiry between two seconds is rounded up', () => {
  const text = leaseName({ prefix: 'lease', name: 'a', id, expiresAt: new Date(1_000_000_001) });
  expect(readLeaseName(text)?.expiresAt).toEqual(new Date(1_000_001_000));
});

test.each([
  [{ prefix: 'two-words' }, '`prefix` must be 1 to 16 characters of A-Z, a-z and 0-9.'],
  [{ name: 'two words' }, '`name` must have at least one character, and only A-Z, a-z, 0-9, ".", "_" and "-"'],
  [
    { name: 'x'.repeat(36) },
    '`name` has 36 characters. With the prefix "lease", id and expiry, the API takes at most 35.',
  ],
  [{ id: 'ABC' }, '`id` must be 12 characters of 0-9 and a-z.'],
  [{ expiresAt: new Date(-1000) }, '`expiresAt` must be a date from 1970 to 4453.'],
  [{ expiresAt: new Date(NaN) }, '`expiresAt` must be a date from 1970 to 4453.'],
])('%j is refused by its field', (part, says) => {
  expect(() => leaseName({ prefix: 'lease', name: 'training', id, expiresAt, ...part })).toThrow(says);
});

test.each([
  ['Node.js', nodePlatform],
  ['the web', webPlatform],
])('ids of %s are valid and differ', (_, { randomId }) => {
  const ids = Array.from({ length: 1000 }, () => leaseIdOf(randomId()));
  expect(new Set(ids).size).toBe(1000);
  for (const one of ids) expect(one).toMatch(/^[0-9a-f]{12}$/);
});
