import { decode } from './codec.js';
import { errorAlone } from './error-body.js';
import { docsUrl, InvalidResponseError } from './errors.js';
import type { AnswerShape, CodecRef } from './operation.js';
import { isObject } from './json-object.js';

/** The body of a success, read and parsed, not yet decoded. */
export interface JsonAnswer {
  readonly value: unknown;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** What an envelope must hold. */
export interface Due {
  readonly codec: CodecRef | undefined;
  readonly isList: boolean;
}

/** Parses the body of a success that should be JSON. `label` names the call in messages. */
export function parseJson(text: string, response: Response, label: string): unknown {
  const contentType = response.headers.get('content-type') ?? '';
  if (isWebPage(contentType)) {
    throw unreadable(response, `${label} answered ${response.status} with a web page instead of JSON.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const what =
      text.trim() === ''
        ? 'without a body where JSON was due'
        : `with a body that is no JSON${contentType === '' ? '' : ` (${contentType})`}`;
    throw unreadable(response, `${label} answered ${response.status} ${what}.`, cause);
  }
}

/** Decodes a body that is JSON as a whole, or, where the operation allows it, text. */
export function readWhole(
  answer: Extract<AnswerShape, { as: 'json' }>,
  text: string,
  response: Response,
  label: string,
): unknown {
  if (answer.text !== undefined && isPlainText(text, response.headers.get('content-type') ?? '')) {
    return { [answer.text]: text };
  }
  if (answer.optional && text === '') return answer.any ? undefined : {};
  const body = parseJson(text, response, label);
  checkNoError(body, response, label);
  const value = answer.list !== undefined && Array.isArray(body) ? { [answer.list]: body as unknown } : body;
  if (!answer.any && (typeof value !== 'object' || value === null)) {
    throw unreadable(response, `${label} answered ${response.status} with JSON that is no object.`);
  }
  return decode(answer.codec, value);
}

/** Refuses a success that holds an error and nothing else: some proxies answer so. */
function checkNoError(body: unknown, response: Response, label: string): void {
  const said = errorAlone(body);
  if (said === undefined) return;
  throw unreadable(response, `${label} answered ${response.status} with an error: ${said}`);
}

/** Whether a body is text where JSON could be: its type decides, and where it has none, whether it is JSON. */
function isPlainText(text: string, contentType: string): boolean {
  if (contentType !== '') return !isJson(contentType) && !isWebPage(contentType);
  return text.trim() !== '' && !isParsable(text);
}

function isParsable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** As `readEnvelope`, for an answer that may have no body, or nothing in it: that is `{}`. */
export function readOptional(due: Due, text: string, response: Response, label: string): unknown {
  if (text.trim() === '') return {};
  const envelope = parseJson(text, response, label);
  checkNoError(envelope, response, label);
  if (isObject(envelope) && (envelope['data'] === undefined || envelope['data'] === null)) return {};
  return readEnvelope(due, text, response, label).value;
}

/** Takes `data` out of an envelope and decodes it. */
export function readEnvelope({ codec, isList }: Due, text: string, response: Response, label: string): JsonAnswer {
  const envelope = parseJson(text, response, label);
  checkNoError(envelope, response, label);
  if (!isObject(envelope) || !Object.hasOwn(envelope, 'data')) {
    throw unreadable(
      response,
      `${label} answered ${response.status} without "data", which every answer of this API has.`,
    );
  }
  const { data, meta } = envelope;
  if (typeof data !== 'object' || data === null || isList !== Array.isArray(data)) {
    throw unreadable(
      response,
      `${label} answered ${response.status} with "data" that is not ${isList ? 'a list' : 'an object'}.`,
    );
  }
  return { value: decode(codec, data), meta: isObject(meta) ? meta : {} };
}

/** A success that can't be understood. */
export function unreadable(response: Response, message: string, cause?: unknown): InvalidResponseError {
  return new InvalidResponseError({
    message,
    cause,
    statusCode: response.status,
    hint: 'Check `baseUrl` and `inferenceUrl`, and any proxy between: this may not be the API that answered.',
    docsUrl: docsUrl('errors'),
  });
}

/** Whether a type is JSON, or made of it (`+json`). */
export function isJson(contentType: string): boolean {
  return /^[^;]*[/+]json\b/i.test(contentType);
}

/** Whether a type is that of a web page. */
export function isWebPage(contentType: string): boolean {
  return /^\s*(text\/html|application\/xhtml)/i.test(contentType);
}
