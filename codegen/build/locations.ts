import { camelCase, identifier } from '../config/names.js';
import type { HttpMethod, OperationObject, PathItem } from '../read/openapi.js';
import type { Spec } from '../read/spec.js';
import { buildEach, Stop } from '../read/stop.js';
import { obstacleOf } from './obstacle.js';

const httpMethods: readonly HttpMethod[] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];

/** The location of an operation in the document, and its id. */
export interface Location {
  /** The operationId, else method and path. */
  readonly id: string;
  /** Name of the operation's constant. */
  readonly name: string;
  readonly pointer: string;
  /** In lower case, or as in `additionalOperations`. */
  readonly method: string;
  /** The method on the wire. */
  readonly sent: string;
  readonly path: string;
  readonly item: PathItem;
  readonly source: OperationObject;
}

/** Names that operations.ts already uses. */
const taken = new Set(['codecs', 'styles', 'eventReaders', 'allOperations', 'servers']);

/** Every operation that can be called, in document order: one that can't does not take the document with it. */
export function locationsIn(spec: Spec): readonly Location[] {
  const callable = buildEach(allLocations(spec), (location) => (obstacleOf(location, spec) ? [] : [location])).flat();
  const locations = withoutRepetitions(callable);
  const owners = new Map<string, Location>();
  return buildEach(locations, (location) => {
    const other = owners.get(location.name);
    if (other) throw repeated(location, other);
    owners.set(location.name, location);
    return location;
  });
}

/** What of the document has no method in the client, and why. */
export function notesOnCalls(spec: Spec): readonly string[] {
  return allLocations(spec).flatMap((location) => {
    const reason = obstacleOf(location, spec);
    return reason === undefined ? [] : [`calls: ${location.sent} ${location.path} has no method: ${reason}`];
  });
}

/** The operations of a path, by their methods: those of `additionalOperations` (OpenAPI 3.2) are sent as they stand. */
export function operationsOf(item: PathItem): readonly (readonly [method: string, OperationObject])[] {
  return Object.keys(item).flatMap((key): readonly (readonly [string, OperationObject])[] => {
    if (key === 'additionalOperations') return Object.entries(item.additionalOperations ?? {});
    const method = httpMethods.find((candidate) => candidate === key);
    const source = method && item[method];
    return source ? [[method, source]] : [];
  });
}

function allLocations(spec: Spec): readonly Location[] {
  return Object.entries(spec.document.paths ?? {}).flatMap(([path, item]) => locationsAt(path, item, spec));
}

function locationsAt(path: string, item: PathItem, spec: Spec): Location[] {
  // Extensions (`x-…`) may appear between the paths.
  if (!path.startsWith('/')) return [];
  return operationsOf(item).map(([method, source]) => {
    // A HEAD is often documented with the operationId of its GET.
    const isOfGet = method === 'head' && source.operationId === item.get?.operationId;
    const id = (!isOfGet && source.operationId) || `${method} ${path}`;
    const sent = source === item.additionalOperations?.[method] ? method : method.toUpperCase();
    return { id, name: constantName(id), pointer: spec.pointerOf(source), method, sent, path, item, source };
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
