import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take most of the time, in child processes or in the compiler: at the end, one of them would run alone. */
const slow =
  /test\/(?:scripts|docs|recipes|examples|package|contract\/(?:added|deployment)|codegen\/(?:generate|codecs|report\/diff))/;

/** Vitest knows how long a file takes from its last run only, and a fresh clone has none. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

function isSlow({ moduleId }: TestSpecification): boolean {
  return slow.test(moduleId);
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The mock takes a second to load, and several test files wait for a build.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Most of the time is spent in child processes: use one worker per core, not one fewer.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    coverage: { provider: 'v8', include: ['src/**', 'generated/resources/**', 'codegen/**'] },
  },
});
