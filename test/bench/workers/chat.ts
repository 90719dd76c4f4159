// The time of a chat call, without the network.
import { Runcrate } from '@runcrate/sdk';
import OpenAI from 'openai';
import createClient from 'openapi-fetch';
import type { paths } from '../../../generated/schema.js';
import { inRounds, type Contestant } from '../rounds.js';
import { apiKey, chatParams, chatText } from '../samples.js';
import { report, task } from './report.js';
import { jsonStub } from './stub.js';

interface Peers {
  /** The URL of each module. */
  readonly peers: Readonly<Record<string, string>>;
}

/** The part of ky that is used. */
interface Ky {
  readonly default: {
    post(url: string, options: object): { json(): Promise<unknown> };
  };
}

interface Completion {
  readonly choices: readonly { readonly message: { readonly content?: unknown } }[];
}

const units = 300;
const origin = 'https://api.runcrate.ai/v1';
const url = `${origin}/chat/completions`;
const fetch = jsonStub(chatText);
const { peers } = task<Peers>();

const contestants: Record<string, Contestant> = {
  'raw fetch': repeated(async () => {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(chatParams) });
    return JSON.parse(await response.text()) as Completion;
  }),
  runcrate: runcrate(),
  openai: openai(OpenAI),
  'openapi-fetch': openapiFetch(),
};
if (peers['groq-sdk'] !== undefined) {
  // Both SDKs come from one generator, so the same call works.
  const { default: Groq } = (await import(peers['groq-sdk'])) as { readonly default: typeof OpenAI };
  contestants['groq-sdk'] = openai(Groq);
}
if (peers['ky'] !== undefined) contestants['ky'] = ky((await import(peers['ky'])) as Ky);

report(await inRounds(contestants, { warmUps: 20, rounds: 60, units }));

function runcrate(): Contestant {
  const client = new Runcrate({ apiKey, fetch });
  return repeated(() => client.models.chatCompletion(chatParams));
}

function openai(Client: typeof OpenAI): Contestant {
  const client = new Client({ apiKey, baseURL: origin, fetch });
  return repeated(() => client.chat.completions.create({ ...chatParams, messages: [...chatParams.messages] }));
}

function openapiFetch(): Contestant {
  const client = createClient<paths>({ baseUrl: origin, fetch, headers: { authorization: `Bearer ${apiKey}` } });
  const body = { ...chatParams, messages: [...chatParams.messages] };
  return repeated(async () => (await client.POST('/chat/completions', { body })).data);
}

function ky({ default: client }: Ky): Contestant {
  const headers = { authorization: `Bearer ${apiKey}` };
  return repeated(() => client.post(url, { json: chatParams, headers, fetch }).json());
}

/** One turn. Resolves with the number of characters received. */
function repeated(call: () => Promise<unknown>): Contestant {
  return async () => {
    let characters = 0;
    for (let done = 0; done < units; done++) {
      const { choices } = (await call()) as Completion;
      characters += (choices[0]!.message.content as string).length;
    }
    return characters;
  };
}
