import type { Assertions, Raw } from './assertions.js';
import type { PartSource } from './parts.js';

/** What is unevaluated depends on the value: it is compared by the keywords that evaluate. */
export interface Unevaluated {
  readonly schema: Raw;
  readonly beside: string;
}

interface Found {
  readonly weighed: readonly Unevaluated[];
  /** If no condition decides, it is the same as `additionalProperties` or `items` beside all fields or positions. */
  readonly closed: readonly Assertions[];
}

type Keyword = 'unevaluatedProperties' | 'unevaluatedItems';

const conditional = ['anyOf', 'oneOf', 'if', 'dependentSchemas', '$dynamicRef'] as const;

export function unevaluatedIn(part: Assertions, keyword: Keyword, reader: PartSource): Found {
  const schema = part[keyword];
  if (schema === undefined || schema === true) return { weighed: [], closed: [] };
  const { [keyword]: _, ...beside } = part;
  const { parts } = reader.partsOf([beside]);
  const decides = (each: Assertions): boolean =>
    conditional.some((name) => each[name] !== undefined) ||
    each[keyword] !== undefined ||
    (keyword === 'unevaluatedItems' && each.contains !== undefined);
  if (parts.some(decides))
    return { weighed: [{ schema, beside: JSON.stringify(evaluatorsOf([beside], reader)) }], closed: [] };
  return {
    weighed: [],
    closed: keyword === 'unevaluatedItems' ? closedList(parts, schema) : closedObject(parts, schema),
  };
}

function closedObject(parts: readonly Assertions[], schema: Raw): readonly Assertions[] {
  if (parts.some(({ additionalProperties }) => additionalProperties !== undefined)) return [];
  const keys = (name: 'properties' | 'patternProperties') =>
    Object.fromEntries(parts.flatMap((part) => Object.keys(part[name] ?? {})).map((key) => [key, true] as const));
  return [
    { properties: keys('properties'), patternProperties: keys('patternProperties'), additionalProperties: schema },
  ];
}

function closedList(parts: readonly Assertions[], schema: Raw): readonly Assertions[] {
  if (parts.some(({ items }) => items !== undefined)) return [];
  const places = Math.max(0, ...parts.map(({ prefixItems = [] }) => prefixItems.length));
  return [{ prefixItems: Array.from({ length: places }, () => true), items: schema }];
}

/** What of a schema evaluates fields and positions; whether a branch applies is compared with the branch. */
function evaluatorsOf(schemas: readonly Raw[], reader: PartSource, depth = 0): unknown {
  if (depth > deepest) return '…';
  const inside = (raw: Raw): unknown => evaluatorsOf([raw], reader, depth + 1);
  return reader
    .partsOf(schemas)
    .parts.map((part) => [
      Object.keys({ ...part.properties, ...part.patternProperties }).toSorted(),
      [part.additionalProperties, part.unevaluatedProperties, part.items, part.unevaluatedItems].map(Boolean),
      [part.prefixItems?.length, part.contains !== undefined, part.$dynamicRef],
      [...(part.anyOf ?? []), ...(part.oneOf ?? []), part.if ?? true, part.then ?? true, part.else ?? true].map(inside),
      Object.entries(part.dependentSchemas ?? {}).map(([name, schema]) => [name, inside(schema)]),
    ]);
}

const deepest = 8;
