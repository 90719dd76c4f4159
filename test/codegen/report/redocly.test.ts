import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashOf, redoclyFile, unreadable, type Verdict } from './oasdiff-verdicts.js';
import { kinds, reasons } from './redocly-reasons.js';
import { documentsOf, reportOf, rows } from './rows.js';

const verdicts = JSON.parse(readFileSync(redoclyFile, 'utf8')) as Readonly<Record<string, Verdict>>;

test('redocly diff has one recorded verdict for each row, on its present documents', () => {
  // If this fails, run npx tsx test/codegen/redocly.ts.
  const recorded = Object.entries(verdicts).map(([title, { documents }]) => [title, documents]);
  expect(recorded).toEqual(rows.map((row) => [row.title, hashOf(documentsOf(row))]));
});

test('each reason is the reason of a row', () => {
  const titles = new Set(rows.map(({ title }) => title));
  expect(Object.keys(reasons).filter((title) => !titles.has(title))).toEqual([]);
});

test.each(rows.map((row) => [row.title, row] as const))(
  'redocly diff agrees, or the row has a reason of that kind: %s',
  (title, row) => {
    const isBreaking = reportOf(row).changes.some(({ severity }) => severity === 'breaking');
    const { isBreaking: isBroken, says } = verdicts[title]!;
    const alone = isBreaking ? 'report' : 'redocly';
    const reason = reasons[title];
    expect({ breaking: isBreaking === isBroken ? undefined : alone, redocly: says }).toEqual({
      breaking: reason && kinds[reason].breaking,
      redocly: says,
    });
  },
);

test('a row that redocly diff can not read has that as its reason', () => {
  const unread = Object.keys(reasons).filter((title) => verdicts[title]?.says.includes(unreadable));
  expect(unread).toEqual(Object.keys(reasons).filter((title) => reasons[title] === 'unreadable'));
});
