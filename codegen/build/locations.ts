import { camelCase, identifier } from '../config/names.js';
import type { HttpMethod, OperationObject, PathItem } from '../read/openapi.js';
import type { Spec } from '../read/spec.js';
import { buildEach, Stop } from '../read/stop.js';

export const httpMethods: readonly HttpMethod[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The location of an operation in the document, and its id. */
export interface Location {
  /** The operationId, else method and path. */
  readonly id: string;
  /** Name of the operation's constant. */
  readonly name: string;
  readonly pointer: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly item: PathItem;
  readonly source: OperationObject;
}

/** Names that operations.ts already uses. */
const taken = new Set(['codecs', 'styles', 'eventReaders', 'allOperations', 'servers']);

/** Every operation, in document order. */
export function locationsIn(spec: Spec): readonly Location[] {
  const locations = withoutRepetitions(
    Object.entries(spec.document.paths ?? {}).flatMap(([path, item]) => locationsAt(path, item, spec)),
  );
  const owners = new Map<string, Location>();
  return buildEach(locations, (location) => {
    const other = owners.get(location.name);
    if (other) throw repeated(location, other);
    owners.set(location.name, location);
    return location;
  });
}

function locationsAt(path: string, item: PathItem, spec: Spec): Location[] {
  // Extensions (`x-…`) may appear between the paths.
  if (!path.startsWith('/')) return [];
  return Object.keys(item).flatMap((key) => {
    const method = httpMethods.find((candidate) => candidate === key);
    const source = method && item[method];
    if (!source) return [];
    const id = source.operationId || `${method} ${path}`;
    return [{ id, name: constantName(id), pointer: spec.pointerOf(source), method, path, item, source }];
  });
}

function constantName(text: string): string {
  const name = identifier(camelCase(text), 'Operation');
  return taken.has(name) ? `${name}Operation` : name;
}

/** Without an operationId, `/pets/{kind}` and `/pets/kind` are distinguished by a word for the braces. */
function withoutRepetitions(locations: readonly Location[]): readonly Location[] {
  const repeated = repetitionsIn(locations.map(({ name }) => name));
  return locations.map((location) => {
    if (!repeated.has(location.name) || location.source.operationId) return location;
    const id = `${location.method} ${location.path.replaceAll('{', '{by ')}`;
    return { ...location, name: constantName(id) };
  });
}

export function repetitionsIn(names: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  const repeated = new Set<string>();
  for (const name of names) (once.has(name) ? repeated : once).add(name);
  return repeated;
}

function repeated({ id, name, pointer, source }: Location, other: Location): Stop {
  const fix = source.operationId ? 'Give one of them another operationId.' : 'Give it an operationId.';
  if (id === other.id) return new Stop(pointer, `${other.pointer} also has the operationId "${id}".`, fix);
  return new Stop(pointer, `"${id}" and "${other.id}" (${other.pointer}) would both be \`${name}\`.`, fix);
}
