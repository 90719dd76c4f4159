import type { Goal } from './goal.js';
import type { Peers } from './peers.js';

/** The measurement of a row: figures in the order of its goals, and additional facts. */
export interface Measurement {
  readonly figures: readonly number[];
  readonly facts: readonly string[];
}

/** The tools that a row uses. */
export interface Tools {
  readonly peers: Peers;
  /** Runs a compiled worker in a process of its own and returns its report. */
  readonly run: <Report>(worker: string, task?: object) => Promise<Report>;
  /** At most so many documents, if it is to be tried out. */
  readonly documents: number | undefined;
}

/** One or more goals that are measured together. */
export interface Row {
  /** For `--only`. */
  readonly name: string;
  readonly goals: readonly Goal[];
  readonly measure: (tools: Tools) => Promise<Measurement>;
}
