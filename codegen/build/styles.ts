import type { BodyModel } from '../model.js';
import type { ParameterObject } from '../read/openapi.js';
import { childrenOf, type Field, type Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { isForm, isJson } from './body.js';
import type { EndpointBody } from './endpoint.js';
import { checkStyle } from './parameters.js';

/** The encoder of a value: a function in core/request/styles.ts; undefined for the default encoding of its location. */
export function styleOf(
  { in: place, style, explode, content = {} }: ParameterObject,
  shape: Shape,
  shapes: Shapes,
): string | undefined {
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

function pathStyle(style: string | undefined, isExploded: boolean, mayHold: boolean): string | undefined {
  if (style === 'label') return isExploded ? 'explodedLabel' : style;
  if (style === 'matrix') return isExploded ? 'explodedMatrix' : style;
  if (!mayHold) return undefined;
  return isExploded ? 'explodedPath' : 'pathList';
}

/** Whether a value of the shape may be a list or an object. */
function mayHoldOthers(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union') return resolved.variants.some((variant) => mayHoldOthers(variant, shapes));
  if (resolved.kind === 'intersection') return resolved.parts.some((part) => mayHoldOthers(part, shapes));
  return resolved.kind === 'object' || resolved.kind === 'list';
}

/** What a list or an object of the shape holds. */
function itemsOf(shape: Shape, shapes: Shapes): readonly Shape[] {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union' || resolved.kind === 'intersection')
    return childrenOf(resolved).flatMap((child) => itemsOf(child, shapes));
  return childrenOf(resolved);
}

/** The fields of a form without parts that do not use the default encoding. */
export function formOf({ content, media, shape }: EndpointBody, shapes: Shapes): Pick<BodyModel, 'write' | 'styles'> {
  if (!isForm(content) || content === 'multipart/form-data') return {};
  const { spec } = shapes;
  const fields = fieldsOf(shape, shapes);
  const styles = Object.entries(media.encoding ?? {}).flatMap(([wire, encoding]) => {
    const { style = 'form', explode = style === 'form' } = encoding;
    checkStyle('query', style, spec.pointerOf(encoding));
    // When exploded, an object becomes its fields; by default, a form encodes it as JSON.
    if (encoding.style === undefined && encoding.explode === undefined) return [];
    const field = fields.find((candidate) => candidate.wire === wire);
    const isNested = field && itemsOf(field.shape, shapes).some((item) => mayHoldOthers(item, shapes));
    return [[wire, queryStyle(style, explode) ?? (isNested ? 'nested' : 'exploded')] as const];
  });
  return { write: 'urlEncoded', ...(styles.length > 0 ? { styles: Object.fromEntries(styles) } : {}) };
}

/** The fields that a form may have. */
export function fieldsOf(shape: Shape, shapes: Shapes): readonly Field[] {
  return shapes.objectsIn(shape).flatMap(({ fields }) => fields);
}

function queryStyle(style = 'form', explode = style === 'form'): string | undefined {
  if (style === 'deepObject') return style;
  if (explode) return undefined;
  return style === 'form' ? 'commaDelimited' : style;
}
