import { ok, type Crates } from '../crates.js';
import { addParameter, operation, parameter, type Row } from './warehouse.js';

const depth = { name: 'depth', in: 'query', schema: { type: 'integer' } };
const where = 'rc.crates.list(params)';

/** An operation with two positional parameters. */
function addShelf(document: Crates): void {
  const parameters = ['row', 'shelf'].map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  document.paths['/rows/{row}/{shelf}'] = {
    get: { operationId: 'getShelf', tags: ['Shelves'], parameters, responses: ok({ type: 'string' }) },
  };
}

export const argumentRows: readonly Row[] = [
  {
    title: 'a new optional parameter is an addition',
    change: (document) => addParameter(document, 'listCrates', depth),
    says: [['addition', `${where}.depth is new: number.`]],
    step: 'minor',
  },
  {
    title: 'a new required parameter is breaking',
    change: (document) => addParameter(document, 'listCrates', { ...depth, required: true }),
    says: [
      ['breaking', `${where} is required now.`],
      ['breaking', `${where}.depth is new and required: number.`],
    ],
    step: 'major',
  },
  {
    title: 'the first parameter of a method is breaking, as the options move',
    change: (document) => addParameter(document, 'getStack', depth),
    says: [
      ['breaking', 'rc.crates.getStack(params) is a new parameter before the options.'],
      ['addition', 'rc.crates.getStack(params).depth is new: number.'],
      ['addition', 'GetStackParams is a new type.'],
    ],
    step: 'major',
    oasdiff: 'A call `getStack({ timeout: 5 })` must become `getStack({}, { timeout: 5 })`; the wire has no order.',
  },
  {
    title: 'a removed parameter is breaking',
    change: (document) => {
      operation(document, 'listCrates').parameters = [parameter(document, 'max_rows')];
    },
    says: [['breaking', `${where}.search was removed.`]],
    step: 'major',
    oasdiff: 'oasdiff warns: a server may ignore the parameter. A call with the parameter does not compile.',
  },
  {
    title: 'a parameter that becomes required is breaking',
    change: (document) => {
      parameter(document, 'search').required = true;
    },
    says: [
      ['breaking', `${where} is required now.`],
      ['breaking', `${where}.search is required now.`],
    ],
    step: 'major',
  },
  {
    title: 'a parameter that becomes optional is an addition',
    before: (document) => addParameter(document, 'listCrates', { ...depth, required: true }),
    change: (document) => {
      delete parameter(document, 'depth').required;
    },
    says: [
      ['addition', `${where} is optional now.`],
      ['addition', `${where}.depth is optional now.`],
    ],
    step: 'minor',
  },
  {
    title: 'a renamed positional parameter is a fix',
    change: (document) => {
      document.paths['/crates/{id}'] = document.paths['/crates/{crate_id}']!;
      delete document.paths['/crates/{crate_id}'];
      operation(document, 'getCrate').parameters![0]!.name = 'id';
    },
    says: [
      ['fix', 'rc.crates.get is GET /crates/{id} now, was GET /crates/{crate_id}.'],
      ['fix', 'rc.crates.get(id) is the new name of crateId, in the same position.'],
    ],
    step: 'patch',
  },
  {
    title: 'positional parameters in another order are breaking',
    before: addShelf,
    change: (document) => {
      document.paths['/rows/{shelf}/{row}'] = document.paths['/rows/{row}/{shelf}']!;
      delete document.paths['/rows/{row}/{shelf}'];
    },
    says: [
      ['breaking', 'rc.shelves.get takes (shelf, row) now, was (row, shelf).'],
      ['fix', 'rc.shelves.get is GET /rows/{shelf}/{row} now, was GET /rows/{row}/{shelf}.'],
    ],
    step: 'major',
    oasdiff: 'oasdiff compares the paths without the names in them; the names are the parameters of the method.',
  },
  {
    title: 'another order of the list of parameters is no change',
    before: addShelf,
    change: (document) => {
      operation(document, 'getShelf').parameters!.reverse();
    },
    says: [],
    step: 'none',
  },
  {
    title: 'a parameter value that is no longer accepted is breaking',
    change: (document) => {
      parameter(document, 'search').schema.enum = ['full'];
    },
    says: [['breaking', `${where}.search no longer has the value 'empty'.`]],
    step: 'major',
  },
  {
    title: 'a newly accepted parameter value is an addition',
    change: (document) => {
      parameter(document, 'search').schema.enum = ['full', 'empty', 'broken'];
    },
    says: [['addition', `${where}.search has the value 'broken' now.`]],
    step: 'minor',
  },
  {
    title: 'a smaller range of a parameter is breaking',
    change: (document) => {
      parameter(document, 'max_rows').schema.maximum = 50;
    },
    says: [['breaking', `${where}.maxRows has maximum 50 now, was 100.`]],
    step: 'major',
  },
  {
    title: 'a larger range of a parameter is an addition',
    change: (document) => {
      parameter(document, 'max_rows').schema.maximum = 200;
    },
    says: [['addition', `${where}.maxRows has maximum 200 now, was 100.`]],
    step: 'minor',
  },
  {
    title: 'another type of a parameter is breaking',
    change: (document) => {
      parameter(document, 'max_rows').schema = { type: 'boolean' };
    },
    says: [
      ['breaking', `${where}.maxRows is boolean now, was number.`],
      ['fix', `${where}.maxRows no longer has a default, was 20.`],
    ],
    step: 'major',
  },
  {
    title: 'another server-side default of a parameter is a fix',
    change: (document) => {
      parameter(document, 'max_rows').schema.default = 30;
    },
    says: [['fix', `${where}.maxRows has the default 30 now, was 20.`]],
    step: 'patch',
    oasdiff: 'No code and no type changes, and the SDK does not send the default: only the documentation changes.',
  },
  {
    title: 'another wire name of a parameter is a fix',
    change: (document) => {
      parameter(document, 'max_rows').name = 'maxRows';
    },
    says: [['fix', `${where}.maxRows is maxRows on the wire now, was max_rows.`]],
    step: 'patch',
  },
  {
    title: 'a parameter that moves to a header is a fix',
    change: (document) => {
      parameter(document, 'search').in = 'header';
    },
    says: [['fix', `${where}.search is encoded differently now.`]],
    step: 'patch',
  },
  {
    title: 'a deprecated parameter requires a minor version',
    change: (document) => {
      parameter(document, 'search').schema.deprecated = true;
    },
    says: [['addition', `${where}.search is deprecated now.`]],
    step: 'minor',
  },
  {
    title: 'a new description of a parameter is documentation',
    change: (document) => {
      parameter(document, 'search').description = 'Which crates.';
    },
    says: [['fix', `${where}.search has a new description.`]],
    step: 'patch',
  },
];
