import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { OperationId } from '../generated/cases.js';
import { Runcrate, type RuncrateOptions } from '../src/index.node.js';
import { allSteps } from './default-step.js';
import { refusal } from './schedule.js';
import type { Tier } from './step.js';

/** The parsed command line. */
export interface ContractArguments {
  readonly baseUrl: string;
  readonly inferenceUrl: string;
  readonly client: RuncrateOptions & { readonly apiKey: string };
  readonly tiers: ReadonlySet<Tier>;
  readonly only: readonly OperationId[];
  readonly name: string;
  readonly junit: string | undefined;
  readonly isJson: boolean;
}

/** An invalid command line. The message is one sentence. */
export class UsageError extends Error {}

export const usage =
  'npm run contract -- --base-url URL --inference-url URL [--write] [--spend] [--only ID,ID] [--environment NAME] [--junit FILE] [--json]';

/** Parses the command line and validates all of it before any request is sent. */
export function readArguments(args: readonly string[], apiKey: string | undefined): ContractArguments {
  const { texts, switches } = readOptions(args);
  const tiers = new Set<Tier>(['read', ...(['write', 'spend'] as const).filter((tier) => switches.has(tier))]);
  const environment = texts.get('environment');
  const contractArguments = {
    baseUrl: required(texts, 'base-url'),
    inferenceUrl: required(texts, 'inference-url'),
    client: { apiKey: checkKey(apiKey), ...(environment !== undefined && { environment }) },
    tiers,
    only: readOnly(texts.get('only'), tiers),
    name: `runcrate-contract-${randomBytes(4).toString('hex')}`,
    junit: checkFolder(texts.get('junit')),
    isJson: switches.has('json'),
  };
  checkClient(contractArguments);
  return contractArguments;
}

const textOptions = ['base-url', 'inference-url', 'only', 'environment', 'junit'];
/** What `--help` prints. */
export const help = `${usage}

Calls a deployment, and holds what it answers against openapi.json. RUNCRATE_API_KEY is the key of a workspace that may be
tested on. Exit code: 0 all as it should be, 1 not, 2 a command line that can't be followed, 130 stopped.

  --base-url URL         infrastructure, as in https://runcrate.ai/api/v1
  --inference-url URL    inference, as in https://api.runcrate.ai/v1
  --write                also calls that make or delete something
  --spend                also calls that are billed
  --only ID,ID           these operations alone, by operationId
  --environment NAME     where to make things
  --junit FILE           writes a report in JUnit's XML
  --json                 prints the report as JSON
  --help                 prints this`;

const switchOptions = ['write', 'spend', 'json'];

function readOptions(args: readonly string[]): {
  readonly texts: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
} {
  const options = Object.fromEntries([
    ...textOptions.map((name) => [name, { type: 'string' as const }]),
    ...switchOptions.map((name) => [name, { type: 'boolean' as const }]),
  ]) as Record<string, { type: 'string' | 'boolean' }>;
  const { values, positionals } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true });
  const texts = new Map<string, string>();
  const switches = new Set<string>();
  for (const [name, value] of Object.entries(values)) {
    if (switchOptions.includes(name)) {
      if (value !== true) throw new UsageError(`--${name} takes no value: ${usage}`);
      switches.add(name);
    } else if (!textOptions.includes(name)) throw new UsageError(`Unknown option --${name}: ${usage}`);
    else if (typeof value !== 'string' || value === '' || value.startsWith('-')) {
      throw new UsageError(`--${name} needs a value: ${usage}`);
    } else texts.set(name, value);
  }
  if (positionals[0] !== undefined) throw new UsageError(`Unexpected argument "${positionals[0]}": ${usage}`);
  return { texts, switches };
}

function required(texts: ReadonlyMap<string, string>, name: string): string {
  const text = texts.get(name);
  if (text === undefined) throw new UsageError(`--${name} is missing: ${usage}`);
  return text;
}

function checkKey(apiKey: string | undefined): string {
  if (apiKey !== undefined && apiKey !== '') return apiKey;
  throw new UsageError('RUNCRATE_API_KEY is not set: set it to the key of a workspace that may be used for tests.');
}

function readOnly(text: string | undefined, tiers: ReadonlySet<Tier>): readonly OperationId[] {
  if (text === undefined) return [];
  const { steps } = allSteps();
  return text.split(',').map((word) => {
    const id = word.trim() as OperationId;
    const step = steps.get(id);
    if (step === undefined) throw new UsageError(`--only names "${id}", which is not an operation of openapi.json.`);
    if (!tiers.has(step.tier)) throw new UsageError(`--only names ${id}, but ${refusal(step.tier)}.`);
    return id;
  });
}

/** Checked before the run: after a run that was billed, a report that can't be written would be lost. */
function checkFolder(file: string | undefined): string | undefined {
  if (file === undefined || statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory() === true) {
    if (file === undefined || !existsSync(file) || statSync(file).isFile()) return file;
  }
  throw new UsageError(`--junit can't write ${file}: its folder must exist, and it must not be a folder itself.`);
}

/** The client validates key, URLs and environment. Its messages never contain the key. */
function checkClient({
  baseUrl,
  inferenceUrl,
  client,
}: Pick<ContractArguments, 'baseUrl' | 'inferenceUrl' | 'client'>): void {
  try {
    new Runcrate({ ...client, baseUrl, inferenceUrl, logLevel: 'off' });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
