import type { BodyModel, ParameterModel } from '../model.js';
import { Reference } from './print-value.js';

/*
 * What few documents use is in core/styles.ts, and a record refers to it there: a document that needs none of it has
 * none of it in its bundle.
 */

/** A parameter with references in place of OpenAPI's words on how it is written. */
export function styledParameter({ style, explode, json, list, ...plain }: ParameterModel) {
  const { in: place } = plain;
  const writer = writerOf({ in: place, style, explode, json, list });
  return {
    ...plain,
    in: place === 'header' || place === 'cookie' ? referenceTo(place) : place,
    ...(writer === undefined ? {} : { write: referenceTo(writer) }),
  };
}

/** A body, in the same way. */
export function styledBody({ styles, ...plain }: BodyModel) {
  if (plain.content !== 'application/x-www-form-urlencoded') return plain;
  const writers = Object.entries(styles ?? {}).map(
    // Exploded, an object is its fields; as is usual in a form, it is JSON.
    ([wire, style]) => [wire, referenceTo(writerOf({ in: 'query', ...style }) ?? 'exploded')] as const,
  );
  return {
    ...plain,
    write: referenceTo('urlEncoded'),
    ...(writers.length > 0 ? { styles: Object.fromEntries(writers) } : {}),
  };
}

type Words = { [Word in 'style' | 'explode' | 'json' | 'list']?: ParameterModel[Word] | undefined };

/** The function of core/styles.ts that writes a value; undefined where the core needs none. */
function writerOf({ in: place, style = 'form', explode, json, list }: Words & { readonly in: string }) {
  if (json) return 'jsonText';
  if (place === 'path') return list ? 'pathList' : undefined;
  if (place === 'header') return explode ? 'exploded' : undefined;
  // A cookie holds one text, whatever the document says.
  if (place === 'cookie') return undefined;
  if (style === 'deepObject') return style;
  if (explode ?? style === 'form') return undefined;
  return style === 'form' ? 'commaDelimited' : style;
}

function referenceTo(name: string): Reference {
  return new Reference(`styles.${name}`);
}
