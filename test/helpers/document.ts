import { readFileSync } from 'node:fs';

/** One operation of openapi.json, with the fields that tests read. */
export interface DocumentedOperation {
  readonly id: string;
  readonly method: string;
  /** With the path of its server in front. */
  readonly path: string;
  readonly isScoped: boolean;
  /** Whether it accepts calls without a key. */
  readonly isOpen: boolean;
  /** Media type of the body, if there is one. */
  readonly content: string | undefined;
  /** A body of that media type that the document forbids, if its schema tells of one. */
  readonly invalidBody: string | FormData | undefined;
  /** The documented error statuses. */
  readonly errors: readonly number[];
  /** The schemas of the JSON responses, by status. */
  readonly responses: Readonly<Record<string, Json>>;
}

export type Json = Readonly<Record<string, unknown>>;

const document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as Json;

/** The operations of openapi.json by their ids, read without codegen, which the tests check. */
export const documentedOperations: ReadonlyMap<string, DocumentedOperation> = new Map(
  Object.entries(document['paths'] as Record<string, Json>).flatMap(([path, item]) =>
    ['get', 'post', 'put', 'patch', 'delete']
      .filter((method) => method in item)
      .map((method) => describe(method, path, item))
      .map((operation) => [operation.id, operation] as const),
  ),
);

function describe(method: string, path: string, item: Json): DocumentedOperation {
  const operation = item[method] as Json;
  const [server] = (operation['servers'] ?? item['servers']) as [{ readonly url: string }];
  const parameters = [...list(item['parameters']), ...list(operation['parameters'])].map(dereference);
  const [content, media] = Object.entries(contentOf((operation['requestBody'] ?? {}) as Json))[0] ?? [];
  const responses = Object.entries(operation['responses'] as Record<string, Json>);
  return {
    id: operation['operationId'] as string,
    method: method.toUpperCase(),
    path: new URL(server.url).pathname + path,
    isScoped: parameters.some((parameter) => parameter['name'] === 'X-Environment'),
    isOpen:
      (operation['security'] as readonly Json[] | undefined)?.some((scheme) => Object.keys(scheme).length === 0) ??
      false,
    content,
    invalidBody: media && invalidBody(content, (media['schema'] ?? {}) as Json),
    errors: responses.map(([status]) => Number(status)).filter((status) => status >= 400),
    responses: Object.fromEntries(
      responses.map(([status, response]) => {
        const content = Object.entries(contentOf(response)).find(([type]) => /[/+]json\b/.test(type));
        return [status, (content?.[1]['schema'] ?? {}) as Json];
      }),
    ),
  };
}

function contentOf(node: Json): Record<string, Json> {
  return (dereference(node)['content'] ?? {}) as Record<string, Json>;
}

/** An array where an object is due, or the other way round; a form without its required fields. */
function invalidBody(content: string | undefined, schema: Json): string | FormData | undefined {
  const parts = partsOf(schema);
  if (content === 'application/json') {
    const types = parts.flatMap((part) => part['type'] ?? []);
    if (types.includes('object')) return types.includes('array') ? undefined : '[]';
    return types.includes('array') ? '{}' : undefined;
  }
  if (content !== 'multipart/form-data' || !parts.some(({ required }) => list(required).length > 0)) return undefined;
  const form = new FormData();
  form.set('nothing', 'of use');
  return form;
}

/** A schema and all that it refers to or is composed of. */
export function partsOf(schema: Json): readonly Json[] {
  const own = dereference(schema);
  return [own, ...['allOf', 'oneOf', 'anyOf'].flatMap((keyword) => list(own[keyword]).flatMap(partsOf))];
}

function dereference(node: Json): Json {
  if (typeof node['$ref'] !== 'string') return node;
  const target = node['$ref'].slice(2).split('/');
  return dereference(target.reduce<Json>((parent, key) => parent[key] as Json, document));
}

function list(value: unknown): readonly Json[] {
  return (value ?? []) as readonly Json[];
}
