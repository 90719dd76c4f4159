// `npx tsx --expose-gc test/bench/memory.ts`: what large files add to the memory of the process. Not part of npm test.
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Runcrate, type FileInput } from '../../src/index.node.js';
import { png, temporaryFolder } from '../helpers/media.js';

const megabyte = 1024 * 1024;
const uploadMegabytes = 300;
const videoMegabytes = 1024;
const pictureMegabytes = 48;
const textMegabytes = (pictureMegabytes * 4) / 3;
const goalMegabytes = 64;

interface Measurement {
  readonly name: string;
  readonly goal: number;
  /** What is measured. */
  readonly work: (client: Runcrate) => Promise<void>;
  /** What has to be there before. */
  readonly prepare: (client: Runcrate) => Promise<void>;
}

await using folder = await temporaryFolder();
const recording = folder.at('recording.wav');
let save: (path: string) => Promise<void>;

const measurements: Readonly<Record<string, Measurement>> = {
  path: {
    name: `upload of ${uploadMegabytes} MB from a path`,
    goal: goalMegabytes,
    prepare: (client) => prepareUpload(client),
    work: (client) => upload(client, recording),
  },
  stream: {
    name: `upload of ${uploadMegabytes} MB from a stream`,
    goal: goalMegabytes,
    prepare: (client) => prepareUpload(client),
    work: (client) => upload(client, createReadStream(recording)),
  },
  download: {
    name: `download of ${videoMegabytes} MB to disk`,
    goal: goalMegabytes,
    prepare: async (client) => void (await client.models.getVideoStatus('job')),
    work: download,
  },
  picture: {
    name: `save of ${textMegabytes} MB of base64, beside its text`,
    goal: textMegabytes,
    prepare: preparePicture,
    work: () => save(folder.at('picture.png')),
  },
};

const [chosen] = process.argv.slice(2);
if (chosen === undefined) measureAll();
else await measure(measurements[chosen]!);

/** Each in a process of its own: what one has held once, the next need not add. */
function measureAll(): void {
  const statuses = Object.keys(measurements).map((name) => {
    const args = [...process.execArgv, fileURLToPath(import.meta.url), name];
    return spawnSync(process.execPath, args, { stdio: 'inherit' }).status;
  });
  process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
}

/** The most that the process holds beyond what it held before. */
async function measure({ name, goal, prepare, work }: Measurement): Promise<void> {
  if (globalThis.gc === undefined) throw new Error('Run it with --expose-gc.');
  const server = fork(fileURLToPath(new URL('memory-server.ts', import.meta.url)), [String(videoMegabytes * megabyte)]);
  const url = `http://127.0.0.1:${await portOf(server)}`;
  const client = new Runcrate({ apiKey: 'rc_live_bench', baseUrl: url, inferenceUrl: url });
  await prepare(client);
  globalThis.gc();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  await work(client);
  clearInterval(timer);
  server.disconnect();
  const added = (Math.max(most, process.memoryUsage.rss()) - before) / megabyte;
  const figures = `${added.toFixed(1).padStart(6)} MB added, goal < ${goal} MB`;
  console.log(`${name.padEnd(46)} ${figures}  ${added < goal ? 'pass' : 'MISS'}`);
  process.exitCode = added < goal ? 0 : 1;
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
  if (Number(text) <= uploadMegabytes * megabyte) throw new Error(`Only ${text} bytes have arrived.`);
}

async function download(client: Runcrate): Promise<void> {
  const path = folder.at('film.mp4');
  await client.models.saveVideo(path, 'job');
  if ((await stat(path)).size !== videoMegabytes * megabyte) throw new Error('The film is not whole.');
}

async function preparePicture(): Promise<void> {
  const text = Buffer.concat([png, Buffer.alloc(pictureMegabytes * megabyte - png.length, 7)]).toString('base64');
  const answer = { data: [{ b64_json: text }] };
  const client = new Runcrate({ apiKey: 'rc_live_bench', fetch: () => Promise.resolve(Response.json(answer)) });
  const result = await client.models.generateImage({ model: 'a', prompt: 'b' });
  save = (path) => result.save(path);
}

async function portOf(child: ChildProcess): Promise<number> {
  const [port] = (await once(child, 'message')) as [number];
  return port;
}
