import type { ParameterObject } from '../read/openapi.js';
import { childrenOf, type Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { isForm, isJson } from './body.js';

/** The encoder of a value: a function in core/request/styles.ts; undefined for the default encoding of its location. */
export function styleOf(
  { in: place, style, explode, content = {} }: ParameterObject,
  shape: Shape,
  shapes: Shapes,
): string | undefined {
  if (place === 'querystring') return wholeQuery(Object.keys(content)[0] ?? '');
  if (Object.keys(content).some(isJson)) return place === 'path' ? 'pathJson' : 'jsonText';
  const isNested = itemsOf(shape, shapes).some((item) => mayHoldOthers(item, shapes));
  switch (place) {
    case 'path':
      return pathStyle(style, explode === true, mayHoldOthers(shape, shapes));
    case 'header':
      if (explode) return isNested ? 'nested' : 'exploded';
      return undefined;
    // The parameter is a single string, whatever the document declares.
    case 'cookie':
      return undefined;
    case 'query':
      return queryStyle(style, explode) ?? (isNested ? 'nested' : undefined);
  }
}

function wholeQuery(contentType: string): string {
  if (isJson(contentType)) return 'jsonQuery';
  return isForm(contentType) ? 'formQuery' : 'textQuery';
}

function pathStyle(style: string | undefined, isExploded: boolean, mayHold: boolean): string | undefined {
  if (style === 'label') return isExploded ? 'explodedLabel' : style;
  if (style === 'matrix') return isExploded ? 'explodedMatrix' : style;
  if (!mayHold) return undefined;
  return isExploded ? 'explodedPath' : 'pathList';
}

/** Whether reserved characters are sent as they are. OpenAPI says so of a query alone, and not of a value in JSON. */
export function isReserved({ in: place, allowReserved, content }: ParameterObject): boolean {
  return place === 'query' && allowReserved === true && content === undefined;
}

/** Whether a value of the shape may be a list or an object. */
export function mayHoldOthers(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union') return resolved.variants.some((variant) => mayHoldOthers(variant, shapes));
  if (resolved.kind === 'intersection') return resolved.parts.some((part) => mayHoldOthers(part, shapes));
  return resolved.kind === 'object' || resolved.kind === 'list';
}

/** What a list or an object of the shape holds. */
export function itemsOf(shape: Shape, shapes: Shapes): readonly Shape[] {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union' || resolved.kind === 'intersection')
    return childrenOf(resolved).flatMap((child) => itemsOf(child, shapes));
  return childrenOf(resolved);
}

export function queryStyle(style = 'form', explode = style === 'form'): string | undefined {
  if (style === 'deepObject') return style;
  if (explode) return undefined;
  return style === 'form' ? 'commaDelimited' : style;
}
