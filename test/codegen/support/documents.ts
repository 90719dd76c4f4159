/** Parts of an OpenAPI document: small objects, of which a row needs one. */
export type Part = Readonly<Record<string, unknown>>;

const done = { 200: { description: 'Done.' } };

/** A document with these parts, which replace those of the frame. */
export function documentOf(parts: Part = {}): Part {
  return {
    openapi: '3.1.0',
    info: { title: 'Crates', version: '1' },
    servers: [{ url: 'https://crates.example/v1' }],
    paths: { '/crates': { get: { operationId: 'listCrates', tags: ['Crates'], responses: done } } },
    ...parts,
  };
}

/** A document with one operation, `GET /crates/{id}` by default. */
export function withOperation(operation: Part, { path = '/crates', method = 'get', ...parts }: Part = {}): Part {
  const source = { operationId: 'runCrates', tags: ['Crates'], responses: done, ...operation };
  return documentOf({ ...parts, paths: { [String(path)]: { [String(method)]: source } } });
}

export function withParameters(...parameters: readonly Part[]): Part {
  return withOperation({ parameters });
}

export function withBody(type: string, schema: unknown, required = true): Part {
  return withOperation({ requestBody: { required, content: { [type]: { schema } } } }, { method: 'post' });
}

export function withResponse(type: string, schema: unknown): Part {
  return withOperation({ responses: { 200: { description: 'Done.', content: { [type]: { schema } } } } });
}

/** The schema is sent and received, as the type `Crate`. */
export function withSchema(schema: Part, others: Part = {}, openapi = '3.1.0'): Part {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Crate' } } };
  const operation = { requestBody: { required: true, content }, responses: { 200: { description: 'Done.', content } } };
  return withOperation(operation, { method: 'put', openapi, components: { schemas: { Crate: schema, ...others } } });
}

/** The schema is that of the field `load` of the type `Crate`. */
export function withField(schema: unknown, openapi = '3.1.0'): Part {
  return withSchema({ type: 'object', properties: { load: schema } }, {}, openapi);
}

export function withSecurity(scheme: Part): Part {
  return documentOf({ security: [{ key: [] }], components: { securitySchemes: { key: scheme } } });
}
