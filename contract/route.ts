import { operationsById } from '../generated/cases.js';
import { servers } from '../generated/operations.js';
import type { Config } from '../src/handwritten/core/options/config.js';

/** The destination of a request: the operation, and the path below the server's. */
export interface Destination {
  readonly operationId: string;
  readonly path: string;
}

export type Route = (method: string, url: URL) => Destination | undefined;

/** Finds the operation of a request. Undefined for any other URL, such as that of a file on another host. */
export function createRoute(config: Config): Route {
  const routes = Object.entries(operationsById).map(([id, { method, path, server }]) => {
    const { origin, pathname } = config.servers[server] ?? new URL(servers[server as keyof typeof servers]);
    return {
      operationId: id,
      method,
      base: new URL(origin + pathname),
      pattern: patternOf(path),
      isLiteral: !path.includes('{'),
    };
  });
  // /instances/types is not an instance.
  const sorted = routes.sort((a, b) => Number(b.isLiteral) - Number(a.isLiteral));
  return (method, url) => {
    for (const { operationId, base, pattern, ...route } of sorted) {
      const path = url.pathname.slice(base.pathname.length);
      const isHere = withoutWww(url) === withoutWww(base) && url.pathname.startsWith(`${base.pathname}/`);
      if (isHere && route.method === method && pattern.test(path)) return { operationId, path };
    }
    return undefined;
  };
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{[^}]+\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

/** The client follows a redirect between the bare host and its www counterpart. */
function withoutWww({ host }: URL): string {
  return host.replace(/^www\./, '');
}
