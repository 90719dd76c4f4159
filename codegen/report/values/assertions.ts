import type { Schema } from '../../read/openapi.js';

/** A schema where JSON Schema allows one. */
export type Raw = Assertions | boolean;

type List = readonly Raw[];
type Map = Readonly<Record<string, Raw>>;

/** Every assertion and applicator of the 2020-12 vocabularies, in the spelling of 2020-12. */
export interface Assertions extends Omit<
  Schema,
  | 'const'
  | 'enum'
  | 'items'
  | 'prefixItems'
  | 'not'
  | 'properties'
  | 'additionalProperties'
  | 'unevaluatedProperties'
  | 'patternProperties'
  | 'allOf'
  | 'oneOf'
  | 'anyOf'
  | 'propertyNames'
  | 'contentSchema'
> {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Map;
  readonly patternProperties?: Map;
  readonly additionalProperties?: Raw;
  readonly unevaluatedProperties?: Raw;
  readonly propertyNames?: Raw;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Map;
  readonly prefixItems?: List;
  readonly items?: Raw;
  readonly unevaluatedItems?: Raw;
  readonly contains?: Raw;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly uniqueItems?: boolean;
  readonly allOf?: List;
  readonly anyOf?: List;
  readonly oneOf?: List;
  readonly not?: Raw;
  readonly if?: Raw;
  readonly then?: Raw;
  readonly else?: Raw;
  readonly contentSchema?: Raw;
  readonly $dynamicRef?: string;
}

export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export const jsonTypes: readonly JsonType[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

export function typeOfValue(value: unknown): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as JsonType;
}

/** The same text for equal JSON values, whatever the order of their keys. */
export function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .map(([key, inner]) => `${JSON.stringify(key)}:${textOf(inner)}`)
    .toSorted()
    .join()}}`;
}
