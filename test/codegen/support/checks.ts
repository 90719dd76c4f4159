import {
  documentOf,
  withBody,
  withField,
  withOperation,
  withParameters,
  withResponse,
  withSchema,
  withSecurity,
  type Part,
} from './documents.js';

/** What proves a row: of `supported` the printed text, of `ignored` the document without it, of `stops` neither. */
export interface Check {
  readonly document: Part;
  /** In one of the generated files, with each run of white space as one space. */
  readonly prints?: readonly string[];
  readonly without?: Part;
}

const string = { type: 'string' };
const crate = { $ref: '#/components/schemas/Crate' };
const id = { name: 'id', in: 'path', required: true, schema: string };
const list = { type: 'array', items: string };
const object = { type: 'object', properties: { max_load: { type: 'number' } } };
const ok = { description: 'Done.' };

/** With and without these keywords in a schema. */
function keywords(schema: Part, more: Part): Check {
  return { document: withField({ ...schema, ...more }), without: withField(schema) };
}

/** A form with this encoding of its field. */
function withForm(encoding: Part, type = 'multipart/form-data'): Part {
  const media = { schema: { type: 'object', properties: { k: string } }, encoding: { k: encoding } };
  return withOperation({ requestBody: { required: true, content: { [type]: media } } }, { method: 'post' });
}

function parameter(source: Part, ...prints: readonly string[]): Check {
  return { document: withParameters({ name: 'max_load', schema: string, ...source }), prints };
}

