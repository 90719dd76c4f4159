import type { Platform } from '../../platform/platform.js';
import { encode } from '../operation/codec.js';
import { RuncrateError } from '../errors/errors.js';
import { formData, formParts } from './form.js';
import { isRecord } from '../json-object.js';
import type { Body } from '../operation/operation.js';
import { checkSendable } from './sendable.js';
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
  const isJson = /[/+]json\b/.test(contentType);
  if (isRecord(value)) checkSendable(value, !isJson);
  if (extraBody !== undefined) checkSendable(extraBody, !isJson);
  const wire = withExtras(encode(codec, value, { extras, added: extraBody }), extraBody);
  if (isJson) return { content: jsonText(wire), contentType, singleUse: false };
  if (contentType === 'multipart/form-data') {
    const parts = formParts(wire as object);
    return streamForm?.(parts) ?? { content: formData(parts), contentType: undefined, singleUse: false };
  }
  if (write !== undefined) return { content: write(wire as object, body), contentType, singleUse: false };
  const content = (wire instanceof Response ? wire.body : wire) as EncodedBody['content'];
  return { content, contentType: contentType || undefined, singleUse: content instanceof ReadableStream };
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
