import { locationsIn } from '../build/locations.js';
import type { MethodConfig, SdkConfig } from '../config/config-types.js';
import type { Spec } from '../read/spec.js';

type Servers = NonNullable<SdkConfig['servers']>;
type Resources = NonNullable<SdkConfig['resources']>;

/**
 * The config of one document, translated for the other: an operation is the same if method and path are the same,
 * even with another operationId. A server without a name gets the name of a server that is missing.
 */
export function translated(config: SdkConfig, from: Spec, to: Spec): SdkConfig {
  const aliases = aliasesOf(from, to);
  const byId = <Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(entries).map(([id, value]) => [aliases.get(id) ?? id, value]));
  const { resources, servers, parameters, retry, textAnswers, bareLists, results, seenIn, hints } = config;
  return {
    ...config,
    ...(resources ? { resources: withAliases(resources, aliases) } : {}),
    ...(servers ? { servers: serversFor(servers, to) } : {}),
    ...(parameters ? { parameters: byId(parameters) } : {}),
    ...(retry ? { retry: byId(retry) } : {}),
    ...(textAnswers ? { textAnswers: byId(textAnswers) } : {}),
    ...(bareLists ? { bareLists: byId(bareLists) } : {}),
    ...(results ? { results: byId(results) } : {}),
    ...(seenIn ? { seenIn: byId(seenIn) } : {}),
    ...(hints ? { hints: byId(hints) } : {}),
  };
}

/** operationId there → operationId here, for those that exist only there. */
function aliasesOf(from: Spec, to: Spec): ReadonlyMap<string, string> {
  const here = locationsIn(to);
  const ids = new Set(here.map(({ id }) => id));
  const idByPlace = new Map(here.map(({ method, path, id }) => [`${method} ${path}`, id]));
  const missing = locationsIn(from).filter(({ id }) => !ids.has(id));
  return new Map(missing.map(({ id, method, path }) => [id, idByPlace.get(`${method} ${path}`) ?? id]));
}

function withAliases(resources: Resources, aliases: ReadonlyMap<string, string>): Resources {
  const aliased = (entry: string | MethodConfig): string | MethodConfig =>
    typeof entry === 'string'
      ? (aliases.get(entry) ?? entry)
      : { ...entry, operation: aliases.get(entry.operation) ?? entry.operation };
  const entries = Object.entries(resources).map(([resource, methods]) => [
    resource,
    Object.fromEntries(Object.entries(methods).map(([method, entry]) => [method, aliased(entry)])),
  ]);
  return Object.fromEntries(entries) as Resources;
}

function serversFor(servers: Servers, spec: Spec): Servers {
  const used = serverUrls(spec);
  const named = Object.values(servers).map(({ url }) => url);
  const nameless = used.filter((url) => !named.includes(url));
  const entries = Object.entries(servers).map(([name, server]) => {
    const url = used.includes(server.url) ? server.url : (nameless.shift() ?? server.url);
    return [name, { ...server, url }] as const;
  });
  return Object.fromEntries(entries);
}

/** The servers that operations use: of several, the first. */
export function serverUrls({ document }: Spec): readonly string[] {
  const lists = [document.servers, ...Object.values(document.paths ?? {}).map((item) => item.servers)];
  return [...new Set(lists.flatMap((servers) => servers?.[0]?.url ?? []))];
}
