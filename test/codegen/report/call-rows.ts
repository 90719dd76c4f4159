import type { SdkConfig } from '../../../codegen/config/config-types.js';
import { json, ok, type Crates } from '../crates.js';
import { addParameter, operation, type Row } from './warehouse.js';

const crate = { $ref: '#/components/schemas/Crate' };
const environment = { query: 'environment', header: 'X-Environment' };
const main = { url: 'https://crates.example/v1' };
const other = { url: 'https://other.example/v1' };

function addScope(document: Crates): void {
  addParameter(document, 'getStack', { name: 'environment', in: 'query', schema: { type: 'string' } });
  addParameter(document, 'getStack', { name: 'X-Environment', in: 'header', schema: { type: 'string' } });
}

function removeScope(document: Crates): void {
  delete operation(document, 'getStack').parameters;
}

function addShout(document: Crates): void {
  document.paths['/shout'] = {
    post: {
      operationId: 'shoutCrate',
      tags: ['Crates'],
      requestBody: { required: true, content: json({ type: 'object', properties: { live: { type: 'boolean' } } }) },
      responses: ok({ type: 'string' }),
    },
  };
}

function addStream(document: Crates): void {
  const stream = { 'x-event-schema': { $ref: '#/components/schemas/Crate' }, 'x-stream-when': 'live' };
  const content = { ...json({ type: 'string' }), 'text/event-stream': stream };
  operation(document, 'shoutCrate').responses = { 200: { description: 'Done.', content } };
}

function addForm(document: Crates, explode: boolean): void {
  const schema = { type: 'object', properties: { fields: { type: 'array', items: { type: 'string' } } } };
  const content = { 'application/x-www-form-urlencoded': { schema, encoding: { fields: { style: 'form', explode } } } };
  document.paths['/sort'] = {
    post: { operationId: 'sortCrates', tags: ['Crates'], requestBody: { content }, responses: ok({ type: 'string' }) },
  };
}

function addPages(document: Crates): void {
  for (const name of ['page', 'size'])
    addParameter(document, 'getStack', { name, in: 'query', schema: { type: 'integer', default: 25 } });
  const data = { type: 'array', items: { type: 'string' } };
  operation(document, 'getStack').responses = ok({ type: 'object', properties: { data } });
}

const paged: SdkConfig = {
  servers: { main: { ...main, envelope: true } },
  resources: { crates: { pile: { operation: 'getStack', paging: { by: 'page', page: 'page', size: 'size' } } } },
};

const unpaged: SdkConfig = { ...paged, resources: { crates: { pile: 'getStack' } } };

/** Environments, streams, pages, servers. */
export const callRows: readonly Row[] = [
  {
    title: 'a newly scoped method is breaking',
    change: addScope,
    config: { environment },
    says: [['breaking', 'rc.crates.getStack is scoped to an environment now.']],
    step: 'major',
    oasdiff: 'To oasdiff these are two optional parameters; the environment of the client now affects the request.',
  },
  {
    title: 'a method that is no longer scoped is breaking',
    before: addScope,
    change: removeScope,
    config: { environment },
    says: [['breaking', 'rc.crates.getStack is no longer scoped to an environment.']],
    step: 'major',
    oasdiff: 'oasdiff warns of removed parameters; here a call with `environment` throws.',
  },
  {
    title: 'new streaming support is an addition',
    before: addShout,
    change: addStream,
    says: [['addition', 'rc.crates.shout() streams with `live: true`.']],
    step: 'minor',
  },
  {
    title: 'removed streaming support is breaking',
    before: (document) => {
      addShout(document);
      addStream(document);
    },
    change: (document) => {
      operation(document, 'shoutCrate').responses = ok({ type: 'string' });
    },
    says: [['breaking', 'rc.crates.shout() no longer streams.']],
    step: 'major',
  },
  {
    title: 'a newly paginated list is breaking',
    before: addPages,
    oldConfig: unpaged,
    config: paged,
    says: [
      ['breaking', 'rc.crates.pile() is Page<string> now, was string[].'],
      ['breaking', 'rc.crates.pile(params).page defaults to 25 now, was nothing: the SDK sends the default.'],
      ['breaking', 'rc.crates.pile(params).size defaults to 25 now, was nothing: the SDK sends the default.'],
    ],
    step: 'major',
    oasdiff: 'Pagination is declared in the config, which oasdiff does not know.',
  },
  {
    title: 'a response without its envelope is a fix, as callers do not see the envelope',
    before: (document) => {
      operation(document, 'getCrate').responses = ok({ type: 'object', properties: { data: crate } });
    },
    change: (document) => {
      operation(document, 'getCrate').responses = ok(crate);
    },
    config: { servers: { main: { ...main, envelope: true } } },
    says: [['fix', 'rc.crates.get has a response without an envelope now.']],
    step: 'patch',
  },
  {
    title: 'bytes of another media type are breaking',
    before: (document) => {
      operation(document, 'getStack').responses = { 200: { description: '', content: { 'audio/mpeg': {} } } };
    },
    change: (document) => {
      operation(document, 'getStack').responses = { 200: { description: '', content: { 'audio/ogg': {} } } };
    },
    says: [['breaking', 'rc.crates.getStack returns audio/ogg now, was audio/mpeg.']],
    step: 'major',
  },
  {
    title: 'bytes of one more media type are an addition',
    before: (document) => {
      operation(document, 'getStack').responses = { 200: { description: '', content: { 'audio/mpeg': {} } } };
    },
    change: (document) => {
      const content = { 'audio/mpeg': {}, 'audio/ogg': {} };
      operation(document, 'getStack').responses = { 200: { description: '', content } };
    },
    says: [['addition', 'rc.crates.getStack returns audio/mpeg, audio/ogg now, was audio/mpeg.']],
    step: 'minor',
  },
  {
    title: 'another encoding of a form field is a fix',
    before: (document) => addForm(document, true),
    change: (document) => addForm(document, false),
    says: [['fix', 'rc.crates.sort encodes form fields differently now.']],
    step: 'patch',
  },
  {
    title: 'another default that the SDK sends is breaking',
    before: addPages,
    change: (document) => {
      operation(document, 'getStack').parameters!.at(-1)!.schema.default = 50;
    },
    config: paged,
    says: [['breaking', 'rc.crates.pile(params).size defaults to 50 now, was 25: the SDK sends the default.']],
    step: 'major',
  },
  {
    title: 'another URL of a server is a fix, as callers do not set it',
    change: (document) => {
      document.servers = [other];
    },
    config: { servers: { main: other } },
    says: [['fix', `server main has the URL ${other.url} now, was ${main.url}.`]],
    step: 'patch',
  },
  {
    title: 'another server of an operation is breaking for callers who configure it',
    before: (document) => {
      document.paths['/crates']!['servers'] = [other];
    },
    change: (document) => {
      document.paths['/stack']!['servers'] = [other];
    },
    config: { servers: { main, other } },
    says: [['breaking', 'rc.crates.getStack uses the other server now, was main.']],
    step: 'major',
    oasdiff: 'Another client option sets the URL of the request; oasdiff does not compare servers.',
  },
];
