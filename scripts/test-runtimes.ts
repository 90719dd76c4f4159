// `npm run test:runtimes`: tests the packed package on every supported runtime, bundler and compiler.
import { availableParallelism } from 'node:os';
import { helpOn, outliveReader } from './command-line.js';
import { attempt, inParallel } from './runtimes/attempt.js';
import { browserTrials, chatPage } from './runtimes/browser.js';
import { commandLineTrials } from './runtimes/command-lines.js';
import { compilers } from './runtimes/compilers.js';
import { checkNames } from './runtimes/programs/smoke.js';
import { fetchTypes } from './runtimes/fetch-types.js';
import { guideExamples } from './runtimes/guides.js';
import { fetches } from './runtimes/fetches.js';
import { nextApps } from './runtimes/next.js';
import { freshProject } from './runtimes/project.js';
import { startSmokeServer } from './runtimes/server.js';
import { reactNative } from './runtimes/react-native.js';
import { chooseSections, nameOf } from './runtimes/sections.js';
import { site } from './runtimes/site.js';
import { createTable, hasFailed, summarize } from './runtimes/table.js';
import { exampleTests, testEnvironmentTrials } from './runtimes/test-environments.js';
import type { Section } from './runtimes/trial.js';
import { workerTrials } from './runtimes/worker.js';

const runtimes: Section = {
  subject: 'runtime',
  checks: checkNames,
  trials: [...commandLineTrials, ...workerTrials, ...browserTrials, ...testEnvironmentTrials],
};

const sections = [
  runtimes,
  exampleTests,
  fetches,
  reactNative,
  chatPage,
  nextApps,
  guideExamples,
  site,
  compilers,
  fetchTypes,
];

outliveReader();
helpOn(
  `npm run test:runtimes: packs the package, and tries it on every runtime, in every bundler and under every compiler.
npm run test:runtimes -- SECTION...: only some sections of ${sections.map(nameOf).join(', ')}.`,
);
try {
  process.exitCode = (await main(chooseSections(sections, process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Whether no trial has failed. */
async function main(sections: readonly Section[]): Promise<boolean> {
  const start = performance.now();
  await using project = await freshProject();
  await using server = await startSmokeServer();
  console.log(`Built, packed and installed in ${secondsSince(start).toFixed(1)} s.`);
  const bench = { project, origin: server.origin };
  // Nobody reads the table in CI, so a run without its tools must not pass.
  const needsAll = Boolean(process.env['CI']);
  const begin = inParallel(availableParallelism());
  const outcomes = sections.map((section) =>
    section.trials.map((trial) => begin(() => attempt(trial, section.checks, { bench, needsAll }))),
  );
  for (const [index, section] of sections.entries()) {
    const table = createTable(section);
    console.log(`\n${table.head}`);
    for (const outcome of outcomes[index] ?? []) console.log(table.row(await outcome));
  }
  const all = await Promise.all(outcomes.flat());
  console.log(`\n${summarize(all)} ${secondsSince(start).toFixed(0)} s in total.`);
  return !all.some(hasFailed);
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
