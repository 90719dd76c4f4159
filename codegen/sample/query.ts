import type { ParameterModel } from '../model.js';
import { isRecord } from './fits.js';

/** The query parameters of a parameter, as strings, by the rules of core/request/query.ts and core/request/styles.ts. */
export function queryEntries(
  { name, wire = name, write }: ParameterModel,
  value: unknown,
): (readonly [string, string])[] {
  if (write === 'jsonText') return [[wire, JSON.stringify(value)]];
  if (write === 'jsonQuery') return [[JSON.stringify(value), '']];
  if (write === 'textQuery') return [[text(value), '']];
  if (write === 'deepObject') return deepEntries(wire, value);
  if (write === 'fixedQuery') return [...new URLSearchParams(String(value))];
  const separator = separators[write ?? ''];
  const items = Array.isArray(value) ? value.map(text) : undefined;
  if (items) return separator === undefined ? items.map((item) => [wire, item]) : [[wire, items.join(separator)]];
  if (!isRecord(value)) return [[wire, text(value)]];
  const fields = Object.entries(value).map(([key, inner]) => [key, text(inner)] as const);
  return separator === undefined ? fields : [[wire, fields.flat().join(separator)]];
}

const separators: Readonly<Record<string, string>> = { commaDelimited: ',', spaceDelimited: ' ', pipeDelimited: '|' };

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
