// A batch of images: several at a time, with a progress bar. An image that fails does not stop the others, and
// another run generates only the missing ones. Without credits, or with an invalid key, the batch stops.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/image-batch.ts [prompts.txt] [folder]      (one prompt per line)
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AuthenticationError, InsufficientCreditsError, PermissionDeniedError, Runcrate } from '@runcrate/sdk';

const [promptFile, folder = 'images'] = process.argv.slice(2);
const model = 'black-forest-labs/FLUX.1-schnell';
const concurrency = 3;
const rc = new Runcrate();

const prompts = promptFile
  ? (await readFile(promptFile, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  : ['A lighthouse in a storm', 'A market at dawn', 'A library under the sea', 'A train in the desert'];
const failures: { readonly prompt: string; readonly reason: string }[] = [];
let done = 0;
let reasonToStop: string | undefined;

// Images in progress are billed: Ctrl-C waits for them and starts no other. A second Ctrl-C exits immediately.
process.once('SIGINT', () => {
  reasonToStop = 'Stopped by Ctrl-C.';
  console.error('\nWaiting for the images in progress.');
});

await mkdir(folder, { recursive: true });
const queue = prompts.entries();
await Promise.all(Array.from({ length: concurrency }, work));

if (process.stderr.isTTY) process.stderr.write('\n');
for (const { prompt, reason } of failures) console.error(`✗ ${prompt}: ${reason}`);
if (reasonToStop !== undefined) console.error(reasonToStop);
console.log(`${done - failures.length} of ${prompts.length} images are in ${folder}.`);
if (done - failures.length < prompts.length) process.exitCode = 1;

/** One of several workers that share a queue. */
async function work(): Promise<void> {
  for (const [index, prompt] of queue) {
    if (reasonToStop !== undefined) return;
    try {
      await generate(prompt, join(folder, fileName(index, prompt)));
    } catch (error) {
      failures.push({ prompt, reason: error instanceof Error ? error.message : String(error) });
      if (isHopeless(error)) reasonToStop ??= 'The others would fail with the same error.';
    }
    done++;
    showProgress(prompt);
  }
}

async function generate(prompt: string, path: string): Promise<void> {
  if (existsSync(path)) return;
  const image = await rc.models.generateImage({ model, prompt, width: 1024, height: 768 });
  // URLs expire after a short time, so save immediately. The file is created only when it is complete.
  await image.save(path);
}

function isHopeless(error: unknown): boolean {
  return (
    error instanceof AuthenticationError ||
    error instanceof PermissionDeniedError ||
    error instanceof InsufficientCreditsError
  );
}

function fileName(index: number, prompt: string): string {
  const words = prompt.toLowerCase().match(/[a-z0-9]+/g) ?? ['image'];
  return `${String(index + 1).padStart(3, '0')}-${words.slice(0, 6).join('-')}.webp`;
}

/** In a terminal, updates the bar in place; otherwise prints one line per image. */
function showProgress(prompt: string): void {
  const width = 30;
  const filled = Math.round((done / prompts.length) * width);
  const bar = `[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${prompts.length}`;
  if (process.stderr.isTTY) process.stderr.write(`\r${bar}  ${failures.length} failed`);
  else console.error(`${bar}  ${prompt}`);
}
