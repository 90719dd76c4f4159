import { isObject } from '../json-object.js';

/** The fields of an error response body, read from any of the shapes of facts.md 5. */
export interface ErrorBody {
  readonly message?: string | undefined;
  readonly code?: string | undefined;
  readonly type?: string | undefined;
  readonly details?: unknown;
  readonly requestId?: string | undefined;
  readonly isWebPage?: true;
  /** The body has an `error` object, as the API sends it. An `error` string could come from a proxy. */
  readonly isOwn?: boolean;
}

const maxMessageLength = 2048;

/** Reads an error response body. A body that is not JSON is the message itself, unless it is an HTML page. */
export function readErrorBody(text: string, contentType: string): ErrorBody {
  const json = parseObject(text);
  if (json !== undefined) return readJsonBody(json);
  if (/\bhtml\b/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text)) return { isWebPage: true };
  return { message: bounded(text) };
}

/** Reads the error of a parsed JSON body, such as that of an error event in a stream. */
export function readJsonBody(json: Record<string, unknown>): ErrorBody {
  const { error, detail } = json;
  const isOwn = isObject(error);
  const place = isOwn ? error : json;
  const issues = !isOwn && Array.isArray(detail) ? (detail as readonly unknown[]) : undefined;
  // OAuth has the message in `error_description`.
  const texts = isOwn
    ? [error['message']]
    : [json['error_description'], issues && validationText(issues), json['message'], error, detail, json['title']];
  return {
    message: texts.map(bounded).find((text) => text !== undefined),
    code: asText(place['code']),
    type: asText(place['type']),
    details: place['details'] ?? issues,
    requestId: requestIdIn(json),
    isOwn,
  };
}

/** The message of a body with an error and no data; undefined for any other. A failed job has an `error` beside other fields. */
export function errorAlone(body: unknown): string | undefined {
  if (!isObject(body) || !(isObject(body['error']) || typeof body['error'] === 'string')) return undefined;
  if (!Object.keys(body).every((key) => errorKey.test(key))) return undefined;
  return readJsonBody(body).message ?? 'the server sent no message.';
}

const errorKey = /^(error(_description)?|message|code|type|details?|meta|request(_i|I)d)$/;

/** FastAPI's list of `{ loc, msg }`, as one line. A step of `loc` that is neither a string nor a number becomes `?`. */
function validationText(issues: readonly unknown[]): string {
  return issues
    .filter(isObject)
    .map(({ loc, msg }) => {
      const place = Array.isArray(loc) ? [loc.map((step) => asText(step) ?? '?').join('.')] : [];
      return [...place, asText(msg)].join(': ');
    })
    .join('; ');
}

function requestIdIn(json: Record<string, unknown>): string | undefined {
  const ids = [json['meta'], json['error'], json]
    .filter(isObject)
    .map((place) => place['requestId'] ?? place['request_id']);
  return ids.find((id) => typeof id === 'string');
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function bounded(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return text.length <= maxMessageLength ? text : `${text.slice(0, maxMessageLength)}…`;
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
