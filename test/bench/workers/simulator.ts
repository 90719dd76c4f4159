// The time of a call of the simulator, and of one of Prism in the same process: three operations by turns.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSimulator } from '@runcrate/sdk/testing';
import { tsImport } from 'tsx/esm/api';
import type { RunningPrism } from '../../../scripts/mock-prism.js';
import { inRounds } from '../rounds.js';
import { apiKey } from '../samples.js';
import { report, task } from './report.js';

const units = 60;
const { root } = task<{ readonly root: string }>();
// Not bundled: it looks up Prism from where it is.
const file = pathToFileURL(join(root, 'scripts/mock-prism.ts')).href;
const { startPrism } = (await tsImport(file, file)) as { startPrism(logLevel: string): Promise<RunningPrism> };
const prism = await startPrism('silent');
const origin = `http://127.0.0.1:${prism.port}`;

const api = createSimulator({ apiKey, credits: 1e6 });
const prismFetch: typeof fetch = (url, init) => fetch(origin + new URL(url as string).pathname, init);

report(await inRounds({ simulator: calls(api.fetch), prism: calls(prismFetch) }, { warmUps: 10, rounds: 30, units }));
await prism.close();

/** By `fetch`, so that the time of the SDK, which is the same for both, does not count. */
function calls(send: typeof fetch): () => Promise<number> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Why is the sky blue?' }] });
  const json = async (path: string, init?: RequestInit): Promise<unknown> =>
    (await send(path, { ...init, headers })).json();
  return async () => {
    let sum = 0;
    for (let done = 0; done < units; done += 3) {
      const chat = await json('https://api.runcrate.ai/v1/chat/completions', { method: 'POST', body });
      sum += (chat as { choices: unknown[] }).choices.length;
      const environments = await json('https://runcrate.ai/api/v1/environments');
      sum += (environments as { data: unknown[] }).data.length > 0 ? 1 : 0;
      const balance = await json('https://runcrate.ai/api/v1/billing/balance');
      sum += (balance as { data: { creditsBalance: number } }).data.creditsBalance > 0 ? 1 : 0;
    }
    return sum;
  };
}
