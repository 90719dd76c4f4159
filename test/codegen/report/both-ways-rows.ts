import type { Crates } from '../crates.js';
import { addLabel, field, setRequired, type Row, type WritableSchema } from './warehouse.js';

function label(document: Crates): WritableSchema {
  return document.components.schemas['Label'] as WritableSchema;
}

/** What `PUT /label` takes and gives. */
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

/** A type that is sent and received is asked both questions. */
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
    title: 'both ways, a new required field breaks who sends it',
    before,
    change: (document) => {
      label(document).properties!['font'] = { type: 'string' };
      setRequired(label(document), 'text', 'font');
    },
    says: [['breaking', 'Label.font is new and required: string.']],
    step: 'major',
  },
  {
    title: 'both ways, a field that is required now breaks who sends it',
    before,
    change: (document) => setRequired(label(document), 'text', 'size'),
    says: [['breaking', 'Label.size is required now.']],
    step: 'major',
  },
  {
    title: 'both ways, a field that is optional now breaks who reads it',
    before,
    change: (document) => setRequired(label(document)),
    says: [['breaking', 'Label.text is optional now, so an answer may lack it.']],
    step: 'major',
  },
  {
    title: 'both ways, a wider type breaks who reads it',
    before,
    change: (document) => {
      field(label(document), 'size').type = ['number', 'string'];
    },
    says: [['breaking', 'Label.size is number | string now, was number.']],
    step: 'major',
  },
  {
    title: 'a new value of a schema with two types is told of both',
    before: beforeKnown,
    change: addTin,
    says: [
      ['addition', "Label.kind knows the value 'tin' now."],
      ['addition', "LabelParam.kind knows the value 'tin' now."],
    ],
    step: 'minor',
  },
  {
    title: 'a new value of a type that is sent back breaks, as it is closed both ways',
    before: beforeKnown,
    change: addTin,
    config: { sentBack: ['Label'] },
    says: [['breaking', "Label.kind knows the value 'tin' now."]],
    step: 'major',
    oasdiff:
      'oasdiff warns, and knows no `sentBack`: here the type of the answer is closed, so that it fits a request.',
  },
];
