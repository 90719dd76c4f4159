import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config/read-config.js';
import { generate, root, type Job, type Outcome } from './generate.js';
import { sdkConfig } from './sdk.config.js';
import { stopsIn, type Stop } from './read/stop.js';
import { UsageError } from './usage-error.js';

const usage = `npm run generate                               openapi.json → generated/
npm run generate:check                         fails if generated/ is not up to date
npm run generate -- --import VENDOR.json       vendor's document with codegen/overlay.json applied → openapi.json → generated/
npm run generate -- --spec FILE --out FOLDER   any OpenAPI 3 document, with default names
                    [--schema] [--cases]       also schema.ts (types with wire names), cases.ts (calls for tests)
                    [--format]                 formatted by Prettier, which takes longer
                    [--config FILE]            names and more, as in codegen/sdk.config.ts
                    [--overlay FILE]           corrections, as an OpenAPI Overlay
                    [--strict]                 stops at what it would otherwise only tell
                    [--skip]                   leaves out the operations that would stop it, and tells them
                    [--runtime MODULE]         what the client imports: @runcrate/sdk/runtime, or the path of a file
npm run generate -- --diff OLD.json            changes for users of the SDK since OLD.json; writes nothing
                    [--spec NEW.json] [--old-config FILE] [--json]`;

/** Where the command prints its lines. */
type Output = Pick<Console, 'log' | 'error'>;

/** Runs `npm run generate` with these arguments. Its exit code: 0 done, 1 stale, 2 stopped. */
export async function runCommand(args: readonly string[], output: Output = console): Promise<number> {
  try {
    if (args.includes('--help') || args.includes('-h')) {
      output.log(usage);
      return 0;
    }
    if (args.some((arg) => arg.startsWith('--diff'))) {
      // Imported late: other runs do not need it.
      const { diff } = await import('./report/diff.js');
      output.log(await diff(args, { spec: join(root, 'openapi.json'), config: sdkConfig }));
      return 0;
    }
    const { job, isCheck, vendor } = await readArgs(args);
    if (vendor !== undefined) return await reportImported(job, vendor, output);
    const outcome = await generate(job, isCheck);
    return isCheck ? reportCheck(job.out, outcome, output) : reportWritten(job.out, outcome, output);
  } catch (error) {
    if (error instanceof UsageError) output.error(`${error.message}\n\n${usage}`);
    else {
      // Throws what is no stop.
      const advice = adviceFor(stopsIn(error), args);
      output.error(`${(error as Error).message}\n\nNothing was written.${advice}`);
    }
    return 2;
  }
}

/** One operation does not have to take the document with it. */
function adviceFor(stops: readonly Stop[], args: readonly string[]): string {
  const isPartial = stops.every(({ pointer }) => /#\/(paths|components|webhooks)\//.test(pointer));
  if (!isPartial || !args.includes('--spec') || args.includes('--skip') || args.includes('--strict')) return '';
  return ' With --skip, the operations that need this are left out.';
}

interface Args {
  readonly job: Job;
  readonly isCheck: boolean;
  /** The vendor's document to import. */
  readonly vendor?: string;
}

async function readArgs(args: readonly string[]): Promise<Args> {
  const {
    check = false,
    spec,
    out,
    import: vendor,
    schema = false,
    cases = false,
    format = false,
    ...foreign
  } = parse(args);
  const { runtime = '@runcrate/sdk/runtime', overlay, strict, skip } = foreign;
  const extras = { schema, cases, format, marks: false };
  if (vendor !== undefined && (check || spec !== undefined || out !== undefined)) {
    throw new UsageError('--import cannot be combined with other options.');
  }
  if (spec === undefined && (schema || cases || format || Object.keys(foreign).length > 0)) {
    throw new UsageError(
      'Use --schema, --cases, --format, --config, --overlay, --strict, --skip and --runtime with --spec.',
    );
  }
  if (spec === undefined && out === undefined) {
    const job = { spec: join(root, 'openapi.json'), out: join(root, 'generated'), config: sdkConfig };
    return { job, isCheck: check, ...(vendor === undefined ? {} : { vendor: resolve(vendor) }) };
  }
  if (spec === undefined || out === undefined) throw new UsageError('Use --spec and --out together.');
  // Names get their defaults, but statuses map to the same error classes for every document.
  const given = foreign.config === undefined ? {} : await readConfig(resolve(foreign.config));
  const config = { ...(sdkConfig.errors ? { errors: sdkConfig.errors } : {}), ...given };
  const corrections = overlay === undefined ? undefined : resolve(overlay);
  return {
    job: { spec: resolve(spec), out: resolve(out), config, extras, runtime, strict, skip, overlay: corrections },
    isCheck: check,
  };
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const files = { spec: text, out: text, import: text, runtime: text, config: text, overlay: text };
    const options = {
      check: flag,
      ...files,
      schema: flag,
      cases: flag,
      format: flag,
      strict: flag,
      skip: flag,
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function reportImported(job: Job, vendor: string, output: Output): Promise<number> {
  const { importVendor } = await import('./overlay/import-vendor.js');
  const overlay = join(root, 'codegen/overlay.json');
  const { actions, needless, isNews, ...outcome } = await importVendor({ ...job, vendor, overlay });
  for (const note of needless) output.log(note);
  output.log(`${counted(actions, 'correction')} applied. ${shown(job.spec)} ${isNews ? 'changed' : 'is unchanged'}.`);
  return reportWritten(job.out, outcome, output);
}

function reportCheck(out: string, { changed, extra }: Outcome, output: Output): number {
  for (const path of changed) output.error(`${shown(out)}/${path} is stale.`);
  for (const path of extra) output.error(`${shown(out)}/${path} should not exist.`);
  if (changed.length + extra.length === 0) return 0;
  output.error('Run npm run generate.');
  return 1;
}

function reportWritten(out: string, outcome: Outcome, output: Output): number {
  const { changed, same, extra, removed, notes, operations, resources } = outcome;
  for (const path of changed) output.log(`${shown(out)}/${path} changed`);
  for (const path of removed) output.log(`${shown(out)}/${path} removed`);
  for (const path of extra)
    if (!removed.includes(path)) output.log(`${shown(out)}/${path} is not generated and was kept`);
  for (const note of notes) output.log(note);
  const what = `${counted(operations, 'operation')} in ${counted(resources, 'resource')}`;
  output.log(`${what}: ${counted(changed.length, 'file')} changed, ${same.length} unchanged.`);
  return 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shown(folder: string): string {
  return relative(process.cwd(), folder).split(sep).join('/') || '.';
}
