import { ok, type Crates } from '../crates.js';
import { answer, field, operation, removeField, setRequired, type Row } from './warehouse.js';

function renameCrate(document: Crates): void {
  const text = JSON.stringify(document).replaceAll('schemas/Crate"', 'schemas/Box"');
  Object.assign(document, JSON.parse(text));
  const { Crate: box, ...others } = document.components.schemas;
  document.components.schemas = { ...others, Box: box! };
}

export const answerRows: readonly Row[] = [
  {
    title: 'a field that is gone breaks who reads it',
    change: (document) => removeField(answer(document), 'state'),
    says: [['breaking', 'Crate.state is gone.']],
    step: 'major',
  },
  {
    title: 'an optional field that is gone breaks who reads it',
    change: (document) => removeField(answer(document), 'max_load'),
    says: [['breaking', 'Crate.maxLoad is gone.']],
    step: 'major',
    oasdiff: 'oasdiff warns: the field might have been missing anyway. Code that reads it does not compile.',
  },
  {
    title: 'a new required field is an addition',
    change: (document) => {
      answer(document).properties!['depth'] = { type: 'integer' };
      setRequired(answer(document), 'id', 'state', 'depth');
    },
    says: [['addition', 'Crate.depth is new: number.']],
    step: 'minor',
  },
  {
    title: 'a new optional field to read is an addition',
    change: (document) => {
      answer(document).properties!['depth'] = { type: 'integer' };
    },
    says: [['addition', 'Crate.depth is new: number.']],
    step: 'minor',
  },
  {
    title: 'a field that may be missing now breaks who reads it',
    change: (document) => setRequired(answer(document), 'id'),
    says: [['breaking', 'Crate.state is optional now, so an answer may lack it.']],
    step: 'major',
  },
  {
    title: 'a field that is always there now is an addition',
    change: (document) => setRequired(answer(document), 'id', 'state', 'max_load'),
    says: [['addition', 'Crate.maxLoad is always there now.']],
    step: 'minor',
  },
  {
    title: 'a new value is an addition, as readers are prepared for any',
    change: (document) => {
      field(answer(document), 'state').enum = ['open', 'shut', 'ajar'];
    },
    says: [['addition', "Crate.state knows the value 'ajar' now."]],
    step: 'minor',
  },
  {
    title: 'a value that never comes any more is a fix',
    change: (document) => {
      field(answer(document), 'state').enum = ['open', 'shut', 'ajar'];
    },
    before: (document) => {
      field(answer(document), 'state').enum = ['open', 'shut', 'ajar', 'lost'];
    },
    says: [['fix', "Crate.state has no value 'lost' any more."]],
    step: 'patch',
  },
  {
    title: 'a constant that gets a second value breaks, as its type was closed',
    change: (document) => {
      field(answer(document), 'object').enum = ['crate', 'box'];
    },
    says: [
      ['breaking', "Crate.object knows the value 'box' now."],
      ['breaking', 'Crate.object may have other values than those known.'],
    ],
    step: 'major',
    oasdiff: "oasdiff warns: a client might be prepared. The type was `'crate'` alone, and tells variants apart.",
  },
  {
    title: 'any text instead of known values is a fix, as the type was open',
    change: (document) => {
      delete field(answer(document), 'state').enum;
    },
    says: [['fix', "Crate.state is string now, was 'open' | 'shut' | (string & {})."]],
    step: 'patch',
  },
  {
    title: 'a field that may be null breaks who reads it',
    change: (document) => {
      field(answer(document), 'id').type = ['string', 'null'];
    },
    says: [['breaking', 'Crate.id may be null now.']],
    step: 'major',
  },
  {
    title: 'a field that is never null now is an addition',
    change: (document) => {
      field(answer(document), 'note').type = 'string';
    },
    says: [['addition', 'Crate.note is never null now.']],
    step: 'minor',
  },
  {
    title: 'another type breaks who reads it',
    change: (document) => {
      field(answer(document), 'id').type = 'integer';
    },
    says: [['breaking', 'Crate.id is number now, was string.']],
    step: 'major',
  },
  {
    title: 'a type with other optional fields breaks who reads them',
    before: (document) => {
      document.components.schemas['Lid'] = { type: 'object', properties: { colour: { type: 'string' } } };
      document.components.schemas['Seal'] = { type: 'object', properties: { number: { type: 'string' } } };
      answer(document).properties!['lid'] = { $ref: '#/components/schemas/Lid' };
      answer(document).properties!['spare_lid'] = { $ref: '#/components/schemas/Lid' };
      answer(document).properties!['seal'] = { $ref: '#/components/schemas/Seal' };
    },
    change: (document) => {
      answer(document).properties!['lid'] = { $ref: '#/components/schemas/Seal' };
    },
    says: [['breaking', 'Crate.lid is Seal now, was Lid.']],
    step: 'major',
    oasdiff: 'oasdiff warns: the fields might have been missing anyway. Code that reads them does not compile.',
  },
  {
    title: 'another description of a field is documentation',
    change: (document) => {
      field(answer(document), 'max_load').description = 'In tons.';
    },
    says: [['fix', 'Crate.maxLoad is described otherwise.']],
    step: 'patch',
  },
  {
    title: 'a deprecated field asks for a minor version',
    change: (document) => {
      field(answer(document), 'note').deprecated = true;
    },
    says: [['addition', 'Crate.note is deprecated now.']],
    step: 'minor',
  },
  {
    title: 'a schema of another name is another type',
    change: renameCrate,
    says: [
      ['breaking', 'Crate is no type any more.'],
      ['addition', 'Box is a new type.'],
    ],
    step: 'major',
    oasdiff: 'A schema names a type that callers import; on the wire nothing changes.',
  },
  {
    title: 'fields that nobody named are an addition',
    change: (document) => {
      answer(document).additionalProperties = true;
    },
    says: [['addition', 'Crate may have fields without a name here now.']],
    step: 'minor',
  },
  {
    title: 'an answer of another type breaks who reads it',
    change: (document) => {
      operation(document, 'getStack').responses = ok({ type: 'array', items: { type: 'string' } });
    },
    says: [['breaking', 'rc.crates.getStack() is string[] now, was string.']],
    step: 'major',
  },
  {
    title: 'an answer that is empty now breaks who reads it',
    change: (document) => {
      operation(document, 'getStack').responses = { 204: { description: 'Done.' } };
    },
    says: [['breaking', 'rc.crates.getStack() is void now, was string.']],
    step: 'major',
  },
];
