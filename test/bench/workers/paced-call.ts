// The time that pacing and metering add to a chat call, and that their hooks add to a client without them.
import { Runcrate } from '@runcrate/sdk';
import { UsageMeter } from '@runcrate/sdk/usage';
import { pathToFileURL } from 'node:url';
import { inRounds, type Contestant } from '../rounds.js';
import { apiKey, chatParams, chatText } from '../samples.js';
import { report, task } from './report.js';

interface Clients {
  /** The client in one file. */
  readonly asIs: string;
  /** The same without the hooks of pacing and metering. */
  readonly without: string;
}

type Options = ConstructorParameters<typeof Runcrate>[0];

const units = 150;
const limit = 1e9;
const fetch = limitedStub();
const { asIs, without } = task<Clients>();
const prices = [{ id: chatParams.model, pricing: { prompt: '2.8e-7', completion: 8.9e-7 } }];
const meter = new UsageMeter({ prices, budget: { usd: 1e9 } });

report(
  await inRounds(
    {
      plain: calls(Runcrate),
      paced: calls(Runcrate, { pacing: 'auto' }),
      metered: calls(Runcrate, { usage: meter }),
      both: calls(Runcrate, { pacing: 'auto', usage: meter }),
      'as it is': calls(await clientIn(asIs)),
      'without hooks': calls(await clientIn(without)),
      'plain again': calls(Runcrate),
    },
    { warmUps: 30, rounds: 150, units, shuffles: true },
  ),
);

async function clientIn(file: string): Promise<typeof Runcrate> {
  return ((await import(pathToFileURL(file).href)) as { readonly Runcrate: typeof Runcrate }).Runcrate;
}

/** Tells of a limit in each response, as the API does, and of the time, as every server does. */
function limitedStub(): () => Promise<Response> {
  const known = {
    'content-type': 'application/json',
    'x-request-id': 'req_01JNB6ZQ4T',
    'x-ratelimit-limit': `${limit}`,
  };
  let served = 0;
  return () => {
    const now = Date.now();
    const headers = {
      ...known,
      date: new Date(now).toUTCString(),
      'x-ratelimit-remaining': `${limit - ++served}`,
      'x-ratelimit-reset': `${(Math.floor(now / 60_000) + 1) * 60}`,
    };
    return Promise.resolve(new Response(chatText, { headers }));
  };
}

/** One turn of calls, one after the other. Resolves with the number of characters received. */
function calls(Client: typeof Runcrate, options: Options = {}): Contestant {
  const client = new Client({ apiKey, fetch, ...options });
  return async () => {
    let characters = 0;
    for (let done = 0; done < units; done++) {
      const { choices } = await client.models.chatCompletion(chatParams);
      characters += (choices[0]!.message.content as string).length;
    }
    return characters;
  };
}
