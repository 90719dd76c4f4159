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
    title: 'a removed response field is breaking',
    change: (document) => removeField(answer(document), 'state'),
    says: [['breaking', 'Crate.state was removed.']],
    step: 'major',
  },
  {
    title: 'a removed optional response field is breaking',
    change: (document) => removeField(answer(document), 'max_load'),
    says: [['breaking', 'Crate.maxLoad was removed.']],
    step: 'major',
    oasdiff: 'oasdiff warns: the field was optional anyway. Code that reads it does not compile.',
  },
  {
    title: 'a new required response field is an addition',
    change: (document) => {
      answer(document).properties!['depth'] = { type: 'integer' };
      setRequired(answer(document), 'id', 'state', 'depth');
    },
    says: [['addition', 'Crate.depth is new: number.']],
    step: 'minor',
  },
  {
    title: 'a new optional response field is an addition',
    change: (document) => {
      answer(document).properties!['depth'] = { type: 'integer' };
    },
    says: [['addition', 'Crate.depth is new: number.']],
    step: 'minor',
  },
  {
    title: 'a response field that becomes optional is breaking',
    change: (document) => setRequired(answer(document), 'id'),
    says: [['breaking', 'Crate.state is optional now: a response may omit it.']],
    step: 'major',
  },
  {
    title: 'a response field that is always present now is an addition',
    change: (document) => setRequired(answer(document), 'id', 'state', 'max_load'),
    says: [['addition', 'Crate.maxLoad is always present now.']],
    step: 'minor',
  },
  {
    title: 'a new response value is an addition, as the set is open',
    change: (document) => {
      field(answer(document), 'state').enum = ['open', 'shut', 'ajar'];
    },
    says: [['addition', "Crate.state has the value 'ajar' now."]],
    step: 'minor',
  },
  {
    title: 'a removed response value is a fix',
    change: (document) => {
      field(answer(document), 'state').enum = ['open', 'shut', 'ajar'];
    },
    before: (document) => {
      field(answer(document), 'state').enum = ['open', 'shut', 'ajar', 'lost'];
    },
    says: [['fix', "Crate.state no longer has the value 'lost'."]],
    step: 'patch',
  },
  {
    title: 'a constant that gets a second value is breaking, as its type was closed',
    change: (document) => {
      field(answer(document), 'object').enum = ['crate', 'box'];
    },
    says: [
      ['breaking', "Crate.object has the value 'box' now."],
      ['breaking', 'Crate.object may have values other than the known ones now.'],
    ],
    step: 'major',
    oasdiff:
      "oasdiff warns: a client may handle other values. The type was only `'crate'`, and distinguishes variants.",
  },
  {
    title: 'any string instead of known response values is a fix, as the type was open',
    change: (document) => {
      delete field(answer(document), 'state').enum;
    },
    says: [['fix', "Crate.state is string now, was 'open' | 'shut' | (string & {})."]],
    step: 'patch',
  },
  {
    title: 'a response field that may be null is breaking',
    change: (document) => {
      field(answer(document), 'id').type = ['string', 'null'];
    },
    says: [['breaking', 'Crate.id may be null now.']],
    step: 'major',
  },
  {
    title: 'a response field that is never null now is an addition',
    change: (document) => {
      field(answer(document), 'note').type = 'string';
    },
    says: [['addition', 'Crate.note is never null now.']],
    step: 'minor',
  },
  {
    title: 'another type of a response field is breaking',
    change: (document) => {
      field(answer(document), 'id').type = 'integer';
    },
    says: [['breaking', 'Crate.id is number now, was string.']],
    step: 'major',
  },
  {
    title: 'a response type with other optional fields is breaking',
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
    oasdiff: 'oasdiff warns: the fields were optional anyway. Code that reads them does not compile.',
  },
  {
    title: 'a new description of a field is documentation',
    change: (document) => {
      field(answer(document), 'max_load').description = 'In tons.';
    },
    says: [['fix', 'Crate.maxLoad has a new description.']],
    step: 'patch',
  },
  {
    title: 'a deprecated field requires a minor version',
    change: (document) => {
      field(answer(document), 'note').deprecated = true;
    },
    says: [['addition', 'Crate.note is deprecated now.']],
    step: 'minor',
  },
  {
    title: 'a renamed schema is a different type',
    change: renameCrate,
    says: [
      ['breaking', 'Crate was removed.'],
      ['addition', 'Box is a new type.'],
    ],
    step: 'major',
    oasdiff: 'The schema name is the name of a type that callers import; on the wire nothing changes.',
  },
  {
    title: 'additional properties in a response are an addition',
    change: (document) => {
      answer(document).additionalProperties = true;
    },
    says: [['addition', 'Crate may have additional properties now.']],
    step: 'minor',
  },
  {
    title: 'a response of another type is breaking',
    change: (document) => {
      operation(document, 'getStack').responses = ok({ type: 'array', items: { type: 'string' } });
    },
    says: [['breaking', 'rc.crates.getStack() is string[] now, was string.']],
    step: 'major',
  },
  {
    title: 'a response without a body is breaking, where it had one',
    change: (document) => {
      operation(document, 'getStack').responses = { 204: { description: 'Done.' } };
    },
    says: [['breaking', 'rc.crates.getStack() is void now, was string.']],
    step: 'major',
  },
];
