import { describe, expect, test } from 'vitest';
import { lineOf } from '../../../codegen/report/report-text.js';
import type { Change } from '../../../codegen/report/changes.js';
import type { Severity } from '../../../codegen/report/severity.js';
import { publicName } from '../../../codegen/config/names.js';
import { keywordRows, type AnySchema, type KeywordRow } from './keywords.js';
import { reportOf } from './rows.js';
import { answer, request, type WritableSchema } from './warehouse.js';
import type { Crates } from '../crates.js';

const cases = keywordRows.map((row, index) => [row.keyword, row, `rule_${index}`] as const);

/** One report on all keywords, each on a field of its own. */
function changesIn(
  target: (document: Crates) => WritableSchema,
  before: (row: KeywordRow) => AnySchema,
  after: (row: KeywordRow) => AnySchema,
): readonly Change[] {
  const set = (document: Crates, schemaOf: (row: KeywordRow) => AnySchema): void => {
    for (const [, row, name] of cases) Object.assign(target(document).properties!, { [name]: schemaOf(row) });
  };
  const row = {
    before: (document: Crates) => set(document, before),
    change: (document: Crates) => set(document, after),
  };
  return reportOf({ ...row, title: '', says: [], step: 'none' }).changes;
}

/** Of the field and of its parts, after its name. */
function saidOf(changes: readonly Change[], field: string): [Severity, string][] {
  const own = changes.filter(({ where }) => where.startsWith(field) && !/\d/.test(where.charAt(field.length)));
  return own.map((change) => [change.severity, lineOf(change).slice(field.length)]);
}

const free = ({ free }: KeywordRow): AnySchema => free;
const strict = ({ strict }: KeywordRow): AnySchema => strict;

function textOf(words: string): string {
  return `${/^[.[]/.test(words) ? '' : ' '}${words}.`;
}

describe('in a request', () => {
  const looser = changesIn(request, strict, free);
  const field = (name: string): string => `rc.crates.create(params).${publicName(name)}`;

  test.each(cases)('a removed %s is an addition', (_, row, name) => {
    expect(saidOf(looser, field(name))).toEqual([['addition', textOf(row.looser)]]);
  });
});

describe('in a response', () => {
  const [stricter, looser] = [changesIn(answer, free, strict), changesIn(answer, strict, free)];

  test.each(cases)('a new %s is not silent, and breaks nothing', (_, __, name) => {
    const said = saidOf(stricter, `Crate.${publicName(name)}`);
    expect(said).not.toEqual([]);
    expect(said.map(([severity]) => severity)).not.toContain('breaking');
  });

  test.each(cases)('a removed %s is not silent', (_, __, name) => {
    expect(saidOf(looser, `Crate.${publicName(name)}`)).not.toEqual([]);
  });
});
