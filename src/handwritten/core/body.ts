import { encode } from './codec.js';
import { RuncrateError } from './errors.js';
import { encodeForm, searchParamsOf } from './form.js';
import type { Body } from './operation.js';

/** A body, ready to be sent on every attempt. */
export interface EncodedBody {
  readonly content: BodyInit;
  /** Absent where the platform names it: a form's boundary is its own. */
  readonly contentType: string | undefined;
  /** It can be read only once. */
  readonly singleUse: boolean;
  /** Lets go of what it is made of, once its only attempt has ended. */
  readonly release?: () => void;
}

/** Encodes what the caller gave, `extraBody` included. `fields` are the arguments that are no parameters. */
export function encodeBody(
  body: Body,
  fields: Readonly<Record<string, unknown>>,
  extraBody: Readonly<Record<string, unknown>> | undefined,
  randomId: () => string,
): EncodedBody | undefined {
  const value = body.from === 'value' ? fields['body'] : fields;
  if (value === undefined) return undefined;
  // A value that the caller gave is sent, however empty; no fields at all are no body.
  const isEmpty = body.from !== 'value' && Object.keys(fields).length === 0;
  if (isEmpty && extraBody === undefined && body.required === undefined) return undefined;
  const wire = withExtras(encode(body.codec, value, { extras: body.extras ?? false }), extraBody);
  switch (mediaKind(body.content)) {
    case 'json':
      return { content: jsonText(wire), contentType: body.content, singleUse: false };
    case 'multipart':
      return encodeForm(wire, () => `runcrate-${randomId()}`);
    case 'form':
      return { content: searchParamsOf(wire, body.styles), contentType: body.content, singleUse: false };
    case 'other': {
      const content = wire instanceof Response ? wire.body : wire;
      return { content: content as BodyInit, contentType: body.content, singleUse: content instanceof ReadableStream };
    }
  }
}

function mediaKind(content: string): 'json' | 'multipart' | 'form' | 'other' {
  if (/[/+]json\b/.test(content)) return 'json';
  if (content === 'multipart/form-data') return 'multipart';
  return content === 'application/x-www-form-urlencoded' ? 'form' : 'other';
}

function withExtras(wire: unknown, extraBody: Readonly<Record<string, unknown>> | undefined): unknown {
  if (extraBody === undefined) return wire;
  if (typeof wire !== 'object' || wire === null || Array.isArray(wire)) {
    throw new RuncrateError('`extraBody` can only be added to a body that is an object.');
  }
  return { ...wire, ...extraBody };
}

function jsonText(wire: unknown): string {
  try {
    return JSON.stringify(wire);
  } catch (cause) {
    throw new RuncrateError({ message: `The arguments can't be sent as JSON: ${(cause as Error).message}`, cause });
  }
}
