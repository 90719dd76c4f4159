import { isToken } from '../config/token.js';
import { takesBody, type OperationObject } from '../read/openapi.js';
import type { Spec } from '../read/spec.js';
import { formlessKind, sendableTypes } from './formless.js';

interface Sent {
  readonly method: string;
  /** The method on the wire. */
  readonly sent: string;
  readonly source: OperationObject;
}

/** Why fetch can't send the operation: https://fetch.spec.whatwg.org/#methods, https://fetch.spec.whatwg.org/#dom-request */
export function obstacleOf({ method, sent, source }: Sent, spec: Spec): string | undefined {
  if (/^(connect|trace|track)$/i.test(method)) return `fetch does not support ${sent} requests.`;
  if (!isToken(method)) return `${JSON.stringify(sent)} is no method of HTTP.`;
  const { required, content = {} } = source.requestBody ? spec.resolve(source.requestBody) : {};
  if (required !== true) return undefined;
  if (!takesBody(method)) return `fetch does not send a body with ${sent}, and this body is required.`;
  const [first] = formlessIn(source, spec);
  return first && sendableTypes({ content }, spec).length === 0 ? first : undefined;
}

/** Why the body can't be sent in some of its media types. */
export function formlessIn({ requestBody }: OperationObject, spec: Spec): readonly string[] {
  const { content = {} } = requestBody ? spec.resolve(requestBody) : {};
  return Object.entries(content).flatMap(([type, media]) => {
    const kind = formlessKind(type, media, spec);
    return kind === undefined ? [] : [`a body of ${type} has fields, and this one is ${kind}.`];
  });
}
