import type { ClientModel } from '../model.js';
import type { Spec } from '../read/spec.js';
import type { Endpoint } from './endpoint.js';
import { eventStream } from './events.js';
import type { SecurityModel } from './security.js';

interface BuiltClient {
  readonly client: ClientModel;
  /** What it can't do. */
  readonly notes: readonly string[];
}

/** What `createClient` of another document takes. */
export function buildClient(endpoints: readonly Endpoint[], spec: Spec, security: SecurityModel): BuiltClient {
  const servers = new Map<string, string>();
  const variables = new Map<string, { default?: string; values?: readonly string[] }>();
  const used =
    endpoints.length > 0
      ? endpoints.map(({ server, serverSource }) => [server, serverSource] as const)
      : [['default', spec.document.servers?.[0]] as const];
  // The default comes first: `baseUrl` replaces the first one.
  for (const [name, server] of used.toSorted(
    ([left], [right]) => Number(right === 'default') - Number(left === 'default'),
  )) {
    if (servers.has(name)) continue;
    servers.set(name, server?.url ?? '');
    for (const [, variable = ''] of (server?.url ?? '').matchAll(/\{([^{}]+)\}/g)) {
      const { default: preset, enum: values = [] } = server?.variables?.[variable] ?? {};
      const known = variables.get(variable);
      const all = [...new Set([...(known?.values ?? []), ...values])];
      variables.set(variable, {
        ...(known?.default === undefined && preset === undefined ? {} : { default: known?.default ?? String(preset) }),
        ...(all.length > 0 ? { values: all } : {}),
      });
    }
  }
  const { title = '' } = spec.document.info ?? {};
  return {
    client: {
      title,
      servers: Object.fromEntries(servers),
      otherServers: (spec.document.servers ?? []).slice(1).map(({ url, description = '' }) => ({ url, description })),
      variables: Object.fromEntries(variables),
      schemes: security.schemes,
    },
    notes: [...security.notes, ...relativeNotes(servers), ...streamNotes(endpoints, spec)],
  };
}

/** A URL that says neither the protocol nor the host: the document lies on the server, and nobody says where. */
export function isRelative(url: string): boolean {
  return !/^(https?:\/\/|\{)/i.test(url);
}

/** Beside JSON, without a field that asks for it. */
function streamNotes(endpoints: readonly Endpoint[], spec: Spec): string[] {
  return endpoints.flatMap(({ answer, source, sent, path }) => {
    const responses = Object.values(source.responses ?? {}).map((response) => spec.resolve(response));
    const offers = responses.some(({ content = {} }) => Object.hasOwn(content, eventStream));
    if (!offers || answer.as === 'events' || answer.stream) return [];
    return [
      `streams: ${sent} ${path} offers ${eventStream} beside other types, and no field \`stream\` asks for it: it is not read.`,
    ];
  });
}

function relativeNotes(servers: ReadonlyMap<string, string>): string[] {
  return [...servers].flatMap(([name, url], at) =>
    isRelative(url)
      ? [
          `servers: ${JSON.stringify(url)} names no host, so createClient requires \`${at === 0 ? 'baseUrl' : `servers.${name}`}\`.`,
        ]
      : [],
  );
}
