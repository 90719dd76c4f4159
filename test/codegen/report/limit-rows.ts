import { answer, field, request, type Row, type WritableSchema } from './warehouse.js';

const where = 'rc.crates.create(params)';

function limit(title: string, name: string, change: (schema: WritableSchema) => void): Pick<Row, 'title' | 'change'> {
  return { title, change: (document) => change(field(request(document), name)) };
}

/** Ranges, lengths, patterns, formats and defaults of requests and responses. */
export const limitRows: readonly Row[] = [
  {
    ...limit('an integer instead of any number is breaking', 'max_load', (schema) => (schema.type = 'integer')),
    says: [['breaking', `${where}.maxLoad must be an integer now.`]],
    step: 'major',
  },
  {
    ...limit('a smaller maxLength is breaking', 'label', (schema) => (schema.maxLength = 10)),
    says: [['breaking', `${where}.label has maxLength 10 now, was 20.`]],
    step: 'major',
  },
  {
    ...limit('a removed maxLength is an addition', 'label', (schema) => delete schema.maxLength),
    says: [['addition', `${where}.label no longer has maxLength, was 20.`]],
    step: 'minor',
  },
  {
    ...limit('a new minimum is breaking', 'max_load', (schema) => (schema.minimum = 1)),
    says: [['breaking', `${where}.maxLoad has minimum 1 now.`]],
    step: 'major',
    oasdiff: 'oasdiff warns, as the server may have had the limit before. A previously valid value may be rejected.',
  },
  {
    ...limit('another pattern is breaking', 'label', (schema) => (schema.pattern = '^[a-z]*$')),
    says: [['breaking', `${where}.label has pattern ^[a-z]*$ now, was ^[a-z]+$.`]],
    step: 'major',
    oasdiff:
      'oasdiff warns, as it can’t compare patterns; neither can we, and a previously valid string may be rejected.',
  },
  {
    ...limit('a removed pattern is an addition', 'label', (schema) => delete schema.pattern),
    says: [['addition', `${where}.label no longer has pattern, was ^[a-z]+$.`]],
    step: 'minor',
  },
  {
    ...limit('a new format is breaking', 'note', (schema) => (schema.format = 'date-time')),
    says: [
      ['breaking', `${where}.note has format date-time now.`],
      ['addition', `${where}.note is string | Date | null now, was string | null.`],
    ],
    step: 'major',
  },
  {
    ...limit('a smaller maxItems is breaking', 'tags', (schema) => (schema.maxItems = 3)),
    says: [['breaking', `${where}.tags has maxItems 3 now, was 5.`]],
    step: 'major',
    oasdiff: 'oasdiff does not compare maxItems of a field. A previously valid list may be rejected.',
  },
  {
    ...limit('a limit of the items is reported for the items', 'tags', (schema) => {
      schema.items = { type: 'string', maxLength: 4 };
    }),
    says: [['breaking', `${where}.tags[] has maxLength 4 now, was 8.`]],
    step: 'major',
  },
  {
    ...limit('another server-side default of a field is a fix', 'max_load', (schema) => (schema.default = 30)),
    says: [['fix', `${where}.maxLoad has the default 30 now, was 20.`]],
    step: 'patch',
  },
  {
    title: 'a larger range of a response field is a fix, as its type has no range',
    change: (document) => {
      field(answer(document), 'max_load').maximum = 900;
    },
    says: [['fix', 'Crate.maxLoad has maximum 900 now, was 500.']],
    step: 'patch',
    oasdiff: 'A number stays a number: types have no range, and the decoder does not validate.',
  },
  {
    title: 'another format of a response field is breaking',
    change: (document) => {
      field(answer(document), 'made_at').format = 'date';
    },
    says: [['breaking', 'Crate.madeAt has format date now, was date-time.']],
    step: 'major',
    oasdiff: 'oasdiff does not compare formats of responses. Code that parses the string gets another format.',
  },
];
