import { failure, refusedField, type Answer } from './answer.js';
import type { ApiDocument, ApiParameter, ApiRoute, JsonSchema } from './document.js';
import type { ArrivedRequest } from './request.js';
import { validate } from './validate.js';

type Schemas = ApiDocument['schemas'];

/** A request that the document accepts, or the error that the API answers. */
export type Checked = { readonly refusal: Answer } | { readonly body: unknown; readonly query: Record<string, string> };

/** Holds a request against the document. */
export function checkRequest(
  request: ArrivedRequest,
  route: ApiRoute,
  path: Readonly<Record<string, string>>,
  schemas: Schemas,
): Checked {
  const query = entriesOf(request.url.searchParams);
  const places: Readonly<Record<string, Readonly<Record<string, string>>>> = { path, query, header: request.headers };
  for (const parameter of route.parameters ?? []) {
    const text = places[parameter.in]?.[keyOf(parameter)];
    const refusal = parameterRefusal(parameter, text, schemas);
    if (refusal) return { refusal };
  }
  return route.body ? checkBody(request, route.body, query, { schemas, route }) : { body: request.body, query };
}

function entriesOf(params: URLSearchParams): Record<string, string> {
  const entries: Record<string, string> = {};
  params.forEach((value, name) => void (entries[name] = value));
  return entries;
}

function keyOf({ in: place, name }: ApiParameter): string {
  return place === 'header' ? name.toLowerCase() : name;
}

function parameterRefusal(parameter: ApiParameter, text: string | undefined, schemas: Schemas): Answer | undefined {
  const { name, required, schema } = parameter;
  if (text === undefined) return required ? refusedField(name, 'is required', 400) : undefined;
  const problem = validate(fromText(text, schema, schemas), schema, schemas, name);
  return problem && refusedField(problem.field, problem.message, 400);
}

/** The value of a text by the type that its schema asks for. */
function fromText(text: string, schema: JsonSchema, schemas: Schemas): unknown {
  if (typeof schema === 'boolean') return text;
  if (schema.$ref !== undefined) return fromText(text, schemas[schema.$ref] ?? true, schemas);
  const types = [schema.type ?? []].flat();
  if (types.includes('string')) return text;
  if (types.some((type) => type === 'integer' || type === 'number') && text.trim() !== '') {
    const number = Number(text);
    return Number.isNaN(number) ? text : number;
  }
  if (types.includes('boolean') && /^(true|false)$/.test(text)) return text === 'true';
  return types.includes('array') ? text.split(',') : text;
}

function checkBody(
  { body, isBroken, headers }: ArrivedRequest,
  { content, required, schema = true }: NonNullable<ApiRoute['body']>,
  query: Record<string, string>,
  { schemas, route }: { readonly schemas: Schemas; readonly route: ApiRoute },
): Checked {
  if (isBroken) return { refusal: failure(400, 'The body is not valid JSON.') };
  const isSent = body !== undefined && body !== '';
  if (!isSent) return required ? { refusal: failure(400, 'The request has no body.') } : { body: undefined, query };
  const [sentType = ''] = (headers['content-type'] ?? '').split(';');
  if (sentType.trim().toLowerCase() !== content) {
    return { refusal: failure(400, `The content type must be ${content}, not ${sentType || 'empty'}.`) };
  }
  const value = isForm(content) ? fieldsOf(body) : body;
  if (value === undefined) return { refusal: failure(400, 'The body is not a form that can be read.') };
  const problem = validate(isForm(content) ? typed(value, schema, schemas) : value, schema, schemas);
  // A document that knows no 422 refuses with 400.
  const status = route.errors.includes(422) ? 422 : 400;
  if (!problem) return { body: value, query };
  const { field, message } = problem;
  return { refusal: field ? refusedField(field, message, status) : failure(status, `The body ${message}.`) };
}

function isForm(content: string): boolean {
  return content === 'multipart/form-data' || content === 'application/x-www-form-urlencoded';
}

function fieldsOf(body: unknown): Record<string, unknown> | undefined {
  if (typeof body === 'string') return entriesOf(new URLSearchParams(body));
  if (!(body instanceof FormData)) return undefined;
  const fields: Record<string, unknown> = {};
  body.forEach((value, name) => {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  });
  return fields;
}

/** For the check alone: texts by their types, and a file, which JSON has not, as a text. */
function typed(value: unknown, schema: JsonSchema, schemas: Schemas): unknown {
  const whole = typeof schema === 'object' && schema.$ref !== undefined ? (schemas[schema.$ref] ?? true) : schema;
  const known = typeof whole === 'object' ? (whole.properties ?? {}) : {};
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([name, field]) => {
      if (typeof field !== 'string') return [name, Array.isArray(field) ? field.map(() => '') : ''];
      return [name, Object.hasOwn(known, name) ? fromText(field, known[name] ?? true, schemas) : field];
    }),
  );
}
