import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The mock takes a second to load, and a build is read by several files.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Most of the time goes to child processes: one worker a core, not one less.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src/**', 'generated/resources/**', 'codegen/**'] },
  },
});
