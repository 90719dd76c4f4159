import type { HeadListener, RequestOptions, ResponseInfo } from '../core/operation/operation.js';

/** The response of the last request. Its id is read only if it is needed, since that copies the headers. */
export class LastResponse {
  /** The caller's options, to send each request with. */
  readonly options: RequestOptions;
  #response: ResponseInfo | undefined;

  constructor(options: RequestOptions = {}) {
    const { onResponse } = options;
    const listener: HeadListener = (response) => {
      this.#response = response;
      // Returned: what the caller's listener rejects with is handled where this one is called.
      return onResponse?.(response);
    };
    listener.takesHead = onResponse === undefined;
    // What is no function is refused where the options are checked.
    const isValid = onResponse === undefined || typeof onResponse === 'function';
    this.options = isValid ? { ...options, onResponse: listener } : options;
  }

  get requestId(): string | undefined {
    return this.#response?.requestId;
  }
}
