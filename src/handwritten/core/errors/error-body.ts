import { isObject } from '../json-object.js';

/** The fields of an error response body, read from any of the shapes of facts.md 5. */
export interface ErrorBody {
  readonly message?: string | undefined;
  readonly code?: string | undefined;
  readonly type?: string | undefined;
  readonly param?: string | undefined;
  readonly details?: unknown;
  readonly requestId?: string | undefined;
  readonly isWebPage?: true;
  /** Of the page. */
  readonly title?: string | undefined;
  /** The body has an `error` object, as the API sends it. An `error` string could come from a proxy. */
  readonly isOwn?: boolean;
}

const maxMessageLength = 2048;

/** No text is nested deeper. */
const maxDepth = 6;

/** The fields that hold the text of an error, in `plain` spelling, the most telling first. */
const textNames =
  'message msg detail description error s reason failurereason statusmessage title fault faultstring issues details'.split(
    ' ',
  );

/** Reads an error response body. A body that is not JSON is the message itself, unless it is an HTML page. */
export function readErrorBody(text: string, contentType: string): ErrorBody {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    if (/\bhtml\b/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text)) {
      return { isWebPage: true, title: /<(?:title|h1)[^>]*>([^<]{1,200})/i.exec(text)?.[1] };
    }
    return { message: bounded(text) };
  }
  return readJsonBody(json, text);
}

/** Reads the error of a parsed JSON body, such as that of an error event. Where no field has the text, it is `whole`. */
export function readJsonBody(json: unknown, whole?: string): ErrorBody {
  const text = textIn(json);
  const places = placesOf(json);
  const scalars: Record<string, string> = {};
  const left = places
    .flatMap((place) => Object.entries(place))
    .filter(([key, value]) => {
      const name = plain(key);
      const scalar = /^(code|type|param|requestid)$/.test(name) ? asText(value) : undefined;
      if (scalar !== undefined) scalars[name] = scalar;
      else if (value !== null && value !== '' && !places.includes(value as Fields)) {
        return bounded(value) !== (text ?? '');
      }
      return false;
    });
  const { code, type, param, requestid } = scalars;
  return {
    message: text ?? (left.length > 0 || places.length === 0 ? bounded(whole) : undefined),
    code,
    type,
    param,
    details: detailsOf(left),
    requestId: requestid,
    isOwn: isObject(json) && isObject(json['error']),
  };
}

/**
 * The message of a success response that is an error: it has one, and no result. `result` is the field of it. Where that
 * is unknown, only the fields of an error stand beside it: a failed job has an `error` too.
 */
export function errorAlone(body: unknown, whole: string, result: string | undefined): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { error, errors, success, ok, [result ?? '']: value } = body as Fields;
  const isTold = Boolean(error) || success === false || ok === false || hasItems(errors);
  const isOfErrors = (key: string): boolean => textNames.includes(key) || errorKey.test(key);
  const isOver = result === undefined && !Object.keys(body).map(plain).every(isOfErrors);
  // A result may be empty, but it is there.
  if (isOver || hasItems(value) || !(isTold || (result !== undefined && value == null))) return undefined;
  return textIn(body) ?? (isTold ? bounded(whole) : undefined);
}

/** The fields of an error that hold no text of it. */
const errorKey = /^(success|ok|code|statuscode|type|param|meta|requestid|timestamp|path)$/;

function hasItems(value: unknown): boolean {
  return (Object(value) as { readonly length: number }).length > 0;
}

/** The first text under a known name, however deep; those of a list, joined. */
export function textIn(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return bounded(value);
  if (depth > maxDepth) return undefined;
  if (Array.isArray(value)) {
    return bounded(value.flatMap((item: unknown) => itemText(item, depth + 1) ?? []).join('; '));
  }
  if (!isObject(value)) return undefined;
  const fields = Object.fromEntries(Object.entries(value).map(([key, inside]) => [plain(key), inside]));
  // As text, these two may be no more than the name of a status.
  const structures = [fields['error'], fields['detail']].filter((inside) => typeof inside === 'object');
  for (const inside of [...structures, ...textNames.map((name) => fields[name])]) {
    const text = textIn(inside, depth + 1);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** An item of a list, after its place: that of FastAPI is a list, whose steps that are no text become `?`. */
function itemText(item: unknown, depth: number): string | undefined {
  const text = textIn(item, depth);
  if (text === undefined || !isObject(item)) return text;
  const steps = item['loc'] ?? item['path'] ?? [item['field'] ?? ''];
  const place = Array.isArray(steps) ? steps.map((step) => asText(step) ?? (step === '' ? '' : '?')).join('.') : '';
  return place === '' ? text : `${place}: ${text}`;
}

/** The objects that describe the error, the outermost first. */
function placesOf(json: unknown): readonly Fields[] {
  let place: unknown = Array.isArray(json) ? json[0] : json;
  const { meta } = Object(place) as Fields;
  const places = isObject(meta) ? [meta] : [];
  while (isObject(place) && places.length <= maxDepth) {
    places.push(place);
    place = [place['error'], place['detail'], place['fault']].find(isObject);
  }
  return places;
}

type Fields = Record<string, unknown>;

/** The API's `details`, with the other fields that are left. */
function detailsOf(left: readonly (readonly [key: string, value: unknown])[]): unknown {
  if (left.length === 0) return undefined;
  const fields = Object.fromEntries(left);
  const { details, ...others } = fields;
  if (isObject(details)) return { ...others, ...details };
  const [[key, only]] = left as [(typeof left)[number]];
  return left.length === 1 && /^(details?|errors)$/.test(key) ? only : fields;
}

/** `errorMessage`, `error_message` and `Message` are one name. */
function plain(key: string): string {
  return key
    .replaceAll('_', '')
    .toLowerCase()
    .replace(/^error(?=.)/, '');
}

function bounded(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return text.length <= maxMessageLength ? text : `${text.slice(0, maxMessageLength)}…`;
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
