import type { Exchange } from './capture.js';
import type { RawAnswer } from './raw-answer.js';
import { diagnoseAnswer, diagnoseRequest } from './diagnosis.js';
import { validateEvents } from './events.js';
import { brokenJson, contentTypeOf, isJson, isSuccess, parseJson } from './media.js';
import type { Prism } from './prism.js';
import { unlistedVerdict } from './unlisted.js';
import { joinVerdicts, type Verdict, type Violation } from './violation.js';

/** Validates a request against openapi.json. `path` is relative to that of the server. */
export function validateRequest(prism: Prism, operationId: string, path: string, exchange: Exchange): Violation[] {
  const { method, url, headers, body } = exchange;
  const query = Object.fromEntries([...url.searchParams.keys()].map((name) => [name, queryValue(url, name)]));
  const content = isJson(headers) && body !== undefined ? parseJson(body).value : body;
  return diagnoseRequest(prism, operationId, {
    method: method.toLowerCase(),
    url: { path, query },
    headers,
    body: content,
  });
}

/** Validates a response against openapi.json: status code, content type, headers, and the body or each event. */
export function validateAnswer(prism: Prism, operationId: string, answer: RawAnswer): Verdict {
  if (contentTypeOf(answer) === 'text/event-stream') return validateEvents(prism, operationId, answer);
  const { value, problem } = readBody(answer);
  const found = diagnoseAnswer(prism, operationId, answer, value);
  if (problem !== undefined) {
    const outside = found.filter(({ part }) => part !== 'body');
    return { violations: [...outside, brokenJson('body', '', problem, answer.text)], notices: [] };
  }
  const verdict = { violations: found, notices: [] };
  return isSuccess(answer) ? joinVerdicts(verdict, unlistedVerdict(operationId, answer, value, 'body', '')) : verdict;
}

function queryValue(url: URL, name: string): string | string[] {
  const values = url.searchParams.getAll(name);
  return values.length === 1 ? (values[0] as string) : values;
}

/** A body without a content type may be JSON. A body with any other content type is a string. */
function readBody(answer: RawAnswer): { readonly value: unknown; readonly problem?: string } {
  if (isJson(answer.headers)) return parseJson(answer.text);
  if (answer.headers['content-type'] !== undefined) return { value: answer.text };
  const { value, problem } = parseJson(answer.text);
  return { value: problem === undefined ? value : answer.text };
}
