import type { BodyModel } from '../model.js';
import type { ParameterObject } from '../read/openapi.js';
import type { Shapes } from '../shape/shapes.js';
import { isJson } from './body.js';
import type { EndpointBody } from './endpoint.js';
import { checkStyle } from './parameters.js';

/** The encoder of a value: a function in core/request/styles.ts; undefined for the default encoding of its location. */
export function styleOf(
  { in: place, style, explode, content = {} }: ParameterObject,
  isList: boolean,
): string | undefined {
  if (Object.keys(content).some(isJson)) return 'jsonText';
  switch (place) {
    case 'path':
      return isList ? 'pathList' : undefined;
    case 'header':
      return explode ? 'exploded' : undefined;
    // The parameter is a single string, whatever the document declares.
    case 'cookie':
      return undefined;
    case 'query':
      return queryStyle(style, explode);
  }
}

/** The fields of a form without parts that do not use the default encoding. */
export function formOf({ content, media }: EndpointBody, { spec }: Shapes): Pick<BodyModel, 'write' | 'styles'> {
  if (content !== 'application/x-www-form-urlencoded') return {};
  const styles = Object.entries(media.encoding ?? {}).flatMap(([wire, encoding]) => {
    const { style = 'form', explode = style === 'form' } = encoding;
    checkStyle('query', style, spec.pointerOf(encoding));
    // When exploded, an object becomes its fields; by default, a form encodes it as JSON.
    return style === 'form' && explode ? [] : [[wire, queryStyle(style, explode) ?? 'exploded'] as const];
  });
  return { write: 'urlEncoded', ...(styles.length > 0 ? { styles: Object.fromEntries(styles) } : {}) };
}

function queryStyle(style = 'form', explode = style === 'form'): string | undefined {
  if (style === 'deepObject') return style;
  if (explode) return undefined;
  return style === 'form' ? 'commaDelimited' : style;
}
