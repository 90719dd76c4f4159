import { RuncrateError } from '../errors/errors.js';
import type { FileSaver } from '../transport/file-transport.js';

const waitNames = ['pollInterval', 'maxWait', 'onStatus', 'onProgress'];

/**
 * Tells the options of a wait from what is sent: they may stand among the parameters or among the options, but not in
 * both. The body and the idempotency key are those of the create request alone.
 */
export const splitWait: FileSaver['splitWait'] = (params, options) => {
  const sent: Record<string, unknown> = { ...(params as object) };
  const request: Record<string, unknown> = { ...options };
  const wait: Record<string, unknown> = {};
  for (const name of waitNames) {
    if (sent[name] !== undefined && request[name] !== undefined) {
      throw new RuncrateError(`\`${name}\` is given twice. Pass it among the parameters or in the last argument.`);
    }
    wait[name] = sent[name] ?? request[name];
    Reflect.deleteProperty(sent, name);
    Reflect.deleteProperty(request, name);
  }
  const { idempotencyKey, extraBody, ...later } = request;
  return { params: sent as never, request, wait: { ...later, ...wait } as never };
};
