import type { Platform } from '../../platform/platform.js';
import { RuncrateError } from '../errors/errors.js';
import { isForm, ownForm } from '../files/fetch-classes.js';
import { formEnd, formType, partHead } from '../files/part-head.js';
import { Upload, type EncodedBody, type FormPart } from '../files/upload.js';
import type { Body, WriteBody } from '../operation/operation.js';
import { isRecord } from '../json-object.js';
import { formParts, partsOf } from './form.js';
import type { WriteParameter } from '../operation/parameter.js';
import { isNested } from './query.js';

/** A form whose parts have media types: those of `types`, and JSON of an object. */
export const multipart: WriteBody = async (wire, body, streamForm) => {
  const parts = isForm(wire) && 'forEach' in wire ? await partsOf(wire as FormData) : partsIn(wire, body);
  return (streamForm as Platform['streamForm'])?.(parts) ?? (await nativeForm(parts)) ?? blobForm(parts);
};

function partsIn(wire: object, { content, types = {}, styles = {} }: Body): FormPart[] {
  checkIsObject(wire, content);
  return Object.entries(wire).flatMap(([name, value]: [string, unknown]) => {
    const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
    return style && value != null ? styledParts(name, value, style) : typedParts({ [name]: value }, types);
  });
}

/** Of a whole body, which may be anything where the document does not say what it is. */
export function checkIsObject(wire: unknown, content: string): void {
  if (!isRecord(wire)) throw new RuncrateError(`A body of ${content} must be an object.`);
}

/** The pairs that a style makes: in parts, nothing is percent-encoded. */
function styledParts(name: string, value: unknown, style: WriteParameter): FormPart[] {
  return style({ name, in: 'query' }, value).map(([key, text, isEncoded]) => [
    key,
    isEncoded ? decodeURIComponent(text) : text,
  ]);
}

/** The parts of wire fields: an array is one part for each item, each with the media type of its field. */
export function typedParts(wire: object, types: NonNullable<Body['types']>): FormPart[] {
  return Object.entries(wire).flatMap(([name, value]: [string, unknown]) => {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.filter((item) => item != null).flatMap((item) => typedPart(name, item, type));
  });
}

function typedPart(name: string, item: unknown, type: string | undefined): FormPart[] {
  if (item instanceof Upload) return [[name, withType(item, type)]];
  const isJson = type !== undefined && /[/+]json *(;|$)/i.test(type);
  if (isJson) return [[name, JSON.stringify(item), type]];
  if (isNested(item) && type !== undefined && /[/+]xml\b/i.test(type)) {
    throw new RuncrateError(`"${name}" is sent as ${type}: pass its text or a file, not an object.`);
  }
  const partType = isNested(item) ? 'application/json' : type;
  return formParts({ [name]: item }).map(([, text]) =>
    partType === undefined ? [name, text] : [name, text, partType],
  );
}

/** What a file is says more than the document, which says more than nothing. */
function withType(upload: Upload, type: string | undefined): Upload {
  const { content, name, facts } = upload;
  const isKnown = type === undefined || upload.type !== 'application/octet-stream';
  return isKnown ? upload : new Upload(content, { name, type }, facts);
}

/** `FormData` has no media type of text: as a Blob it would be a file. That of React Native has, and is the only one there. */
async function nativeForm(parts: readonly FormPart[]): Promise<EncodedBody | undefined> {
  const form = await ownForm();
  if (!('getParts' in form)) return undefined;
  for (const [name, value, type] of parts) {
    const native =
      typeof value === 'string'
        ? type === undefined
          ? value
          : { string: value, type }
        : { ...(value.content as object), name: value.name, type: value.type };
    form.append(name, native as unknown as Blob);
  }
  return { content: form, contentType: undefined, singleUse: false };
}

function blobForm(parts: readonly FormPart[]): EncodedBody {
  // Nothing that a caller passes through can have it.
  const random = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0'));
  const boundary = `runcrate-${random.join('')}`;
  const pieces = parts.flatMap(([name, value, type]): BlobPart[] => [
    partHead(name, value, boundary, type),
    typeof value === 'string' ? value : (value.content as Blob),
    '\r\n',
  ]);
  const content = new Blob([...pieces, formEnd(boundary)], { type: formType(boundary) });
  const fileNames = parts.flatMap(([, value]) => (typeof value === 'string' ? [] : value.name));
  return { content, contentType: undefined, singleUse: false, fileNames };
}
