import { expect } from 'vitest';
import type { FinishedProgram } from './program.js';

/** Checks how a program exited and what it printed. */
export function expectEnd(finished: FinishedProgram, exitCode: number, says: string | RegExp): void {
  // In one, so that a failure shows the output.
  expect(finished).toMatchObject({ exitCode });
  expect(finished.output).toMatch(says);
}
