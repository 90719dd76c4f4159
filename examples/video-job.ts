// A video job that takes minutes: one process starts it, another downloads the video. The id of the job is stored in a
// file, because the API can't list jobs. Between the two runs, the computer may sleep or the program may be redeployed.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/video-job.ts start "Ocean waves at sunset"
//   npx tsx examples/video-job.ts fetch waves.mp4
import { readFile, rm, writeFile } from 'node:fs/promises';
import { Runcrate, RuncrateError, VideoGenerationError } from '@runcrate/sdk';

const stateFile = 'video-job.json';
const rc = new Runcrate();

const [command, argument] = process.argv.slice(2);
try {
  if (command === 'start' && argument !== undefined) await start(argument);
  else if (command === 'fetch' && argument !== undefined) await fetchVideo(argument);
  else throw new Error('Pass `start "a prompt"` or `fetch file.mp4`.');
} catch (error) {
  const hint = error instanceof RuncrateError ? error.hint : undefined;
  console.error(error instanceof Error ? error.message : error, hint ?? '');
  process.exitCode = 1;
}

async function start(prompt: string): Promise<void> {
  // Before the request is billed: checks that the file can be written and that it does not overwrite another job.
  await writeFile(stateFile, '{}', { flag: 'wx' }).catch((error: unknown) => {
    throw new Error(`${stateFile} can't be created. If it exists already, fetch that video first.`, { cause: error });
  });
  try {
    const { id } = await rc.models.generateVideo({ model: 'google/veo-3.0', prompt, duration: 8 });
    console.log(`Started job ${id}.`); // printed even if the disk is full
    await writeFile(stateFile, JSON.stringify({ id, prompt, startedAt: new Date().toISOString() }));
  } catch (error) {
    await rm(stateFile);
    throw error;
  }
}

async function fetchVideo(path: string): Promise<void> {
  const id = await readJob();
  try {
    await rc.models.saveVideo(path, id, {
      pollInterval: Number(process.env.POLL_INTERVAL_MS ?? 5000),
      maxWait: 1800, // seconds; then it throws and the job continues: run this again
      onStatus: ({ status }) => console.log(status),
      onProgress: ({ receivedBytes, totalBytes }) => console.log(`${receivedBytes} of ${totalBytes ?? '?'} bytes`),
    });
  } catch (error) {
    // A failed job is final. After any other error, the file is kept, so the next run can continue.
    if (error instanceof VideoGenerationError) await rm(stateFile);
    throw error;
  }
  await rm(stateFile);
  console.log(`Saved as ${path}.`);
}

async function readJob(): Promise<string> {
  const text = await readFile(stateFile, 'utf8').catch((error: unknown) => {
    throw new Error(`There is no ${stateFile}. Run \`start "a prompt"\` first.`, { cause: error });
  });
  const { id } = JSON.parse(text) as { readonly id?: unknown };
  if (typeof id !== 'string') throw new Error(`${stateFile} has no id. Find it in the output of \`start\`.`);
  return id;
}
