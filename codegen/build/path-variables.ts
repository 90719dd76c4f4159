import type { OperationObject, ParameterObject, PathItem, Reference } from '../read/openapi.js';
import type { Spec } from '../read/spec.js';

interface Place {
  readonly path: string;
  readonly item: PathItem;
  readonly source: OperationObject;
}

/** The parameters of the operation override those of its path with the same location and name. */
export function parametersOf({ item, source }: Place, spec: Spec): readonly ParameterObject[] {
  const byKey = new Map<string, ParameterObject>();
  const all: readonly (ParameterObject | Reference)[] = [...(item.parameters ?? []), ...(source.parameters ?? [])];
  for (const parameter of all.map((candidate) => spec.resolve(candidate))) {
    // HTTP does not tell headers by case.
    const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
    byKey.set(`${parameter.in} ${name}`, parameter);
  }
  return [...byKey.values()];
}

/** The variables of the path that no parameter describes: the path can't be called without a value for each. */
export function undeclaredIn(place: Place, spec: Spec): readonly string[] {
  const [sent = ''] = place.path.split('#');
  const query = sent.indexOf('?');
  const parameters = parametersOf(place, spec);
  const names = [...sent.matchAll(/\{([^}]+)\}/g)].flatMap(({ 1: name = '', index }) => {
    const places = query !== -1 && index > query ? ['path', 'query'] : ['path'];
    return parameters.some((parameter) => places.includes(parameter.in) && parameter.name === name) ? [] : [name];
  });
  return [...new Set(names)];
}