const documents: Readonly<Record<string, Check>> = {
  'OpenAPI 3.0': { document: documentOf({ openapi: '3.0.4' }), prints: ["path: '/crates'"] },
  'OpenAPI 3.1': { document: documentOf({ openapi: '3.1.1' }), prints: ["path: '/crates'"] },
  'OpenAPI 3.2': { document: documentOf({ openapi: '3.2.0' }), prints: ["path: '/crates'"] },
  'Swagger 2.0': { document: { swagger: '2.0', info: { title: 'Crates', version: '1' }, paths: {} } },
  'a `$ref` inside the document': {
    document: documentOf({
      paths: { '/crates/{id}': { $ref: '#/components/pathItems/Crate' } },
      components: {
        schemas: { Crate: object },
        parameters: { Id: id },
        requestBodies: { Body: { required: true, content: { 'application/json': { schema: crate } } } },
        responses: { Done: { ...ok, content: { 'application/json': { schema: crate } } } },
        pathItems: {
          Crate: {
            parameters: [{ $ref: '#/components/parameters/Id' }],
            put: {
              operationId: 'putCrate',
              requestBody: { $ref: '#/components/requestBodies/Body' },
              responses: { 200: { $ref: '#/components/responses/Done' } },
            },
          },
        },
      },
    }),
    prints: ['id: string', 'Promise<Crate>', 'maxLoad?: number'],
  },
  'a `$ref` by `$anchor` or `$id`': {
    document: documentOf({
      paths: {
        '/a': { get: { responses: { 200: { ...ok, content: { 'application/json': { schema: { $ref: '#lid' } } } } } } },
      },
      components: { schemas: { Lid: { $anchor: 'lid', ...object } } },
    }),
    prints: ['Promise<Lid>'],
  },
  'a `$ref` without a target': { document: withField({ $ref: '#/components/schemas/Lid' }) },
  'a `$ref` to itself': { document: withSchema(crate) },
  '`info`, `externalDocs`, extensions `x-…`': {
    document: documentOf({
      info: { title: 'Crates', version: '2', license: { name: 'MIT' } },
      externalDocs: { url: 'https://docs.example' },
      'x-owner': 'us',
    }),
    without: documentOf(),
  },
  '`webhooks`': {
    document: documentOf({ webhooks: { shut: { post: { operationId: 'onShut', responses: { 200: ok } } } } }),
    without: documentOf(),
  },
  '`callbacks` of an operation': {
    document: withOperation({ callbacks: { shut: { '{$request.query.url}': { post: { responses: { 200: ok } } } } } }),
    without: withOperation({}),
  },
  '`links` of a response': {
    document: withOperation({ responses: { 200: { ...ok, links: { next: { operationId: 'runCrates' } } } } }),
    without: withOperation({ responses: { 200: ok } }),
  },
  '`components.mediaTypes`': {
    document: documentOf({
      paths: {
        '/crates': {
          put: {
            operationId: 'putCrate',
            requestBody: { required: true, content: { 'application/json': { $ref: '#/components/mediaTypes/Crate' } } },
            responses: {
              200: { ...ok, content: { 'text/event-stream': { itemSchema: { $ref: '#/components/schemas/Event' } } } },
            },
          },
        },
      },
      components: {
        mediaTypes: { Crate: { schema: object } },
        schemas: { Event: { type: 'object', properties: { data: { contentSchema: crate } } }, Crate: object },
      },
    }),
    prints: ['maxLoad?: number', 'EventStream<'],
  },
  '`jsonSchemaDialect`': {
    document: documentOf({ jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema' }),
    without: documentOf(),
  },
};

const operations: Readonly<Record<string, Check>> = {
  'GET, PUT, POST, DELETE, OPTIONS, HEAD, PATCH': {
    document: documentOf({
      paths: {
        '/crates': Object.fromEntries(
          ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'].map((method) => [
            method,
            { operationId: `${method}Crates`, responses: { 200: ok } },
          ]),
        ),
      },
    }),
    prints: ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'].map((method) => `method: '${method}'`),
  },
  QUERY: { document: withOperation({}, { method: 'query' }), prints: ["method: 'QUERY'"] },
  '`additionalOperations`': {
    document: documentOf({ paths: { '/crates': { additionalOperations: { COPY: { responses: { 200: ok } } } } } }),
    prints: ["method: 'COPY'"],
  },
  TRACE: {
    document: documentOf({
      paths: { '/crates': { get: { responses: { 200: ok } }, trace: { responses: { 200: ok } } } },
    }),
    without: documentOf({ paths: { '/crates': { get: { responses: { 200: ok } } } } }),
  },
  'an optional body of GET or HEAD': {
    document: withOperation({ requestBody: { content: { 'application/json': { schema: object } } } }),
    without: withOperation({}),
  },
  'a required body of GET or HEAD': {
    document: documentOf({
      paths: {
        '/crates': {
          get: {
            requestBody: { required: true, content: { 'application/json': { schema: object } } },
            responses: { 200: ok },
          },
          put: { responses: { 200: ok } },
        },
      },
    }),
    without: documentOf({ paths: { '/crates': { put: { responses: { 200: ok } } } } }),
  },
  'an operation without `operationId`': {
    document: withOperation({ operationId: undefined, parameters: [id] }, { path: '/lids/{id}' }),
    prints: ['getLidsId'],
  },
  'two operations with one `operationId`': {
    document: documentOf({
      paths: Object.fromEntries(
        ['/a', '/b'].map((path) => [path, { get: { operationId: 'x', responses: { 200: ok } } }]),
      ),
    }),
    prints: ['const x:', 'const getB:'],
  },
  'an operation without `tags`': {
    document: withOperation({ tags: undefined }, { path: '/lids/open' }),
    prints: ['class Lids'],
  },
  '`deprecated` of an operation': { document: withOperation({ deprecated: true }), prints: ['@deprecated'] },
  'parameters of a path item': {
    document: documentOf({
      paths: {
        '/crates': {
          parameters: [
            { name: 'max_load', in: 'query', schema: string },
            { name: 'state', in: 'query', schema: string },
          ],
          get: {
            operationId: 'listCrates',
            parameters: [{ name: 'max_load', in: 'query', schema: { type: 'number' } }],
            responses: { 200: ok },
          },
        },
      },
    }),
    prints: ['maxLoad?: number', 'state?: string'],
  },
};

