import type { SdkConfig } from '../config/config-types.js';
import type { ResourceModel } from '../model.js';
import type { Doc } from './type-node.js';
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
  const classNames = new Set<string>();
  const descriptions = new Map(
    spec.document.tags?.map(({ name, description }) => [name, description] as const).toReversed(),
  );
  return [...byResource].map(([name, own]): ResourceModel => {
    const tags = own.flatMap(({ endpoint }) => endpoint.source.tags?.[0] ?? []);
    const extended = config.classes?.[name];
    const className = classNameOf(extended ?? name, names, classNames);
    classNames.add(className);
    return {
      name,
      className,
      isExtended: extended !== undefined,
      file: kebabCase(name),
      doc: docOfTags([...new Set(tags)], descriptions),
      methods: inOrder(own, Object.keys(config.resources?.[name] ?? {})).map((call) => buildMethod(call, config)),
    };
  });
}

/** A class name that no type and no other class has. */
function classNameOf(resource: string, names: TypeNames, taken: ReadonlySet<string>): string {
  const className = identifier(pascalCase(resource), 'Resource');
  const isFree = (name: string): boolean => !names.has(name) && !names.isReserved(name) && !taken.has(name);
  const counted = (count: number): string =>
    count === 0 ? className : `${className}Resource${count === 1 ? '' : count}`;
  for (let count = 0; ; count++) if (isFree(counted(count))) return counted(count);
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
