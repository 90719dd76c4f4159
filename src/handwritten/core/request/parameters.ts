import { encode } from '../operation/codec.js';
import { otherEnvironmentError } from '../options/environment.js';
import { RuncrateError } from '../errors/errors.js';
import { isObject, isRecord } from '../json-object.js';
import type { Operation, RequestOptions } from '../operation/operation.js';
import type { Parameter } from '../operation/parameter.js';
import type { PathItem } from './path.js';
import { isDate, parameterText, queryPairs, type QueryPair } from './query.js';

type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of a call, by their location in the request. */
export interface PlacedArguments {
  /** All of them, with the defaults of omitted ones. */
  readonly args: Arguments;
  /** The values of the path template, by wire name: one item, or those of a list or an object. */
  readonly path: Readonly<Record<string, readonly PathItem[]>>;
  readonly query: readonly QueryPair[];
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** What is not a parameter, and so a field of the body. */
  readonly fields: Arguments;
}

/** Places the arguments of a call. Its environment and `extraQuery` go into the query too. */
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
  const path: Record<string, readonly PathItem[]> = {};
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
      const items: readonly PathItem[] = write ? write(parameter, wireValue) : [['', value]];
      path[wire] = items.map(([before, item]) => [before, isDate(item) ? parameterText(parameter, item) : item]);
    } else if (value == null) {
      if (parameter.required) throw new RuncrateError(`"${name}" of ${label} is required.`);
    } else if (place === 'query') {
      query.push(...(write ?? queryPairs)(parameter, wireValue));
    } else {
      place(parameter, wireValue, { label, headers });
    }
  }
  // Without a body, an unknown parameter would be dropped: a misspelled filter would list everything.
  const unknown = body ? undefined : Object.keys(fields).find((name) => fields[name] !== undefined);
  if (unknown !== undefined) {
    const names = parameters.map(({ name }) => name).join(', ');
    throw new RuncrateError(`${label} has no parameter "${unknown}". It takes ${names || 'none'}.`);
  }
  if (environment !== undefined) query.push(['environment', environment]);
  for (const [name, value] of Object.entries(extraQuery) as [string, unknown][]) {
    // From JavaScript, an omitted value may be null.
    for (const pair of value == null ? [] : queryPairs({ name, in: 'query' }, value)) {
      // An object is sent as its fields, by their names.
      if (!scoped || pair[0] !== 'environment') query.push(pair);
      else if (pair[1] !== environment) throw otherEnvironmentError('`extraQuery`', pair[0]);
    }
  }
  return { args, path, query, headers, fields };
}

/** By its public name or, as in a body, by its wire name, unless another parameter has that name. */
function takeArgument({ name, wire = name }: Parameter, fields: Record<string, unknown>, all: readonly Parameter[]) {
  let value: unknown;
  for (const spelling of all.some((other) => other.name === wire) ? [name] : [name, wire]) {
    // A parameter may be called `constructor`, which every object has.
    if (Object.hasOwn(fields, spelling)) value ??= fields[spelling];
    Reflect.deleteProperty(fields, spelling);
  }
  return value;
}
