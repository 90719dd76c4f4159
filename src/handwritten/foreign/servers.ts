import { RuncrateError } from '../core/errors/errors.js';
import { parseUrl, type ServerConfig } from '../core/options/servers.js';
import type { Platform } from '../platform/platform.js';
import type { Api } from './api.js';
import type { GivenOptions } from './options.js';

/** The URL of each server: the caller's, else the document's with its variables filled in. */
export function serversOf(
  { servers, variables }: Api,
  options: GivenOptions,
  platform: Platform,
): Readonly<Record<string, ServerConfig>> {
  const values = valuesOf(variables, options.variables ?? {});
  const timeoutMs = (options.timeout ?? 60) * 1000;
  const names = Object.keys(servers);
  const unknown = Object.keys(options.servers ?? {}).find((name) => !names.slice(1).includes(name));
  if (unknown !== undefined) {
    throw new RuncrateError(`\`servers\` has no "${unknown}". It takes ${names.slice(1).join(', ') || 'none'}.`);
  }
  const entries = Object.entries(servers).map(([name, template], index): [string, ServerConfig] => {
    const [source, given] = index === 0 ? ['baseUrl', options.baseUrl] : [`servers.${name}`, options.servers?.[name]];
    const text = given ?? filled(template, values);
    const url = parseUrl(platform.parseUrl ?? ((absolute) => new URL(absolute)), text);
    if (url !== undefined) {
      return [name, { origin: url.origin, pathname: url.pathname.replace(/\/+$/, ''), timeoutMs, option: source }];
    }
    const problem =
      given === undefined
        ? `is required: the document names its server only as ${JSON.stringify(template)}`
        : 'must be a URL such as "https://api.example.com/v1", without a user name or password, and without a query or fragment';
    throw new RuncrateError(`\`${source}\` ${problem}.`);
  });
  return Object.fromEntries(entries);
}

function valuesOf(
  variables: Api['variables'],
  given: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(variables, name));
  if (unknown !== undefined) {
    throw new RuncrateError(
      `\`variables\` has no "${unknown}". It takes ${Object.keys(variables).join(', ') || 'none'}.`,
    );
  }
  const entries = Object.entries(variables).flatMap(([name, { default: preset, values }]): [string, string][] => {
    const value: unknown = given[name] ?? preset;
    if (value === undefined) return [];
    // It may come from a user: it must not lead to another host.
    const isFit = values ? values.includes(value as string) : typeof value === 'string' && /^[\w.~/-]*$/.test(value);
    if (isFit || given[name] === undefined) return [[name, value as string]];
    const fit = values ? `one of ${values.join(', ')}` : 'a string of letters, digits and . _ ~ / -';
    throw new RuncrateError(`\`variables.${name}\` must be ${fit}.`);
  });
  return Object.fromEntries(entries);
}

/** One without a value stays in its braces, which no URL of a server has. */
function filled(template: string, values: Readonly<Record<string, string>>): string {
  const text = template.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => values[name] ?? whole);
  return text.includes('{') ? '' : text;
}
