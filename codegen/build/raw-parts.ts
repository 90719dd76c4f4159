import { unionOf, type Field, type Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import type { MediaType } from '../read/openapi.js';
import { isJson, rawShape } from './media-types.js';
import { holdsJson } from './shape-kinds.js';

type Encodings = NonNullable<MediaType['encoding']>;

/**
 * The shape of a form in which an object that is declared as XML, or as another type that the client can't write, is the
 * text or the file that its caller has written.
 */
export function withRawParts({ encoding = {} }: MediaType, form: Shape, shapes: Shapes): Shape {
  const isRaw = (field: Field): boolean => rawType(field, encoding) !== undefined && holdsJson(field.shape, shapes);
  if (!shapes.objectsIn(form).some(({ fields }) => fields.some(isRaw))) return form;
  const replaced = (shape: Shape): Shape => {
    const resolved = shapes.resolved(shape);
    if (resolved.kind === 'union') return { ...resolved, variants: resolved.variants.map(replaced) };
    if (resolved.kind === 'intersection') return { ...resolved, parts: resolved.parts.map(replaced) };
    if (resolved.kind !== 'object') return resolved;
    const fields = resolved.fields.map((field) =>
      isRaw(field) ? { ...field, shape: rawPart(rawType(field, encoding) ?? '', field.shape, shapes) } : field,
    );
    return { ...resolved, fields };
  };
  return replaced(form);
}

/** The one type of a field that says how its value is written, if it is neither JSON nor text of any kind. */
function rawType({ wire }: Field, encoding: Encodings): string | undefined {
  const { contentType, style, explode, allowReserved } = encoding[wire] ?? {};
  if (contentType === undefined || (style ?? explode ?? allowReserved) !== undefined) return undefined;
  const types = contentType.split(',').map((type) => type.trim());
  return types.some((type) => isJson(type) || /^(text|application|\*)\/\*|^text\/plain\b/i.test(type))
    ? undefined
    : types[0];
}

function rawPart(type: string, shape: Shape, shapes: Shapes): Shape {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'list') return { kind: 'list', items: rawPart(type, resolved.items, shapes) };
  if (resolved.kind !== 'union') return holdsJson(resolved, shapes) ? rawShape(type, resolved) : resolved;
  return unionOf(resolved.variants.map((variant) => rawPart(type, variant, shapes)));
}
