// `npm run contract -- --base-url URL --inference-url URL`: validates a deployment against openapi.json.
import { writeFileSync } from 'node:fs';
import { help, readArguments, UsageError, type ContractArguments } from './arguments.js';
import { allSteps } from './default-step.js';
import { keyHider } from './hide-key.js';
import { junitXml } from './junit.js';
import { hasFailed, type Report, type Result } from './result.js';
import { runContract } from './run.js';
import { createStop } from './stop.js';
import { createTable, summarize } from './table.js';

const stoppedByHand = 130;

// A closed pipe, as in `| head`, must not end a run that has resources to delete.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const args = process.argv.slice(2);
try {
  if (args.includes('--help') || args.includes('-h')) console.log(help);
  else process.exitCode = await main(readArguments(args, process.env['RUNCRATE_API_KEY']));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function main({ junit, isJson, ...contractArguments }: ContractArguments): Promise<number> {
  const { client, name, only, tiers } = contractArguments;
  const hideKey = keyHider(client.apiKey);
  const print = (text: string): void => console.log(hideKey(text));
  const table = createTable(only.length === 0 ? [...allSteps().steps.keys()] : only);
  if (tiers.size > 1) console.error(`Everything that this run creates is named ${name} and is deleted at the end.`);
  if (!isJson) print(table.head);
  const onResult = (result: Result): void => {
    if (!isJson) print(table.row(result));
  };
  const report = await runContract({ ...contractArguments, onResult, signal: stopSignal(name) });
  print(isJson ? JSON.stringify(report, undefined, 2) : `\n${summarize(report)}`);
  if (junit !== undefined) writeFileSync(junit, hideKey(junitXml(report)));
  return exitCodeOf(report);
}

function exitCodeOf(report: Report): number {
  if (report.wasStopped) return stoppedByHand;
  return hasFailed(report) ? 1 : 0;
}

function stopSignal(name: string): AbortSignal {
  const leave = (): void => process.exit(stoppedByHand);
  const { signal, request } = createStop({ name, say: (sentence) => console.error(sentence), leave });
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(event, request);
  return signal;
}
