import type { AnswerModel, BodyModel, ParameterModel, StyleModel } from '../model.js';
import { Reference } from './print-value.js';

/*
 * A record refers to the functions of core/request/styles.ts instead of naming them: a bundle contains only the
 * styles that its document uses.
 */

/** A parameter with its references. */
export function styledParameter({ write, reserved, ...parameter }: ParameterModel) {
  const { in: place } = parameter;
  return {
    ...parameter,
    in: place === 'path' || place === 'query' ? place : referenceTo(place),
    ...(write === undefined && !reserved ? {} : { write: styleReference({ write, reserved }) }),
  };
}

/** A body with its references. */
export function styledBody({ write, styles, ...body }: BodyModel) {
  const references = Object.entries(styles ?? {}).map(([wire, style]) => [wire, styleReference(style)] as const);
  return {
    ...body,
    ...(write === undefined ? {} : { write: referenceTo(write) }),
    ...(references.length > 0 ? { styles: Object.fromEntries(references) } : {}),
  };
}

/** A stream with its reference. */
export function styledStream({ read, ...stream }: NonNullable<AnswerModel['stream']>) {
  return { ...stream, ...(read === undefined ? {} : { read: new Reference(`eventReaders.${read}`) }) };
}

function styleReference({
  write,
  reserved,
}: { readonly [K in keyof StyleModel]: StyleModel[K] | undefined }): Reference {
  const name = write === undefined ? '' : `styles.${write}`;
  return new Reference(reserved ? `styles.reserved(${name})` : name);
}

function referenceTo(name: string): Reference {
  return new Reference(`styles.${name}`);
}
