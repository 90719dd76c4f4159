import type { Endpoint } from '../build/endpoint.js';
import type { SdkConfig } from './config-types.js';
import { pagingNames } from '../build/homes.js';
import { operationsOf, repetitionsIn } from '../build/locations.js';
import { publicName } from './names.js';
import type { PathItem } from '../read/openapi.js';
import { propertyOf } from '../shape/field-names.js';
import type { Shapes } from '../shape/shapes.js';
import { buildEach, Stop } from '../read/stop.js';

/** One name in the config, and what it must match in the document. */
interface Mention {
  readonly pointer: string;
  readonly kind: 'operation' | 'schema' | 'field' | 'server' | 'method' | 'resource';
  readonly name: string;
  /** The schema of a field. */
  readonly schema?: string;
  /** Whether it is the name on the wire. */
  readonly isWire?: true;
}

/** Checks that every name in the config still matches. */
export function checkConfig(shapes: Shapes, config: SdkConfig): void {
  const operations = operationIds(shapes.spec.document.paths ?? {});
  buildEach(mentionsIn(config), (mention) => {
    if (isFound(mention, operations, shapes)) return;
    const owner = mention.schema === undefined ? shapes.spec.file : `the schema ${mention.schema}`;
    throw new Stop(
      `sdk.config.ts#/${mention.pointer}`,
      `The ${mention.kind} "${mention.name}" is not in ${owner}.`,
      'Correct the name, or remove the entry.',
    );
  });
}

function isFound({ kind, name, schema, isWire }: Mention, operations: ReadonlySet<string>, shapes: Shapes): boolean {
  const { document } = shapes.spec;
  switch (kind) {
    case 'operation':
      return operations.has(name);
    case 'schema':
      return document.components?.schemas?.[name] !== undefined;
    case 'method':
    case 'resource':
      // Default names are not known yet: only those in the config can be referenced.
      return false;
    case 'server':
      return serverUrls(shapes).has(name);
    case 'field':
      return isWire
        ? propertyOf(document.components?.schemas?.[schema ?? ''], name) !== undefined
        : isPublicName(name, schema ?? '', shapes);
  }
}

/** Of fields that would have the same name, some have that on the wire: whichever, when all of them are read. */
function isPublicName(name: string, component: string, { spec, fieldNames, keyOf }: Shapes): boolean {
  const properties = Object.entries(spec.document.components?.schemas?.[component]?.properties ?? {});
  const repeated = repetitionsIn(properties.map(([wire]) => publicName(wire)));
  return properties.some(([wire, property]) => {
    const known = typeof property === 'object' ? fieldNames.of(wire, keyOf({ wire, schema: property })) : wire;
    return [known, publicName(wire), ...(repeated.has(publicName(wire)) ? [wire] : [])].includes(name);
  });
}

function mentionsIn(config: SdkConfig): Mention[] {
  return [
    ...Object.entries(config.servers ?? {}).map(([name, { url }]) => ({
      pointer: `servers/${name}`,
      kind: 'server' as const,
      name: url,
    })),
    ...operationMentions(config),
    ...Object.keys(config.classes ?? {})
      .filter((name) => config.resources?.[name] === undefined)
      .map((name) => ({ pointer: `classes/${name}`, kind: 'resource' as const, name })),
    ...(config.sentBack ?? []).map((name) => ({ pointer: `sentBack/${name}`, kind: 'schema' as const, name })),
    ...Object.keys(config.types ?? {}).map((name) => ({ pointer: `types/${name}`, kind: 'schema' as const, name })),
    ...Object.entries(config.fields ?? {}).flatMap(([schema, names]) =>
      fieldMentions('fields', [[schema, Object.keys(names)]]).map((mention): Mention => ({ ...mention, isWire: true })),
    ),
    ...fieldMentions(
      'files',
      Object.entries(config.files ?? {}).map(([schema, fields]) => [schema, Object.keys(fields)]),
    ),
    ...fieldMentions('pairs', Object.entries(config.pairs ?? {})),
  ];
}

