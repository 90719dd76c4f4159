import { isToken } from '../config/token.js';
import type { OperationObject } from '../read/openapi.js';
import type { Spec } from '../read/spec.js';

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
  if (!source.requestBody || !/^(get|head)$/i.test(method)) return undefined;
  const isRequired = spec.resolve(source.requestBody).required === true;
  return isRequired ? `fetch does not send a body with ${sent}, and this body is required.` : undefined;
}
