import type { Crates } from '../crates.js';
import { addLabel, field, setRequired, type Row, type WritableSchema } from './warehouse.js';

function label(document: Crates): WritableSchema {
  return document.components.schemas['Label'] as WritableSchema;
}

/** The request and response type of `PUT /label`. */
const before = (document: Crates): void => {
  const properties = { text: { type: 'string' }, size: { type: 'number' }, kind: { type: 'string' } };
  addLabel(document, { type: 'object', required: ['text'], properties });
};

const beforeKnown = (document: Crates): void => {
  before(document);
  field(label(document), 'kind').enum = ['paper', 'foil'];
};

const addTin = (document: Crates): void => {
  field(label(document), 'kind').enum = ['paper', 'foil', 'tin'];
};

/** A type in requests and responses is compared in both directions. */
export const bothWaysRows: readonly Row[] = [
  {
    title: 'both ways, a new optional field is an addition',
    before,
    change: (document) => {
      label(document).properties!['font'] = { type: 'string' };
    },
    says: [['addition', 'Label.font is new: string.']],
    step: 'minor',
  },
  {
    title: 'both ways, a new required field is breaking for requests',
    before,
    change: (document) => {
      label(document).properties!['font'] = { type: 'string' };
      setRequired(label(document), 'text', 'font');
    },
    says: [['breaking', 'Label.font is new and required: string.']],
    step: 'major',
  },
  {
    title: 'both ways, a field that becomes required is breaking for requests',
    before,
    change: (document) => setRequired(label(document), 'text', 'size'),
    says: [['breaking', 'Label.size is required now.']],
    step: 'major',
  },
  {
    title: 'both ways, a field that becomes optional is breaking for responses',
    before,
    change: (document) => setRequired(label(document)),
    says: [['breaking', 'Label.text is optional now: a response may omit it.']],
    step: 'major',
  },
  {
    title: 'both ways, a wider type is breaking for responses',
    before,
    change: (document) => {
      field(label(document), 'size').type = ['number', 'string'];
    },
    says: [['breaking', 'Label.size is number | string now, was number.']],
    step: 'major',
  },
  {
    title: 'a new value of a schema with two types is reported for both',
    before: beforeKnown,
    change: addTin,
    says: [
      ['addition', "Label.kind has the value 'tin' now."],
      ['addition', "LabelParam.kind has the value 'tin' now."],
    ],
    step: 'minor',
  },
  {
    title: 'a new value of a `sentBack` type is breaking, as it is closed both ways',
    before: beforeKnown,
    change: addTin,
    config: { sentBack: ['Label'] },
    says: [['breaking', "Label.kind has the value 'tin' now."]],
    step: 'major',
    oasdiff:
      'oasdiff warns, and does not know `sentBack`: the response type is closed, so that it is assignable to a request.',
  },
];