function operationMentions({ resources, ...byOperation }: SdkConfig): Mention[] {
  const methods = Object.entries(resources ?? {}).flatMap(([resource, entries]) =>
    Object.entries(entries).map(([method, entry]) => ({
      pointer: `resources/${resource}/${method}`,
      kind: 'operation' as const,
      name: typeof entry === 'string' ? entry : entry.operation,
    })),
  );
  const named = (part: string, entries: object | undefined): Mention[] =>
    Object.keys(entries ?? {}).map((name) => ({ pointer: `${part}/${name}`, kind: 'operation', name }));
  const parts = ['parameters', 'retry', 'textAnswers', 'bareLists', 'results', 'seenIn', 'hints'] as const;
  return [
    ...methods,
    ...parts.flatMap((part) => named(part, byOperation[part])),
    ...methodMentions(resources, byOperation.seenIn),
  ];
}

/** References to methods that the config does not declare. */
function methodMentions(resources: SdkConfig['resources'], seenIn: SdkConfig['seenIn']): Mention[] {
  return Object.entries(seenIn ?? {})
    .filter(([, method]) => {
      const [resource = '', name = ''] = method.split('.');
      return resources?.[resource]?.[name] === undefined;
    })
    .map(([id, name]) => ({ pointer: `seenIn/${id}`, kind: 'method', name }));
}

function fieldMentions(part: string, entries: readonly (readonly [string, readonly string[]])[]): Mention[] {
  return entries.flatMap(([schema, fields]): Mention[] => [
    { pointer: `${part}/${schema}`, kind: 'schema', name: schema },
    ...fields.map((name): Mention => ({ pointer: `${part}/${schema}/${name}`, kind: 'field', name, schema })),
  ]);
}

/** An operation without an operationId of its own is found by its method and path. */
function operationIds(paths: Readonly<Record<string, PathItem>>): ReadonlySet<string> {
  const ids = Object.entries(paths).flatMap(([path, item]) =>
    operationsOf(item).flatMap(([method, { operationId }]) => [operationId ?? [], `${method} ${path}`].flat()),
  );
  return new Set(ids);
}

function serverUrls({ spec }: Shapes): ReadonlySet<string> {
  const items = Object.values(spec.document.paths ?? {});
  return new Set(
    [...(spec.document.servers ?? []), ...items.flatMap((item) => item.servers ?? [])].map((server) => server.url),
  );
}

/** Checks that the config of one operation matches its parameters and its response. */
export function checkConfigured(endpoint: Endpoint, shapes: Shapes, config: SdkConfig): void {
  const { id, home, parameters, body, answer } = endpoint;
  const pointer = `sdk.config.ts#/resources/${home.resource}/${home.method}`;
  const query = parameters.filter(({ source }) => source.in === 'query').map(({ name }) => name);
  const all = [
    ...parameters.map(({ name }) => name),
    ...(body ? (body.from === 'value' ? ['body'] : body.fields.map(({ name }) => name)) : []),
  ];
  const { paging } = home.config;
  const inPlaces = parameters.flatMap(({ source }) => [source.name, `${source.in} ${source.name}`]);
  const answerFields = shapes.asObject(answer.shape)?.fields.map(({ name }) => name) ?? [];
  buildEach(
    [
      ...(home.config.positional ?? []).map((name) => ({ pointer: `${pointer}/positional`, name, known: all })),
      ...Object.keys(config.parameters?.[id] ?? {}).map((name) => ({
        pointer: `sdk.config.ts#/parameters/${id}/${name}`,
        name,
        known: inPlaces,
      })),
      ...pagingNames(paging).map((name) => ({ pointer: `${pointer}/paging`, name, known: query })),
      ...(['bareLists', 'textAnswers', 'results'] as const).flatMap((part) => {
        const name = config[part]?.[id];
        return name === undefined ? [] : [{ pointer: `sdk.config.ts#/${part}/${id}`, name, known: answerFields }];
      }),
    ],
    (mention) => {
      if (mention.known.includes(mention.name)) return;
      throw new Stop(
        mention.pointer,
        `${id} has no "${mention.name}".`,
        `Use one of: ${mention.known.join(', ') || '(none)'}.`,
      );
    },
  );
  if (paging && answer.as !== 'page') {
    throw new Stop(`${pointer}/paging`, `The response of ${id} is not \`{ data: […] }\`.`, 'Remove `paging`.');
  }
}
