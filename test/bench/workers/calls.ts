// The memory of a call while it waits for its response, and what is left after all responses.
import { Runcrate } from '@runcrate/sdk';
import { fork } from 'node:child_process';
import { getEventListeners, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { apiKey, chatParams } from '../samples.js';
import { report, task } from './report.js';

interface Task {
  readonly by: 'raw fetch' | 'runcrate';
  readonly calls: number;
}

type Call = (signal: AbortSignal) => Promise<unknown>;

const { by, calls } = task<Task>();
const server = fork(fileURLToPath(new URL('calls-server.js', import.meta.url)), [String(calls)]);
const [port] = (await once(server, 'message')) as [number];
const url = `http://127.0.0.1:${port}`;
const call = by === 'runcrate' ? runcrate() : rawFetch();

// What is created once, on first use, does not count as a cost of a call.
await burst(call);
await settled();
const before = { heap: heap(), resources: process.getActiveResourcesInfo() };
const { inFlight, listeners } = await burst(call);
await settled();
const resources = left(before.resources, process.getActiveResourcesInfo());
report({
  heapInFlight: (inFlight - before.heap) / calls,
  heapKept: (heap() - before.heap) / calls,
  left: [...resources, ...Array.from({ length: listeners }, () => 'listener')],
});
server.disconnect();

/** Makes all calls at once. */
async function burst(one: Call): Promise<{ inFlight: number; listeners: number }> {
  // All calls share one signal, as in a server with a shutdown signal.
  const { signal } = new AbortController();
  const allHere = once(server, 'message');
  const results = Array.from({ length: calls }, () => one(signal));
  await allHere;
  const inFlight = heap();
  server.send('go');
  await Promise.all(results);
  return { inFlight, listeners: getEventListeners(signal, 'abort').length };
}

function runcrate(): Call {
  const client = new Runcrate({ apiKey, baseUrl: url, inferenceUrl: url });
  return (signal) => client.models.chatCompletion(chatParams, { signal });
}

/** Without the signal, since Node's fetch keeps a listener for each call. */
function rawFetch(): Call {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  return async () => {
    const response = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers,
      body: JSON.stringify(chatParams),
    });
    return JSON.parse(await response.text()) as unknown;
  };
}

function heap(): number {
  // The second collection frees what the finalizers of the first released.
  globalThis.gc!();
  globalThis.gc!();
  return process.memoryUsage().heapUsed;
}

/** Waits until connections are closed. */
async function settled(): Promise<void> {
  await sleep(1000);
}

/** The names of the handles and timers that exist now and did not exist before. */
function left(earlier: readonly string[], now: readonly string[]): string[] {
  const known = [...earlier];
  return now.filter((name) => {
    const at = known.indexOf(name);
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}
