import { expect, test } from 'vitest';
import { lineOf } from '../../../codegen/report/report-text.js';
import { reportOf, rows } from './rows.js';

test('the table has a row for each of at least 45 changes', () => {
  expect(new Set(rows.map(({ title }) => title)).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThanOrEqual(45);
});

test.each(rows.map((row) => [row.title, row] as const))('%s', (_, row) => {
  const { changes, step } = reportOf(row);
  expect(changes.map((change) => [change.severity, lineOf(change)])).toEqual(row.says);
  expect(step).toBe(row.step);
});
