import type { SdkConfig, ServerConfig } from '../config/config-types.js';
import { camelCase } from '../config/names.js';
import type { Server } from '../read/openapi.js';
import type { Spec } from '../read/spec.js';
import { buildEach, Stop } from '../read/stop.js';
import type { Location } from './locations.js';

/** A server of the document, by the name that the client gives it. */
export interface NamedServer {
  readonly name: string;
  readonly config: ServerConfig;
  /** Absent if the document names none. */
  readonly source?: Server;
}

/** Each server of the document has a client option: the API key is sent only to configured servers. */
export function checkServers(locations: readonly Location[], spec: Spec, config: SdkConfig): void {
  if (!config.servers) return;
  const own = locations.flatMap(({ item, source }) => [...(item.servers ?? []), ...(source.servers ?? [])]);
  buildEach(new Set([...(spec.document.servers ?? []), ...own]), (server) => configuredServer(server, spec, config));
}

/**
 * The server of each operation. Without a config, `default` is the first one of the document; a path or an operation
 * with a server of its own keeps it, under a name made of its URL.
 */
export class Servers {
  readonly #spec: Spec;
  readonly #config: SdkConfig;
  readonly #names = new Map<string, string>();

  constructor(spec: Spec, config: SdkConfig) {
    this.#spec = spec;
    this.#config = config;
    this.#names.set(firstServer(spec), 'default');
  }

  of({ item, source }: Location): NamedServer {
    const own = [source.servers, item.servers, this.#spec.document.servers].find(
      (list) => list && list.length > 0,
    )?.[0];
    if (!this.#config.servers) return this.#named(own);
    if (own) return configuredServer(own, this.#spec, this.#config);
    throw new Stop(this.#spec.pointerOf(source), 'The operation has no server.', 'Add `servers` to its path.');
  }

  #named(server: Server | undefined): NamedServer {
    const url = server ? defaultUrl(server) : '';
    let name = this.#names.get(url);
    if (name === undefined) {
      const taken = [...this.#names.values()];
      const stem = camelCase(server?.name ?? url.replace(/^https?:/, '')) || 'relative';
      name = stem;
      for (let count = 2; taken.includes(name); count++) name = `${stem}${count}`;
      this.#names.set(url, name);
    }
    return { name, config: { url }, ...(server ? { source: server } : {}) };
  }
}

/** The first server of the document, with its variables replaced by their defaults. */
export function firstServer({ document }: Spec): string {
  const [first] = document.servers ?? [];
  return first ? defaultUrl(first) : '';
}

function defaultUrl({ url, variables = {} }: Server): string {
  return url.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => variables[name]?.default ?? whole);
}

function configuredServer(server: Server, spec: Spec, { servers = {} }: SdkConfig): NamedServer {
  const named = Object.entries(servers).find(([, { url }]) => url === server.url);
  if (named) return { name: named[0], config: named[1], source: server };
  throw new Stop(
    spec.pointerOf(server),
    `The client has no option for the server ${server.url}.`,
    'Add it to `servers` in codegen/sdk.config.ts: the API key is sent only to configured servers.',
  );
}