const parameters: Readonly<Record<string, Check>> = {
  'in the path': {
    document: withOperation(
      {
        parameters: [
          { ...id, name: 'lid_id' },
          { ...id, name: 'crate_id' },
        ],
      },
      { path: '/crates/{crate_id}/lids/{lid_id}' },
    ),
    prints: ['(crateId: string, lidId: string,'],
  },
  'in the query': parameter({ in: 'query' }, "in: 'query'", 'maxLoad?: string'),
  'in a header': parameter({ in: 'header', name: 'X-Load' }, 'in: styles.header', 'xLoad?: string'),
  'in a cookie': parameter({ in: 'cookie' }, 'in: styles.cookie', 'maxLoad?: string'),
  '`in: querystring`': {
    document: withParameters({
      name: 'filter',
      in: 'querystring',
      content: { 'application/json': { schema: object } },
    }),
    prints: ['write: styles.jsonQuery'],
  },
  'in another place': parameter({ in: 'body' }),
  'a path parameter that is not declared': {
    document: withOperation({}, { path: '/crates/{id}' }),
    prints: ['id: string'],
  },
  '`style: form` with and without `explode`': {
    document: withParameters(
      { name: 'a', in: 'query', schema: list },
      { name: 'b', in: 'query', explode: false, schema: list },
    ),
    prints: ['a?: readonly string[]', 'b?: readonly string[]'],
  },
  '`style: spaceDelimited` and `pipeDelimited`': {
    document: withParameters(
      { name: 'a', in: 'query', style: 'spaceDelimited', explode: false, schema: list },
      { name: 'b', in: 'query', style: 'pipeDelimited', explode: false, schema: list },
    ),
    prints: ['write: styles.spaceDelimited', 'write: styles.pipeDelimited'],
  },
  '`style: deepObject`': parameter({ in: 'query', style: 'deepObject', schema: object }, 'write: styles.deepObject'),
  '`style: matrix` and `label`': {
    document: withOperation(
      {
        parameters: [
          { ...id, style: 'matrix' },
          { ...id, name: 'lid', style: 'label' },
        ],
      },
      { path: '/crates/{id}/{lid}' },
    ),
    prints: ['write: styles.matrix', 'write: styles.label'],
  },
  'an object in the path': {
    document: withOperation({ parameters: [{ ...id, schema: object }] }, { path: '/crates/{id}' }),
    prints: ['maxLoad?: number'],
  },
  '`style: cookie`': parameter({ in: 'cookie', style: 'cookie' }, 'in: styles.plainCookie'),
  'a style in a place that does not have it': parameter({ in: 'header', style: 'deepObject' }),
  '`content` of a parameter': parameter(
    { in: 'query', schema: undefined, content: { 'application/json': { schema: object } } },
    'write: styles.json',
  ),
  '`allowReserved` in the query': {
    document: withParameters({ name: 'a', in: 'query', allowReserved: true, schema: string }),
    prints: ['write: styles.reserved()'],
  },
  '`allowReserved` elsewhere, or of `content`': {
    document: withParameters(
      { name: 'a', in: 'cookie', allowReserved: true, schema: string },
      { name: 'b', in: 'query', allowReserved: true, content: { 'application/json': { schema: object } } },
    ),
    without: withParameters(
      { name: 'a', in: 'cookie', schema: string },
      { name: 'b', in: 'query', content: { 'application/json': { schema: object } } },
    ),
  },
  '`allowEmptyValue`': {
    document: withParameters({ name: 'a', in: 'query', allowEmptyValue: true, schema: string }),
    without: withParameters({ name: 'a', in: 'query', schema: string }),
  },
};

const file = { type: 'string', format: 'binary' };

