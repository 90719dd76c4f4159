import type { MethodConfig, Paging, SdkConfig } from '../config/config-types.js';
import { compareText, distinctNames } from '../config/distinct-names.js';
import { camelCase, identifier, kebabCase, nounsOf, singular } from '../config/names.js';
import { buildEach, Stop } from '../read/stop.js';
import type { Collisions } from '../read/collisions.js';
import { placeOfRoute, repetitionsIn, type Location } from './locations.js';

/** Where the SDK has an operation: `client.<resource>.<method>`. */
export interface Home {
  readonly resource: string;
  readonly method: string;
  /** The config of the operation. */
  readonly config: Partial<MethodConfig>;
}

/** The name from the config, else the default of design.md 13. */
export function findHomes(
  locations: readonly Location[],
  config: SdkConfig,
  collisions: Collisions,
): ReadonlyMap<Location, Home> {
  const configured = configuredHomes(config);
  const short = homesByDefault(locations, configured, resourcesByTag(locations, configured));
  const ambiguous = repetitionsIn([...short.values()].map(keyOf));
  const wanted = new Map(
    [...short].map(([location, home]): [Location, Home] => {
      // Operations whose short names are equal keep their whole operationId.
      const isShort = !configured.has(location.id) && ambiguous.has(keyOf(home));
      return [location, isShort ? { ...home, method: methodName(location.operationId ?? location.name) } : home];
    }),
  );
  const names = distinctNames([...wanted], {
    wanted: ([, home]) => keyOf(home),
    isSpelledSo: ([{ id, operationId }, { method }]) => configured.has(id) || operationId === method,
    // What the config names is first.
    placeOf: ([location]) => `${configured.has(location.id) ? 0 : 1} ${placeOfRoute(location)}`,
  });
  const entries = buildEach(names, ([[location, home], { name, owner }]): [Location, Home] => {
    checkFree(location, home, config);
    if (owner) collisions.add(doubleName(location, owner[0], home), `the former is \`${name}\``);
    return [location, { ...home, method: name.slice(home.resource.length + 1) }];
  });
  return new Map(entries);
}

/** The public names of the paging parameters. */
export function pagingNames(paging: Paging | undefined): readonly string[] {
  if (!paging) return [];
  return paging.by === 'offset' ? [paging.offset, paging.limit] : [paging.page, paging.size];
}

/** The homes that the config names, by the ids of their operations. */
export function configuredHomes({ resources }: SdkConfig): ReadonlyMap<string, Home> {
  const entries = Object.entries(resources ?? {}).flatMap(([resource, methods]) =>
    Object.entries(methods).map(([method, entry]) => {
      const config = typeof entry === 'string' ? { operation: entry } : entry;
      return [config.operation, { resource, method, config }] as const;
    }),
  );
  return new Map(entries);
}

/** The resource and method from the config, else the default. Tags that differ only in case are one resource: one file. */
function homesByDefault(
  locations: readonly Location[],
  configured: ReadonlyMap<string, Home>,
  resourceOf: ReadonlyMap<string, string>,
): ReadonlyMap<Location, Home> {
  const spelled = new Map([...configured.values()].map(({ resource }) => [kebabCase(resource), resource]));
  const others = locations.filter(({ id }) => !configured.has(id));
  const defaults = new Map(others.map((location) => [location, defaultHome(location, resourceOf)]));
  // Sorted, so that the order of the document does not decide the spelling: with capitals, if there is one.
  for (const { resource } of [...defaults.values()].toSorted((left, right) =>
    compareText(left.resource, right.resource),
  )) {
    const file = kebabCase(resource);
    if (!spelled.has(file)) spelled.set(file, resource);
  }
  return new Map(
    locations.map((location) => {
      const given = configured.get(location.id);
      if (given) return [location, given];
      const home = defaults.get(location) ?? defaultHome(location, resourceOf);
      return [location, { ...home, resource: spelled.get(kebabCase(home.resource)) ?? home.resource }];
    }),
  );
}

/** If the config has one resource for all its operations of a tag, a new operation of that tag goes there, too. */
function resourcesByTag(
  locations: readonly Location[],
  configured: ReadonlyMap<string, Home>,
): ReadonlyMap<string, string> {
  const byTag = new Map<string, Set<string>>();
  for (const { id, source } of locations) {
    const [tag, resource] = [source.tags?.[0], configured.get(id)?.resource];
    if (tag !== undefined && resource !== undefined) byTag.set(tag, (byTag.get(tag) ?? new Set()).add(resource));
  }
  return new Map([...byTag].flatMap(([tag, [first = '', ...others]]) => (others.length === 0 ? [[tag, first]] : [])));
}

/** `listCrates` of the tag Crates → `crates.list`. */
function defaultHome({ id, path, source }: Location, resourceOf: ReadonlyMap<string, string>): Home {
  const [tag = path.split('/').find((step) => /^[\p{L}\p{N}]/u.test(step)) ?? 'root'] = source.tags ?? [];
  const known = resourceOf.get(tag);
  const verb = withoutNoun(nounsOf(id), nounsOf(known ?? tag));
  const method = methodName(verb.length > 0 ? verb.join(' ') : id);
  const resource = known ?? identifier(camelCase(tag), 'Api');
  return { resource: calledByLanguage.has(resource) ? `${resource}Api` : resource, method, config: {} };
}

/** A member of the client would hide the resource. */
function checkFree({ id, pointer }: Location, { resource }: Home, { taken = [] }: SdkConfig): void {
  if (!taken.includes(resource)) return;
  const fix = `Put ${id} under another resource in \`resources\` in codegen/sdk.config.ts.`;
  throw new Stop(pointer, `The client already has a member \`${resource}\`.`, fix);
}

function withoutNoun(words: readonly string[], noun: readonly string[]): string[] {
  const wanted = noun.map(singular).join(' ');
  const start = words.findIndex(
    (_, at) =>
      words
        .slice(at, at + noun.length)
        .map(singular)
        .join(' ') === wanted,
  );
  return start === -1 ? [...words] : [...words.slice(0, start), ...words.slice(start + noun.length)];
}

/** `new`, `await`, JSON.stringify and conversions to a primitive would call a member of this name. */
const calledByLanguage: ReadonlySet<string> = new Set([
  'constructor',
  'then',
  'toJSON',
  'toString',
  'toLocaleString',
  'valueOf',
]);

function methodName(text: string): string {
  const name = camelCase(text);
  if (/^[0-9]/.test(name)) return `_${name}`;
  return calledByLanguage.has(name) ? `${name}Of` : name;
}

function keyOf({ resource, method }: Home): string {
  return `${resource}.${method}`;
}

function doubleName(location: Location, owner: Location, home: Home): Pick<Stop, 'pointer' | 'reason' | 'fix'> {
  return {
    pointer: location.pointer,
    reason: `${location.id} and ${owner.id} would both be \`${keyOf(home)}\`.`,
    fix: 'Rename one of them under `resources` in codegen/sdk.config.ts, or change its operationId.',
  };
}
