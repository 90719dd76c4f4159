import type { Project } from './project.js';

/** The input of a trial. */
export interface Bench {
  readonly project: Project;
  /** The origin of the server that programs/smoke.ts calls. */
  readonly origin: string;
}

/** The failure of each check, by the name of the check; an empty string if it passed. */
export type Checks = Readonly<Record<string, string>>;

/** One row of a table. */
export interface Trial {
  /** The runtime or the compiler. */
  readonly name: string;
  /** How the package is loaded. */
  readonly format: string;
  /** Rejects with a MissingToolError if the tool is not available. */
  readonly run: (bench: Bench) => Promise<{ readonly version: string; readonly checks: Checks }>;
}

/** Trials of one kind, and the checks that each of them runs. */
export interface Section {
  readonly subject: string;
  readonly checks: readonly string[];
  readonly trials: readonly Trial[];
}
