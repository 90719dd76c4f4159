import { checkThat } from '../core/options/check.js';
import { noCredentials, type Credentials } from '../core/options/credentials.js';
import { headerValueProblem } from '../core/options/headers.js';
import { RuncrateError } from '../core/errors/errors.js';
import { isRecord } from '../core/json-object.js';
import type { Operation } from '../core/operation/operation.js';
import type { Platform } from '../platform/platform.js';
import type { Api, BasicAuth, Scheme, Token, UserPassword } from './api.js';
import type { GivenOptions } from './options.js';

type Given = NonNullable<GivenOptions['auth']>;

/**
 * What authorizes an operation: the first of its alternatives for which the caller has given every scheme. Without
 * `auth`, nothing is sent and nothing is missed: a gateway, a `fetch` or a header of the caller's own may do it.
 */
export function credentialsOf(
  schemes: Api['schemes'],
  auth: Given | undefined,
  platform: Platform,
): (operation: Operation) => Credentials | Promise<Credentials> {
  if (auth === undefined) return () => noCredentials;
  const given = checkedAuth(schemes, auth, platform);
  return async ({ method, path, security = [] }) => {
    const chosen = security.find((names) => names.every((name) => given[name] !== undefined));
    if (chosen === undefined && security.length > 0) {
      const needed = security.map((names) => names.map((name) => `\`auth.${name}\``).join(' and ')).join(', or ');
      throw new RuncrateError(`${method} ${path} needs ${needed}. Pass it to createClient.`);
    }
    const parts = (chosen ?? []).map((name) => partOf(name, schemes[name] as Scheme, given[name], platform));
    return combined(await Promise.all(parts));
  };
}

function checkedAuth(schemes: Api['schemes'], auth: unknown, { isBrowser }: Platform): Given {
  if (!isRecord(auth)) throw new RuncrateError('`auth` must be an object of credentials, by the names of the schemes.');
  for (const [name, value] of Object.entries(auth)) {
    const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
    if (!scheme) {
      throw new RuncrateError(`\`auth\` has no "${name}". It takes ${Object.keys(schemes).join(', ') || 'none'}.`);
    }
    if (isBrowser && value !== undefined && scheme.type === 'apiKey' && scheme.in === 'cookie') {
      throw new RuncrateError(`\`auth.${name}\` is sent as a cookie, which a browser does not let a program set.`);
    }
  }
  // A copy: later changes would not be checked.
  return { ...(auth as Given) };
}

/** One credential, and where it goes. */
interface Part {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly value: string;
  readonly secrets: readonly string[];
}

async function partOf(
  option: string,
  scheme: Scheme,
  given: Token | BasicAuth | undefined,
  platform: Platform,
): Promise<Part> {
  const label = `\`auth.${option}\``;
  const value: unknown = typeof given === 'function' ? await called(label, given) : given;
  if (scheme.type === 'basic') return basicPart(label, value, platform);
  const token = checkedToken(label, value);
  if (scheme.type === 'bearer') {
    const isAlone = /^[\u0021-\u007e]+$/.test(token);
    checkThat(label, isAlone ? undefined : 'must be the token alone, without `Bearer`, spaces and line breaks');
    return { in: 'header', name: 'authorization', value: `Bearer ${token}`, secrets: [token] };
  }
  const { in: place, name } = scheme;
  if (place === 'header') checkThat(label, headerValueProblem(name, token) && 'has characters that no header may have');
  if (place === 'cookie')
    checkThat(label, /[^\u0021-\u007e]|[",;\\]/.test(token) ? 'is not valid in a cookie' : undefined);
  return { in: place, name, value: token, secrets: [token] };
}

async function called(label: string, provider: () => unknown): Promise<unknown> {
  try {
    return await provider();
  } catch (cause) {
    throw cause instanceof RuncrateError
      ? cause
      : new RuncrateError({ message: `The function ${label} failed.`, cause });
  }
}

function checkedToken(label: string, token: unknown): string {
  if (typeof token === 'string' && token !== '') return token;
  throw new RuncrateError(`${label} must be a non-empty string, or a function that returns one.`);
}

function basicPart(label: string, value: unknown, platform: Platform): Part {
  const { username, password } = Object(value) as Partial<UserPassword>;
  if (typeof username !== 'string' || typeof password !== 'string' || username.includes(':')) {
    throw new RuncrateError(`${label} must be { username, password }, two strings, with no colon in the first.`);
  }
  const encoded = platform.toBase64(new TextEncoder().encode(`${username}:${password}`));
  return { in: 'header', name: 'authorization', value: `Basic ${encoded}`, secrets: [encoded, password] };
}

function combined(parts: readonly Part[]): Credentials {
  const query = parts
    .filter((part) => part.in === 'query')
    .map(({ name, value }) => `${encode(name)}=${encode(value)}`);
  const cookie = parts.filter((part) => part.in === 'cookie').map(({ name, value }) => `${name}=${value}`);
  // An empty password would be found everywhere. The longest first: the rest of one that begins as another would stay.
  const secrets = parts
    .flatMap((part) => part.secrets.flatMap(spellingsOf))
    .filter(Boolean)
    .sort((a, b) => b.length - a.length);
  return {
    authorize(headers) {
      for (const part of parts) {
        // A header that the caller has given for this call is meant.
        if (part.in === 'header') headers[part.name.toLowerCase()] ??= part.value;
      }
      if (cookie.length > 0) headers['cookie'] = [headers['cookie'] ?? [], ...cookie].flat().join('; ');
    },
    ...(query.length > 0 ? { query: query.join('&') } : {}),
    redact: (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text),
  };
}

/** As a server may quote it: in a URL, in a form, in JSON. */
function spellingsOf(secret: string): readonly string[] {
  const encoded = encode(secret);
  return [secret, encoded, encoded.replaceAll('%20', '+'), JSON.stringify(secret).slice(1, -1)];
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch (cause) {
    throw new RuncrateError({ message: 'A key in `auth` must be valid Unicode.', cause });
  }
}
