import type { Project } from './project.js';

/** What a trial has at hand. */
export interface Bench {
  readonly project: Project;
  /** Of the server that programs/smoke.ts calls. */
  readonly origin: string;
}

/** What a check found wrong, by its name; empty where it found nothing. */
export type Checks = Readonly<Record<string, string>>;

/** One line of a table. */
export interface Trial {
  /** Of the runtime or the compiler. */
  readonly name: string;
  /** How the package is loaded. */
  readonly format: string;
  /** Rejects with a MissingToolError where there is nothing to run it with. */
  readonly run: (bench: Bench) => Promise<{ readonly version: string; readonly checks: Checks }>;
}

/** Trials of one kind, and what each of them checks. */
export interface Section {
  readonly subject: string;
  readonly checks: readonly string[];
  readonly trials: readonly Trial[];
}
