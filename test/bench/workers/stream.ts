// The time per event of a streamed chat completion, by the size of the reads.
import { Runcrate } from '@runcrate/sdk';
import OpenAI from 'openai';
import { inRounds, type Contestant } from '../rounds.js';
import { apiKey, chatEvents, chatParams } from '../samples.js';
import { report, task } from './report.js';
import { readsOf, streamStub } from './stub.js';

interface Task {
  /** Bytes per read, or one event per read. */
  readonly read: number | 'event';
  readonly events: number;
  readonly rounds: number;
  readonly peers: Readonly<Record<string, string>>;
}

interface Chunk {
  readonly choices: readonly { readonly delta: { readonly content?: unknown } }[];
}

const { read, events, rounds, peers } = task<Task>();
const texts = chatEvents(events);
const encoder = new TextEncoder();
const reads = read === 'event' ? texts.map((text) => encoder.encode(text)) : readsOf(texts.join(''), read);
const fetch = streamStub(reads);
const decoder = new TextDecoder();

const contestants: Record<string, Contestant> = {
  'split + parse': splitAndParse,
  runcrate: runcrate(),
  openai: openai(OpenAI),
};
if (peers['groq-sdk'] !== undefined) {
  const { default: Groq } = (await import(peers['groq-sdk'])) as { readonly default: typeof OpenAI };
  contestants['groq-sdk'] = openai(Groq);
}

report(await inRounds(contestants, { warmUps: 8, rounds, units: events }));

/** The minimum of reading an event stream: it handles only the exact format of this server. */
async function splitAndParse(): Promise<number> {
  const response = await fetch('https://api.runcrate.ai/v1/chat/completions');
  const reader = response.body!.getReader();
  let rest = '';
  let characters = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return characters;
    const pieces = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = pieces.pop()!;
    for (const piece of pieces) {
      const data = piece.slice('data: '.length);
      if (data === '[DONE]') return characters;
      characters += charactersOf(JSON.parse(data) as Chunk);
    }
  }
}

function runcrate(): Contestant {
  const client = new Runcrate({ apiKey, fetch });
  return async () => {
    let characters = 0;
    const stream = await client.models.chatCompletion({ ...chatParams, stream: true });
    for await (const chunk of stream) characters += charactersOf(chunk);
    return characters;
  };
}

function openai(Client: typeof OpenAI): Contestant {
  const client = new Client({ apiKey, baseURL: 'https://api.runcrate.ai/v1', fetch });
  return async () => {
    let characters = 0;
    const messages = [...chatParams.messages];
    const stream = await client.chat.completions.create({ ...chatParams, messages, stream: true });
    for await (const chunk of stream) characters += charactersOf(chunk);
    return characters;
  };
}

function charactersOf({ choices }: Chunk): number {
  return (choices[0]!.delta.content as string).length;
}