const bodies: Readonly<Record<string, Check>> = {
  '`application/json` and `…+json`': {
    document: withBody('application/vnd.crates+json', object),
    prints: ["content: 'application/vnd.crates+json'", 'maxLoad?: number'],
  },
  '`multipart/form-data`': {
    document: withBody('multipart/form-data', { type: 'object', properties: { photo: file } }),
    prints: ["content: 'multipart/form-data'", 'photo?: FileInput'],
  },
  '`application/x-www-form-urlencoded`': {
    document: withBody('application/x-www-form-urlencoded', object),
    prints: ['application/x-www-form-urlencoded', 'maxLoad?: number'],
  },
  'a form that is a list, a number or a file': {
    document: withOperation(
      {
        requestBody: {
          content: {
            'application/json': { schema: object },
            'multipart/form-data': { schema: { type: 'array', items: string } },
          },
        },
      },
      { method: 'post' },
    ),
    without: withOperation(
      { requestBody: { content: { 'application/json': { schema: object } } } },
      { method: 'post' },
    ),
  },
  'a charset of a body other than UTF-8': {
    document: withBody('text/plain; charset=iso-8859-1', string),
    prints: ["content: 'text/plain; charset=utf-8'"],
  },
  '`encoding` of a field: `contentType`': {
    document: withForm({ contentType: 'text/csv' }),
    prints: ["types: { k: 'text/csv' }", 'write: styles.multipart'],
  },
  '`encoding` of a field: its style': {
    document: withForm({ explode: false, allowReserved: true }, 'application/x-www-form-urlencoded'),
    prints: ['styles: { k: styles.reserved(styles.commaDelimited) }'],
  },
  '`encoding` of a field: `headers`': {
    document: withForm({ headers: { 'X-Kind': { schema: string } } }),
    without: withForm({}),
  },
  '`application/octet-stream` and other bytes': {
    document: withOperation(
      {
        requestBody: { required: true, content: { 'image/png': { schema: file } } },
        responses: { 200: { ...ok, content: { 'application/octet-stream': { schema: file } } } },
      },
      { method: 'post' },
    ),
    prints: ["content: 'image/png'", 'body: FileInput', 'Promise<Bytes>'],
  },
  '`text/plain`': { document: withResponse('text/plain', string), prints: ['Promise<string>'] },
  'XML and YAML': {
    document: withOperation(
      {
        requestBody: { required: true, content: { 'application/xml': { schema: object } } },
        responses: { 200: { ...ok, content: { 'application/yaml': { schema: object } } } },
      },
      { method: 'post' },
    ),
    prints: ['body: string | FileInput', "content: 'application/xml'", 'Promise<string>'],
  },
  'several media types of a request body': {
    document: withOperation(
      {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: object }, 'multipart/form-data': { schema: object } },
        },
      },
      { method: 'post' },
    ),
    prints: ["contentType?: 'application/json' | 'multipart/form-data'", "styles.mediaTypes('contentType'"],
  },
  'a range of media types, such as `image/*`': {
    document: withBody('image/*', file),
    prints: ['contentType?: `image/${string}`'],
  },
  'several success responses': {
    document: withOperation({
      responses: {
        200: {
          ...ok,
          content: { 'application/json': { schema: { type: 'object', required: ['a'], properties: { a: {} } } } },
        },
        202: {
          ...ok,
          content: { 'application/json': { schema: { type: 'object', required: ['b'], properties: { b: {} } } } },
        },
      },
    }),
    prints: ['{ a: unknown } | { b: unknown }'],
  },
  'a response without `content`': { document: withOperation({}), prints: ['Promise<void>'] },
  'an operation with only error responses': {
    document: withOperation({ responses: { 404: { description: 'Not found.' } } }),
    prints: ['Promise<void>'],
  },
  'headers of a response': {
    document: withOperation({ responses: { 200: { ...ok, headers: { 'X-Total': { schema: { type: 'integer' } } } } } }),
    without: withOperation({ responses: { 200: ok } }),
  },
  'error responses with a documented body': {
    document: withOperation({
      responses: { 200: ok, 404: { description: 'Gone.', content: { 'application/json': { schema: object } } } },
    }),
    prints: ['@throws', '404'],
  },
};

const union = { oneOf: [string, { type: 'number' }] };

