import { expect } from 'vitest';
import type { FinishedProgram } from './program.js';

/** Holds a program against how it should have ended, and what it should have printed. */
export function expectEnd(finished: FinishedProgram, exitCode: number, says: string | RegExp): void {
  // In one, so that a failure shows the output.
  expect(finished).toMatchObject({ exitCode });
  expect(finished.output).toMatch(says);
}
