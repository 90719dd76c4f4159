import type { Schema } from '../../codegen/read/openapi.js';
import { json, ok } from './crates.js';
import { oddNames, recordOf } from './odd-names.js';

/** A document, and a program that calls it. A line after `@ts-expect-error` must not compile. */
export interface TypedRow {
  readonly title: string;
  readonly openapi?: string;
  readonly components?: Record<string, Schema>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly caller: string;
  /** Whether schema.ts is generated too, which takes longer than everything else. */
  readonly schema?: boolean;
}

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };

function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function object(
  properties: NonNullable<Schema['properties']>,
  required: readonly string[] = [],
  more: Schema = {},
): Schema {
  return { type: 'object', properties, required, ...more };
}

function fieldOf(name: string): readonly [string, Schema] {
  return [`in${name}`, ref(name)];
}

/** `GET /a` with this response. */
function get(schema: Schema): TypedRow['paths'] {
  return { '/a': { get: { operationId: 'get', responses: ok(schema) } } };
}

/** `POST /a` with this body, and the parameters of a query. */
function post(schema: Schema, { required = true, query = [] }: { required?: boolean; query?: readonly string[] } = {}) {
  const parameters = query.map((name) => ({ name, in: 'query', schema: text }));
  const requestBody = { required, content: json(schema) };
  return { '/a': { post: { operationId: 'send', parameters, requestBody, responses: { 204: { description: '' } } } } };
}

const cat = object({ kind: text, lives: number }, ['kind', 'lives']);
const dog = object({ kind: text, barks: { type: 'boolean' } }, ['kind', 'barks']);
const narrowed = `
  const pet = await rows.get();
  if (pet.kind === 'cat') pet.lives.toFixed();
  // @ts-expect-error A dog has none.
  if (pet.kind === 'dog') pet.lives;`;

/** Types, classes and namespaces of the generated files, and of the language, that a schema may be called like. */
const ownNames = (
  'Routes Types Operation OperationId OperationsById Operations AllOperations Resources Bytes Page RequestOptions Api ' +
  'ApiOptions ClientOptions CreateClient Token BasicAuth Transport EventStream ServerSentEvent FileInput Codec Codecs ' +
  'Styles EventReaders Servers Case Cases Client Transcript Array Promise Record Partial Omit Readonly Date Object ' +
  'String Number Boolean Symbol BigInt Error Function Map Set Blob File Request Response Headers Any Unknown Never Void'
).split(' ');

