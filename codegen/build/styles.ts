import type { ParameterObject } from '../read/openapi.js';
import type { Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { isForm, isJson } from './media-types.js';
import { itemsOf, mayHoldOthers } from './shape-kinds.js';

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
    // With the style `form` it is a single string, whatever the document declares.
    case 'cookie':
      if (style !== 'cookie' || explode === false) return undefined;
      return isNested ? 'nested' : 'exploded';
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

/** Where a parameter is sent: `path`, `query`, or a function in core/request/styles.ts. */
export function placeOf({ in: place, style, content }: ParameterObject): string {
  if (place === 'querystring') return 'query';
  const isPlain = style === 'cookie' || (content !== undefined && !Object.keys(content).some(isJson));
  return place === 'cookie' && isPlain ? 'plainCookie' : place;
}

/** Whether reserved characters are sent as they are. OpenAPI says so of a query alone, and not of a value in JSON. */
export function isReserved({ in: place, allowReserved, content }: ParameterObject): boolean {
  return place === 'query' && allowReserved === true && content === undefined;
}

export function queryStyle(style = 'form', explode = style === 'form'): string | undefined {
  if (style === 'deepObject') return style;
  if (explode) return undefined;
  return style === 'form' ? 'commaDelimited' : style;
}
