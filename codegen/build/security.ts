import { isToken } from '../config/token.js';
import type { SecurityRequirement, SecurityScheme } from '../read/openapi.js';
import type { Spec } from '../read/spec.js';
import type { Location } from './locations.js';

/** As `Scheme` in src/handwritten/foreign/api.ts. */
export type SchemeModel =
  { readonly type: 'bearer' | 'basic' } | { readonly type: 'apiKey'; readonly in: string; readonly name: string };

/** A scheme of the document, as far as a client can serve it. */
interface Served {
  readonly scheme?: SchemeModel;
  /** Why it can't be served. */
  readonly problem?: string;
  readonly description?: string;
}

/** What the operations require, and what the client can send. */
export interface SecurityModel {
  /** Those that an operation requires and the client can send, in the order of the document. */
  readonly schemes: Readonly<Record<string, SchemeModel & { readonly description?: string }>>;
  /** The alternatives of each operation, by its pointer. One that requires nothing has no entry. */
  readonly alternatives: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** What the client can't do, for the output. */
  readonly notes: readonly string[];
}

/**
 * The security of all operations. A scheme that can't be served, or not beside one before it, is left out of an
 * alternative, which then comes last.
 */
export function buildSecurity(locations: readonly Location[], spec: Spec): SecurityModel {
  const { security: ofDocument, components } = spec.document;
  const served = new Map<string, Served>(
    Object.entries(components?.securitySchemes ?? {}).map(([name, scheme]) => [name, servedBy(spec.resolve(scheme))]),
  );
  const alternatives = new Map<string, readonly (readonly string[])[]>();
  const users = new Map<string, string[]>();
  const clashes = new Map<string, string[]>();
  for (const { source, pointer, sent, path } of locations) {
    const requirements = source.security ?? ofDocument ?? [];
    for (const name of new Set(requirements.flatMap((requirement) => Object.keys(requirement)))) {
      users.set(name, [...(users.get(name) ?? []), `${sent} ${path}`]);
    }
    for (const requirement of requirements) {
      for (const clash of clashesOf(requirement, served)) {
        clashes.set(clash, [...(clashes.get(clash) ?? []), `${sent} ${path}`]);
      }
    }
    const chosen = alternativesOf(requirements, served);
    if (chosen.some((names) => names.length > 0)) alternatives.set(pointer, chosen);
  }
  const required = [...served].flatMap(([name, { scheme, description }]) =>
    scheme && users.has(name) ? [[name, { ...scheme, ...(description ? { description } : {}) }] as const] : [],
  );
  return { schemes: Object.fromEntries(required), alternatives, notes: notesOf(served, users, clashes) };
}

/** Those that require more come first: a credential that the caller has given is sent where one is optional too. */
function alternativesOf(
  requirements: readonly SecurityRequirement[],
  served: ReadonlyMap<string, Served>,
): readonly (readonly string[])[] {
  const rank = (requirement: SecurityRequirement): number => {
    const names = Object.keys(requirement);
    if (names.length === 0) return 2;
    return names.every((name) => sentOf(requirement, served).includes(name)) ? 0 : 1;
  };
  const lists = requirements
    .toSorted((left, right) => rank(left) - rank(right))
    .map((requirement) => sentOf(requirement, served));
  return lists.filter((list, at) => lists.findIndex((other) => String(other) === String(list)) === at);
}

/** Its schemes that one request can hold: of two in one place, the first. */
function sentOf(requirement: SecurityRequirement, served: ReadonlyMap<string, Served>): readonly string[] {
  const names = Object.keys(requirement).filter((name) => served.get(name)?.scheme);
  return names.filter((name, at) => !names.slice(0, at).some((before) => isOnePlace(before, name, served)));
}

/** What can't be sent, in words for the output. */
function clashesOf(requirement: SecurityRequirement, served: ReadonlyMap<string, Served>): readonly string[] {
  const sent = sentOf(requirement, served);
  return Object.keys(requirement).flatMap((name) => {
    const first = sent.find((other) => other !== name && isOnePlace(other, name, served));
    return first === undefined ? [] : [`send "${name}" beside "${first}", which is ${placeOf(first, served)} too`];
  });
}

function isOnePlace(left: string, right: string, served: ReadonlyMap<string, Served>): boolean {
  return placeOf(left, served) === placeOf(right, served);
}

function placeOf(name: string, served: ReadonlyMap<string, Served>): string | undefined {
  const scheme = served.get(name)?.scheme;
  if (scheme?.type !== 'apiKey') return scheme && 'the header authorization';
  return `the ${scheme.in} ${scheme.in === 'header' ? scheme.name.toLowerCase() : scheme.name}`;
}

function servedBy({ type, scheme, in: place, name, description }: SecurityScheme): Served {
  const about = description ? { description } : {};
  switch (type) {
    case 'http':
      if (/^(bearer|basic)$/i.test(scheme ?? '')) {
        return { scheme: { type: scheme?.toLowerCase() === 'basic' ? 'basic' : 'bearer' }, ...about };
      }
      return { problem: `HTTP authentication by ${JSON.stringify(scheme ?? '')}` };
    case 'apiKey':
      if (name && (place === 'query' || ((place === 'header' || place === 'cookie') && isToken(name)))) {
        return { scheme: { type: 'apiKey', in: place, name }, ...about };
      }
      return { problem: `an API key in ${JSON.stringify(place ?? '')} with the name ${JSON.stringify(name ?? '')}` };
    case 'oauth2':
    case 'openIdConnect':
      return { scheme: { type: 'bearer' }, ...about };
    case 'mutualTLS':
      return { problem: 'a client certificate (mutualTLS)' };
    default:
      return { problem: `the type ${JSON.stringify(type)}` };
  }
}

function notesOf(
  served: ReadonlyMap<string, Served>,
  users: ReadonlyMap<string, readonly string[]>,
  clashes: ReadonlyMap<string, readonly string[]>,
): string[] {
  const advice = 'Pass a `fetch` or `headers` that do it.';
  const unserved = [...users].flatMap(([name, operations]) => {
    const { scheme, problem = 'a scheme that the document does not define' } = served.get(name) ?? {};
    const who = someOf(operations);
    return scheme ? [] : [`auth: createClient can't serve "${name}", which is ${problem}, for ${who}. ${advice}`];
  });
  const clashing = [...clashes].map(
    ([clash, operations]) => `auth: createClient can't ${clash}, for ${someOf(operations)}. ${advice}`,
  );
  const unused = [...served.keys()].filter((name) => !users.has(name));
  return [
    ...unserved,
    ...clashing,
    ...unused.map(
      (name) =>
        `auth: no operation requires "${name}", so it is never sent. Add \`security\` to the document if one does.`,
    ),
  ];
}

function someOf([first = '', ...others]: readonly string[]): string {
  return `${first}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}
