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
  /** Example of each documented error, by status. */
  readonly errors: Readonly<Record<number, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

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
  const body = dereference((operation['requestBody'] ?? {}) as Json);
  const responses = Object.entries(operation['responses'] as Record<string, Json>);
  return {
    id: operation['operationId'] as string,
    method: method.toUpperCase(),
    path: new URL(server.url).pathname + path,
    isScoped: parameters.some((parameter) => parameter['name'] === 'X-Environment'),
    isOpen:
      (operation['security'] as readonly Json[] | undefined)?.some((scheme) => Object.keys(scheme).length === 0) ??
      false,
    content: Object.keys(body['content'] ?? {})[0],
    errors: Object.fromEntries(
      responses
        .filter(([status]) => Number(status) >= 400)
        .map(([status, response]) => [status, exampleOf(dereference(response))]),
    ),
  };
}

function exampleOf(response: Json): unknown {
  const content = (response['content'] as Record<string, Json>)['application/json'] ?? {};
  const [first] = Object.values((content['examples'] ?? {}) as Record<string, Json>).map(dereference);
  return content['example'] ?? first?.['value'];
}

function dereference(node: Json): Json {
  if (typeof node['$ref'] !== 'string') return node;
  const target = node['$ref'].slice(2).split('/');
  return dereference(target.reduce<Json>((parent, key) => parent[key] as Json, document));
}

function list(value: unknown): readonly Json[] {
  return (value ?? []) as readonly Json[];
}
