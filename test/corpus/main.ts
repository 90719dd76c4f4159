// `npm run corpus`: other people's documents through the generator, the compiler and Prism. See README.md.
import { parseArgs } from 'node:util';
import { helpOn } from '../../scripts/command-line.js';
import { callDocument, type Call } from './calls.js';
import { compileErrors } from './compiled.js';
import { allDocuments, fetchCorpus, pathOf } from './documents.js';
import { explanations } from './explained.js';
import { generateDocument } from './generated.js';
import { drawSample, sampleNames } from './sample.js';
import { reportOn, type Result } from './report.js';
import { openJudge } from './validity.js';

const usage = `npm run corpus                     the held sample: generated, compiled, three calls each to Prism
npm run corpus -- NAME...          these documents of the directory only, without goals
npm run corpus -- --all            generates all documents of the directory
npm run corpus -- --all --compile  also compiles them
npm run corpus -- --draw           draws the sample again, by the same seed`;

helpOn(usage);
process.exitCode = await main();

async function main(): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: flag, compile: flag, draw: flag },
  });
  await fetchCorpus();
  const isValid = await openJudge();
  if (values.draw) {
    console.log(`${(await drawSample(isValid)).length} documents drawn.`);
    return 0;
  }
  const wanted = positionals.length > 0 ? positionals : values.all ? await allDocuments() : await sampleNames();
  const results: Result[] = [];
  for (const name of wanted) {
    const generated = await generateDocument(pathOf(name), name);
    // Most documents are valid, so the judge is asked about the others first of all.
    const isJudged = !values.all || generated.kind !== 'generated';
    results.push({ name, generated, isValid: isJudged ? await isValid(pathOf(name)) : undefined, calls: [] });
    progress(`${results.length} of ${wanted.length} generated`);
  }
  const compiled = !values.all || values.compile ? withErrors(results) : results;
  const called = values.all ? compiled : await withCalls(compiled);
  const isWhole = positionals.length === 0 && !values.all;
  const { lines, isMissed } = reportOn(called, isWhole ? await explanations() : undefined);
  for (const line of lines) console.log(line);
  return isMissed ? 1 : 0;
}

/** Compiled in lots, since a program of all documents would not fit into memory. */
function withErrors(results: readonly Result[]): readonly Result[] {
  const lot = 60;
  const errors = new Map<string, string>();
  const folders = results.flatMap(({ generated }) => (generated.kind === 'generated' ? [generated.out] : []));
  for (let at = 0; at < folders.length; at += lot) {
    for (const [folder, error] of compileErrors(folders.slice(at, at + lot))) errors.set(folder, error);
    progress(`${Math.min(at + lot, folders.length)} of ${folders.length} compiled`);
  }
  return results.map((result) => {
    const error = result.generated.kind === 'generated' ? errors.get(result.generated.out) : undefined;
    return error === undefined ? result : { ...result, compileError: error };
  });
}

async function withCalls(results: readonly Result[]): Promise<readonly Result[]> {
  const called: Result[] = [];
  for (const result of results) {
    const { name, generated } = result;
    called.push(generated.kind === 'generated' ? { ...result, calls: await callsOf(name, generated.out) } : result);
    progress(`${called.length} of ${results.length} called`);
  }
  return called;
}

/** A document that Prism can't read, or a client that can't be imported, misses one call. */
async function callsOf(name: string, out: string): Promise<readonly Call[]> {
  try {
    return await callDocument(pathOf(name), out);
  } catch (error) {
    return [{ operation: '*', miss: error instanceof Error ? error.message : String(error) }];
  }
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}\u001b[K`);
}
