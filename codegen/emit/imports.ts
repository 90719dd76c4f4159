import { posix } from 'node:path';
import { isModule } from '../model.js';
import type { NamedType, TypeNode } from '../build/type-node.js';
import type { ImportStatement } from './statement.js';

type Module = NonNullable<NamedType['from']>;

/** One `import type` per module, for all referenced types whose module has a path. */
export function importsOf(
  types: readonly TypeNode[],
  paths: Partial<Record<Module, string>>,
  more: readonly NamedType[] = [],
): ImportStatement[] {
  const mentioned = [...more, ...types.flatMap(namedTypesIn)];
  const modules = (['operation', 'page', 'types'] as const).filter((module) => paths[module] !== undefined);
  return [...new Set(modules.map((module) => paths[module] ?? ''))].flatMap((from) => {
    const own = mentioned.filter((type) => type.from !== undefined && paths[type.from] === from);
    const names = new Set(own.map((type) => type.name));
    return names.size === 0 ? [] : [{ kind: 'import', isTypeOnly: true, names: [...names].toSorted(), from }];
  });
}

/** The core as seen from a folder of the output. */
export function coreAbove(core: string): string {
  return core.startsWith('.') ? posix.join('..', core) : core;
}

/** The core modules that generated code may import. */
export function coreFiles(core: string): {
  readonly operation: string;
  readonly page: string;
  readonly styles: string;
  readonly eventReaders: string;
} {
  if (isModule(core)) return { operation: core, page: core, styles: core, eventReaders: core };
  return {
    operation: `${core}/operation/operation.js`,
    page: `${core}/response/page.js`,
    styles: `${core}/request/styles.js`,
    eventReaders: `${core}/streaming/event-readers.js`,
  };
}

/** A type of core/operation/operation.ts. */
export function coreType(name: string): NamedType {
  return { kind: 'named', name, from: 'operation' };
}

function namedTypesIn(type: TypeNode): NamedType[] {
  switch (type.kind) {
    case 'named':
      return [
        type,
        ...(type.orFields === undefined ? [] : [{ ...type, name: type.orFields }]),
        ...(type.of ?? []).flatMap(namedTypesIn),
      ];
    case 'list':
      return [...(type.first ?? []), type.items].flatMap(namedTypesIn);
    case 'object':
      return [...type.members.map((member) => member.type), ...(type.index ? [type.index] : [])].flatMap(namedTypesIn);
    case 'union':
    case 'intersection':
      return type.members.flatMap(namedTypesIn);
    case 'keyword':
    case 'literal':
    case 'pattern':
    case 'other':
      return [];
  }
}
