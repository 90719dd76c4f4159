import type { Location } from './locations.js';
import type { EndpointParameter } from './endpoint.js';
import { Stop } from '../read/stop.js';

/** What of a path template is sent as the path, and its query. A fragment only distinguishes operations of one path. */
export interface SentPath {
  readonly target: string;
  /** The pairs that every call has. */
  readonly query: string;
}

export function sentPath(path: string, parameters: readonly EndpointParameter[]): SentPath {
  const [target, pairs] = partsOf(path);
  const isDeclared = (name: string): boolean =>
    parameters.some(({ source }) => source.in === 'query' && source.name === name);
  const own = [...pairs].filter(([name, value]) => variableIn(value) === undefined && !isDeclared(name));
  return { target, query: new URLSearchParams(own).toString() };
}

/** The value that the query of a path template has for a parameter. */
export function fixedValue(path: string, name: string): string | undefined {
  const value = partsOf(path)[1].get(name) ?? undefined;
  return value === undefined || variableIn(value) !== undefined ? undefined : value;
}

/** A path parameter in the query of a template (`/a?id={id}`) is a required query parameter. */
export function withoutQueryVariables(
  { path, pointer }: Location,
  parameters: readonly EndpointParameter[],
): EndpointParameter[] {
  const [target, pairs] = partsOf(path);
  return parameters.map((parameter) => {
    const { name, in: place } = parameter.source;
    if (place !== 'path' || target.includes(`{${name}}`) || !path.includes(`{${name}}`)) return parameter;
    const [key] = [...pairs].find(([, value]) => variableIn(value) === name) ?? [];
    if (key !== undefined)
      return { ...parameter, source: { ...parameter.source, in: 'query', name: key, required: true } };
    const reason = `The path parameter {${name}} is in a fragment, which is never sent, or is a part of a query value.`;
    throw new Stop(pointer, reason, 'Declare it as a query parameter, outside the path.');
  });
}

function partsOf(path: string): readonly [target: string, query: URLSearchParams] {
  const [sent = ''] = path.split('#');
  const [target = '', ...query] = sent.split('?');
  return [target, new URLSearchParams(query.join('?'))];
}

function variableIn(value: string): string | undefined {
  return value.includes('{') ? value.replace(/^\{([^{}]+)\}$/, '$1') : undefined;
}
