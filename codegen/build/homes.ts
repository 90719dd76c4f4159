import type { MethodConfig, Paging, SdkConfig } from '../config-types.js';
import { camelCase, identifier, kebabCase, nounsOf, singular } from '../names.js';
import { buildEach, Stop } from '../stop.js';
import type { Location } from './locations.js';

/** Where an operation is found: `client.<resource>.<method>`. */
export interface Home {
  readonly resource: string;
  readonly method: string;
  /** What the config says of it. */
  readonly config: Partial<MethodConfig>;
}

/** The config's name for each operation, else the default of design.md 13. */
export function findHomes(locations: readonly Location[], config: SdkConfig): ReadonlyMap<Location, Home> {
  const configured = configuredHomes(config);
  const homeOf = homesByDefault(configured);
  const isAmbiguous = repetitionsIn(locations.map(homeOf));
  const owners = new Map<string, Location>();
  const entries = buildEach(locations, (location): [Location, Home] => {
    const wanted = homeOf(location);
    // Operations that differ only in the noun that the short name leaves out keep their whole operationId.
    const isShort = !configured.has(location.id) && isAmbiguous(wanted);
    const home = isShort ? { ...wanted, method: methodName(location.source.operationId || location.name) } : wanted;
    const owner = owners.get(keyOf(home));
    if (owner) throw doubleName(location, owner, home);
    owners.set(keyOf(home), location);
    return [location, home];
  });
  return new Map(entries);
}

/** The public names of the parameters that ask for a page. */
export function pagingNames(paging: Paging | undefined): readonly string[] {
  if (!paging) return [];
  return paging.by === 'offset' ? [paging.offset, paging.limit] : [paging.page, paging.size];
}

function configuredHomes({ resources }: SdkConfig): ReadonlyMap<string, Home> {
  const entries = Object.entries(resources ?? {}).flatMap(([resource, methods]) =>
    Object.entries(methods).map(([method, entry]) => {
      const config = typeof entry === 'string' ? { operation: entry } : entry;
      return [config.operation, { resource, method, config }] as const;
    }),
  );
  return new Map(entries);
}

/** The config's home, else the default one. Tags that differ only in their capitals are one resource: one file. */
function homesByDefault(configured: ReadonlyMap<string, Home>): (location: Location) => Home {
  const spelled = new Map([...configured.values()].map(({ resource }) => [kebabCase(resource), resource]));
  return (location) => {
    const home = configured.get(location.id) ?? defaultHome(location);
    const file = kebabCase(home.resource);
    const resource = spelled.get(file) ?? home.resource;
    spelled.set(file, resource);
    return { ...home, resource };
  };
}

/** `listCrates` of the tag Crates → `crates.list`. */
function defaultHome({ id, path, source }: Location): Home {
  const [tag = path.split('/').find((step) => /^[\p{L}\p{N}]/u.test(step)) ?? 'root'] = source.tags ?? [];
  const verb = withoutNoun(nounsOf(id), nounsOf(tag));
  const method = methodName(verb.length > 0 ? verb.join(' ') : id);
  const resource = identifier(camelCase(tag), 'Api');
  return { resource: resource === 'constructor' ? 'constructorApi' : resource, method, config: {} };
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

function methodName(text: string): string {
  const name = camelCase(text);
  if (/^[0-9]/.test(name)) return `_${name}`;
  return name === 'constructor' ? 'constructorOf' : name;
}

function repetitionsIn(homes: readonly Home[]): (home: Home) => boolean {
  const keys = homes.map(keyOf);
  const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return (home) => repeated.has(keyOf(home));
}

function keyOf({ resource, method }: Home): string {
  return `${resource}.${method}`;
}

function doubleName(location: Location, owner: Location, home: Home): Stop {
  return new Stop(
    location.pointer,
    `${location.id} and ${owner.id} would both be \`${keyOf(home)}\`.`,
    'Name one of them under `resources` in codegen/sdk.config.ts, or change its operationId.',
  );
}
