import { isObject } from './json-object.js';

/** What an error's body says, in whichever of the shapes of facts.md 5 it came. */
export interface ErrorBody {
  readonly message?: string | undefined;
  readonly code?: string | undefined;
  readonly type?: string | undefined;
  readonly details?: unknown;
  readonly requestId?: string | undefined;
  readonly isWebPage?: true;
  /** The body has the API's own `error`, an object. A text alone could be a proxy's. */
  readonly isOwn?: true;
}

const maxMessageLength = 2048;

/** Reads an error's body. Text that is no JSON is the message itself, unless it is a web page. */
export function readErrorBody(text: string, contentType: string): ErrorBody {
  const json = parseObject(text);
  if (json !== undefined) return readJsonBody(json);
  if (/\bhtml\b/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text)) return { isWebPage: true };
  return { message: bounded(text) };
}

/** Reads the error of a JSON body that is already parsed, such as one inside a stream. */
export function readJsonBody(json: Record<string, unknown>): ErrorBody {
  const requestId = requestIdIn(json);
  const { error } = json;
  if (isObject(error)) {
    const { message, code, type, details } = error;
    return { message: bounded(message), code: asText(code), type: asText(type), details, requestId, isOwn: true };
  }
  if (typeof error === 'string') {
    // OAuth says what happened in `error_description`.
    return {
      message: bounded(json['error_description']) ?? bounded(json['message']) ?? bounded(error),
      code: asText(json['code']),
      type: asText(json['type']),
      details: json['details'],
      requestId,
    };
  }
  if (Array.isArray(json['detail'])) {
    return { message: bounded(validationText(json['detail'])), details: json['detail'], requestId };
  }
  return {
    message: bounded(json['message']) ?? bounded(json['detail']) ?? bounded(json['title']),
    code: asText(json['code']),
    type: asText(json['type']),
    details: json['details'],
    requestId,
  };
}

/** The message of a body that holds an error and nothing else; undefined for any other. A failed job has an `error` among others. */
export function errorAlone(body: unknown): string | undefined {
  if (!isObject(body) || (typeof body['error'] !== 'string' && !isObject(body['error']))) return undefined;
  if (!Object.keys(body).every((key) => errorKeys.has(key))) return undefined;
  return readJsonBody(body).message ?? 'the server gives no reason.';
}

const errorKeys: ReadonlySet<string> = new Set([
  'error',
  'error_description',
  'message',
  'code',
  'type',
  'detail',
  'details',
  'meta',
  'request_id',
  'requestId',
]);

/** FastAPI's list of `{ loc, msg }`, as one sentence. */
function validationText(issues: readonly unknown[]): string {
  return issues
    .filter(isObject)
    .map(({ loc, msg }) => (Array.isArray(loc) ? `${placeText(loc)}: ${asText(msg) ?? ''}` : asText(msg)))
    .join('; ');
}

/** A place that is neither a name nor a number can't be told: making a text of an object may throw. */
function placeText(place: readonly unknown[]): string {
  return place.map((step) => asText(step) ?? '?').join('.');
}

function requestIdIn(json: Record<string, unknown>): string | undefined {
  for (const place of [json['meta'], json['error'], json]) {
    if (!isObject(place)) continue;
    const id = place['requestId'] ?? place['request_id'];
    if (typeof id === 'string') return id;
  }
  return undefined;
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
