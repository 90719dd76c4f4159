import type { Goal } from './goal.js';
import type { Peers } from './peers.js';

/** What measures a row: figures in the order of its goals, and what else was seen. */
export interface Measurement {
  readonly figures: readonly number[];
  readonly facts: readonly string[];
}

/** What a row may use. */
export interface Tools {
  readonly peers: Peers;
  /** Runs a compiled worker in a process of its own, and gives its report. */
  readonly run: <Report>(worker: string, task?: object) => Promise<Report>;
}

/** One or more goals that are measured together. */
export interface Row {
  /** For `--only`. */
  readonly name: string;
  readonly goals: readonly Goal[];
  readonly measure: (tools: Tools) => Promise<Measurement>;
}
