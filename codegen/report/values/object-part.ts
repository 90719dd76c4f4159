import type { Assertions, Raw } from './assertions.js';
import { matches } from './constraints.js';
import type { PartSource } from './parts.js';
import { unevaluatedIn, type Unevaluated } from './unevaluated.js';

/** `additionalProperties` concerns the fields and patterns beside it only. */
interface Group {
  readonly properties: ReadonlyMap<string, Raw>;
  readonly patterns: ReadonlyMap<string, Raw>;
  /** Undefined if the schema does not say. */
  readonly additional?: Raw | undefined;
}

/** What a schema demands of an object. */
export class ObjectPart {
  readonly groups: readonly Group[];
  readonly names: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  readonly propertyNames: readonly Raw[];
  readonly dependentRequired: readonly (readonly [string, readonly string[]])[];
  readonly dependentSchemas: readonly (readonly [string, Raw])[];
  readonly unevaluated: readonly Unevaluated[];

  constructor(parts: readonly Assertions[], reader: PartSource) {
    const found = parts.map((part) => unevaluatedIn(part, 'unevaluatedProperties', reader));
    this.unevaluated = found.flatMap(({ weighed }) => weighed);
    const properties = parts.flatMap((part) => Object.entries(part.properties ?? {}));
    this.hidden = new Set(properties.flatMap(([name, schema]) => (reader.isHidden(schema) ? name : [])));
    this.groups = [...parts, ...found.flatMap(({ closed }) => closed)].flatMap((part) => groupOf(part));
    this.names = new Set(this.groups.flatMap((group) => [...group.properties.keys()]));
    this.patterns = new Set(this.groups.flatMap((group) => [...group.patterns.keys()]));
    this.required = new Set(parts.flatMap(({ required = [] }) => required).filter((name) => !this.hidden.has(name)));
    this.propertyNames = parts.flatMap((part) => part.propertyNames ?? []);
    this.dependentRequired = parts.flatMap((part) => Object.entries(part.dependentRequired ?? {}));
    this.dependentSchemas = parts.flatMap((part) => Object.entries(part.dependentSchemas ?? {}));
  }

  /** What applies to a field of this name. */
  member(name: string): readonly Raw[] {
    return this.groups.flatMap(({ properties, patterns, additional = true }) => {
      const own = properties.get(name);
      const matching = [...patterns].flatMap(([pattern, schema]) => (matches(pattern, name) === true ? schema : []));
      const known = [...(own === undefined ? [] : [own]), ...matching];
      return known.length > 0 ? known : additional;
    });
  }

  /** What applies to a field that matches the pattern, and that no schema names. */
  matching(pattern: string): readonly Raw[] {
    return this.groups.flatMap(({ patterns, additional = true }) => {
      const own = patterns.get(pattern);
      if (own !== undefined) return own;
      return patterns.size === 0 ? additional : [];
    });
  }

  /** What applies to a field that no schema names; `apart`: and that matches none of these patterns. */
  rest(apart: ReadonlySet<string> = this.patterns): readonly Raw[] {
    return this.groups.flatMap(({ patterns, additional = true }) =>
      [...patterns.keys()].every((pattern) => apart.has(pattern)) ? additional : [],
    );
  }

  /** No other fields than the named ones. */
  get isClosed(): boolean {
    return this.patterns.size === 0 && this.rest().includes(false);
  }
}

function groupOf({ properties = {}, patternProperties = {}, additionalProperties }: Assertions): Group[] {
  const own = [Object.entries(properties), Object.entries(patternProperties)] as const;
  if (own.every((entries) => entries.length === 0) && additionalProperties === undefined) return [];
  return [{ properties: new Map(own[0]), patterns: new Map(own[1]), additional: additionalProperties }];
}
