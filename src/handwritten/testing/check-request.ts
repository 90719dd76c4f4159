import { failure, refusedField, type Answer } from './answer.js';
import type { ApiDocument, ApiParameter, ApiRoute } from './document.js';
import type { ArrivedRequest } from './request.js';
import { isOfType, readerOf, typerOf } from './typed-text.js';
import { compile, type Check } from './validate.js';

type Schemas = ApiDocument['schemas'];

/** A request that the document accepts, or the error that the API answers. */
export type Checked = { readonly refusal: Answer } | { readonly body: unknown; readonly query: Record<string, string> };

/** Holds a request of one operation against the document. */
export type RequestCheck = (request: ArrivedRequest, path: Readonly<Record<string, string>>) => Checked;

/** The checks of a document's operations, each prepared with its first request. */
export function requestChecks(schemas: Schemas): (route: ApiRoute) => RequestCheck {
  const named = new Map<string, Check>();
  const checks = new Map<ApiRoute, RequestCheck>();
  return (route) => {
    const known = checks.get(route) ?? requestCheck(route, { schemas, named });
    checks.set(route, known);
    return known;
  };
}

interface Kit {
  readonly schemas: Schemas;
  readonly named: Map<string, Check>;
}

function requestCheck(route: ApiRoute, kit: Kit): RequestCheck {
  const parameters = (route.parameters ?? []).map((parameter) => parameterCheck(parameter, kit));
  const bodyCheck = route.body && bodyCheckOf(route.body, route.errors.includes(422) ? 422 : 400, kit);
  return (request, path) => {
    const query = entriesOf(request.url.searchParams);
    const places: Places = { path, query, header: request.headers, params: request.url.searchParams };
    for (const check of parameters) {
      const refusal = check(places);
      if (refusal) return { refusal };
    }
    return bodyCheck ? bodyCheck(request, query) : { body: request.body, query };
  };
}

function entriesOf(params: URLSearchParams): Record<string, string> {
  const entries: Record<string, string> = {};
  params.forEach((value, name) => void (entries[name] = value));
  return entries;
}

type Texts = Readonly<Record<string, string>>;

interface Places {
  readonly path: Texts;
  readonly query: Texts;
  readonly header: Texts;
  /** The query again, with all values of a repeated name. */
  readonly params: URLSearchParams;
}

function parameterCheck(parameter: ApiParameter, { schemas, named }: Kit): (places: Places) => Answer | undefined {
  const { name, required, schema, in: place } = parameter;
  // Its fields are in parameters of their own, in one of several styles.
  if (isOfType(schema, schemas, 'object')) return () => undefined;
  const isList = place === 'query' && isOfType(schema, schemas, 'array');
  const key = place === 'header' ? name.toLowerCase() : name;
  const read = readerOf(schema, schemas);
  const check = compile(schema, schemas, named);
  return (places) => {
    const text = isList && places.params.has(key) ? places.params.getAll(key).join(',') : textAt(places, place, key);
    if (text === undefined) return required ? refusedField(name, 'is required', 400) : undefined;
    const problem = check(read(text));
    return problem && refusedField(problem.field === '' ? name : `${name}.${problem.field}`, problem.message, 400);
  };
}

function textAt(places: Places, place: string, key: string): string | undefined {
  return place === 'path' || place === 'query' || place === 'header' ? places[place][key] : undefined;
}

function bodyCheckOf(
  { content, required, schema = true }: NonNullable<ApiRoute['body']>,
  // A document that knows no 422 refuses with 400.
  status: number,
  { schemas, named }: Kit,
): (request: ArrivedRequest, query: Record<string, string>) => Checked {
  const isForm = content === 'multipart/form-data' || content === 'application/x-www-form-urlencoded';
  const check = compile(schema, schemas, named);
  const typed = isForm ? typerOf(schema, schemas) : (value: unknown) => (value instanceof Uint8Array ? '' : value);
  return ({ body, isBroken, headers }, query) => {
    if (isBroken) return { refusal: failure(400, 'The body is not valid JSON.') };
    const isSent = body !== undefined && body !== '';
    if (!isSent) return required ? { refusal: failure(400, 'The request has no body.') } : { body: undefined, query };
    const [sentType = ''] = (headers['content-type'] ?? '').split(';');
    if (sentType.trim().toLowerCase() !== content) {
      return { refusal: failure(400, `The content type must be ${content}, not ${sentType || 'empty'}.`) };
    }
    const value = isForm ? fieldsOf(body) : body;
    if (value === undefined) return { refusal: failure(400, 'The body is not a form that can be read.') };
    const problem = check(typed(value));
    if (!problem) return { body: value, query };
    const { field, message } = problem;
    return { refusal: field ? refusedField(field, message, status) : failure(status, `The body ${message}.`) };
  };
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
