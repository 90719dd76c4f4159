import type { Shape } from '../shape/shape.js';

const forms = ['multipart/form-data', 'application/x-www-form-urlencoded'] as const;

/** A body that is neither JSON nor a form is passed through unchanged: it is a file, or text where either may be. */
export function rawShape(content: string, whole: Shape): Shape {
  if (whole.kind === 'string') return whole;
  // The bytes of another charset are the caller's.
  const isEither = whole.kind !== 'binary' && (isText(content) || isSequence(content)) && inUtf8(content) === content;
  return isEither ? { kind: 'union', variants: [{ kind: 'string' }, { kind: 'binary' }] } : { kind: 'binary' };
}

export function isText(contentType: string): boolean {
  return /^text\/|[/+](xml|(x-)?yaml|javascript|graphql|sql|csv)\b/i.test(contentType);
}

/** What the client writes is UTF-8, and its content type must not say otherwise. */
export function inUtf8(contentType: string): string {
  return contentType.replace(/(;\s*charset\s*=\s*)("[^"]*"|[^;\s]+)/i, (whole, start: string, charset: string) =>
    /^"?utf-?8"?$/i.test(charset) ? whole : `${start}utf-8`,
  );
}

/** Lines or records of JSON. */
function isSequence(contentType: string): boolean {
  return /[/+](x-)?(ndjson|jsonl|jsonlines|json-seq)\b/i.test(contentType);
}

export function isXml(contentType: string): boolean {
  return /[/+]xml\b/i.test(contentType);
}

export function isJson(contentType: string): boolean {
  return /^[^/]+\/([^;]+\+)?json\s*(;|$)/i.test(contentType);
}

export function isForm(contentType: string): boolean {
  return formOf(contentType) !== undefined;
}

export function isEncoded(contentType: string): boolean {
  return isJson(contentType) || isForm(contentType);
}

export function formOf(contentType: string): string | undefined {
  const [type = ''] = contentType.split(';');
  return forms.find((form) => form === type.trim().toLowerCase());
}
