import type { Raw } from './assertions.js';
import type { Value } from './reader.js';

/** Two sets of values, and how to ask about their parts. */
export interface Question {
  readonly from: Value;
  readonly to: Value;
  /** A value of the document that the values are from, or of the one that they must fit. */
  readonly source: (...schemas: readonly Raw[]) => Value;
  readonly target: (...schemas: readonly Raw[]) => Value;
  /** Whether every value of the one is certainly a value of the other. */
  readonly isWithin: (from: Value, to: Value) => boolean;
}
