import type { Platform } from '../../platform/platform.js';
import { encode } from '../operation/codec.js';
import { RuncrateError } from '../errors/errors.js';
import { isBlob, isForm, isResponse, isWebStream, ownBlob } from '../files/fetch-classes.js';
import { formData, formParts, partsOf } from './form.js';
import { isRecord } from '../json-object.js';
import type { Body } from '../operation/operation.js';
import { checkSendable } from './sendable.js';
import { Upload, type EncodedBody, type FormPart } from '../files/upload.js';

type Fields = Readonly<Record<string, unknown>>;

/** Encodes the request body, `extraBody` included. `fields` are the arguments that are not parameters. */
export function encodeBody(
  body: Body,
  fields: Fields,
  extraBody: Fields | undefined,
  streamForm?: Platform['streamForm'],
  warn?: (problem: string) => void,
): EncodedBody | Promise<EncodedBody> | undefined {
  const { content: contentType, from, required, codec, extras, write } = body;
  const value = from === 'value' ? fields['body'] : fields;
  // A value of the caller's is sent even if it is empty; without any field, there is no body.
  const isEmpty = from !== 'value' && extraBody === undefined && !required && Object.keys(fields).length === 0;
  if (value === undefined || isEmpty) return undefined;
  if (value instanceof Upload && extraBody === undefined) {
    const { content, type } = value;
    return {
      content: content as EncodedBody['content'],
      contentType: contentType || type,
      singleUse: isWebStream(content),
    };
  }
  const isJson = /[/+]json *(;|$)/.test(contentType);
  if (isRecord(value)) checkSendable(value, !isJson);
  if (extraBody !== undefined) checkSendable(extraBody, !isJson);
  const wire = withExtras(encode(codec, value, { extras, added: extraBody }), extraBody);
  if (isJson) return { content: wellFormed(jsonText(wire), warn), contentType, singleUse: false };
  const multipart = (parts: readonly FormPart[]): EncodedBody | Promise<EncodedBody> =>
    streamForm?.(parts) ?? formData(parts).then((content) => ({ content, contentType: undefined, singleUse: false }));
  const isMultipart = contentType === 'multipart/form-data';
  if (isMultipart || write !== undefined) {
    const parts = formParts(Object(wire) as object);
    // A form replaces it by itself.
    wellFormed(jsonText(parts.map(([name, part]) => [name, (part as Partial<Upload>).name ?? part])), warn);
    return write ? write(wire as object, body, streamForm) : multipart(parts);
  }
  if (Object.getPrototypeOf(Object(wire)) === Object.prototype) {
    throw new RuncrateError(`A body of ${contentType || 'any type'} must be a string or a file, not an object.`);
  }
  const content = (isResponse(wire) ? wire.body : wire) as EncodedBody['content'];
  const whole = { content, contentType: contentType || undefined, singleUse: isWebStream(content) };
  if (isBlob(content)) return ownBlob(content).then((blob) => ({ ...whole, content: blob }));
  // React Native's own are sent as they are.
  if (!isForm(content) || !('forEach' in content)) return whole;
  if (!('sort' in content)) return partsOf(content).then(multipart);
  return { ...whole, content: String(content), contentType: 'application/x-www-form-urlencoded;charset=UTF-8' };
}

function withExtras(wire: unknown, extraBody: Fields | undefined): unknown {
  if (extraBody === undefined) return wire;
  if (isRecord(wire)) return { ...wire, ...extraBody };
  throw new RuncrateError('`extraBody` can only be added to a body that is an object.');
}

/** Half of a surrogate pair is no Unicode: `JSON.stringify` escapes it, and servers answer it with a 500. */
function wellFormed(json: string, warn?: (problem: string) => void): string {
  if (!json.includes('\\ud')) return json;
  // Each escape from its start: a backslash of the text is escaped too.
  const replaced = json.replace(/\\(u[\da-f]{4}|.)/g, (escape) => (escape.startsWith('\\ud') ? '\ufffd' : escape));
  if (replaced !== json) warn?.('has half of a character, as of an emoji cut in two: U+FFFD is sent instead.');
  return replaced;
}

function jsonText(wire: unknown): string {
  try {
    return JSON.stringify(wire);
  } catch (cause) {
    throw new RuncrateError({ message: `The arguments can't be sent as JSON: ${(cause as Error).message}`, cause });
  }
}
