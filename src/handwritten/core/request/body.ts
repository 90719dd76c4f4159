import type { Platform } from '../../platform/platform.js';
import { encode } from '../operation/codec.js';
import { RuncrateError } from '../errors/errors.js';
import { formData, formParts } from './form.js';
import { isRecord } from '../json-object.js';
import type { Body } from '../operation/operation.js';
import { plainText } from './query.js';
import type { EncodedBody } from '../files/upload.js';

type Fields = Readonly<Record<string, unknown>>;

/** Encodes the request body, `extraBody` included. `fields` are the arguments that are not parameters. */
export function encodeBody(
  body: Body,
  fields: Fields,
  extraBody: Fields | undefined,
  streamForm?: Platform['streamForm'],
): EncodedBody | undefined {
  const { content: contentType, from, required, codec, extras, write } = body;
  const value = from === 'value' ? fields['body'] : fields;
  // A value of the caller's is sent even if it is empty; without any field, there is no body.
  const isEmpty = from !== 'value' && extraBody === undefined && !required && Object.keys(fields).length === 0;
  if (value === undefined || isEmpty) return undefined;
  if (isRecord(value)) checkSendable(value);
  if (extraBody !== undefined) checkSendable(extraBody);
  const wire = withExtras(encode(codec, value, { extras: extras ?? false }), extraBody);
  if (/[/+]json\b/.test(contentType)) return { content: jsonText(wire), contentType, singleUse: false };
  if (contentType === 'multipart/form-data') {
    const parts = formParts(wire as object);
    return streamForm?.(parts) ?? { content: formData(parts), contentType: undefined, singleUse: false };
  }
  if (write !== undefined) return { content: write(wire as object, body), contentType, singleUse: false };
  const content = (wire instanceof Response ? wire.body : wire) as EncodedBody['content'];
  return { content, contentType: contentType || undefined, singleUse: content instanceof ReadableStream };
}

/** `JSON.stringify` silently turns NaN into null, drops a function, and turns a Map, a Blob or a signal into `{}`. */
function checkSendable(fields: Fields): void {
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value == null || Array.isArray(value) || isRecord(value) || plainText(value) !== undefined) continue;
    if ('toJSON' in Object(value) && !ArrayBuffer.isView(value)) continue;
    throw new RuncrateError(
      `\`${name}\` would be lost: JSON has no NaN, function, bytes, signal, Map or the like. Pass request options as the last argument.`,
    );
  }
}

function withExtras(wire: unknown, extraBody: Fields | undefined): unknown {
  if (extraBody === undefined) return wire;
  if (isRecord(wire)) return { ...wire, ...extraBody };
  throw new RuncrateError('`extraBody` can only be added to a body that is an object.');
}

function jsonText(wire: unknown): string {
  try {
    return JSON.stringify(wire);
  } catch (cause) {
    throw new RuncrateError({ message: `The arguments can't be sent as JSON: ${(cause as Error).message}`, cause });
  }
}
