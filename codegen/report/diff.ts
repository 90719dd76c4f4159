import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SdkConfig } from '../config/config-types.js';
import { readConfig } from '../config/read-config.js';
import { withPlaces } from '../read/places.js';
import { readSpec } from '../read/spec.js';
import { UsageError } from '../usage-error.js';
import { reportText } from './report-text.js';
import { reportOn, type Report } from './report.js';

/** Defaults for options that the command omits. */
interface Defaults {
  readonly spec: string;
  readonly config: SdkConfig;
}

/** `--diff OLD.json [--spec NEW.json] [--old-config FILE] [--json]`: the printed report. */
export async function diff(args: readonly string[], defaults: Defaults): Promise<string> {
  const { diff: old = '', spec = defaults.spec, 'old-config': oldConfig, json = false } = parse(args);
  const report = await reportOnFiles(resolve(old), resolve(spec), {
    config: defaults.config,
    ...(oldConfig === undefined ? {} : { oldConfig: await readConfig(resolve(oldConfig)) }),
  });
  return json ? JSON.stringify(report, null, 2) : reportText(report);
}

export async function reportOnFiles(
  old: string,
  now: string,
  configs: { readonly config: SdkConfig; readonly oldConfig?: SdkConfig },
): Promise<Report> {
  const read = (path: string) => withPlaces(path, {}, () => readSpec(path));
  const specs = { old: await read(old), new: await read(now) };
  // Of two files with one name, a stop does not tell which it is from.
  const named = basename(old) === basename(now) ? { [basename(old)]: '' } : { [basename(now)]: now };
  return withPlaces(old, named, () => Promise.resolve().then(() => reportOn({ ...specs, ...configs })));
}

function parse(args: readonly string[]) {
  try {
    const options = {
      diff: { type: 'string' },
      spec: { type: 'string' },
      'old-config': { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
