import type { SdkConfig, ServerConfig } from '../config/config-types.js';
import type { Server } from '../read/openapi.js';
import type { Spec } from '../read/spec.js';
import { buildEach, Stop } from '../read/stop.js';
import type { Location } from './locations.js';

/** Each server of the document has a client option: the API key is sent only to configured servers. */
export function checkServers(locations: readonly Location[], spec: Spec, config: SdkConfig): void {
  if (!config.servers) return;
  const own = locations.flatMap(({ item, source }) => [...(item.servers ?? []), ...(source.servers ?? [])]);
  buildEach(new Set([...(spec.document.servers ?? []), ...own]), (server) => namedServer(server, spec, config));
}

/** The server of an operation, as the name of its option. */
export function serverOf({ item, source }: Location, spec: Spec, config: SdkConfig): [string, ServerConfig] {
  if (!config.servers) return ['default', { url: firstServer(spec) }];
  const [server] = source.servers ?? item.servers ?? spec.document.servers ?? [];
  if (server) return namedServer(server, spec, config);
  const fix = 'Add `servers` to its path.';
  throw new Stop(spec.pointerOf(source), 'The operation has no server.', fix);
}

/** The first server of the document, with its variables replaced by their defaults. */
export function firstServer({ document }: Spec): string {
  const [{ url, variables = {} } = { url: '' }] = document.servers ?? [];
  return url.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => variables[name]?.default ?? whole);
}

function namedServer(server: Server, spec: Spec, { servers = {} }: SdkConfig): [string, ServerConfig] {
  const named = Object.entries(servers).find(([, { url }]) => url === server.url);
  if (named) return named;
  throw new Stop(
    spec.pointerOf(server),
    `The client has no option for the server ${server.url}.`,
    'Add it to `servers` in codegen/sdk.config.ts: the API key is sent only to configured servers.',
  );
}
