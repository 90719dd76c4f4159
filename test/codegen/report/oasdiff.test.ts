import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashOf, verdictsFile, type Verdict } from './oasdiff-verdicts.js';
import { documentsOf, reportOf, rows } from './rows.js';

const verdicts = JSON.parse(readFileSync(verdictsFile, 'utf8')) as Readonly<Record<string, Verdict>>;

test('oasdiff has one recorded verdict for each row', () => {
  expect(Object.keys(verdicts)).toEqual(rows.map(({ title }) => title));
});

test.each(rows.map((row) => [row.title, row] as const))('oasdiff agrees, or the row has a reason: %s', (title, row) => {
  const verdict = verdicts[title]!;
  // If this fails, run npx tsx test/codegen/oasdiff.ts.
  expect(hashOf(documentsOf(row))).toBe(verdict.documents);
  const isBreaking = reportOf(row).changes.some(({ severity }) => severity === 'breaking');
  expect({ differs: verdict.isBreaking !== isBreaking, oasdiff: verdict.says }).toEqual({
    differs: row.oasdiff !== undefined,
    oasdiff: verdict.says,
  });
});