const schemas: Readonly<Record<string, Check>> = {
  '`type`': { document: withField({ type: 'boolean' }), prints: ['load?: boolean'] },
  'a `type` that JSON Schema does not have': { document: withField({ type: 'text' }) },
  '`nullable`': { document: withField({ type: 'string', nullable: true }, '3.0.3'), prints: ['load?: string | null'] },
  "a list of types, and `type: 'null'`": {
    document: withField({ type: ['string', 'number', 'null'] }),
    prints: ['load?: string | number | null'],
  },
  '`enum`': { document: withField({ type: 'string', enum: ['open', 'shut'] }), prints: ["'open' | 'shut'"] },
  '`const`': { document: withField({ const: 'open' }), prints: ["'open'"] },
  '`properties` and `required`': {
    document: withSchema({ ...object, required: ['max_load'] }),
    prints: ['maxLoad: number', "snake: ['maxLoad']"],
  },
  '`additionalProperties`': {
    document: withField({ type: 'object', additionalProperties: { type: 'number' } }),
    prints: ['Record<string, number>'],
  },
  '`patternProperties`': {
    document: withField({ type: 'object', patternProperties: { '^a': { type: 'number' } } }),
    prints: ['Record<string, number>'],
  },
  '`items`': { document: withField(list), prints: ['string[]'] },
  '`prefixItems`': {
    document: withField({ type: 'array', prefixItems: [string, { type: 'number' }], items: false, minItems: 2 }),
    prints: ['[string, number]'],
  },
  '`allOf`': {
    document: withSchema({ allOf: [object, { type: 'object', properties: { state: string } }] }),
    prints: ['maxLoad?: number', 'state?: string'],
  },
  '`oneOf` and `anyOf`': {
    document: withSchema({ type: 'object', properties: { a: union, b: { anyOf: union.oneOf } } }),
    prints: ['a?: string | number', 'b?: string | number'],
  },
  '`discriminator`': {
    document: withSchema(
      {
        oneOf: [{ $ref: '#/components/schemas/Open' }, { $ref: '#/components/schemas/Shut' }],
        discriminator: { propertyName: 'kind', mapping: { open: '#/components/schemas/Open', shut: 'Shut' } },
      },
      {
        Open: { type: 'object', required: ['kind'], properties: { kind: string, max_load: { type: 'number' } } },
        Shut: { type: 'object', required: ['kind'], properties: { kind: string, lid_id: string } },
      },
    ),
    prints: ["kind: 'open'", "kind: 'shut'"],
  },
  'a recursive schema': {
    document: withSchema({ type: 'object', properties: { inner: { type: 'array', items: crate } } }),
    prints: ['inner?: readonly Crate[]'],
  },
  'a schema that contains itself by `allOf`': { document: withSchema({ allOf: [crate, object] }) },
  '`readOnly` and `writeOnly`': {
    document: withSchema({
      type: 'object',
      properties: { made_at: { type: 'string', readOnly: true }, secret: { type: 'string', writeOnly: true } },
    }),
    prints: ['interface Crate { madeAt?: string; }', 'secret?: string'],
  },
  '`format: date` and `date-time`': {
    document: withParameters({ name: 'shut_at', in: 'query', schema: { type: 'string', format: 'date-time' } }),
    prints: ['shutAt?: string | Date'],
  },
  '`format: binary`': {
    document: {
      ...withBody('multipart/form-data', { type: 'object', properties: { photo: file } }),
      openapi: '3.0.3',
    },
    prints: ['photo?: FileInput'],
  },
  '`contentMediaType` without `contentEncoding`': {
    document: withBody('multipart/form-data', {
      type: 'object',
      properties: { photo: { type: 'string', contentMediaType: 'image/png' } },
    }),
    prints: ['photo?: FileInput'],
  },
  '`title`': keywords(string, { title: 'Load' }),
  '`minLength`, `maxLength`, `pattern`': keywords(string, { minLength: 1, maxLength: 5, pattern: '^a' }),
  '`multipleOf`': keywords({ type: 'number' }, { multipleOf: 5 }),
  '`uniqueItems`, `minItems` of a list': keywords(list, { uniqueItems: true, minItems: 1 }),
  '`minProperties`, `maxProperties`': keywords(
    { type: 'object', additionalProperties: string },
    { minProperties: 1, maxProperties: 3 },
  ),
  '`if`, `then`, `else`': keywords(object, { if: { required: ['a'] }, then: { required: ['b'] }, else: false }),
  '`dependentRequired`, `dependentSchemas`': keywords(object, {
    dependentRequired: { a: ['b'] },
    dependentSchemas: { a: { required: ['b'] } },
  }),
  '`propertyNames`, `contains`': keywords(
    { type: 'object', additionalProperties: list },
    { propertyNames: { pattern: '^a' }, contains: string },
  ),
  '`not`': keywords(string, { not: { enum: ['shut'] } }),
  '`xml`': keywords(object, { xml: { name: 'crate' } }),
};

