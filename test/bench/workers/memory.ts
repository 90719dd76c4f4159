// The memory that a large file adds to the process.
import { Runcrate, type FileInput } from '@runcrate/sdk';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { png, temporaryFolder } from '../../helpers/media.js';
import { files, type FileTask } from '../files.js';
import { apiKey } from '../samples.js';
import { report, task } from './report.js';

const megabyte = 1024 * 1024;
const { uploadMegabytes, videoMegabytes, imageMegabytes } = files;

interface Work {
  /** Runs before the measurement. */
  readonly prepare: (client: Runcrate) => Promise<void>;
  /** The measured work. */
  readonly work: (client: Runcrate) => Promise<void>;
}

await using folder = await temporaryFolder();
const recording = folder.at('recording.wav');
let save: (path: string) => Promise<void>;

const works: Readonly<Record<FileTask['of'], Work>> = {
  path: { prepare: prepareUpload, work: (client) => upload(client, recording) },
  stream: { prepare: prepareUpload, work: (client) => upload(client, createReadStream(recording)) },
  download: { prepare: async (client) => void (await client.models.getVideoStatus('job')), work: download },
  image: { prepare: prepareImage, work: () => save(folder.at('image.png')) },
};

report({ megabytes: await mostAdded(works[task<FileTask>().of]) });

/** The peak memory of the process, minus its memory before. */
async function mostAdded({ prepare, work }: Work): Promise<number> {
  const server = fork(fileURLToPath(new URL('memory-server.js', import.meta.url)), [String(videoMegabytes * megabyte)]);
  const [port] = (await once(server, 'message')) as [number];
  const url = `http://127.0.0.1:${port}`;
  const client = new Runcrate({ apiKey, baseUrl: url, inferenceUrl: url });
  await prepare(client);
  // Twice, with a pause: the memory of large buffers is freed in another thread.
  globalThis.gc!();
  await sleep(200);
  globalThis.gc!();
  await sleep(200);
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  await work(client);
  clearInterval(timer);
  server.disconnect();
  return (Math.max(most, process.memoryUsage.rss()) - before) / megabyte;
}

async function prepareUpload(client: Runcrate): Promise<void> {
  await client.models.transcribe({ model: 'a', file: new Blob([new Uint8Array(megabyte)]) });
  const handle = await open(recording, 'w');
  const piece = Buffer.alloc(megabyte, 7);
  for (let written = 0; written < uploadMegabytes; written++) await handle.write(piece);
  await handle.close();
}

async function upload(client: Runcrate, file: FileInput): Promise<void> {
  const { text } = await client.models.transcribe({ model: 'a', file });
  if (Number(text) <= uploadMegabytes * megabyte) throw new Error(`Only ${text} bytes were received.`);
}

async function download(client: Runcrate): Promise<void> {
  const path = folder.at('video.mp4');
  await client.models.saveVideo(path, 'job');
  if ((await stat(path)).size !== videoMegabytes * megabyte) throw new Error('The video is incomplete.');
}

async function prepareImage(): Promise<void> {
  const text = Buffer.concat([png, Buffer.alloc(imageMegabytes * megabyte - png.length, 7)]).toString('base64');
  const body = { data: [{ b64_json: text }] };
  const client = new Runcrate({ apiKey, fetch: () => Promise.resolve(Response.json(body)) });
  const result = await client.models.generateImage({ model: 'a', prompt: 'b' });
  save = (path) => result.save(path);
}
