// `npm run corpus`: other people's documents through the generator, the compiler and Prism. See README.md.
import { parseArgs } from 'node:util';
import { helpOn } from '../../scripts/command-line.js';
import { Caller } from './caller-process.js';
import { compileErrors } from './compiled.js';
import { fetchCorpus, pathOf } from './documents.js';
import { explanations } from './explained.js';
import { fetchFixtures, fixtureNames } from './fixtures.js';
import { generateDocument } from './generated.js';
import { drawSample, sampleNames, shuffledDocuments } from './sample.js';
import { reportOn, type Result } from './report.js';
import { openJudge, type Judge } from './validity.js';

const usage = `npm run corpus                     the held sample: generated, compiled, three calls each to Prism
npm run corpus -- --fixtures       the same with documents that other tools test themselves with
npm run corpus -- NAME...          these documents only, without goals
npm run corpus -- --all            generates all documents of the directory, in an order by a seed (--seed N)
npm run corpus -- --all --compile  also compiles them
npm run corpus -- --minutes N      with --all: begins no other lot of 60 after N minutes
npm run corpus -- --draw           draws the sample again, by the same seed`;

/** How many documents are compiled together. */
const lot = 60;

const cpuSeconds: Record<string, number> = {};

helpOn(usage);
process.exitCode = await main();

async function main(): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: flag, compile: flag, draw: flag, fixtures: flag, seed: text, minutes: text },
  });
  await fetchCorpus();
  if (values.fixtures) await fetchFixtures();
  const isValid = await openJudge();
  if (values.draw) {
    console.log(`${(await drawSample(isValid)).length} documents drawn.`);
    return 0;
  }
  const wanted = positionals.length > 0 ? positionals : await namesOf(values);
  const end = Date.now() + Number(values.minutes ?? Infinity) * 60_000;
  const results: Result[] = [];
  // In lots, since one program of all documents would not fit into memory.
  for (let at = 0; at < wanted.length && Date.now() < end; at += lot) {
    const generated: Result[] = [];
    for (const name of wanted.slice(at, at + lot)) {
      generated.push(await timed('generated', () => resultOf(name, isValid, values.all)));
      progress(`${results.length + generated.length} of ${wanted.length} generated`);
    }
    results.push(...(!values.all || values.compile ? await timed('compiled', () => withErrors(generated)) : generated));
    if (values.all) console.error(`${results.length} of ${wanted.length} done`);
  }
  const called = values.all ? results : await withCalls(results);
  const isWhole = positionals.length === 0 && !values.all;
  const { lines, isMissed } = reportOn(called, isWhole ? await explanations(values.fixtures) : undefined);
  for (const line of lines) console.log(line);
  const times = Object.entries(cpuSeconds).map(([phase, seconds]) => `${phase} in ${Math.round(seconds)} s`);
  console.log(`\nCPU: ${times.join(', ')}`);
  return isMissed ? 1 : 0;
}

interface Choice {
  readonly all: boolean;
  readonly fixtures: boolean;
  readonly seed?: string | undefined;
}

function namesOf({ all, fixtures, seed }: Choice): Promise<readonly string[]> {
  if (fixtures) return fixtureNames();
  return all ? shuffledDocuments(seed) : sampleNames();
}

async function resultOf(name: string, isValid: Judge, isOneOfMany: boolean): Promise<Result> {
  const generated = await generateDocument(pathOf(name), name);
  // Most documents are valid, so of many the judge is asked about those only that did not generate.
  const isJudged = !isOneOfMany || generated.kind !== 'generated';
  return { name, generated, isValid: isJudged ? await isValid(pathOf(name)) : undefined, calls: [] };
}

/** In one program. */
function withErrors(results: readonly Result[]): readonly Result[] {
  const folders = results.flatMap(({ generated }) => (generated.kind === 'generated' ? [generated.out] : []));
  const errors = compileErrors(folders);
  return results.map((result) => {
    const error = result.generated.kind === 'generated' ? errors.get(result.generated.out) : undefined;
    return error === undefined ? result : { ...result, compileError: error };
  });
}

/** In another process, which a document may end. */
async function withCalls(results: readonly Result[]): Promise<readonly Result[]> {
  const caller = new Caller();
  const called: Result[] = [];
  for (const result of results) {
    const { name, generated } = result;
    const isCallable = generated.kind === 'generated';
    called.push(isCallable ? { ...result, calls: await caller.call(pathOf(name), generated.out) } : result);
    progress(`${called.length} of ${results.length} called`);
  }
  caller.close();
  cpuSeconds['called'] = caller.cpuSeconds;
  return called;
}

/** Adds the CPU time of a phase: on a machine that does other work, the time by the clock says little. */
async function timed<Value>(phase: string, work: () => Value | Promise<Value>): Promise<Value> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  cpuSeconds[phase] = (cpuSeconds[phase] ?? 0) + (user + system) / 1e6;
  return value;
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}\u001b[K`);
}
