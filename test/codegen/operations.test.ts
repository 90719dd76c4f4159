import { expect, test } from 'vitest';
import type { Schema } from '../../codegen/read/openapi.js';
import { crates, generated, json, ok, oneLine, type Crates } from './crates.js';

test('a record has the route and retry class of a call, and its types', async () => {
  expect(await oneLine('operations.ts', crates())).toContain(
    "/** `GET /crates/{crate_id}` */ export const getCrate: Operation<'GET', '/crates/{crate_id}', " +
      "{ readonly crateId: string }, Crate> = { method: 'GET', path: '/crates/{crate_id}', " +
      "server: 'default', retry: 'safe', " +
      "parameters: [{ name: 'crateId', wire: 'crate_id', in: 'path' }], " +
      "answer: { as: 'json', numbers: ['maxLoad'], codec: codecs.crate }, };",
  );
});

test('a POST without a retry class in the config is not retried', async () => {
  const operations = await oneLine('operations.ts', crates());
  expect(operations).toContain("method: 'POST', path: '/crates', server: 'default', retry: 'once',");
  expect(await oneLine('operations.ts', crates(), { retry: { createCrate: 'paid' } })).toContain("retry: 'paid'");
});

test('a method is one statement, named without the noun of its resource', async () => {
  const resource = await oneLine('resources/crates.ts', crates());
  expect(resource).toContain(
    'get(crateId: string, options?: RequestOptions): Promise<Crate> { ' +
      'return this.#transport.request(operations.getCrate, { crateId }, options); }',
  );
  expect(resource).toContain(
    'create(params: CrateCreateRequest, options?: RequestOptions): Promise<Crate> { ' +
      'return this.#transport.request(operations.createCrate, params, options); }',
  );
});

test('methods with the same short name keep the whole operationId', async () => {
  const document = crates();
  document.paths['/crate'] = { get: { operationId: 'listCrate', tags: ['Crates'], responses: ok({}) } };
  const resource = await oneLine('resources/crates.ts', document);
  expect(resource).toContain('listCrates(options?: RequestOptions)');
  expect(resource).toContain('listCrate(options?: RequestOptions)');
});

test('parameters that scope a call are not parameters of the method', async () => {
  const document = crates();
  document.paths['/crates'] = {
    get: {
      operationId: 'listCrates',
      tags: ['Crates'],
      parameters: [
        { name: 'environment', in: 'query', schema: { type: 'string' } },
        { name: 'X-Environment', in: 'header', schema: { type: 'string' } },
        { name: 'search', in: 'query', schema: { type: 'string' } },
      ],
      responses: ok({}),
    },
  };
  const config = { environment: { query: 'environment', header: 'X-Environment' } };
  const operations = await oneLine('operations.ts', document, config);
  expect(operations).toContain("scoped: true, parameters: [{ name: 'search', in: 'query' }],");
  expect(await oneLine('types.ts', document, config)).toContain(
    'interface ListCratesParams { search?: string | undefined; }',
  );
  expect((operations.match(/scoped/g) ?? []).length).toBe(1);
});

test('paging parameters have their default, other defaults are left to the server', async () => {
  const document = crates();
  const number = (name: string, initial: number): object => ({
    name,
    in: 'query',
    schema: { type: 'integer', default: initial },
  });
  document.paths['/crates'] = {
    get: {
      operationId: 'listCrates',
      tags: ['Crates'],
      parameters: [number('page', 1), number('page_size', 25), number('depth', 3)],
      responses: ok({
        type: 'object',
        properties: { data: { type: 'array', items: { $ref: '#/components/schemas/Crate' } } },
      }),
    },
  };
  const config = {
    servers: { main: { url: 'https://crates.example/v1', envelope: true } },
    resources: {
      crates: {
        list: { operation: 'listCrates', paging: { by: 'page', page: 'page', size: 'pageSize' } as const },
      },
    },
  };
  const operations = await oneLine('operations.ts', document, config);
  expect(operations).toContain(
    "parameters: [ { name: 'page', in: 'query', default: 1 }, " +
      "{ name: 'pageSize', wire: 'page_size', in: 'query', default: 25 }, { name: 'depth', in: 'query' }, ]",
  );
  expect(operations).toContain("'/crates', ListCratesParams, Page<Crate>>");
  expect(operations).toContain('codec: { items: codecs.crate }');
});

