import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The mock takes a second to load, and several test files wait for a build.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Most of the time is spent in child processes: use one worker per core, not one fewer.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src/**', 'generated/resources/**', 'codegen/**'] },
  },
});
