import type { RequestOptions } from '../operation/operation.js';

/** How to wait for something that takes long. */
export interface WaitOptions<State> extends RequestOptions {
  /**
   * Milliseconds between two looks.
   * @defaultValue 5000
   */
  readonly pollInterval?: number | undefined;
  /**
   * Seconds to wait in all.
   * @defaultValue 1800
   */
  readonly maxWait?: number | undefined;
  /** Hears every state, from the first. */
  readonly onStatus?: ((state: State) => void) | undefined;
}

/** The options of a wait, checked and apart from those of its requests. */
export interface WaitConfig<State> {
  readonly pollInterval: number;
  readonly maxWait: number;
  readonly onStatus: ((state: State) => void) | undefined;
  readonly request: RequestOptions;
}
