import { charsetOf, decoderOfCharset } from '../response/charset.js';
import type { ResponseContext } from '../response/response-context.js';
import { decode } from '../operation/codec.js';
import { convertNumbers } from '../operation/numbers.js';
import { errorAlone, textIn } from '../errors/error-body.js';
import { InvalidResponseError, type RuncrateError } from '../errors/errors.js';
import { apiErrorFromEvent, errorOfChoices, urlAdvice, withPartial } from '../response/error-from-response.js';
import { HttpEventStream } from '../streaming/event-stream.js';
import { isObject } from '../json-object.js';
import { beginsAsJson, HttpResponseBody } from '../response/response-body.js';
import type { AnswerShape } from '../operation/operation.js';
import { misplacedJson, type Refusal } from './refusal.js';
import { pageOf } from '../response/page.js';
import { parseJson } from './parse-json.js';
import { openJsonStream } from './json-stream.js';
import { redacted } from '../response/redact.js';
import { readBounded } from '../response/read-bounded.js';
import { streamAdvice } from '../response/foreign-response.js';
import { discardBody } from '../response/discard-body.js';

/** Reads and decodes a success response by its operation. A stream is returned unread; others are read to the end. */
export async function readResponse(response: Response, context: ResponseContext): Promise<unknown> {
  const { call, platform } = context;
  const { answer } = call.operation;
  const type = response.headers.get('content-type') ?? '';
  // Some servers set this type without a body too.
  const isPage = /^\s*(text\/html|application\/xhtml)/i.test(type) && response.body !== null;
  const refusal: Refusal = (what, said, cause, hint = said ? undefined : urlAdvice(call.server)) =>
    new InvalidResponseError({
      message: `${call.label} returned ${response.status} ${what}${said ? `: ${said}` : '.'}`,
      cause,
      statusCode: response.status,
      hint,
    });
  // That of React Native has none.
  if ((call.isStream || call.isOpen) && (response as Partial<Response>).body === undefined) {
    throw refusal('without a `body`', undefined, undefined, streamAdvice);
  }
  if (call.isStream) {
    if (response.body === null || isPage) {
      throw refusal(`with ${type || 'nothing'} where an event stream was expected`);
    }
    if (!isJson(type)) return new HttpEventStream(context);
    return openJsonStream(context, type, refusal, () => textOf(response, type, refusal));
  }
  switch (answer.as) {
    case 'location': {
      const location = response.headers.get('location');
      if (location === null) throw refusal('where a redirect was expected');
      return new URL(location, call.server.origin + call.target).href;
    }
    case 'bytes': {
      if (answer.texts?.includes(type.replace(/\s*;.*/, '').toLowerCase())) {
        return (answer.read ?? textOf)(response, type, refusal, answer.content);
      }
      if (isPage) throw refusal(`with ${type} where a file was expected`);
      if (isJson(type) && !answer.json) {
        // What is no JSON, or may be whole, is enough: the rest may never come.
        const text = await readBounded(response, context.scope, /^\s*[^\s{["]|[}\]]\s*$/);
        throw misplacedJson(text, type, 'a file', refusal);
      }
      const check = answer.json
        ? undefined
        : (text: string): void => {
            const said = errorInFile(context.head.redact(text));
            if (said !== undefined) throw refusal(`with ${type || 'JSON'} where a file was expected`, said);
          };
      if (call.isOpen) return new HttpResponseBody(context, check);
      const bytes = await response.arrayBuffer();
      if (check && beginsAsJson(new Uint8Array(bytes))) check(new TextDecoder().decode(bytes));
      // A 204, or a body that a proxy has dropped.
      if (bytes.byteLength === 0 && answer.optional) return undefined;
      if (bytes.byteLength === 0) throw refusal('without a body where a file was expected');
      return platform.toBytes(bytes);
    }
    case 'nothing':
      // Even if the body does not matter: the response is not from the API.
      if (isPage) throw refusal('with an HTML page');
      return discardBody(response);
    case 'text':
      return (answer.read ?? textOf)(response, type, refusal, answer.content);
    case 'raw': {
      if (isJson(type)) {
        const text = await textOf(response, type, refusal);
        return readJson({ as: 'json', any: true, optional: true }, text, type, context, refusal);
      }
      if (/^text\//i.test(type)) return (await textOf(response, type, refusal)) || undefined;
      const bytes = platform.toBytes(await response.arrayBuffer());
      return bytes.length === 0 ? undefined : bytes;
    }
    case 'json':
    case 'envelope':
    case 'page': {
      const text = await textOf(response, type, refusal);
      if (isPage && text.trim()) throw refusal('with an HTML page instead of JSON');
      return readJson(answer, text, type, context, refusal);
    }
  }
}

/** The words of an error that calls itself a file. */
function errorInFile(text: string): string | undefined {
  try {
    return errorAlone(JSON.parse(text), text, '');
  } catch {
    return undefined;
  }
}

function textOf(response: Response, type: string, refusal: Refusal): Promise<string> {
  const charset = charsetOf(type);
  // The fastest way, and almost always the one.
  if (/^utf-?8$/i.test(charset)) return response.text();
  const decoder = decoderOfCharset(charset);
  if (decoder === undefined) throw refusal(`in the charset "${charset}", which this platform does not know`);
  return response.arrayBuffer().then((bytes) => decoder.decode(bytes));
}

type JsonShape = Extract<AnswerShape, { as: 'json' | 'envelope' | 'page' }>;

/** The whole JSON or that in the envelope or, if the operation allows it, text or an empty body. */
function readJson(answer: JsonShape, text: string, type: string, context: ResponseContext, refusal: Refusal): unknown {
  const { call, log } = context;
  const isWhole = answer.as === 'json';
  const textField = isWhole ? answer.text : undefined;
  const isEmpty = text.trim() === '';
  const isOptional = answer.as !== 'page' && answer.optional === true;
  if (isEmpty && isOptional) return isWhole && answer.any ? undefined : {};
  const isText = textField !== undefined && !isJson(type);
  if (isText && (isEmpty ? type !== '' : !/^\s*["{]/.test(text))) return { [textField]: text };
  let body: unknown;
  try {
    body = parseJson(text, type, refusal, call.server);
  } catch (error) {
    if (isText && !isEmpty) return { [textField]: text };
    throw error;
  }
  // Some proxies and servers return errors with a success status.
  if (isWhole && answer.list !== undefined && Array.isArray(body)) body = { [answer.list]: body as unknown };
  const result = isWhole ? answer.result : undefined;
  const said = isWhole && answer.tells ? undefined : errorAlone(body, text, result);
  if (said !== undefined) {
    const cause = apiErrorFromEvent(Object(body) as Record<string, unknown>, context.head, call.label);
    throw refusal('with an error', said, cause);
  }
  if (textField !== undefined && typeof (Object(body) as Record<string, unknown>)[textField] !== 'string') {
    // A text of JSON is the text.
    if (typeof body === 'string' && !(isText && type)) return { [textField]: body };
    if (isText) return { [textField]: text };
  }
  if (isWhole) {
    if (!answer.any && (typeof body !== 'object' || body === null)) throw refusal('with JSON that is not an object');
    // A job without its id has an error of its own.
    if (result !== undefined && result !== 'id' && (Object(body) as Record<string, unknown>)[result] == null) {
      throw refusal(`without "${result}"`);
    }
    const value = decoded(answer, body);
    const { choices } = Object(value) as { readonly choices?: unknown };
    if (answer.stream && errorOfChoices(choices)) throw choiceError(value as { readonly choices: unknown }, context);
    return value;
  }
  const { data, meta }: Record<string, unknown> = isObject(body) && Object.hasOwn(body, 'data') ? body : {};
  if (isOptional && isObject(body) && (data ?? undefined) === undefined) return {};
  if (data === undefined) throw refusal('without "data"', textIn(body));
  const isList = answer.as === 'page' || answer.list === true;
  const isAny = answer.as !== 'page' && answer.any;
  if (!isAny && (typeof data !== 'object' || data === null || isList !== Array.isArray(data))) {
    throw refusal(`with "data" that is not ${isList ? 'an array' : 'an object'}`, textIn(body));
  }
  const value = decoded(answer, data);
  const about = isObject(meta) ? meta : {};
  if (answer.as === 'page') return pageOf(answer.paging, value as unknown[], about, call.args, context.fetchPage);
  if (isList && (about['hasMore'] ?? about['has_more']) === true) {
    log.warn?.(`${call.label} has more items than it returned: the list is incomplete.`);
  }
  return value;
}

function choiceError(value: { readonly choices: unknown }, { head, call }: ResponseContext): RuncrateError {
  const partial = redacted(value, head.redact);
  return withPartial(apiErrorFromEvent({ error: errorOfChoices(partial.choices) }, head, call.label), partial);
}

function decoded({ codec, numbers }: JsonShape, value: unknown): unknown {
  return convertNumbers(decode(codec, value), numbers);
}

/** Whether a media type is JSON, or based on it (`+json`). */
function isJson(type: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(type);
}
