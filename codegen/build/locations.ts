import { compareText, distinctNames } from '../config/distinct-names.js';
import { camelCase, identifier } from '../config/names.js';
import { httpMethods, takesBody, type OperationObject, type PathItem } from '../read/openapi.js';
import type { Spec } from '../read/spec.js';
import { buildEach, type Stop } from '../read/stop.js';
import { Collisions } from '../read/collisions.js';
import { formlessIn, obstacleOf } from './obstacle.js';
import { undeclaredIn } from './path-variables.js';

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
  /** That of the document, unless another operation has it. */
  readonly operationId?: string;
}

/** Names that operations.ts already uses. */
const taken = new Set(['codecs', 'styles', 'eventReaders', 'allOperations', 'servers']);

/**
 * Every operation that can be called, in document order: one that can't does not take the document with it. `named`:
 * the ids of those that the config names, so that it has decided.
 */
export function locationsIn(
  spec: Spec,
  collisions = new Collisions(),
  named: ReadonlySet<string> = new Set(),
): readonly Location[] {
  const locations = withoutRepetitions(callableIn(spec));
  const names = distinctNames(locations, {
    wanted: ({ name }) => name,
    isSpelledSo: ({ name, operationId }) => operationId === name,
    placeOf: placeOfRoute,
  });
  return locations.map((location) => {
    const { name = location.name, owner } = names.get(location) ?? {};
    const isDecided = [location, owner].some((each) => each && named.has(each.id));
    if (owner && !isDecided) collisions.add(repeated(location, owner), `the former is \`${name}\` in operations.ts`);
    return { ...location, name };
  });
}

/** The same wherever the operation stands in the document. */
export function placeOfRoute({ path, method }: Pick<Location, 'method' | 'path'>): string {
  return `${path} ${method}`;
}

/** What of the document has no method in the client, and why, and what is read otherwise than it stands. */
export function notesOnCalls(spec: Spec): readonly string[] {
  const obstacles = allLocations(spec).flatMap((location) => {
    const reason = obstacleOf(location, spec);
    return reason === undefined ? [] : [`calls: ${location.sent} ${location.path} has no method: ${reason}`];
  });
  const own = callableIn(spec).flatMap((location) => [
    ...noteOnId(location),
    ...noteOnPath(location, spec),
    ...noteOnBody(location, spec),
  ]);
  return [...spec.notes, ...obstacles, ...own];
}

/** A HEAD is often documented with the operationId of its GET: there is nothing to tell. */
function noteOnId({ id, operationId, source, sent, path, method, item }: Location): string[] {
  const isOfGet = method === 'head' && source.operationId === item.get?.operationId;
  if (operationId === source.operationId || isOfGet) return [];
  return [`names: ${sent} ${path} has the operationId "${source.operationId}" of another operation: it is "${id}".`];
}

function noteOnPath(location: Location, spec: Spec): string[] {
  return undeclaredIn(location, spec).map(
    (name) => `calls: ${location.sent} ${location.path} does not declare {${name}}: it is a string.`,
  );
}

function noteOnBody({ sent, path, method, source }: Location, spec: Spec): string[] {
  if (!takesBody(method)) return [];
  return formlessIn(source, spec).map((reason) => `calls: ${sent} ${path} is not sent in one way: ${reason}`);
}

function callableIn(spec: Spec): readonly Location[] {
  return withOwnIds(buildEach(allLocations(spec), (location) => (obstacleOf(location, spec) ? [] : [location])).flat());
}

/** The first operation, by its path, with an operationId keeps it; a HEAD never takes that of its GET. The others are as without any. */
function withOwnIds(locations: readonly Location[]): readonly Location[] {
  const owners = new Map<string, Location>();
  const sorted = locations.toSorted(
    (left, right) => isHead(left) - isHead(right) || compareText(placeOfRoute(left), placeOfRoute(right)),
  );
  for (const location of sorted) {
    if (!owners.has(location.id)) owners.set(location.id, location);
  }
  return locations.map((location) => {
    const { operationId: _, ...own } = location;
    return owners.get(location.id) === location ? location : { ...own, ...named(idOfRoute(location)) };
  });
}

function isHead({ method }: Location): number {
  return Number(method === 'head');
}

function named(id: string): Pick<Location, 'id' | 'name'> {
  return { id, name: constantName(id) };
}

function idOfRoute({ method, path }: Pick<Location, 'method' | 'path'>): string {
  return `${method} ${path}`;
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
    const operationId = source.operationId || undefined;
    const sent = source === item.additionalOperations?.[method] ? method : method.toUpperCase();
    return {
      ...named(operationId ?? idOfRoute({ method, path })),
      ...(operationId === undefined ? {} : { operationId }),
      ...{ pointer: spec.pointerOf(source), method, sent, path, item, source },
    };
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
    if (!repeated.has(location.name) || location.operationId !== undefined) return location;
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

function repeated(
  { id, name, pointer, operationId }: Location,
  other: Location,
): Pick<Stop, 'pointer' | 'reason' | 'fix'> {
  const fix = operationId === undefined ? 'Give it an operationId.' : 'Give one of them another operationId.';
  return { pointer, reason: `"${id}" and "${other.id}" (${other.pointer}) would both be \`${name}\`.`, fix };
}
