import type { BodyModel, StyleModel } from '../model.js';
import type { Encoding } from '../read/openapi.js';
import type { Field, Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { inUtf8, isForm, isJson, isXml } from './media-types.js';
import type { EndpointBody } from './endpoint.js';
import { checkStyle } from './parameters.js';
import { holdsFile, holdsJson, itemsOf, mayHoldOthers } from './shape-kinds.js';
import { queryStyle } from './styles.js';

/** The fields of a form that do not use the default encoding. */
export function formOf(body: EndpointBody, shapes: Shapes): Pick<BodyModel, 'write' | 'styles' | 'types'> {
  // Text is a form that its caller has written.
  if (!isForm(body.content) || ['string', 'literals'].includes(shapes.resolved(body.shape).kind)) return {};
  const types = partTypes(body, shapes);
  const typed = Object.keys(types).length > 0 ? { types } : {};
  if (body.content === 'multipart/form-data') {
    const mayHold =
      body.from === 'value' || fieldsOf(body.shape, shapes).some((field) => holdsJson(field.shape, shapes));
    const styled = hasStyles(body, shapes) ? fieldStyles(body, shapes) : {};
    return mayHold || typed.types || styled.styles ? { write: 'multipart', ...styled, ...typed } : {};
  }
  return { write: 'urlEncoded', ...fieldStyles(body, shapes), ...typed };
}

/** The media types that the document gives to fields: of several, a file has its own, and text the first. */
function partTypes({ content, media, shape }: EndpointBody, shapes: Shapes): Readonly<Record<string, string>> {
  const isMultipart = content === 'multipart/form-data';
  const fields = fieldsOf(shape, shapes);
  const isFileOf = (wire: string): boolean =>
    fields.some((field) => field.wire === wire && holdsFile(field.shape, shapes));
  const types = Object.entries(media.encoding ?? {}).flatMap(([wire, encoding]) => {
    const isStyled = hasStyle(encoding) && hasStyles({ content }, shapes);
    if (encoding.contentType === undefined || (isStyled && !isFileOf(wire))) return [];
    const all = encoding.contentType.split(',').map((type) => type.trim());
    const concrete = all.filter((type) => !type.includes('*'));
    const field = fields.find((candidate) => candidate.wire === wire);
    const isObject = field !== undefined && holdsJson(field.shape, shapes);
    const isFile = field !== undefined && shapes.resolved(field.shape).kind === 'binary';
    const type = (isObject ? concrete.find(isJson) : undefined) ?? concrete[0];
    const isUsed = type !== undefined && (isMultipart ? !isFile || all.length === 1 : isJson(type) || isXml(type));
    return isUsed ? [[wire, isFile ? type : inUtf8(type)] as const] : [];
  });
  return Object.fromEntries(types);
}

/** Then the media type of the field is ignored. */
function hasStyle({ style, explode, allowReserved }: Encoding): boolean {
  return style !== undefined || explode !== undefined || allowReserved !== undefined;
}

/** Before OpenAPI 3.1, a form with parts has no styles. */
function hasStyles({ content }: Pick<EndpointBody, 'content'>, { spec }: Shapes): boolean {
  return content !== 'multipart/form-data' || !spec.document.openapi.startsWith('3.0');
}

function fieldStyles({ content, media, shape }: EndpointBody, shapes: Shapes): Pick<BodyModel, 'styles'> {
  const { spec } = shapes;
  const fields = fieldsOf(shape, shapes);
  const styles = Object.entries(media.encoding ?? {}).flatMap(([wire, encoding]) => {
    const { style = 'form', explode = style === 'form' } = encoding;
    checkStyle('query', style, spec.pointerOf(encoding));
    // When exploded, an object becomes its fields; by default, a form encodes it as JSON.
    if (!hasStyle(encoding)) return [];
    const field = fields.find((candidate) => candidate.wire === wire);
    // A file is a part of its own.
    if (field && content === 'multipart/form-data' && holdsFile(field.shape, shapes)) return [];
    const isNested = field && itemsOf(field.shape, shapes).some((item) => mayHoldOthers(item, shapes));
    const write = queryStyle(style, explode) ?? (isNested ? 'nested' : 'exploded');
    const model: StyleModel = {
      write,
      ...(encoding.allowReserved && content !== 'multipart/form-data' ? { reserved: true } : {}),
    };
    return [[wire, model] as const];
  });
  return styles.length > 0 ? { styles: Object.fromEntries(styles) } : {};
}

/** The fields that a form may have. */
export function fieldsOf(shape: Shape, shapes: Shapes): readonly Field[] {
  return shapes.objectsIn(shape).flatMap(({ fields }) => fields);
}
