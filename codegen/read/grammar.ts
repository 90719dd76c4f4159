import { httpMethods } from './openapi.js';

/** The objects of an OpenAPI document that the generator reads. */
export type Kind =
  | 'document'
  | 'components'
  | 'path item'
  | 'operation'
  | 'parameter'
  | 'request body'
  | 'response'
  | 'header'
  | 'media type'
  | 'encoding'
  | 'schema'
  | 'discriminator'
  | 'example'
  | 'callback'
  | 'callback item'
  | 'server'
  | 'tag'
  | 'other';

/** The value of a keyword: plain JSON, an object of a kind, or several of them. */
export type Form = Plain | { readonly one: Kind } | { readonly list: Kind } | { readonly map: Kind };

export type Plain = 'text' | 'flag' | 'number' | 'texts' | 'values' | 'type' | 'flag or number';

const schemas = { list: 'schema' } as const;
const examples = { map: 'example' } as const;
const content = { map: 'media type' } as const;
const servers = { list: 'server' } as const;
const headers = { map: 'header' } as const;
const described = { description: 'text' } as const;

const operation: Readonly<Record<string, Form>> = {
  ...described,
  operationId: 'text',
  tags: 'texts',
  summary: 'text',
  deprecated: 'flag',
  servers,
  parameters: { list: 'parameter' },
  requestBody: { one: 'request body' },
  responses: { map: 'response' },
  callbacks: { map: 'callback' },
};

const header: Readonly<Record<string, Form>> = {
  ...described,
  required: 'flag',
  deprecated: 'flag',
  style: 'text',
  explode: 'flag',
  allowReserved: 'flag',
  schema: { one: 'schema' },
  content,
  examples,
};

const pathItem: Readonly<Record<string, Form>> = {
  additionalOperations: { map: 'operation' },
  servers,
  parameters: { list: 'parameter' },
  ...Object.fromEntries(httpMethods.map((method) => [method, { one: 'operation' }] as const)),
};

/** The keywords of each object that are read, and their values. Everything else is ignored. */
export const grammar: Readonly<Record<Kind, Readonly<Record<string, Form>>>> = {
  document: {
    openapi: 'text',
    servers,
    tags: { list: 'tag' },
    paths: { map: 'path item' },
    components: { one: 'components' },
    webhooks: { map: 'callback item' },
  },
  components: {
    schemas: { map: 'schema' },
    parameters: { map: 'parameter' },
    requestBodies: { map: 'request body' },
    responses: { map: 'response' },
    headers,
    examples,
    callbacks: { map: 'callback' },
    pathItems: { map: 'callback item' },
    mediaTypes: { map: 'media type' },
    links: { map: 'other' },
    securitySchemes: { map: 'other' },
  },
  'path item': pathItem,
  'callback item': pathItem,
  operation,
  parameter: { ...header, name: 'text', in: 'text' },
  'request body': { ...described, required: 'flag', content },
  response: { ...described, content, headers, links: { map: 'other' } },
  header,
  'media type': {
    schema: { one: 'schema' },
    itemSchema: { one: 'schema' },
    examples,
    encoding: { map: 'encoding' },
    'x-event-schema': { one: 'schema' },
    'x-stream-when': 'text',
  },
  encoding: { contentType: 'text', style: 'text', explode: 'flag', allowReserved: 'flag', headers },
  schema: {
    ...described,
    title: 'text',
    type: 'type',
    nullable: 'flag',
    enum: 'values',
    'x-known-values': 'texts',
    format: 'text',
    contentMediaType: 'text',
    contentEncoding: 'text',
    properties: { map: 'schema' },
    patternProperties: { map: 'schema' },
    $defs: { map: 'schema' },
    required: 'texts',
    additionalProperties: { one: 'schema' },
    items: { one: 'schema' },
    prefixItems: schemas,
    allOf: schemas,
    oneOf: schemas,
    anyOf: schemas,
    not: { one: 'schema' },
    discriminator: { one: 'discriminator' },
    deprecated: 'flag',
    readOnly: 'flag',
    writeOnly: 'flag',
    minimum: 'number',
    maximum: 'number',
    exclusiveMinimum: 'flag or number',
    exclusiveMaximum: 'flag or number',
    multipleOf: 'number',
    minLength: 'number',
    maxLength: 'number',
    pattern: 'text',
    minItems: 'number',
    maxItems: 'number',
  },
  discriminator: { propertyName: 'text' },
  example: {},
  callback: {},
  server: { url: 'text' },
  tag: { ...described, name: 'text' },
  other: {},
};

/** Required keywords. */
export const demanded: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  parameter: ['name', 'in'],
  server: ['url'],
  tag: ['name'],
  discriminator: ['propertyName'],
};

/** Kinds that may be given by `$ref`. */
export const referable: ReadonlySet<Kind> = new Set<Kind>([
  'path item',
  'callback item',
  'parameter',
  'request body',
  'response',
  'header',
  'media type',
  'schema',
  'example',
  'callback',
  'other',
]);

const texts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Whether the value of a keyword has the right JSON type, and the expected type for messages. */
export const plainForms: Readonly<
  Record<Plain, { readonly words: string; readonly isMet: (value: unknown) => boolean }>
> = {
  text: { words: 'a string', isMet: (value) => typeof value === 'string' },
  flag: { words: 'true or false', isMet: (value) => typeof value === 'boolean' },
  number: { words: 'a number', isMet: (value) => typeof value === 'number' },
  texts: { words: 'an array of strings', isMet: texts },
  values: { words: 'an array', isMet: Array.isArray },
  type: { words: 'a string or an array of strings', isMet: (value) => typeof value === 'string' || texts(value) },
  'flag or number': { words: 'a number', isMet: (value) => ['boolean', 'number'].includes(typeof value) },
};
