import type { SdkConfig } from '../config/config-types.js';
import type { ResourceModel } from '../model.js';
import type { Doc } from './type-node.js';
import { distinctNames } from '../config/distinct-names.js';
import { identifier, kebabCase, pascalCase } from '../config/names.js';
import type { Spec } from '../read/spec.js';
import type { BuiltCall } from './built-call.js';
import { paragraphs } from './docs.js';
import { buildMethod } from './method.js';
import type { TypeNames } from './type-names.js';

interface Context {
  readonly spec: Spec;
  readonly config: SdkConfig;
  readonly names: TypeNames;
}

/** One class per resource, in the order of the config, then of the document. */
export function buildResources(calls: readonly BuiltCall[], { spec, config, names }: Context): ResourceModel[] {
  const byResource = new Map(Object.keys(config.resources ?? {}).map((name) => [name, [] as BuiltCall[]]));
  for (const call of calls) {
    const own = byResource.get(call.endpoint.home.resource);
    if (own) own.push(call);
    else byResource.set(call.endpoint.home.resource, [call]);
  }
  const classNames = classNamesOf([...byResource.keys()], names, config);
  const files = distinctNames([...byResource.keys()], {
    wanted: kebabCase,
    isSpelledSo: () => true,
    placeOf: (name) => name,
  });
  const descriptions = new Map(
    spec.document.tags?.map(({ name, description }) => [name, description] as const).toReversed(),
  );
  return [...byResource].map(([name, own]): ResourceModel => {
    const tags = own.flatMap(({ endpoint }) => endpoint.source.tags?.[0] ?? []);
    return {
      name,
      className: classNames.get(name) ?? pascalCase(name),
      isExtended: config.classes?.[name] !== undefined,
      file: files.get(name)?.name ?? kebabCase(name),
      doc: docOfTags([...new Set(tags)], descriptions),
      methods: inOrder(own, Object.keys(config.resources?.[name] ?? {})).map((call) => buildMethod(call, config)),
    };
  });
}

/** Class names that no type and no other class has, whatever the order of the resources. */
function classNamesOf(
  resources: readonly string[],
  names: TypeNames,
  { classes }: SdkConfig,
): ReadonlyMap<string, string> {
  const isFree = (name: string): boolean => !names.has(name) && !names.isReserved(name);
  const wanted = (resource: string): string => {
    const className = identifier(pascalCase(classes?.[resource] ?? resource), 'Resource');
    return isFree(className) ? className : `${className}Resource`;
  };
  const named = distinctNames(resources, {
    wanted,
    isSpelledSo: (resource) => resource === wanted(resource),
    placeOf: (resource) => resource,
    taken: (name) => !isFree(name),
  });
  return new Map([...named].map(([resource, { name }]) => [resource, name]));
}

function inOrder(calls: readonly BuiltCall[], methods: readonly string[]): BuiltCall[] {
  const rank = ({ endpoint }: BuiltCall): number => {
    const index = methods.indexOf(endpoint.home.method);
    return index === -1 ? methods.length : index;
  };
  return calls.toSorted((left, right) => rank(left) - rank(right));
}

/** The descriptions of the tags; several tags are prefixed with their names. */
function docOfTags(tags: readonly string[], descriptions: ReadonlyMap<string, string | undefined>): Doc {
  const texts = tags.map((name) => {
    const text = descriptions.get(name) ?? name;
    return tags.length > 1 ? `${name}: ${text}` : text;
  });
  return { paragraphs: paragraphs(...texts) };
}
