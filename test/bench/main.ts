// `npm run bench`: measures the performance goals of the SDK. See README.md. Not part of npm test.
import { cpus, loadavg } from 'node:os';
import { helpOn } from '../../scripts/command-line.js';
import { readArguments, usage, UsageError, type BenchArguments } from './arguments.js';
import { runCommand } from './command.js';
import { hasMissed, verdictOf, type Outcome } from './goal.js';
import { installPeers } from './peers.js';
import type { Row, Tools } from './row.js';
import { pacingRow, rows, testsRow } from './rows.js';
import { tableHead, tableLines } from './table.js';
import { compileWorkers, runWorker } from './worker.js';

helpOn(usage);
const all = [...rows, pacingRow, testsRow];

try {
  const names = all.map(({ name }) => name);
  process.exitCode = await main(readArguments(process.argv.slice(2), names));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function main({ only, isJson, isCheck, withTests, documents }: BenchArguments): Promise<number> {
  const print = (text: string): void => void (isJson || console.log(text));
  // The benchmarks measure the built package, as users get it.
  await runCommand('npm', ['run', 'build']);
  await compileWorkers();
  const peers = await installPeers((sentence) => console.error(sentence));
  const tools: Tools = { peers, run: runWorker, documents };
  const machine = machineOf();
  print(`${machine.date}, Node.js ${machine.node}, ${machine.cpus}, load ${machine.load}\n\n${tableHead}`);
  const outcomes = new Map<Row, Outcome>();
  for (const row of all.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const outcome = await measure(row, tools, leftOut(row, only, withTests));
    outcomes.set(row, outcome);
    for (const line of tableLines(row, outcome)) print(line);
  }
  const loadAfter = loadText();
  print(`\nload at the end ${loadAfter}`);
  if (isJson) console.log(JSON.stringify({ ...machine, loadAfter, rows: [...outcomes].map(reportOf) }, undefined, 2));
  return isCheck && [...outcomes].some(([{ goals }, outcome]) => hasMissed(goals, outcome)) ? 1 : 0;
}

/** Why a row is not measured; undefined if it is. */
function leftOut(row: Row, only: readonly string[], withTests: boolean): string | undefined {
  if (row === testsRow && !withTests) return 'measured by hand, or with --with-tests';
  return row === pacingRow && !only.includes(row.name) ? 'measured with --only pacing' : undefined;
}

async function measure(row: Row, tools: Tools, why: string | undefined): Promise<Outcome> {
  if (why !== undefined) return { kind: 'left out', why };
  try {
    return { kind: 'measured', ...(await row.measure(tools)) };
  } catch (error) {
    return { kind: 'failed', why: (error as Error).message };
  }
}

function reportOf([{ name, goals }, outcome]: readonly [Row, Outcome]): object {
  if (outcome.kind !== 'measured') return { name, goals, why: outcome.why };
  const measured = goals.map((goal, at) => {
    const figure = outcome.figures[at]!;
    return { ...goal, figure, verdict: verdictOf(goal, figure) };
  });
  return { name, goals: measured, facts: outcome.facts };
}

interface Machine {
  readonly date: string;
  readonly node: string;
  readonly cpus: string;
  readonly load: string;
}

function machineOf(): Machine {
  const cores = cpus();
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    node: process.versions.node,
    cpus: `${cores.length} x ${cores[0]?.model ?? 'unknown'}`,
    load: loadText(),
  };
}

function loadText(): string {
  return loadavg()
    .map((load) => load.toFixed(1))
    .join(' ');
}