const servers: Readonly<Record<string, Check>> = {
  '`servers` of the document': {
    document: documentOf({ servers: [{ url: 'https://a.example' }, { url: 'https://b.example' }] }),
    prints: ["default: 'https://a.example'", '- https://b.example'],
  },
  'variables of a server': {
    document: documentOf({
      servers: [{ url: 'https://{region}.example', variables: { region: { default: 'eu', enum: ['eu', 'us'] } } }],
    }),
    prints: ["region?: 'eu' | 'us'"],
  },
  '`servers` of a path or an operation': {
    document: withOperation({ servers: [{ url: 'https://own.example' }] }),
    prints: ["'https://own.example'"],
  },
  '`http` security: `bearer`': {
    document: withSecurity({ type: 'http', scheme: 'bearer' }),
    prints: ["key: { type: 'bearer' }"],
  },
  '`http` security: `basic`': {
    document: withSecurity({ type: 'http', scheme: 'basic' }),
    prints: ["key: { type: 'basic' }", 'BasicAuth'],
  },
  '`apiKey` in a header, the query or a cookie': {
    document: documentOf({
      security: ['header', 'query', 'cookie'].map((place) => ({ [place]: [] })),
      components: {
        securitySchemes: Object.fromEntries(
          ['header', 'query', 'cookie'].map((place) => [place, { type: 'apiKey', in: place, name: 'key' }]),
        ),
      },
    }),
    prints: ["in: 'header', name: 'key'", "in: 'query', name: 'key'", "in: 'cookie', name: 'key'"],
  },
  '`oauth2` and `openIdConnect`': {
    document: documentOf({
      security: [{ a: [] }, { b: [] }],
      components: {
        securitySchemes: {
          a: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://a.example', scopes: {} } } },
          b: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example' },
        },
      },
    }),
    prints: ["a: { type: 'bearer' }", "b: { type: 'bearer' }"],
  },
  '`mutualTLS`': {
    document: withSecurity({ type: 'mutualTLS' }),
    prints: ["createClient can't serve"],
  },
};

const names: Readonly<Record<string, Check>> = {
  'schemas whose names differ only in spelling': {
    document: withSchema(
      {
        type: 'object',
        properties: { a: { $ref: '#/components/schemas/foo.bar' }, b: { $ref: '#/components/schemas/foo-bar' } },
      },
      { 'foo.bar': object, 'foo-bar': object },
    ),
    prints: ['a?: FooBar2', 'b?: FooBar ', 'would both be FooBar; it is `FooBar2`.'],
  },
  'a schema with the name of a generated type': {
    document: withOperation(
      {
        parameters: [{ name: 'size', in: 'query', schema: string }],
        responses: {
          200: { ...ok, content: { 'application/json': { schema: { $ref: '#/components/schemas/RunCratesParams' } } } },
        },
      },
      { components: { schemas: { RunCratesParams: object } } },
    ),
    prints: ['export interface RunCratesParams {', 'export interface RunCratesParamsOfCall {'],
  },
  'fields whose names differ only in spelling': {
    document: withSchema({ type: 'object', properties: { max_load: string, maxLoad: string } }),
    prints: ['max_load?: string', 'maxLoad?: string', '"max_load" keeps its name on the wire.'],
  },
  'parameters whose names differ only in spelling': {
    document: withParameters(
      { name: 'max_load', in: 'query', schema: string },
      { name: 'maxLoad', in: 'query', schema: string },
    ),
    prints: ["{ name: 'max_load', in: 'query' }", "{ name: 'maxLoad', in: 'query' }", 'the former is `max_load`.'],
  },
  'operationIds that differ only in spelling': {
    document: documentOf({
      paths: {
        '/a': { get: { operationId: 'GetUser', tags: ['Users'], responses: { 200: ok } } },
        '/b': { get: { operationId: 'getUser', tags: ['Users'], responses: { 200: ok } } },
      },
    }),
    prints: [
      "readonly 'GET /a': typeof getUser2",
      "readonly 'GET /b': typeof getUser;",
      'the former is `users.getUser2`.',
    ],
  },
  'paths that differ only in the last slash': {
    document: documentOf({
      paths: { '/crates/': { get: { responses: { 200: ok } } }, '/crates': { get: { responses: { 200: ok } } } },
    }),
    prints: ["readonly 'GET /crates': typeof getCrates;", "readonly 'GET /crates/': typeof getCrates2"],
  },
};

/** By the first column of codegen/openapi-support.md. */
export const checks: Readonly<Record<string, Check>> = {
  ...documents,
  ...operations,
  ...parameters,
  ...bodies,
  ...schemas,
  ...servers,
  ...names,
};