test('a new operation is in the resource of its tag in the config, and named without the noun of that resource', async () => {
  const document = crates();
  const boxes = { all: 'listCrates', make: 'createCrate' };
  document.paths['/crates/lids'] = { get: { operationId: 'listCrateLids', tags: ['Crates'], responses: ok({}) } };
  expect(await oneLine('resources/boxes.ts', document, { resources: { boxes } })).toMatch(
    / all\(.* make\(.* getCrate\(.* listCrateLids\(/,
  );
  const split = { boxes: { all: 'listCrates' }, stock: { make: 'createCrate' } };
  expect(await oneLine('resources/crates.ts', document, { resources: split })).toMatch(/ get\(.* listLids\(/);
});

test('an envelope is unwrapped only for servers that use it', async () => {
  const document = crates();
  const wrapped = { type: 'object', properties: { data: { $ref: '#/components/schemas/Crate' } } };
  document.paths['/crates/first'] = { get: { operationId: 'firstCrate', tags: ['Crates'], responses: ok(wrapped) } };
  const servers = { main: { url: 'https://crates.example/v1', envelope: true } };
  expect(await oneLine('operations.ts', document, { servers })).toContain(
    "Crate> = { method: 'GET', path: '/crates/first', server: 'main', retry: 'safe', " +
      "answer: { as: 'envelope', numbers: ['maxLoad'], codec: codecs.crate }, };",
  );
  expect(await oneLine('operations.ts', document)).toContain(
    "answer: { as: 'json', numbers: ['data.maxLoad'], codec: { fields: { data: codecs.crate } } }",
  );
});

test('an envelope of several success responses is unwrapped, whatever it contains', async () => {
  const document = crates();
  const wrapped = (data: object) => ({ type: 'object', required: ['data'], properties: { data } });
  const later = { type: 'object', required: ['job_id'], properties: { job_id: { type: 'string' } } };
  const list = { type: 'array', items: { $ref: '#/components/schemas/Crate' } };
  const paged = ['page', 'size'].map((name) => ({ name, in: 'query', schema: { type: 'integer' } }));
  document.paths['/crates/first'] = {
    get: { operationId: 'a', tags: ['Crates'], responses: { ...ok(wrapped(later)), ...ok(wrapped(later), '202') } },
    put: { operationId: 'b', tags: ['Crates'], responses: { ...ok(wrapped(list)), ...ok(wrapped(later), '202') } },
    post: {
      operationId: 'c',
      tags: ['Crates'],
      parameters: paged,
      responses: { ...ok(wrapped(list)), ...ok(wrapped(list), '206') },
    },
  };
  const paging = { by: 'page', page: 'page', size: 'size' } as const;
  const operations = await oneLine('operations.ts', document, {
    servers: { main: { url: 'https://crates.example/v1', envelope: true } },
    resources: { crates: { all: { operation: 'c', paging } } },
  });
  expect(operations).toContain("a: Operation<'GET', '/crates/first', Record<string, never>, AResult> =");
  expect(operations).toContain(
    "b: Operation<'PUT', '/crates/first', Record<string, never>, Crate[] | { jobId: string }>",
  );
  expect(operations).toContain('Page<Crate>');
  expect(operations).not.toContain("as: 'json', codec: { fields: { data");
});

test('a response that may have no body is optional, and so are its fields', async () => {
  const document = crates();
  const wrapped = { type: 'object', properties: { data: { $ref: '#/components/schemas/Crate' } } };
  document.paths['/crates/all'] = {
    delete: { operationId: 'deleteCrate', tags: ['Crates'], responses: { ...ok(wrapped), 204: { description: '' } } },
  };
  const servers = { main: { url: 'https://crates.example/v1', envelope: true } };
  const operations = await oneLine('operations.ts', document, { servers });
  expect(operations).toContain('Record<string, never>, Partial<Crate>>');
  expect(operations).toContain("answer: { as: 'envelope', numbers: ['maxLoad'], optional: true, codec: codecs.crate }");
});

test.each([
  ['application/problem+json', "as: 'json', content: 'application/problem+json'", 'Record<string, unknown>'],
  ['text/csv', "as: 'text', content: 'text/csv'", 'string'],
  ['application/zip', "as: 'bytes', content: 'application/zip'", 'Bytes'],
])('%s is decoded by its media type', async (type, answer, answerType) => {
  const document = crates();
  const content = { [type]: { schema: type.endsWith('json') ? { type: 'object' } : { type: 'string' } } };
  document.paths = { '/file': { get: { operationId: 'getFile', responses: { 200: { description: '', content } } } } };
  const operations = await oneLine('operations.ts', document);
  expect(operations).toContain(`answer: { ${answer} }`);
  expect(operations).toContain(`Record<string, never>, ${answerType}>`);
});

test('a response without a body is void, and one that only redirects is the URL', async () => {
  const document = crates();
  document.paths = {
    '/a': { delete: { operationId: 'a', responses: { 204: { description: '' } } } },
    '/b': { get: { operationId: 'b', responses: { 302: { description: '' } } } },
  };
  const operations = await oneLine('operations.ts', document);
  expect(operations).toMatch(/'\/a', Record<string, never>, void> = .*answer: \{ as: 'nothing' \}/);
  expect(operations).toMatch(/'\/b', Record<string, never>, string> = .*answer: \{ as: 'location' \}/);
});

/** One operation that streams events if `live` is true. */
function liveCrates(body: Schema): Crates {
  const document = crates();
  document.paths['/crates'] = {
    post: {
      operationId: 'createCrate',
      tags: ['Crates'],
      requestBody: { required: true, content: json({ ...body, properties: { live: { type: 'boolean' } } }) },
      responses: {
        200: {
          description: '',
          content: {
            ...json({ type: 'object', properties: { id: { type: 'string' } } }),
            'text/event-stream': { 'x-event-schema': { $ref: '#/components/schemas/Crate' }, 'x-stream-when': 'live' },
          },
        },
      },
    },
  };
  return document;
}

test('an event stream adds overloads for the literals of its parameter', async () => {
  const files = await generated(liveCrates({ type: 'object' }));
  const resource = (files.get('resources/crates.ts') ?? '').replaceAll(/\s+/g, ' ');
  expect(resource).toContain(
    'create(params: CreateCrateParams & { live: true }, options?: RequestOptions): Promise<EventStream<Crate>>;',
  );
  expect(resource).toContain(
    'params: CreateCrateParams & { live?: false | undefined }, options?: RequestOptions, ): Promise<CreateCrateResult>;',
  );
  expect(files.get('operations.ts')).toContain("stream: { when: 'live', codec: codecs.crate }");
});

test('params with additional properties and interfaces of the caller have their own overloads', async () => {
  const document = liveCrates({ type: 'object', additionalProperties: true });
  const config = { servers: { main: { url: 'https://crates.example/v1', extras: true } } };
  const resource = await oneLine('resources/crates.ts', document, config);
  expect([...resource.matchAll(/params: (.+?), options\?/g)].map(([, type]) => type)).toEqual([
    'CreateCrateParams & { live?: false | undefined }',
    'CreateCrateParams & { live: true }',
    'CreateCrateParamsFields & { live?: false | undefined }',
    'CreateCrateParamsFields & { live: true }',
    'CreateCrateParams | CreateCrateParamsFields',
    'CreateCrateParams | CreateCrateParamsFields',
  ]);
});

test('every overload has the whole documentation', async () => {
  const resource = await oneLine('resources/crates.ts', liveCrates({ type: 'object' }));
  expect(resource.match(/@param options - .*? \*\/ create\(/g)).toHaveLength(3);
});

test('a class that a handwritten one extends has the name of the config, and is not public', async () => {
  const config = { resources: { crates: { list: 'listCrates' } }, classes: { crates: 'CratesApi' } };
  const files = await generated(crates(), config);
  expect(files.get('resources/crates.ts')).toContain('export class CratesApi {');
  expect(files.get('resources.ts')).toContain('readonly crates: CratesApi;');
  expect(files.get('resource-types.ts')).not.toContain('CratesApi');
});

test('more than three path parameters are passed by name', async () => {
  const document = crates();
  const names = ['a', 'b', 'c', 'd'];
  document.paths = {
    '/{a}/{b}/{c}/{d}': {
      get: {
        operationId: 'find',
        tags: ['Crates'],
        parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        responses: ok({}),
      },
    },
  };
  expect(await oneLine('resources/crates.ts', document)).toContain(
    'find(params: FindParams, options?: RequestOptions)',
  );
});

test('files of a form are uploads, and a file may have a filename', async () => {
  const document = crates();
  const form = { type: 'object', required: ['photo'], properties: { photo: { type: 'string', format: 'binary' } } };
  document.components.schemas['Photo'] = form;
  document.paths = {
    '/photos': {
      post: {
        operationId: 'addPhoto',
        tags: ['Photos'],
        requestBody: {
          required: true,
          content: { 'multipart/form-data': { schema: { $ref: '#/components/schemas/Photo' } } },
        },
        responses: ok({}),
      },
    },
  };
  expect(await oneLine('operations.ts', document)).toContain("files: { photo: 'upload' }");
  const config = { files: { Photo: { photo: { as: 'upload', filename: 'filename' } as const } } };
  expect(await oneLine('operations.ts', document, config)).toContain("photo: { as: 'upload', filename: 'filename' }");
  expect(await oneLine('types.ts', document, config)).toMatch(
    /photo: FileInput; \/\*\* [^*]* \*\/ filename\?: string \| undefined;/,
  );
});

test('a new resource of the document is generated, typed and under test, without any other change', async () => {
  const document = crates();
  document.tags.push({ name: 'Lids', description: 'What closes a crate.' });
  document.components.schemas['Lid'] = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } };
  document.paths['/lids/{id}'] = {
    get: {
      operationId: 'getLid',
      tags: ['Lids'],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', example: 'l-1' } }],
      responses: ok({ $ref: '#/components/schemas/Lid' }),
    },
  };
  const files = await generated(document);
  expect(files.get('types.ts')).toContain('export interface Lid {');
  expect(files.get('operations.ts')).toContain('export const getLid: Operation<');
  expect(files.get('resources/lids.ts')).toContain('/** What closes a crate. */\nexport class Lids {');
  expect(files.get('resources.ts')).toContain('this.lids = new Lids(transport);');
  expect(files.get('cases.ts')).toContain("call: (client, options) => client.lids.get('l-1', options),");
});

test('a list in an envelope is marked as a list, whether or not its items have other wire names', async () => {
  const document = crates();
  const labels = {
    type: 'object',
    required: ['data'],
    properties: { data: { type: 'array', items: { type: 'string' } } },
  };
  document.paths['/labels'] = { get: { operationId: 'listLabels', tags: ['Labels'], responses: ok(labels) } };
  const config = { servers: { main: { url: 'https://crates.example/v1', envelope: true } } };
  expect(await oneLine('operations.ts', document, config)).toContain("answer: { as: 'envelope', list: true }");
});

test('a list that may be returned bare becomes the field from the config', async () => {
  const document = crates();
  const labels = { type: 'object', properties: { data: { type: 'array', items: { type: 'string' } } } };
  document.paths['/labels'] = { get: { operationId: 'listLabels', tags: ['Labels'], responses: ok(labels) } };
  const config = { bareLists: { listLabels: 'data' } };
  expect(await oneLine('operations.ts', document, config)).toContain("answer: { as: 'json', list: 'data' }");
});

test('`seenIn` of a `once` call is the list of its resource, or the method from the config', async () => {
  const resources = { crates: { list: 'listCrates', create: 'createCrate', get: 'getCrate' } };
  expect(await oneLine('operations.ts', crates(), { resources })).toContain("seenIn: 'rc.crates.list()'");
  const seenIn = { createCrate: 'crates.get' };
  expect(await oneLine('operations.ts', crates(), { resources, seenIn })).toContain("seenIn: 'rc.crates.get()'");
});

test('a call that can be retried has no `seenIn`', async () => {
  const resources = { crates: { list: 'listCrates', create: 'createCrate', get: 'getCrate' } };
  const operations = await oneLine('operations.ts', crates(), { resources, retry: { createCrate: 'safe' } });
  expect(operations).not.toContain('seenIn');
});

test('hints for errors are part of the operation', async () => {
  const hints = { createCrate: [{ status: 500, includes: 'full', refused: true as const, hint: 'Empty one first.' }] };
  expect(await oneLine('operations.ts', crates(), { hints })).toContain(
    "hints: [{ status: 500, includes: 'full', refused: true, hint: 'Empty one first.' }]",
  );
});

test('the `includes` of a hint is compared in lower case', async () => {
  const hints = { createCrate: [{ status: 500, includes: 'Is FULL', hint: 'Empty one first.' }] };
  expect(await oneLine('operations.ts', crates(), { hints })).toContain("includes: 'is full'");
});

test('a `sentBack` schema has one type, closed both ways', async () => {
  const document = crates();
  document.paths['/crates/swap'] = {
    post: {
      operationId: 'swapCrates',
      tags: ['Crates'],
      requestBody: {
        required: true,
        content: json({ type: 'object', properties: { with: { $ref: '#/components/schemas/Crate' } } }),
      },
      responses: ok({ $ref: '#/components/schemas/Crate' }),
    },
  };
  expect(await oneLine('types.ts', document)).toContain("state: 'open' | 'shut' | (string & {});");
  const types = await oneLine('types.ts', document, { sentBack: ['Crate'] });
  expect(types).not.toContain('(string & {})');
  expect(types).not.toContain('CrateParam');
});

test.each([
  ['in the default style', { in: 'query' }, "in: 'query' }"],
  ['in the default style, exploded', { in: 'query', style: 'pipeDelimited', explode: true }, "in: 'query' }"],
  ['with commas', { in: 'query', explode: false }, "in: 'query', write: styles.commaDelimited }"],
  ['with spaces', { in: 'query', style: 'spaceDelimited' }, "in: 'query', write: styles.spaceDelimited }"],
  ['with brackets', { in: 'query', style: 'deepObject', explode: true }, "in: 'query', write: styles.deepObject }"],
  ['in a header', { in: 'header' }, 'in: styles.header }'],
  ['in a header, exploded', { in: 'header', explode: true }, 'in: styles.header, write: styles.exploded }'],
  ['in a cookie', { in: 'cookie', explode: false }, 'in: styles.cookie }'],
])('a parameter is encoded %s', async (_, parameter, record) => {
  const document = crates();
  document.paths = {
    '/styles.css': {
      get: { operationId: 'styles', parameters: [{ name: 'x', schema: {}, ...parameter }], responses: ok({}) },
    },
  };
  const operations = await oneLine('operations.ts', document);
  expect(operations).toContain(`parameters: [{ name: 'x', ${record}]`);
  expect(operations.includes('import * as styles ')).toBe(record.includes('styles.'));
  expect(operations).toContain('export const stylesOperation');
});

test("a parameter's own deprecation is in its documentation, of a positional one too", async () => {
  const document = crates();
  const old = (name: string, place: string) => ({
    name,
    in: place,
    required: place === 'path',
    deprecated: true,
    description: 'Of old.',
    schema: { type: 'string', deprecated: false },
  });
  document.paths['/old/{name}'] = {
    get: {
      operationId: 'getOld',
      tags: ['Crates'],
      parameters: [old('name', 'path'), old('kind', 'query')],
      responses: ok({}),
    },
  };
  expect(await oneLine('resources/crates.ts', document)).toContain('* @param name - Deprecated. Of old.');
  expect(await oneLine('types.ts', document)).toContain('/** * Of old. * * @deprecated */ kind?: string | undefined;');
});

test('of more operations than the compiler can put into one list, there are several', async () => {
  const paths = Array.from({ length: 501 }, (_, at) => [
    `/${at}`,
    { get: { operationId: `get${at}`, tags: ['Crates'], responses: ok({}) } },
  ]);
  const operations = await oneLine('operations.ts', {
    ...crates(),
    paths: Object.fromEntries(paths) as Crates['paths'],
  });
  expect(operations).toMatch(/ = \(\[\] as Operation\[\]\)\.concat\( ?\[ ?get0, .*, get499,? ?\], ?\[get500\],? ?\);/);
});
