import { answer, field, request, type Row, type WritableSchema } from './warehouse.js';

const where = 'rc.crates.create(params)';

function limit(title: string, name: string, change: (schema: WritableSchema) => void): Pick<Row, 'title' | 'change'> {
  return { title, change: (document) => change(field(request(document), name)) };
}

/** Ranges, lengths, patterns, formats and defaults of what is sent and received. */
export const limitRows: readonly Row[] = [
  {
    ...limit('a whole number instead of any breaks', 'max_load', (schema) => (schema.type = 'integer')),
    says: [['breaking', `${where}.maxLoad has to be a whole number now.`]],
    step: 'major',
  },
  {
    ...limit('a shorter text breaks', 'label', (schema) => (schema.maxLength = 10)),
    says: [['breaking', `${where}.label has maxLength 10 now, was 20.`]],
    step: 'major',
  },
  {
    ...limit('a longer text is an addition', 'label', (schema) => delete schema.maxLength),
    says: [['addition', `${where}.label has no maxLength any more, was 20.`]],
    step: 'minor',
  },
  {
    ...limit('a minimum where there was none breaks', 'max_load', (schema) => (schema.minimum = 1)),
    says: [['breaking', `${where}.maxLoad has minimum 1 now.`]],
    step: 'major',
    oasdiff: 'oasdiff warns, as the server may have had the limit before. A value that was good may be refused.',
  },
  {
    ...limit('another pattern breaks', 'label', (schema) => (schema.pattern = '^[a-z]*$')),
    says: [['breaking', `${where}.label has pattern ^[a-z]*$ now, was ^[a-z]+$.`]],
    step: 'major',
    oasdiff: 'oasdiff warns, as it can’t tell; neither can we, and a text that was good may be refused.',
  },
  {
    ...limit('a pattern that is gone is an addition', 'label', (schema) => delete schema.pattern),
    says: [['addition', `${where}.label has no pattern any more, was ^[a-z]+$.`]],
    step: 'minor',
  },
  {
    ...limit('a format where there was none breaks', 'note', (schema) => (schema.format = 'date-time')),
    says: [['breaking', `${where}.note has format date-time now.`]],
    step: 'major',
  },
  {
    ...limit('fewer items break', 'tags', (schema) => (schema.maxItems = 3)),
    says: [['breaking', `${where}.tags has maxItems 3 now, was 5.`]],
    step: 'major',
    oasdiff: 'oasdiff compares no maxItems of a field. A list that was good may be refused.',
  },
  {
    ...limit('a limit of the items is told of the items', 'tags', (schema) => {
      schema.items = { type: 'string', maxLength: 4 };
    }),
    says: [['breaking', `${where}.tags[] has maxLength 4 now, was 8.`]],
    step: 'major',
  },
  {
    ...limit('another default that the server fills in is a notice', 'max_load', (schema) => (schema.default = 30)),
    says: [['fix', `${where}.maxLoad has the default 30 now, was 20.`]],
    step: 'patch',
  },
  {
    title: 'a larger range of an answer is a fix, as its type has no range',
    change: (document) => {
      field(answer(document), 'max_load').maximum = 900;
    },
    says: [['fix', 'Crate.maxLoad has maximum 900 now, was 500.']],
    step: 'patch',
    oasdiff: 'A number stays a number: no type tells the range, and the decoder checks none.',
  },
  {
    title: 'another format of an answer breaks who parses it',
    change: (document) => {
      field(answer(document), 'made_at').format = 'date';
    },
    says: [['breaking', 'Crate.madeAt has format date now, was date-time.']],
    step: 'major',
    oasdiff: 'oasdiff compares no formats of answers. Code that parses the text meets another one.',
  },
];
