import { encode } from '../operation/codec.js';
import { otherEnvironmentError } from '../options/environment.js';
import { RuncrateError } from '../errors/errors.js';
import { isObject, isRecord } from '../json-object.js';
import type { Operation, RequestOptions } from '../operation/operation.js';
import type { Parameter } from '../operation/parameter.js';
import { queryPairs, type QueryPair } from './query.js';

type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of a call, each at the place that the document gives it. */
export interface PlacedArguments {
  /** All of them, with what is sent where the caller leaves one out. */
  readonly args: Arguments;
  /** What fills the path template, by names of the document: one item, or those of a list. */
  readonly path: Readonly<Record<string, readonly unknown[]>>;
  readonly query: readonly QueryPair[];
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** What is no parameter, and so a field of the body. */
  readonly fields: Arguments;
}

/** Places the arguments of a call. Its environment and what the caller adds go into the query too. */
export function placeArguments(
  { method, path: template, parameters = [], body, scoped }: Operation,
  given: Arguments,
  { extraQuery = {} }: RequestOptions,
  environment: string | undefined,
): PlacedArguments {
  const label = `${method} ${template}`;
  if (!(body ? isObject : isRecord)(given)) throw new RuncrateError(`${label} takes an object of arguments.`);
  const fields: Record<string, unknown> = { ...given };
  const args = parameters.length === 0 ? fields : { ...given };
  const path: Record<string, readonly unknown[]> = {};
  const query: QueryPair[] = [];
  const headers: Record<string, string> = {};
  for (const parameter of parameters) {
    const { name, wire = name, in: place, codec, write } = parameter;
    const isExtra = Object.hasOwn(extraQuery, wire);
    const taken = takeArgument(parameter, fields, parameters);
    if (isExtra && place === 'query' && taken != null) {
      throw new RuncrateError(`"${name}" of ${label} is in \`extraQuery\` too. Pass only one of them.`);
    }
    const value = taken ?? (isExtra ? undefined : parameter.default);
    args[name] = value;
    const wireValue = encode(codec, value);
    if (place === 'path') {
      path[wire] = write ? write(parameter, wireValue).map(([, item]) => item) : [value];
    } else if (value == null) {
      if (parameter.required) throw new RuncrateError(`"${name}" of ${label} is required.`);
    } else if (place === 'query') {
      query.push(...(write ?? queryPairs)(parameter, wireValue));
    } else {
      place(parameter, wireValue, { label, headers });
    }
  }
  // Without a body, what is no parameter would be dropped: a misspelt filter, and everything is listed.
  const unknown = body ? undefined : Object.keys(fields).find((name) => fields[name] !== undefined);
  if (unknown !== undefined) {
    const names = parameters.map(({ name }) => name).join(', ');
    throw new RuncrateError(`${label} has no parameter "${unknown}". It takes ${names || 'none'}.`);
  }
  if (environment !== undefined) query.push(['environment', environment]);
  for (const [name, value] of Object.entries(extraQuery) as [string, unknown][]) {
    // From JavaScript, what is left out may come as null.
    for (const pair of value == null ? [] : queryPairs({ name, in: 'query' }, value)) {
      // An object gives the names of its fields.
      if (!scoped || pair[0] !== 'environment') query.push(pair);
      else if (pair[1] !== environment) throw otherEnvironmentError('`extraQuery`', pair[0]);
    }
  }
  return { args, path, query, headers, fields };
}

/** Under its public name or, as in a body, under that of the wire, unless another parameter is called so. */
function takeArgument({ name, wire = name }: Parameter, fields: Record<string, unknown>, all: readonly Parameter[]) {
  let value: unknown;
  for (const spelling of all.some((other) => other.name === wire) ? [name] : [name, wire]) {
    // A parameter may be called `constructor`, which every object has.
    if (Object.hasOwn(fields, spelling)) value ??= fields[spelling];
    Reflect.deleteProperty(fields, spelling);
  }
  return value;
}
