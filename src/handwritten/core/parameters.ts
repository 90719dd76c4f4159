import { encode } from './codec.js';
import { RuncrateError } from './errors.js';
import { checkHeaderValue } from './headers.js';
import type { Operation, Parameter, RequestOptions } from './operation.js';
import { PathList } from './path.js';
import { parameterText, queryPairs, type QueryPair } from './query.js';

type Arguments = Readonly<Record<string, unknown>>;

/** The query of a call: its parameters, its environment, and what the caller adds. */
export function queryOf(
  operation: Operation,
  args: Arguments,
  options: RequestOptions,
  environment: string | undefined,
): QueryPair[] {
  const pairs: QueryPair[] = [];
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in !== 'query') continue;
    const value = own(args, parameter.name);
    if (isPresent(parameter, value, operation)) pairs.push(...queryPairs(parameter, value));
  }
  if (environment !== undefined) pairs.push(['environment', environment]);
  for (const [name, value] of Object.entries(options.extraQuery ?? {})) {
    if (name === 'environment' && environment !== undefined) continue;
    // From JavaScript, what is left out may come as null.
    if ((value as unknown) != null) pairs.push(...queryPairs({ name, in: 'query' }, value));
  }
  return pairs;
}

/** Under its public name or, as in a body, under that of the wire, unless another parameter is called so. */
export function argumentOf({ name, wire = name }: Parameter, args: Arguments, { parameters = [] }: Operation): unknown {
  const isOthers = wire !== name && parameters.some((other) => other.name === wire);
  return own(args, name) ?? (isOthers ? undefined : own(args, wire)) ?? undefined;
}

/** What the caller gave, and no object has by itself: a parameter may be called `constructor`. */
function own(args: Arguments, name: string): unknown {
  return Object.hasOwn(args, name) ? args[name] : undefined;
}

/** Without a body, an argument that is no parameter would be dropped: a misspelt filter, and everything is listed. */
export function checkNothingLeft(operation: Operation, args: Arguments): void {
  if (operation.body !== undefined) return;
  const known = (operation.parameters ?? []).flatMap(({ name, wire = name }) => [name, wire]);
  const unknown = Object.keys(args).find((name) => args[name] !== undefined && !known.includes(name));
  if (unknown === undefined) return;
  const names = (operation.parameters ?? []).map(({ name }) => name);
  throw new RuncrateError(
    `${operation.method} ${operation.path} has no parameter "${unknown}". It takes ${names.join(', ') || 'none'}.`,
  );
}

function isPresent(parameter: Parameter, value: unknown, { method, path }: Operation): boolean {
  if (value !== undefined && value !== null) return true;
  if (parameter.required) throw new RuncrateError(`"${parameter.name}" of ${method} ${path} is required.`);
  return false;
}

/** Parameters that travel as headers, cookies among them. */
export function parameterHeaders(operation: Operation, args: Arguments): Record<string, string> {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const parameter of operation.parameters ?? []) {
    const place = parameter.in;
    if (place !== 'header' && place !== 'cookie') continue;
    const value = own(args, parameter.name);
    if (!isPresent(parameter, value, operation)) continue;
    const text = simpleText(parameter, value);
    const wire = parameter.wire ?? parameter.name;
    if (place === 'header') headers[wire] = checkHeaderValue(wire, text, `${operation.method} ${operation.path}`);
    else cookies.push(`${wire}=${encodeURIComponent(text)}`);
  }
  return cookies.length === 0 ? headers : { ...headers, cookie: cookies.join('; ') };
}

/** A value in a header or a cookie: items after commas, and of an object its names and values. */
function simpleText(parameter: Parameter, value: unknown): string {
  if (parameter.json) return JSON.stringify(encode(parameter.codec, value));
  const joint = parameter.explode === true && parameter.in === 'header' ? '=' : ',';
  return itemsOf(parameter, value)
    .map((item) => (Array.isArray(item) ? item : [item]).map((part) => parameterText(parameter, part)).join(joint))
    .join(',');
}

/** The items of a list, the names and values of an object, or the value alone. */
function itemsOf({ codec }: Parameter, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return [value];
  return Object.entries(encode(codec, value) as object).filter(([, item]) => item !== undefined && item !== null);
}

/** What fills the path template, by names of the document. */
export function pathValuesOf(operation: Operation, args: Arguments): Record<string, unknown> {
  const found = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
  return Object.fromEntries(found.map((parameter) => [parameter.wire ?? parameter.name, pathValue(parameter, args)]));
}

function pathValue(parameter: Parameter, args: Arguments): unknown {
  const value = own(args, parameter.name);
  if (parameter.json && value !== undefined) return JSON.stringify(encode(parameter.codec, value));
  if (parameter.list && Array.isArray(value) && value.length > 0) return new PathList(value);
  return typeof value === 'boolean' && !parameter.list ? String(value) : value;
}

/** The arguments that are no parameters. */
export function bodyFields({ parameters = [] }: Operation, args: Arguments): Arguments {
  if (parameters.length === 0) return args;
  const taken = new Set(parameters.map(({ name }) => name));
  return Object.fromEntries(Object.entries(args).filter(([name]) => !taken.has(name)));
}
