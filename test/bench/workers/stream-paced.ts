// The time per event of a streamed chat completion whose events arrive one at a time, in a process that is young.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { apiKey, chatParams } from '../samples.js';
import { report, task } from './report.js';

interface Task {
  readonly by: 'raw fetch' | 'runcrate' | 'openai';
  /** Events of one stream. */
  readonly events: number;
  /** Streams of each measurement: the first ones of the process, and those after the warm-up. */
  readonly streams: number;
  /** Streams between the two measurements. */
  readonly warmUps: number;
}

interface Chunk {
  readonly choices: readonly { readonly delta: { readonly content?: unknown } }[];
}

type Stream = () => Promise<AsyncIterable<Chunk>>;

const { by, events, warmUps, streams } = task<Task>();
const server = fork(fileURLToPath(new URL('paced-server.js', import.meta.url)), [String(events)]);
const [port] = (await once(server, 'message')) as [number];
const url = `http://127.0.0.1:${port}`;
const opens = { 'raw fetch': rawFetch, runcrate, openai };
// Each process loads only its own client.
const open = await opens[by]();

const cold = await measure();
for (let stream = 0; stream < warmUps; stream++) await read();
const warm = await measure();
report({ cold, warm });
server.disconnect();

/** Microseconds of processor time per event. */
async function measure(): Promise<number> {
  const before = process.cpuUsage();
  for (let stream = 0; stream < streams; stream++) await read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (streams * events);
}

async function read(): Promise<void> {
  let count = 0;
  for await (const { choices } of await open()) if (typeof choices[0]!.delta.content === 'string') count++;
  if (count !== events) throw new Error(`${by} has read ${count} events of ${events}.`);
}

async function runcrate(): Promise<Stream> {
  const { Runcrate } = await import('@runcrate/sdk');
  const client = new Runcrate({ apiKey, baseUrl: url, inferenceUrl: url });
  return () => client.models.chatCompletion({ ...chatParams, stream: true });
}

async function openai(): Promise<Stream> {
  const { default: OpenAI } = await import('openai');
  const client = new OpenAI({ apiKey, baseURL: `${url}/v1` });
  return () => client.chat.completions.create({ ...chatParams, messages: [...chatParams.messages], stream: true });
}

/** The minimum: it handles only the exact format of this server. */
function rawFetch(): Promise<Stream> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ ...chatParams, stream: true });
  return Promise.resolve(async () => {
    const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST', headers, body });
    return chunksOf(response.body!);
  });
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Chunk, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const pieces = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = pieces.pop()!;
    for (const piece of pieces) {
      const data = piece.slice('data: '.length);
      if (data !== '[DONE]') yield JSON.parse(data) as Chunk;
    }
  }
}
