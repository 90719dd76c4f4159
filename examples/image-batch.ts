// A batch of images: several at a time, with a progress bar. An image that fails does not stop the others, and
// another run generates only the missing ones. Without credits, or with an invalid key, the batch stops.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npm install cli-progress
//   npx tsx examples/image-batch.ts [prompts.txt] [folder]      (one prompt per line)
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Runcrate } from '@runcrate/sdk';
import { runBatch, type BatchLine, type BatchProgress } from '@runcrate/sdk/batch';
import { SingleBar } from 'cli-progress';

const [promptFile, folder = 'images'] = process.argv.slice(2);
const model = 'black-forest-labs/FLUX.1-schnell';
const rc = new Runcrate();

const prompts = promptFile
  ? (await readFile(promptFile, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  : ['A lighthouse in a storm', 'A market at dawn', 'A library under the sea', 'A train in the desert'];
const promptOf = new Map(prompts.map((prompt, index) => [fileName(index, prompt), prompt]));
const failures: BatchLine[] = [];

// Images in progress are billed: Ctrl-C waits for them and starts no other. A second Ctrl-C exits immediately.
const controller = new AbortController();
process.once('SIGINT', () => {
  controller.abort();
  console.error('\nWaiting for the images in progress.');
});

// It is drawn on a terminal only, and on stderr. Ctrl-C is for the batch: the bar goes on until the images are saved.
const bar = new SingleBar({
  format: '[{bar}] {value}/{total}  {failures} failed  {left} s left',
  barCompleteChar: '█',
  barIncompleteChar: '·',
  barsize: 30,
  gracefulExit: false,
});
bar.start(prompts.length, 0, { failures: 0, left: '?' });

await mkdir(folder, { recursive: true });
const { done, stoppedBy } = await runBatch({
  input: promptOf,
  id: ([file]) => file,
  // The folder shows what is done: an image that was deleted is generated again.
  output: (line: BatchLine) => {
    if (line.error !== null) failures.push(line);
  },
  run: ([file, prompt]) => generate(prompt, join(folder, file)),
  concurrency: 3,
  total: prompts.length,
  signal: controller.signal,
  onProgress: showProgress,
});

bar.stop();
for (const { custom_id: file, error } of failures) console.error(`✗ ${promptOf.get(file)}: ${error?.message}`);
if (controller.signal.aborted) console.error('Stopped by Ctrl-C.');
else if (stoppedBy !== undefined) console.error('The others would fail with the same error.');
console.log(`${done} of ${prompts.length} images are in ${folder}.`);
if (done < prompts.length) process.exitCode = 1;

async function generate(prompt: string, path: string): Promise<void> {
  if (existsSync(path)) return;
  const image = await rc.models.generateImage({ model, prompt, width: 1024, height: 768 });
  // URLs expire after a short time, so save immediately. The file is created only when it is complete.
  await image.save(path);
}

function fileName(index: number, prompt: string): string {
  const words = prompt.toLowerCase().match(/[a-z0-9]+/g) ?? ['image'];
  return `${String(index + 1).padStart(3, '0')}-${words.slice(0, 6).join('-')}.webp`;
}

/** On a terminal, moves the bar; otherwise prints a line per image. */
function showProgress({ finished, failed, unknown, secondsLeft }: BatchProgress): void {
  const failures = failed + unknown;
  const left = Math.ceil(secondsLeft ?? 0);
  bar.update(finished, { failures, left });
  if (!process.stderr.isTTY) console.error(`${finished}/${prompts.length}  ${failures} failed  ${left} s left`);
}
