import type { Assertions, JsonType, Raw } from './assertions.js';

/** The parts of a value's schemas, through references and `allOf`. */
export interface Parts {
  readonly parts: readonly Assertions[];
  readonly isNever: boolean;
  /** Components that are not opened. */
  readonly closed: readonly string[];
}

/** What a set of values is made from. */
export interface PartSource {
  partsOf(schemas: readonly Raw[]): Parts;
  /** Fields of the other direction are no part of the value. */
  isHidden(property: Raw): boolean;
  /** The children of a base schema with a discriminator, by its value. */
  heirs(base: Assertions): ReadonlyMap<string, Raw>;
  /** Undefined for a schema that is being opened: a choice may lead back to it. */
  openOnce(schema: Raw): { readonly types: ReadonlySet<JsonType>; readonly values?: readonly unknown[] } | undefined;
}
