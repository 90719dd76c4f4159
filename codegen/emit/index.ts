import type { ClientModel, Model } from '../model.js';
import { isRelative } from '../build/client.js';
import { sentence } from '../build/docs.js';
import { around, group, type Layout } from './layout.js';
import { printDoc } from './print-doc.js';
import { printName } from './print-type.js';
import { printRecord, printValue } from './print-value.js';
import { quoted } from './quote.js';
import { docOf, type Property, type Statement } from './statement.js';

/** `index.ts`: `createClient`, and all types. */
export function indexFile({ core, types, resources, client }: Model & { readonly client: ClientModel }): Statement[] {
  const taken = new Set([
    ...types.flatMap(({ name, fields = name }) => [name, fields]),
    ...resources.map(({ className }) => className),
  ]);
  const options =
    ['ClientOptions', 'CreateClientOptions', 'OptionsOfCreateClient'].find((name) => !taken.has(name)) ??
    '_ClientOptions';
  const properties = [...serverOptions(client), ...authOption(client)];
  const isRequired = properties.some(({ isOptional }) => isOptional !== true);
  const kinds = new Set(Object.values(client.schemes).map(({ type }) => (type === 'basic' ? 'BasicAuth' : 'Token')));
  return [
    { kind: 'import', isTypeOnly: true, names: ['Api', 'ApiOptions', ...kinds].toSorted(), from: core },
    { kind: 'import', names: ['openTransport'], from: core },
    { kind: 'import', names: ['Resources'], from: './resources.js' },
    {
      kind: 'text',
      text: exportsOf(
        types.length > 0,
        resources.some(({ isExtended }) => !isExtended),
      ),
    },
    {
      kind: 'interface',
      name: options,
      doc: docOf(`The options of \`createClient\`.`),
      extends: ['ApiOptions'],
      properties: properties.map((property) =>
        property.isOptional ? { ...property, type: around('', property.type, ' | undefined') } : property,
      ),
    },
    {
      kind: 'const',
      name: 'api',
      doc: docOf('What the document says of its servers and its security.'),
      type: 'Api',
      value: apiValue(client),
    },
    {
      kind: 'text',
      text: `/** Creates a client${client.title ? ` of ${client.title.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ')}` : ''}. */\nexport function createClient(options: ${options}${isRequired ? '' : ' = {}'}): Resources {\n  return new Resources(openTransport(api, options));\n}`,
    },
  ];
}

function exportsOf(hasTypes: boolean, hasResources: boolean): string {
  return [
    "export type { Resources } from './resources.js';",
    ...(hasResources ? ["export type * from './resource-types.js';"] : []),
    ...(hasTypes ? ["export type * from './types.js';"] : []),
  ].join('\n');
}

/** `baseUrl`, `servers`, `variables`. */
function serverOptions({ servers, otherServers, variables }: ClientModel): Property[] {
  const [[, first] = ['', ''], ...own] = Object.entries(servers);
  const baseUrl: Property = {
    name: 'baseUrl',
    type: 'string',
    isReadonly: true,
    isOptional: !isRelative(first),
    doc: {
      paragraphs: [
        isRelative(first)
          ? `The URL of the API. The document names it only as ${quoted(first)}: give the whole URL, with this path.`
          : 'The URL of the API, with its path.',
        ...(otherServers.length > 0
          ? [
              'The document also has:\n' +
                otherServers
                  .map(({ url, description }) => `- ${url}${description ? ` (${description.trim()})` : ''}`)
                  .join('\n'),
            ]
          : []),
      ],
      tags: isRelative(first) ? [] : [{ name: 'defaultValue', text: quoted(first) }],
    },
  };
  const ownServers: Property[] = own.map(([name, url]) => ({
    name: printName(name),
    type: 'string',
    isReadonly: true,
    isOptional: !isRelative(url),
    doc: isRelative(url)
      ? docOf(`The document names it only as ${quoted(url)}.`)
      : { paragraphs: [], tags: [{ name: 'defaultValue', text: quoted(url) }] },
  }));
  const values: Property[] = Object.entries(variables).map(([name, { default: preset, values: all = [] }]) => ({
    name: printName(name),
    type: all.length > 0 ? group('union', ['', ''], all.map(quoted)) : 'string',
    isReadonly: true,
    isOptional: preset !== undefined,
    doc: { paragraphs: [], tags: preset === undefined ? [] : [{ name: 'defaultValue', text: quoted(preset) }] },
  }));
  return [
    baseUrl,
    ...groupOf('servers', 'The servers of operations that have one of their own.', ownServers),
    ...groupOf('variables', 'The variables in the URLs of the servers.', values),
  ];
}

function authOption({ schemes }: ClientModel): Property[] {
  const fields = Object.entries(schemes).map(([name, scheme]): Property => {
    const where =
      scheme.type === 'apiKey'
        ? `Sent as the ${scheme.in === 'query' ? 'query parameter' : scheme.in} ${quoted(scheme.name)}.`
        : `Sent as \`Authorization: ${scheme.type === 'basic' ? 'Basic' : 'Bearer'}\`.`;
    return {
      name: printName(name),
      type: scheme.type === 'basic' ? 'BasicAuth' : 'Token',
      isReadonly: true,
      isOptional: true,
      doc: { paragraphs: [[sentence(scheme.description ?? ''), where].filter(Boolean).join('\n\n')] },
    };
  });
  const doc =
    'The credentials, by the names of the security schemes. Each is sent only to the operations that require it.';
  return groupOf('auth', doc, fields, true);
}

/** An option that is an object; none without fields. */
function groupOf(
  name: string,
  doc: string,
  fields: readonly Property[],
  isOptional = fields.every((field) => field.isOptional),
): Property[] {
  if (fields.length === 0) return [];
  const members = fields.map((field) => ({
    comment: printDoc(field.doc ?? { paragraphs: [] }),
    layout: memberOf(field),
  }));
  return [{ name, type: group('members', ['{', '}'], members), isReadonly: true, isOptional, doc: docOf(doc) }];
}

function memberOf({ name, type, isOptional = false }: Property): Layout {
  return around(`readonly ${name}${isOptional ? '?' : ''}: `, type, isOptional ? ' | undefined' : '');
}

function apiValue({ servers, variables, schemes }: ClientModel): Layout {
  const bare = Object.entries(schemes).map(
    ([name, { description: _, ...scheme }]) => [name, printValue(scheme)] as const,
  );
  return printRecord(
    [
      ['servers', printValue(servers)],
      ['variables', printValue(variables)],
      ['schemes', printRecord(bare)],
    ],
    true,
  );
}
