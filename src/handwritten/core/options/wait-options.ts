import type { RequestOptions } from '../operation/operation.js';

/** The options of a wait. */
export interface WaitOptions<State> extends RequestOptions {
  /**
   * Poll interval in milliseconds.
   * @defaultValue 5000
   */
  readonly pollInterval?: number | undefined;
  /**
   * Longest total wait in seconds.
   * @defaultValue 1800
   */
  readonly maxWait?: number | undefined;
  /** Called with every state, from the first. */
  readonly onStatus?: ((state: State) => void) | undefined;
}

/** The checked options of a wait, separate from those of its requests. */
export interface WaitConfig<State> {
  readonly pollInterval: number;
  readonly maxWait: number;
  readonly onStatus: ((state: State) => void) | undefined;
  readonly request: RequestOptions;
}
