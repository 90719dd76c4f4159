import { field, removeField, request, setRequired, type Row } from './warehouse.js';

const where = 'rc.crates.create(params)';

export const requestRows: readonly Row[] = [
  {
    title: 'a new required request field is breaking',
    change: (document) => {
      request(document).properties!['depth'] = { type: 'integer' };
      setRequired(request(document), 'state', 'depth');
    },
    says: [['breaking', `${where}.depth is new and required: number.`]],
    step: 'major',
  },
  {
    title: 'a new optional request field is an addition',
    change: (document) => {
      request(document).properties!['depth'] = { type: 'integer' };
    },
    says: [['addition', `${where}.depth is new: number.`]],
    step: 'minor',
  },
  {
    title: 'a request field that becomes required is breaking',
    change: (document) => setRequired(request(document), 'state', 'label'),
    says: [['breaking', `${where}.label is required now.`]],
    step: 'major',
  },
  {
    title: 'a request field with a default that becomes required is breaking',
    change: (document) => setRequired(request(document), 'state', 'max_load'),
    says: [['breaking', `${where}.maxLoad is required now.`]],
    step: 'major',
    oasdiff: 'A server may use the default; a call without the field does not compile.',
  },
  {
    title: 'a request field that becomes optional is an addition',
    change: (document) => {
      setRequired(request(document));
    },
    says: [['addition', `${where}.state is optional now.`]],
    step: 'minor',
  },
  {
    title: 'a removed request field is breaking',
    change: (document) => removeField(request(document), 'label'),
    says: [['breaking', `${where}.label was removed.`]],
    step: 'major',
    oasdiff: 'oasdiff warns: a server may ignore the field. A call with the field does not compile.',
  },
  {
    title: 'a request field that becomes read-only is breaking',
    change: (document) => {
      field(request(document), 'label').readOnly = true;
    },
    says: [['breaking', `${where}.label was removed.`]],
    step: 'major',
    oasdiff: 'A read-only field is not a parameter; oasdiff reports it as information.',
  },
  {
    title: 'a request value that is no longer accepted is breaking',
    change: (document) => {
      field(request(document), 'state').enum = ['open'];
    },
    says: [['breaking', `${where}.state no longer has the value 'shut'.`]],
    step: 'major',
  },
  {
    title: 'a newly accepted request value is an addition',
    change: (document) => {
      field(request(document), 'state').enum = ['open', 'shut', 'ajar'];
    },
    says: [['addition', `${where}.state has the value 'ajar' now.`]],
    step: 'minor',
  },
  {
    title: 'any string instead of known request values is an addition',
    change: (document) => {
      delete field(request(document), 'state').enum;
    },
    says: [['addition', `${where}.state is string now, was 'open' | 'shut'.`]],
    step: 'minor',
    oasdiff: 'oasdiff counts the values that left the list. Each of them is still accepted, as any string is.',
  },
  {
    title: 'null as a newly accepted request value is an addition',
    change: (document) => {
      field(request(document), 'label').type = ['string', 'null'];
    },
    says: [['addition', `${where}.label may be null now.`]],
    step: 'minor',
  },
  {
    title: 'null that is no longer accepted is breaking',
    change: (document) => {
      field(request(document), 'note').type = 'string';
    },
    says: [['breaking', `${where}.note is never null now.`]],
    step: 'major',
  },
  {
    title: 'another type of a request field is breaking',
    change: (document) => {
      field(request(document), 'note').type = 'integer';
    },
    says: [['breaking', `${where}.note is number now, was string | null.`]],
    step: 'major',
  },
  {
    title: 'one more type of a request field is an addition',
    change: (document) => {
      field(request(document), 'note').type = ['string', 'number', 'null'];
    },
    says: [['addition', `${where}.note is string | number | null now, was string | null.`]],
    step: 'minor',
    oasdiff: 'oasdiff treats any other type as an error. All previous values are still accepted.',
  },
  {
    title: 'another wire name of a field is a fix',
    change: (document) => {
      const { max_load: load, ...others } = request(document).properties!;
      request(document).properties = { ...others, maxLoad: load! };
    },
    says: [['fix', `${where}.maxLoad is maxLoad on the wire now, was max_load.`]],
    step: 'patch',
  },
  {
    title: 'a nested field is reported with the names of both fields',
    change: (document) => setRequired(field(request(document), 'lid'), 'colour'),
    says: [['breaking', `${where}.lid.colour is required now.`]],
    step: 'major',
  },
];
