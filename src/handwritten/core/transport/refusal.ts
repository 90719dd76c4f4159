import { readErrorBody } from '../errors/error-body.js';
import type { InvalidResponseError } from '../errors/errors.js';

/**
 * The error of a success response that can't be read: what it is, what the server says in it, and why. Without words
 * of the server, the hint is `urlAdvice`.
 */
export type Refusal = (what: string, said?: string, cause?: unknown, hint?: string) => InvalidResponseError;

/** The refusal of JSON where a file or a stream was due, which is what the server has to say. */
export function misplacedJson(text: string, type: string, due: string, refusal: Refusal): InvalidResponseError {
  return refusal(`with ${type} where ${due} was expected`, readErrorBody(text, type).message);
}
