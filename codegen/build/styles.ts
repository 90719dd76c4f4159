import type { BodyModel } from '../model.js';
import type { Encoding, ParameterObject } from '../read/openapi.js';
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

/** The fields of a form that do not use the default encoding. */
export function formOf(body: EndpointBody, shapes: Shapes): Pick<BodyModel, 'write' | 'styles' | 'types'> {
  if (!isForm(body.content)) return {};
  const types = partTypes(body, shapes);
  const typed = Object.keys(types).length > 0 ? { types } : {};
  if (body.content === 'multipart/form-data') {
    const mayHold = fieldsOf(body.shape, shapes).some((field) => holdsJson(field.shape, shapes));
    return mayHold || typed.types ? { write: 'multipart', ...typed } : {};
  }
  return { write: 'urlEncoded', ...fieldStyles(body, shapes), ...typed };
}

/** Whether a part may be JSON, which its media type then says: an object, or one of a list. */
function holdsJson(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union' || resolved.kind === 'list')
    return childrenOf(resolved).some((child) => holdsJson(child, shapes));
  if (resolved.kind === 'intersection') return resolved.parts.some((part) => holdsJson(part, shapes));
  return resolved.kind === 'object';
}

/** The media types that the document gives to fields: of several, a file has its own, and text the first. */
function partTypes({ content, media, shape }: EndpointBody, shapes: Shapes): Readonly<Record<string, string>> {
  const isMultipart = content === 'multipart/form-data';
  const fields = fieldsOf(shape, shapes);
  const types = Object.entries(media.encoding ?? {}).flatMap(([wire, encoding]) => {
    if (encoding.contentType === undefined || (!isMultipart && hasStyle(encoding))) return [];
    const all = encoding.contentType.split(',').map((type) => type.trim());
    const concrete = all.filter((type) => !type.includes('*'));
    const field = fields.find((candidate) => candidate.wire === wire);
    const isObject = field !== undefined && holdsJson(field.shape, shapes);
    const isFile = field !== undefined && shapes.resolved(field.shape).kind === 'binary';
    const type = (isObject ? concrete.find(isJson) : undefined) ?? concrete[0];
    const isUsed = type !== undefined && (isMultipart ? !isFile || all.length === 1 : isJson(type));
    return isUsed ? [[wire, type] as const] : [];
  });
  return Object.fromEntries(types);
}

/** Then the media type of the field is ignored. */
function hasStyle({ style, explode, allowReserved }: Encoding): boolean {
  return style !== undefined || explode !== undefined || allowReserved !== undefined;
}

function fieldStyles({ media, shape }: EndpointBody, shapes: Shapes): Pick<BodyModel, 'styles'> {
  const { spec } = shapes;
  const fields = fieldsOf(shape, shapes);
  const styles = Object.entries(media.encoding ?? {}).flatMap(([wire, encoding]) => {
    const { style = 'form', explode = style === 'form' } = encoding;
    checkStyle('query', style, spec.pointerOf(encoding));
    // When exploded, an object becomes its fields; by default, a form encodes it as JSON.
    if (!hasStyle(encoding)) return [];
    const field = fields.find((candidate) => candidate.wire === wire);
    const isNested = field && itemsOf(field.shape, shapes).some((item) => mayHoldOthers(item, shapes));
    return [[wire, queryStyle(style, explode) ?? (isNested ? 'nested' : 'exploded')] as const];
  });
  return styles.length > 0 ? { styles: Object.fromEntries(styles) } : {};
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
