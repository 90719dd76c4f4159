import type { HeadListener, RequestOptions, ResponseInfo } from '../core/operation/operation.js';

/** The response of the last request. Its id is read only if it is needed, since that copies the headers. */
export class LastResponse {
  /** The caller's options, to send each request with. */
  readonly options: RequestOptions;
  #response: Pick<ResponseInfo, 'requestId'> | undefined;

  constructor(options: RequestOptions = {}) {
    const { onResponse } = options;
    const take = (response: Pick<ResponseInfo, 'requestId'>): void => void (this.#response = response);
    const listener: HeadListener = (response) => {
      take(response);
      // Returned: what the caller's listener rejects with is handled where this one is called.
      return onResponse?.(response);
    };
    if (onResponse === undefined) listener.takeHead = take;
    // What is no function is refused where the options are checked.
    const isValid = onResponse === undefined || typeof onResponse === 'function';
    this.options = isValid ? { ...options, onResponse: listener } : options;
  }

  get requestId(): string | undefined {
    return this.#response?.requestId;
  }
}
