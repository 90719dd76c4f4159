import { object, parts, schemas, snake, string, type Json } from './added-schemas.js';

const described = (text: string): Json => ({ description: `${text}.` });
const media = (schema: Json, type = 'application/json'): Json => ({ content: { [type]: { schema } } });
const envelope = (data: Json, more: Json = {}): Json => object({ data }, { properties: { data, ...more } });

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly body?: Json;
  readonly success: readonly [status: number, content: Json];
  readonly parameters?: readonly Json[];
  readonly errors?: Json;
  readonly server?: 'infrastructure' | 'inference';
}

const id: Json = { name: 'id', in: 'path', required: true, ...described('Id'), schema: { ...string, format: 'uuid' } };

/** What fails does not depend on the kind of its schema. */
const onlyUnauthorized: Json = { 403: undefined, 429: undefined, 500: undefined };

function operationsOf(kind: string): readonly Operation[] {
  const errors = kind === 'Plain' ? {} : onlyUnauthorized;
  const schema = { $ref: `#/components/schemas/Crate${kind}` };
  const path = `/crates-${kind.toLowerCase()}`;
  return [
    {
      method: 'get',
      path,
      id: `listCrate${kind}`,
      success: [200, media(envelope({ type: 'array', items: schema }))],
      errors,
    },
    {
      method: 'post',
      path,
      id: `createCrate${kind}`,
      body: media(schema),
      success: [201, media(envelope(schema))],
      errors,
    },
    {
      method: 'put',
      path: `${path}/{id}`,
      id: `replaceCrate${kind}`,
      parameters: [id],
      body: media(schema),
      success: [200, media(schema)],
      errors,
      server: 'inference',
    },
  ];
}

const query = (name: string, schema: Json, more: Json = {}): Json => ({
  name,
  in: 'query',
  ...described(name),
  schema,
  ...more,
});

