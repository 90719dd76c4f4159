import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { documentedOperations } from '../helpers/document.js';

/** A response, read. */
export interface Received {
  readonly status: number;
  readonly contentType: string;
  /** JSON, the events of a stream as JSON, or undefined for anything else. */
  readonly json: unknown;
}

type Json = Readonly<Record<string, unknown>>;
const text = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8');
const document = JSON.parse(text, (_, value: unknown) => ofResponses(value)) as Json;
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).addSchema(document, 'openapi');

/** What the schema of the document has against a response: also fields that it does not name. */
export function schemaProblems(operation: string, { status, contentType, json }: Received): string[] {
  if (json === undefined) return [];
  const reference = schemaAt(operation, status, contentType);
  if (reference === undefined) return [`the document has no ${contentType} with ${status}`];
  const validate = ajv.getSchema(`openapi#${reference}`) ?? ajv.compile({ $ref: `openapi#${reference}` });
  const values = contentType === 'text/event-stream' ? (json as unknown[]) : [json];
  return values.flatMap((value) => [
    ...(validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)),
    ...unnamed(value, { $ref: `#${reference}` }),
  ]);
}

/** A response lacks what is only written, and may be required of a request. */
function ofResponses(value: unknown): unknown {
  const { required, properties } = Object(value) as { readonly required?: unknown; readonly properties?: unknown };
  if (!Array.isArray(required)) return value;
  const fields = Object(properties) as Readonly<Record<string, Json | undefined>>;
  return { ...(value as Json), required: required.filter((name: string) => fields[name]?.['writeOnly'] !== true) };
}

const unknownPath = '/components/schemas/Error';

function schemaAt(operation: string, status: number, contentType: string): string | undefined {
  const known = documentedOperations.get(operation);
  if (!known) return unknownPath;
  for (const [path, item] of Object.entries(document['paths'] as Record<string, Json>)) {
    const method = Object.keys(item).find((name) => (item[name] as Json)['operationId'] === operation);
    if (method === undefined) continue;
    const steps = ['paths', path, method, 'responses', String(status)];
    const response = at(steps);
    const reference = response?.['$ref'];
    const whole = typeof reference === 'string' ? reference.slice(2).split('/') : steps;
    const found = at([...whole, 'content', contentType]);
    if (!found) return undefined;
    const part = 'x-event-schema' in found ? 'x-event-schema' : 'schema';
    return [...whole, 'content', contentType, part]
      .map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join('');
  }
  return undefined;
}

function at(steps: readonly string[]): Json | undefined {
  return steps.reduce<Json | undefined>((node, step) => node?.[step] as Json | undefined, document);
}

/** Fields of a value that its schema does not name. */
function unnamed(value: unknown, schema: Json, path = 'body'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = partsOf(schema);
  if (Array.isArray(value)) {
    const items = parts.find((part) => 'items' in part)?.['items'] as Json | undefined;
    return items ? value.flatMap((item) => unnamed(item, items, `${path}.*`)) : [];
  }
  const properties = Object.assign({}, ...parts.map((part) => part['properties'])) as Record<string, Json>;
  if (Object.keys(properties).length === 0 || parts.some(isMap)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = properties[name];
    return known ? unnamed(inner, known, `${path}.${name}`) : [`${path}.${name} is not in the document`];
  });
}

/** Whether fields of any name have a schema. */
function isMap({ additionalProperties, patternProperties, unevaluatedProperties }: Json): boolean {
  return [additionalProperties, patternProperties, unevaluatedProperties].some((value) => typeof value === 'object');
}

function partsOf(schema: Json): Json[] {
  const { $ref: reference } = schema;
  const target = typeof reference === 'string' ? at(pointer(reference)) : undefined;
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (schema[keyword] ?? []) as Json[]);
  return [schema, ...(target ? partsOf(target) : []), ...inner.flatMap(partsOf)];
}

function pointer(reference: string): string[] {
  const steps = reference.slice(2).split('/');
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
