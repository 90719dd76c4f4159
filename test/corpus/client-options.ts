import { camelCase } from '../../codegen/config/names.js';

interface Server {
  readonly url: string;
  readonly name?: string;
  readonly variables?: Readonly<Record<string, { readonly default?: string }>>;
}

interface Scheme {
  readonly type: string;
  readonly scheme?: string;
}

interface Operation {
  readonly security?: readonly object[];
  readonly servers?: readonly Server[];
}

/** What of a document decides where calls go, and with which credentials. Read here, not by the generator. */
export interface Source extends Operation {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly securitySchemes?: Readonly<Record<string, Scheme>> };
}

/** A server that is named by a path alone: its host is where the document lies. */
const host = 'https://corpus.example';

/** The URLs of all servers, with the defaults of their variables; longer ones first. */
export function serverUrls(document: Source): readonly string[] {
  const servers = [...(document.servers ?? []), ...operationsOf(document).flatMap(({ servers: own = [] }) => own)];
  const urls = servers.map(urlOf);
  return [...new Set(urls.length > 0 ? urls : [host])].toSorted((left, right) => right.length - left.length);
}

/** URLs where the document names no host; credentials for each scheme that an operation requires. */
export function clientOptions(document: Source): Readonly<Record<string, unknown>> {
  const [first] = document.servers ?? [];
  const isHostless = first === undefined || isOnHost(first);
  const own = operationsOf(document).flatMap(({ servers: [each] = [] }) =>
    each && isOnHost(each) && each.url !== first?.url ? [each] : [],
  );
  const auth = Object.fromEntries(requiredSchemes(document).map(([name, scheme]) => [name, credentialOf(scheme)]));
  const servers = Object.fromEntries(own.map((each) => [camelCase(each.name ?? each.url), urlOf(each)]));
  return {
    auth,
    ...(isHostless ? { baseUrl: first ? urlOf(first) : host } : {}),
    ...(own.length > 0 ? { servers } : {}),
  };
}

function isOnHost({ url }: Server): boolean {
  return !/^https?:\/\/|^\{/i.test(url);
}

function urlOf({ url, variables = {} }: Server): string {
  const text = url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => variables[name]?.default ?? '');
  return new URL(text, host).href.replace(/\/+$/, '');
}

function requiredSchemes(document: Source): readonly (readonly [string, Scheme])[] {
  const required = operationsOf(document).flatMap(({ security = document.security ?? [] }) =>
    security.flatMap((alternative) => Object.keys(alternative)),
  );
  return Object.entries(document.components?.securitySchemes ?? {}).filter(
    ([name, { type, scheme }]) =>
      required.includes(name) && (type === 'http' ? /^(?:basic|bearer)$/i.test(scheme ?? '') : type !== 'mutualTLS'),
  );
}

function credentialOf({ type, scheme }: Scheme): unknown {
  return type === 'http' && /^basic$/i.test(scheme ?? '') ? { username: 'corpus', password: 'secret' } : 'corpus-token';
}

/** Operations and path items alike: both may have servers. */
function operationsOf({ paths = {} }: Source): readonly Operation[] {
  const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']);
  return Object.values(paths).flatMap((item) => [
    { security: [], ...(item['servers'] ? { servers: item['servers'] as readonly Server[] } : {}) },
    ...Object.entries(item).flatMap(([method, source]) => (methods.has(method) ? [source as Operation] : [])),
  ]);
}
