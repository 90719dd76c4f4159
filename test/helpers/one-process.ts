import type { Consumer } from './consumer.js';

/** What a part of a program printed, and what it threw, if it did. */
export interface Part {
  readonly output: string;
  readonly error?: string;
}

/** Between the outputs of two parts. */
const mark = '\u0001';

/**
 * Runs parts one after the other in one process, which takes longer to start than most of them take to run. Each is the
 * body of a module's function, which may `await`; `head` comes before all. Rejects if the process ends otherwise than
 * after its last part.
 */
export async function inOneProcess(
  project: Consumer,
  parts: Readonly<Record<string, string>>,
  environment: NodeJS.ProcessEnv,
  head = '',
): Promise<ReadonlyMap<string, Part>> {
  const steps = Object.entries(parts).map(
    ([name, body]) => `await part(${JSON.stringify(name)}, async () => {${body}});`,
  );
  const file = await project.write(`parts-${files++}.mjs`, [head, runPart, ...steps].join('\n'));
  const { exitCode, output } = await project.node([file], environment);
  const found = output.split(mark).flatMap((text) => {
    const [first = '', ...lines] = text.split('\n');
    if (first === '') return [];
    const { name, error } = JSON.parse(first) as { readonly name: string; readonly error?: string };
    return [[name, { output: lines.join('\n'), ...(error !== undefined && { error }) }] as const];
  });
  const outputs = new Map<string, Part>(found);
  if (exitCode !== 0 || outputs.size !== steps.length) {
    throw new Error(`The process exited with ${exitCode} after ${outputs.size} of ${steps.length} parts:\n${output}`);
  }
  return outputs;
}

let files = 0;

/** Prints the name of a part, and its error, in front of what the part printed on both streams. */
const runPart = `const { write } = process.stdout;
let tell = () => {};
process.on('exit', () => tell('It has ended the process.'));
async function part(name, run) {
  const printed = [];
  process.stdout.write = process.stderr.write = (bytes, ...rest) => {
    printed.push(Buffer.from(bytes).toString());
    rest.findLast((last) => typeof last === 'function')?.();
    return true;
  };
  tell = (error) => {
    tell = () => {};
    write.call(process.stdout, '\\u0001' + JSON.stringify({ name, error }) + '\\n' + printed.join(''));
  };
  await run().then(() => tell(), (error) => tell(error?.stack ?? String(error)));
}`;
