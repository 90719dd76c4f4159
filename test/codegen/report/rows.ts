import { Spec } from '../../../codegen/read/spec.js';
import { reportOn, type Report } from '../../../codegen/report/report.js';
import { specOf, type Crates } from '../crates.js';
import { answerRows } from './answer-rows.js';
import { argumentRows } from './argument-rows.js';
import { bodyRows } from './body-rows.js';
import { bothWaysRows } from './both-ways-rows.js';
import { callRows } from './call-rows.js';
import { configRows } from './config-rows.js';
import { equalRows } from './equal-rows.js';
import { limitRows } from './limit-rows.js';
import { methodRows } from './method-rows.js';
import { requestRows } from './request-rows.js';
import { stricterRows } from './stricter-rows.js';
import { errors, warehouse, type Row } from './warehouse.js';

export const rows: readonly Row[] = [
  ...methodRows,
  ...argumentRows,
  ...requestRows,
  ...bodyRows,
  ...limitRows,
  ...stricterRows,
  ...equalRows,
  ...answerRows,
  ...bothWaysRows,
  ...callRows,
  ...configRows,
];

/** The two documents of a row. */
export function documentsOf({ before, change }: Row): { readonly old: Crates; readonly new: Crates } {
  const [old, now] = [warehouse(), warehouse()];
  for (const document of [old, now]) before?.(document);
  change?.(now);
  return { old, new: now };
}

const reports = new WeakMap<Row, Report>();

/** Made once for the tests that compare it with the table and with other tools. */
export function reportOf(row: Row): Report {
  const report = reports.get(row) ?? makeReport(row);
  reports.set(row, report);
  return report;
}

function makeReport(row: Row): Report {
  const { old, new: now } = documentsOf(row);
  return reportOn({
    old: new Spec('old.json', specOf(old).document),
    new: new Spec('new.json', specOf(now).document),
    config: { errors, ...row.config },
    ...(row.oldConfig ? { oldConfig: { errors, ...row.oldConfig } } : {}),
  });
}
