import type { ApiDocument, ApiRoute } from './document.js';

/** Where a request leads. */
export type Target =
  | { readonly kind: 'route'; readonly route: ApiRoute; readonly path: Readonly<Record<string, string>> }
  /** A file that an operation has linked to. */
  | { readonly kind: 'asset'; readonly path: string }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'unknown'; readonly allowed: readonly string[] }
  /** Not the API at all. */
  | { readonly kind: 'foreign' };

export const assetsOrigin = 'https://assets.runcrate.ai';

interface Pattern {
  readonly route: ApiRoute;
  readonly steps: readonly string[];
}

interface Base {
  readonly host: string;
  readonly path: string;
  readonly server: string;
}

/** Finds the operation of a request. Literal paths win: `/instances/types` is no instance. */
export class Router {
  readonly #bases: readonly Base[];
  readonly #patterns: readonly Pattern[];
  readonly #redirects: boolean;

  constructor({ servers, routes }: ApiDocument, redirectsToWww: boolean) {
    this.#redirects = redirectsToWww;
    this.#bases = Object.entries(servers).map(([server, text]) => {
      const { host, pathname } = new URL(text);
      return { host, path: pathname.replace(/\/$/, ''), server };
    });
    this.#patterns = routes
      .map((route) => ({ route, steps: route.path.split('/') }))
      .sort((a, b) => variablesIn(a) - variablesIn(b));
  }

  find(method: string, url: URL): Target {
    if (url.origin === assetsOrigin) return { kind: 'asset', path: url.pathname };
    const bases = this.#bases.filter(({ host }) => url.host === host || url.host === `www.${host}`);
    const [first] = bases;
    if (!first) return { kind: 'foreign' };
    // Only the web site redirects.
    if (this.#redirects && url.host === first.host && first.server === 'infrastructure') {
      return { kind: 'moved', to: `https://www.${url.host}${url.pathname}${url.search}` };
    }
    return this.#inside(method, url.pathname, bases);
  }

  /** As `find`, for a path alone: both servers are on one port. */
  findPath(method: string, path: string): Target {
    return path.startsWith('/assets/')
      ? { kind: 'asset', path: path.slice(7) }
      : this.#inside(method, path, this.#bases);
  }

  #inside(method: string, path: string, bases: readonly Base[]): Target {
    const base = bases.find((candidate) => path.startsWith(`${candidate.path}/`));
    if (!base) return { kind: 'unknown', allowed: [] };
    const steps = path.slice(base.path.length).split('/');
    const here = this.#patterns.filter(({ route }) => route.server === base.server);
    const found = here.filter((pattern) => fits(pattern, steps));
    // Of a path that fits literally, no other counts.
    const best = found.filter((pattern) => variablesIn(pattern) === variablesIn(found[0] as Pattern));
    const match =
      best.find(({ route }) => route.method === method) ?? found.find(({ route }) => route.method === method);
    if (!match) return { kind: 'unknown', allowed: [...new Set(found.map(({ route }) => route.method))] };
    return { kind: 'route', route: match.route, path: variablesOf(match, steps) };
  }
}

function variablesIn({ steps }: Pattern): number {
  return steps.filter((step) => step.startsWith('{')).length;
}

function fits(pattern: Pattern, steps: readonly string[]): boolean {
  return (
    pattern.steps.length === steps.length &&
    pattern.steps.every((step, index) => (step.startsWith('{') ? steps[index] !== '' : step === steps[index]))
  );
}

function variablesOf(pattern: Pattern, steps: readonly string[]): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const [index, step] of pattern.steps.entries()) {
    if (step.startsWith('{')) variables[step.slice(1, -1)] = decoded(steps[index] ?? '');
  }
  return variables;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
