import { isCutShort } from '../response/cut-short.js';
import { numberOutsideJson } from '../response/number-outside-json.js';
import { readErrorBody } from '../errors/error-body.js';
import { urlAdvice } from '../response/error-from-response.js';
import type { ServerConfig } from '../options/servers.js';
import type { Refusal } from './refusal.js';

/** Some servers write to a plain response as to a stream: comments to keep it alive, `data:`, and `[DONE]`. */
const before = /^(?:[^\S\n]*(?::[^\n]*)?\n)*[^\S\n]*(?:data:)?/;
const after = /(?:data:\s*)?\[DONE\]\s*$/;

/** The JSON of a body. The error of a text that is none says what it is. */
export function parseJson(text: string, type: string, refusal: Refusal, server: ServerConfig): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const json = text.replace(before, '').replace(after, '');
    if (json.trim() === '') throw refusal('without a body where JSON was expected', undefined, cause);
    if (json !== text) return parseJson(json, type, refusal, server);
    if (isCutShort(text)) throw refusal('but the response body was cut short', undefined, cause, cutAdvice);
    const number = numberOutsideJson(text);
    if (number !== undefined) throw refusal(`with ${number}, which is not JSON`, undefined, cause, numberAdvice);
    const said = /json/i.test(type) ? undefined : readErrorBody(text, type).message;
    throw refusal(`with a body that is not JSON${type && ` (${type})`}`, said, cause, urlAdvice(server));
  }
}

const cutAdvice = 'The server, or a proxy between, sent only the beginning of it.';
const numberAdvice = 'Some servers write it. Another input may avoid it.';
