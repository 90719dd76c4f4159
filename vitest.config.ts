import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take most of the time, in child processes or in the compiler: at the end, one of them would run alone. */
const slow =
  /test\/(?:scripts|docs|recipes|examples|package|contract\/(?:added|deployment)|codegen\/(?:generate|codecs|report\/diff))/;

/** Vitest knows how long a file takes from its last run only, and a fresh clone has none. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((left, right) => rankOf(left) - rankOf(right));
  }
}

/** A worker keeps its modules for the next file if that is of `together` too: no file of the other project is between. */
function rankOf({ moduleId, project }: TestSpecification): number {
  const isAlone = project.name === 'alone';
  if (slow.test(moduleId)) return isAlone ? 0 : 1;
  return isAlone ? 3 : 2;
}

/**
 * They replace globals, which the modules under test may keep, collect all garbage, of which others leave much, or limit
 * what their process may write, which would end it while another file has something to write.
 */
const alone = [
  'test/platform/**/*.test.ts',
  'test/faults/unread.test.ts',
  'test/core/errors/errors.test.ts',
  'test/core/files/foreign-classes.test.ts',
  'test/core/jobs/download.test.ts',
  'test/core/transport/cache.test.ts',
  'test/core/transport/polyfill.test.ts',
];

export default defineConfig({
  test: {
    // The mock takes a second to load, and several test files wait for a build.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Most of the time is spent in child processes: use one worker per core, not one fewer.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    coverage: { provider: 'v8', include: ['src/**', 'generated/resources/**', 'codegen/**'] },
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: alone },
      },
      {
        extends: true,
        // Loading the modules again for each file would take twice as long as the tests themselves.
        test: {
          name: 'together',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: alone,
        },
      },
    ],
  },
});