/** Operations whose body, response, parameters or errors are of a kind of their own. */
const others: readonly Operation[] = [
  { method: 'delete', path: '/crates-plain/{id}', id: 'deleteCratePlain', parameters: [id], success: [204, {}] },
  { method: 'post', path: '/crates-plain/{id}/start', id: 'startCrate', parameters: [id], success: [202, {}] },
  {
    method: 'get',
    path: '/crates-plain/{id}/file',
    id: 'downloadCrate',
    parameters: [id],
    success: [200, media({ ...string, format: 'binary' }, 'application/octet-stream')],
  },
  {
    method: 'get',
    path: '/crates-plain/{id}/log',
    id: 'getCrateLog',
    parameters: [id],
    success: [200, media(string, 'text/plain')],
  },
  {
    method: 'put',
    path: '/crates-plain/{id}/file',
    id: 'uploadCrate',
    parameters: [id],
    body: media({ ...string, format: 'binary' }, 'application/octet-stream'),
    success: [204, {}],
  },
  {
    method: 'post',
    path: '/crate-forms',
    id: 'sendCrateForm',
    body: media(
      object({ file_part: { ...string, format: 'binary' }, form_name: string, part_size: { type: 'integer' } }),
      'multipart/form-data',
    ),
    success: [201, media(envelope(snake))],
  },
  {
    method: 'post',
    path: '/crate-fields',
    id: 'sendCrateFields',
    body: media(object({ form_name: string, part_size: { type: 'integer' } }), 'application/x-www-form-urlencoded'),
    success: [201, media(envelope(snake))],
  },
  {
    method: 'post',
    path: '/crate-texts',
    id: 'sendCrateText',
    body: media(string, 'text/plain'),
    success: [201, media(envelope(string))],
  },
  {
    method: 'post',
    path: '/crate-lists',
    id: 'sendCrateList',
    body: media({ type: 'array', items: snake }),
    success: [200, media({ type: 'array', items: snake })],
  },
  {
    method: 'patch',
    path: '/crates-plain/{id}',
    id: 'renameCrate',
    parameters: [id],
    body: { ...media(object({ id: string, new_name: string }), 'application/merge-patch+json'), required: false },
    success: [202, media(snake, 'application/hal+json')],
    server: 'inference',
  },
  {
    method: 'post',
    path: '/crate-words',
    id: 'sendCrateWord',
    body: media(string),
    success: [200, media(string)],
    server: 'inference',
  },
  {
    method: 'get',
    path: '/crate-states',
    id: 'getCrateStates',
    success: [203, media(envelope({ type: 'array', items: { ...string, enum: ['open', 'shut'] } }))],
  },
  {
    method: 'get',
    path: '/crate-number',
    id: 'countCrates',
    success: [200, media(envelope({ type: 'integer' }))],
    server: 'inference',
  },
  {
    method: 'get',
    path: '/crate-pages',
    id: 'pageCrates',
    parameters: [
      query('limit', { type: 'integer', default: 20, maximum: 50 }),
      query('offset', { type: 'integer', default: 0 }),
    ],
    success: [
      200,
      media(envelope({ type: 'array', items: snake }, { meta: { $ref: '#/components/schemas/ListMeta' } })),
    ],
  },
  {
    method: 'get',
    path: '/crate-search',
    id: 'searchCrates',
    parameters: [
      query('search_text', string, { required: true }),
      query('size_list', { type: 'array', items: { type: 'integer' } }, { required: true }),
      query('made_on', { ...string, format: 'date' }, { required: true }),
      query('is_open', { type: 'boolean' }, { required: true }),
      { name: 'X-Crate-Kind', in: 'header', required: true, ...described('Kind'), schema: string },
    ],
    success: [200, media(envelope(snake))],
  },
  {
    method: 'post',
    path: '/crate-requests',
    id: 'requestCrate',
    body: media(object({ crate_name: string })),
    success: [201, media(envelope(snake))],
    // An invalid body is refused with 400 then.
    errors: { 422: undefined },
  },
  {
    method: 'get',
    path: '/crate-errors',
    id: 'failCrates',
    success: [200, media(envelope(snake))],
    errors: {
      400: { ...described('Other'), ...media(object({ detail: string })) },
      404: { ...described('As text'), ...media(string, 'text/plain') },
      409: described('Bare'),
      418: { ...described('Nested'), ...media(object({ error: object({ message: string, code: string }) })) },
      503: { ...described('Flat'), ...media(object({ message: string, code: { type: 'integer' } })) },
    },
  },
];

/** The document with a resource for each kind. All operationIds contain "Crate". */
export function withAddedResources(document: Json): Json {
  const { paths, components, tags } = document as {
    paths: Record<string, Json>;
    components: { schemas: Json };
    tags: readonly Json[];
  };
  const [infrastructure, inference] = [paths['/ssh-keys']!, paths['/models']!];
  const { security, responses } = infrastructure['get'] as { security: unknown; responses: Json };
  const { 200: _, ...errors } = responses;
  const added: Record<string, Record<string, unknown>> = {};
  for (const operation of [...Object.keys(schemas).flatMap(operationsOf), ...others]) {
    const [status, content] = operation.success;
    const server = operation.server === 'inference' ? inference : infrastructure;
    const path = operation.server === 'inference' ? `/inference${operation.path}` : operation.path;
    (added[path] ??= { servers: server['servers'] })[operation.method] = {
      operationId: operation.id,
      tags: ['Crates'],
      summary: operation.id,
      ...described(operation.id),
      security,
      ...(operation.parameters && { parameters: operation.parameters }),
      ...(operation.body && { requestBody: { required: true, ...operation.body } }),
      responses: { [status]: { ...described('Success'), ...content }, ...errors, ...operation.errors },
    };
  }
  const named = Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [`Crate${kind}`, schema]));
  return {
    ...document,
    tags: [...tags, { name: 'Crates', ...described('Boxes that hold things') }],
    paths: { ...paths, ...added },
    components: { ...components, schemas: { ...components.schemas, ...parts, ...named } },
  };
}