export const typedRows: readonly TypedRow[] = [
  {
    title: 'schemas may be called like the names that the generated files use themselves',
    components: Object.fromEntries(ownNames.map((name) => [name, object({ id: text }, ['id'])])),
    paths: {
      '/a': {
        post: {
          operationId: 'send',
          requestBody: { required: true, content: json(object(Object.fromEntries(ownNames.map(fieldOf)))) },
          responses: ok(object(Object.fromEntries(ownNames.map(fieldOf)), ['inRoutes', 'inPromise'])),
        },
      },
    },
    caller: `
  const { inRoutes, inPromise } = await rows.send({ inRoutes: { id: 'a' } });
  const ids: string[] = [inRoutes.id, inPromise.id];
  // @ts-expect-error It has an id.
  rows.send({ inRoutes: { id: ids.length } });`,
  },
  {
    title: 'fields, parameters and keys with odd names',
    components: {
      Odd: object(
        recordOf(oddNames, () => text),
        oddNames,
      ),
      Union: { oneOf: [ref('Odd'), object({ first_name: text })] },
    },
    paths: {
      '/a': { post: { operationId: 'send', requestBody: { content: json(ref('Union')) }, responses: ok(ref('Odd')) } },
      '/b': {
        get: {
          operationId: 'query',
          parameters: oddNames.map((name) => ({ name, in: 'query', schema: text })),
          responses: { 204: { description: '' } },
        },
      },
    },
    caller: `
  // Every object has these, so the compiler takes none for left out.
  const own = { valueOf: 'f', hasOwnProperty: 'g', constructor: 'h', isPrototypeOf: undefined };
  await rows.query({ toString: 'a', 'c"d': 'b', ['__proto__']: 'c', then: 'd', '': 'e', ...own });
  const read = await rows.send({ firstName: 'a' });
  const texts: string[] = [read.constructor, read.valueOf, read.then, read[''], read['g\\nh'], read['</script>']];
  // @ts-expect-error It has no such field.
  read.texts;
  void texts;`,
  },
  {
    title: 'named fields beside free ones keep both in responses',
    components: { Thing: object({ id: text }, ['id'], { additionalProperties: number }) },
    paths: {
      ...get(ref('Thing')),
      '/b': {
        get: { operationId: 'inline', responses: ok(object({ id: text }, ['id'], { additionalProperties: true })) },
      },
      '/c': { get: { operationId: 'parts', responses: ok({ allOf: [ref('Thing'), object({ other: text })] }) } },
    },
    caller: `
  const all = [await rows.get(), await rows.inline(), await rows.parts()];
  for (const thing of all) {
    thing.id.trim();
    const other: unknown = thing['anything'];
  }`,
  },
  {
    title: 'named fields beside free ones keep both in bodies',
    components: { Thing: object({ id: text }, ['id'], { additionalProperties: true }) },
    paths: {
      ...post(ref('Thing')),
      '/b': {
        post: {
          operationId: 'inline',
          requestBody: {
            required: true,
            content: json(object({ id: text }, ['id'], { additionalProperties: number })),
          },
          responses: { 204: { description: '' } },
        },
      },
    },
    caller: `
  interface Own { id: string; more: number }
  const own: Own = { id: 'a', more: 1 };
  await rows.send({ id: 'a', more: 1 });
  await rows.send(own);
  await rows.inline({ id: 'a', more: 1 });
  // @ts-expect-error The field is required.
  await rows.send({ more: 1 });`,
  },
  {
    title: 'a body without free fields takes none',
    components: { Thing: object({ id: text }) },
    paths: post(ref('Thing')),
    caller: `
  // @ts-expect-error No such field.
  await rows.send({ id: 'a', more: 1 });`,
  },
  {
    title: 'fields by a pattern, and those that are left, are a map',
    paths: {
      ...get({ type: 'object', additionalProperties: false, patternProperties: { '^x-': number } }),
      '/b': {
        get: {
          operationId: 'rest',
          responses: ok({ type: 'object', properties: {}, unevaluatedProperties: text }),
        },
      },
      '/c': {
        get: {
          operationId: 'untyped',
          responses: ok({ patternProperties: { '^x-': number }, additionalProperties: text }),
        },
      },
      '/d': { get: { operationId: 'empty', responses: ok({ type: 'object', properties: {} }) } },
      '/e': {
        get: { operationId: 'sealed', responses: ok(object({ id: text }, [], { unevaluatedProperties: { not: {} } })) },
      },
    },
    caller: `
  const byPattern = (await rows.get())['x-a'];
  if (byPattern !== undefined) byPattern.toFixed();
  const rest = (await rows.rest())['a'];
  if (rest !== undefined) rest.trim();
  const both: string | number | undefined = (await rows.untyped())['a'];
  const any: unknown = (await rows.empty())['a'];
  // @ts-expect-error There are no others.
  (await rows.sealed())['a'];`,
  },
  {
    title: 'anyOf beside oneOf holds too',
    components: {
      A: object({ a: text }, ['a']),
      B: object({ b: text }, ['b']),
      C: object({ c: text }, ['c']),
      D: object({ d: text }, ['d']),
    },
    paths: get({ oneOf: [ref('A'), ref('B')], anyOf: [ref('C'), ref('D')] }),
    caller: `
  const value = await rows.get();
  if ('a' in value && 'c' in value) value.a.trim() + value.c.trim();
  const one: (types.A | types.B) & (types.C | types.D) = value;`,
  },
  {
    title: 'a discriminator that is an enum narrows',
    components: {
      Kind: { type: 'string', enum: ['cat', 'dog'] },
      Cat: object({ kind: ref('Kind'), lives: number }, ['kind', 'lives']),
      Dog: object({ kind: { type: 'string', enum: ['cat', 'dog'] }, barks: { type: 'boolean' } }, ['kind', 'barks']),
    },
    paths: get({
      oneOf: [ref('Cat'), ref('Dog')],
      discriminator: {
        propertyName: 'kind',
        mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
      },
    }),
    caller: narrowed,
  },
  {
    title: 'several values of a discriminator for one schema narrow',
    components: { Cat: cat, Dog: dog },
    paths: get({
      oneOf: [ref('Cat'), ref('Dog')],
      discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', kitten: 'Cat', dog: 'Dog', puppy: 'Dog' } },
    }),
    caller: `${narrowed}
  if (pet.kind === 'kitten') pet.lives.toFixed();
  if (pet.kind === 'puppy') pet.barks.valueOf();`,
  },
  {
    title: 'several values of a discriminator narrow the children of a base too',
    components: {
      Pet: object({ kind: text }, ['kind'], {
        discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', kitten: 'Cat', dog: 'Dog', puppy: 'Dog' } },
      }),
      Cat: { allOf: [ref('Pet'), object({ lives: number }, ['lives'])] },
      Dog: { allOf: [ref('Pet'), object({ barks: { type: 'boolean' } }, ['barks'])] },
    },
    paths: get(ref('Pet')),
    caller: narrowed,
  },
  {
    title: 'an optional body with required fields can be left out, but not its fields alone',
    components: { Thing: object({ id: text, more: text }, ['id']) },
    paths: {
      ...post(ref('Thing'), { required: false }),
      '/b': {
        post: {
          operationId: 'withQuery',
          parameters: [{ name: 'dry', in: 'query', schema: text }],
          requestBody: { content: json(ref('Thing')) },
          responses: { 204: { description: '' } },
        },
      },
      '/c': {
        post: {
          operationId: 'inline',
          requestBody: { content: json(object({ id: text }, ['id'])) },
          responses: { 204: { description: '' } },
        },
      },
    },
    caller: `
  await rows.send();
  await rows.send({ id: 'a' });
  await rows.inline();
  await rows.withQuery();
  await rows.withQuery({ dry: 'a' });
  await rows.withQuery({ dry: 'a', id: 'b' });
  // @ts-expect-error With a body, its field is required.
  await rows.send({ more: 'a' });
  // @ts-expect-error With a body, its field is required.
  await rows.withQuery({ dry: 'a', more: 'b' });`,
  },
  {
    title: 'an optional body with many fields beside a path variable',
    components: {
      Price: object({ amount: number }),
      Thing: object(
        {
          price: ref('Price'),
          tags: { type: 'array', items: text },
          id: text,
          name: text,
          about: text,
          color: text,
          size: text,
        },
        ['id'],
      ),
    },
    paths: {
      '/shops/{shop}/things': {
        post: {
          operationId: 'send',
          parameters: [{ name: 'shop', in: 'path', required: true, schema: text }],
          requestBody: { content: json(ref('Thing')) },
          responses: { 204: { description: '' } },
        },
      },
    },
    caller: `
  await rows.send('a');
  await rows.send('a', { id: 'b', price: { amount: 1 } });
  // @ts-expect-error With a body, its field is required.
  await rows.send('a', { tags: [] });`,
  },
  {
    title: 'a date-time by reference takes a Date',
    components: { When: { type: 'string', format: 'date-time' } },
    paths: {
      '/a': {
        get: {
          operationId: 'get',
          parameters: [{ name: 'since', in: 'query', schema: ref('When') }],
          responses: ok({}),
        },
      },
    },
    caller: `
  await rows.get({ since: new Date() });
  await rows.get({ since: '2025-01-01T00:00:00Z' });`,
  },
  {
    title: 'a tuple that is full ends',
    paths: get(
      object(
        {
          pair: { type: 'array', prefixItems: [text, number], minItems: 2, maxItems: 2 },
          cut: { type: 'array', prefixItems: [text, number], maxItems: 1 },
          open: { type: 'array', prefixItems: [text], maxItems: 2 },
        },
        ['pair', 'cut', 'open'],
      ),
    ),
    caller: `
  const { pair, cut, open } = await rows.get();
  const two: [string, number] = pair;
  const one: [string] = cut;
  const more: unknown = open[1];`,
  },
  {
    title: 'a body whose fields are all read-only takes none, beside those of the query',
    components: { Ring: object({ createTime: { type: 'string', readOnly: true } }) },
    paths: {
      ...post(ref('Ring'), { query: ['ringId'] }),
      '/b': {
        post: {
          operationId: 'alone',
          requestBody: { required: true, content: json(ref('Ring')) },
          responses: ok(ref('Ring')),
        },
      },
    },
    caller: `
  await rows.send({ ringId: 'a' });
  await rows.alone();
  // @ts-expect-error It is the server's.
  await rows.send({ createTime: 'a' });`,
  },
  {
    title: 'a closed object beside its parts takes what they take',
    components: {
      Options: object({ fast: { type: 'boolean' } }),
      ById: object({ id: text }, ['id']),
      ByName: object({ name: text }, ['name']),
      Rates: {
        type: 'object',
        additionalProperties: false,
        allOf: [ref('Options')],
        oneOf: [ref('ById'), ref('ByName')],
      },
      Sealed: { oneOf: [ref('ById'), ref('ByName')], allOf: [{ type: 'object', unevaluatedProperties: false }] },
    },
    paths: {
      ...post(ref('Rates')),
      '/b': {
        post: {
          operationId: 'sealed',
          requestBody: { required: true, content: json(ref('Sealed')) },
          responses: { 204: { description: '' } },
        },
      },
    },
    caller: `
  await rows.send({ fast: true, id: 'a' });
  await rows.send({ name: 'a' });
  await rows.sealed({ name: 'a' });
  // @ts-expect-error One of both is required.
  await rows.send({ fast: true });`,
  },
  {
    title: 'a text body by reference is a string',
    components: { Secret: text },
    paths: {
      '/a': {
        post: {
          operationId: 'send',
          requestBody: { required: true, content: { 'text/plain': { schema: ref('Secret') } } },
          responses: { 204: { description: '' } },
        },
      },
    },
    caller: `  await rows.send({ body: 'a' });`,
  },
  {
    title: 'an example with free fields is a call',
    openapi: '3.0.3',
    components: { App: object({ name: text }, [], { additionalProperties: true }) },
    paths: {
      '/a': {
        post: {
          operationId: 'send',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: ref('App'), example: { name: 'a', schema_version: '2' } } },
          },
          responses: { 204: { description: '' } },
        },
      },
    },
    caller: `  await rows.send({ name: 'a', schema_version: '2' });`,
  },
  {
    title: 'schema.ts compiles: children that declare the discriminator, a nullable base, and no $defs',
    openapi: '3.0.3',
    schema: true,
    components: {
      Result: object({ class: text }, ['class'], { discriminator: { propertyName: 'class' } }),
      Add: {
        allOf: [ref('Result')],
        type: 'object',
        required: ['class'],
        properties: { class: { type: 'string', enum: ['Add'] } },
      },
      Base: object({ a: text }, [], { nullable: true }),
      Child: { allOf: [ref('Base')], required: ['a'] },
      Holder: object({ own: text }, ['own'], { $defs: { Inner: text } } as Schema),
    },
    paths: {
      ...get(ref('Add')),
      '/b': { get: { operationId: 'child', responses: ok(ref('Child')) } },
      '/c': { get: { operationId: 'holder', responses: ok(ref('Holder')) } },
    },
    caller: `
  const holder: components['schemas']['Holder'] = { own: 'a' };
  const child: components['schemas']['Child'] = { a: 'a' };
  const add: components['schemas']['Add'] = { class: 'Add' };`,
  },
  {
    title: 'of several media types of a body, the argument that names one decides what the others are',
    components: {
      Note: object({ text }, ['text']),
      Photo: object({ photo: { type: 'string', format: 'binary' } }, ['photo']),
    },
    paths: {
      '/a/{id}': {
        put: {
          operationId: 'send',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: text },
            { name: 'dry', in: 'query', schema: text },
          ],
          requestBody: {
            required: true,
            content: {
              ...json(ref('Note')),
              'application/x-www-form-urlencoded': { schema: ref('Note') },
              'multipart/form-data': { schema: ref('Photo') },
              'text/plain': { schema: text },
              'image/*': {},
            },
          },
          responses: { 204: { description: '' } },
        },
      },
      '/b': {
        post: {
          operationId: 'mayLack',
          requestBody: { content: { ...json(ref('Note')), 'text/plain': { schema: text } } },
          responses: { 204: { description: '' } },
        },
      },
    },
    caller: `
  await rows.send('a', { text: 'a' });
  await rows.send('a', { text: 'a', dry: 'yes', contentType: 'application/json' });
  await rows.send('a', { text: 'a', contentType: 'application/x-www-form-urlencoded' });
  await rows.send('a', { contentType: 'multipart/form-data', photo: new Blob([]) });
  await rows.send('a', { contentType: 'text/plain', body: 'a' });
  await rows.send('a', { contentType: 'image/webp', body: new Blob([]) });
  // @ts-expect-error JSON has no photo.
  await rows.send('a', { photo: new Blob([]) });
  // @ts-expect-error A form with parts has no text.
  await rows.send('a', { contentType: 'multipart/form-data', text: 'a' });
  // @ts-expect-error No video is offered.
  await rows.send('a', { contentType: 'video/mp4', body: new Blob([]) });
  await rows.mayLack();
  await rows.mayLack({});
  await rows.mayLack({ text: 'a' });
  await rows.mayLack({ contentType: 'text/plain', body: 'a' });
  // @ts-expect-error Text is the body.
  await rows.mayLack({ contentType: 'text/plain', text: 'a' });`,
  },
];
