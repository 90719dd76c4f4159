import type { ParameterModel } from '../model.js';
import { isRecord } from './fits.js';

/** What a parameter adds to the query, as text, by the rules of core/query.ts. */
export function queryEntries(parameter: ParameterModel, value: unknown): (readonly [string, string])[] {
  const { name, wire = name, style = 'form', explode = style === 'form', json } = parameter;
  if (json) return [[wire, JSON.stringify(value)]];
  if (style === 'deepObject') return deepEntries(wire, value);
  const items = Array.isArray(value) ? value.map(text) : undefined;
  if (items && explode) return items.map((item) => [wire, item]);
  if (items) return [[wire, items.join(separators[style] ?? ',')]];
  if (!isRecord(value)) return [[wire, text(value)]];
  const fields = Object.entries(value).map(([key, inner]) => [key, text(inner)] as const);
  return explode ? fields : [[wire, fields.flat().join(separators[style] ?? ',')]];
}

const separators: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

function deepEntries(name: string, value: unknown): (readonly [string, string])[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => deepEntries(isRecord(item) ? `${name}[${index}]` : `${name}[]`, item));
  }
  if (!isRecord(value)) return [[name, text(value)]];
  return Object.entries(value).flatMap(([key, inner]) => deepEntries(`${name}[${key}]`, inner));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
