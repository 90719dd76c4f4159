import { field, removeField, request, setRequired, type Row } from './warehouse.js';

const where = 'rc.crates.create(params)';

export const requestRows: readonly Row[] = [
  {
    title: 'a new required field breaks',
    change: (document) => {
      request(document).properties!['depth'] = { type: 'integer' };
      setRequired(request(document), 'state', 'depth');
    },
    says: [['breaking', `${where}.depth is new and required: number.`]],
    step: 'major',
  },
  {
    title: 'a new optional field to send is an addition',
    change: (document) => {
      request(document).properties!['depth'] = { type: 'integer' };
    },
    says: [['addition', `${where}.depth is new: number.`]],
    step: 'minor',
  },
  {
    title: 'a field that is required now breaks',
    change: (document) => setRequired(request(document), 'state', 'label'),
    says: [['breaking', `${where}.label is required now.`]],
    step: 'major',
  },
  {
    title: 'a field with a default that is required now breaks',
    change: (document) => setRequired(request(document), 'state', 'max_load'),
    says: [['breaking', `${where}.maxLoad is required now.`]],
    step: 'major',
    oasdiff: 'A server may fill in the default; a call without the field does not compile.',
  },
  {
    title: 'a field that is optional now is an addition',
    change: (document) => {
      setRequired(request(document));
    },
    says: [['addition', `${where}.state is optional now.`]],
    step: 'minor',
  },
  {
    title: 'a field that is gone breaks',
    change: (document) => removeField(request(document), 'label'),
    says: [['breaking', `${where}.label is gone.`]],
    step: 'major',
    oasdiff: 'oasdiff warns: a server may ignore the field. A call that names it does not compile.',
  },
  {
    title: 'a field that only the server sets from now on breaks',
    change: (document) => {
      field(request(document), 'label').readOnly = true;
    },
    says: [['breaking', `${where}.label is gone.`]],
    step: 'major',
    oasdiff: 'A read-only field is no argument; oasdiff tells it as information.',
  },
  {
    title: 'a value that is no longer taken breaks',
    change: (document) => {
      field(request(document), 'state').enum = ['open'];
    },
    says: [['breaking', `${where}.state has no value 'shut' any more.`]],
    step: 'major',
  },
  {
    title: 'a value that is taken too is an addition',
    change: (document) => {
      field(request(document), 'state').enum = ['open', 'shut', 'ajar'];
    },
    says: [['addition', `${where}.state knows the value 'ajar' now.`]],
    step: 'minor',
  },
  {
    title: 'any text instead of known values is an addition',
    change: (document) => {
      delete field(request(document), 'state').enum;
    },
    says: [['addition', `${where}.state is string now, was 'open' | 'shut'.`]],
    step: 'minor',
    oasdiff: 'oasdiff counts the values that left the list. Each of them is still taken, as any text is.',
  },
  {
    title: 'null that is taken is an addition',
    change: (document) => {
      field(request(document), 'label').type = ['string', 'null'];
    },
    says: [['addition', `${where}.label may be null now.`]],
    step: 'minor',
  },
  {
    title: 'null that is no longer taken breaks',
    change: (document) => {
      field(request(document), 'note').type = 'string';
    },
    says: [['breaking', `${where}.note is never null now.`]],
    step: 'major',
  },
  {
    title: 'another type breaks',
    change: (document) => {
      field(request(document), 'note').type = 'integer';
    },
    says: [['breaking', `${where}.note is number now, was string | null.`]],
    step: 'major',
  },
  {
    title: 'one more type is an addition',
    change: (document) => {
      field(request(document), 'note').type = ['string', 'number', 'null'];
    },
    says: [['addition', `${where}.note is string | number | null now, was string | null.`]],
    step: 'minor',
    oasdiff: 'oasdiff calls every other type an error. Whatever was sent before is still taken.',
  },
  {
    title: 'a field that is spelled otherwise on the wire alone breaks nobody',
    change: (document) => {
      const { max_load: load, ...others } = request(document).properties!;
      request(document).properties = { ...others, maxLoad: load! };
    },
    says: [['fix', `${where}.maxLoad is maxLoad on the wire now, was max_load.`]],
    step: 'patch',
  },
  {
    title: 'a field within a field is named by both',
    change: (document) => setRequired(field(request(document), 'lid'), 'colour'),
    says: [['breaking', `${where}.lid.colour is required now.`]],
    step: 'major',
  },
];
