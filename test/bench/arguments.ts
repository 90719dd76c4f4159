import { parseArgs } from 'node:util';

/** The parsed command line. */
export interface BenchArguments {
  /** Names of rows; empty for all rows. */
  readonly only: readonly string[];
  readonly isJson: boolean;
  /** Whether the command fails on a miss. */
  readonly isCheck: boolean;
  readonly withTests: boolean;
  /** At most so many documents of `generate-foreign`, to try it out. */
  readonly documents: number | undefined;
}

/** An invalid command line. */
export class UsageError extends Error {}

export const usage = 'npm run bench -- [--only NAME,NAME] [--json] [--check] [--with-tests] [--documents NUMBER]';

/** Parses the command line. `names` are the names of all rows. */
export function readArguments(args: readonly string[], names: readonly string[]): BenchArguments {
  const { only, json, check, 'with-tests': withTests, documents } = parse(args);
  const chosen = (only ?? []).flatMap((text) => text.split(',')).filter((name) => name !== '');
  if (only !== undefined && chosen.length === 0) throw new UsageError(`--only needs a name: ${usage}`);
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UsageError(`Unknown row "${unknown}". The rows are ${names.join(', ')}.`);
  if (documents !== undefined && !/^[1-9]\d*$/.test(documents))
    throw new UsageError(`--documents needs a number: ${usage}`);
  const limit = documents === undefined ? undefined : Number(documents);
  return { only: chosen, isJson: json, isCheck: check, withTests, documents: limit };
}

function parse(args: readonly string[]) {
  const option = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        json: option,
        check: option,
        'with-tests': option,
        documents: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message} Usage: ${usage}`);
  }
}
