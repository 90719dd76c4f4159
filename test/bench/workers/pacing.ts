// A server with a real limit of 600 a minute, and 64 callers in two processes that call again as soon as they can; with
// pacing and, at another server at the same time, without.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ClientReport, ClientTask } from './pacing-client.js';
import { report } from './report.js';

const limit = 600;
const windowMs = 60_000;
const latencyMs = 50;
const [processes, callers] = [2, 32];
/** So many whole windows are measured. */
const windows = 2;

const from = (Math.floor(Date.now() / windowMs) + 1) * windowMs;
const endsAt = from + windows * windowMs;
const [paced, unpaced] = await Promise.all([trial(true), trial(false)]);
report({ paced, unpaced });

async function trial(isPaced: boolean) {
  const served: number[] = [];
  let refused = 0;
  let [windowEndsAt, left] = [0, 0];
  const server = createServer((request, response) => {
    request.resume();
    const now = Date.now();
    if (now >= windowEndsAt) [windowEndsAt, left] = [(Math.floor(now / windowMs) + 1) * windowMs, limit];
    const isServed = left > 0;
    if (isServed) {
      left--;
      served.push(now);
    } else refused++;
    const headers = {
      'content-type': 'application/json',
      'x-ratelimit-limit': limit,
      'x-ratelimit-remaining': left,
      'x-ratelimit-reset': windowEndsAt / 1000,
      ...(!isServed && { 'retry-after': String(Math.ceil((windowEndsAt - now) / 1000)) }),
    };
    const body = isServed ? { object: 'list', data: [] } : { error: { message: 'Too many requests' } };
    void sleep(latencyMs).then(() => response.writeHead(isServed ? 200 : 429, headers).end(JSON.stringify(body)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const reports = await Promise.all(
    Array.from({ length: processes }, () => runClient({ port, callers, endsAt, isPaced })),
  );
  server.close();
  const whole = served.filter((at) => at >= from && at < endsAt).length;
  return {
    refused,
    refusedPercent: (100 * refused) / (refused + served.length),
    throughputPercent: (100 * whole) / (limit * windows),
    // Each caller's turn comes once while all of the others have theirs.
    fairShares: Math.max(...reports.map(({ longestMs }) => longestMs)) / ((processes * callers * windowMs) / limit),
    failed: reports.reduce((sum, { failed }) => sum + failed, 0),
  };
}

async function runClient(task: ClientTask): Promise<ClientReport> {
  const child = fork(fileURLToPath(new URL('./pacing-client.js', import.meta.url)), [JSON.stringify(task)]);
  const [message] = (await once(child, 'message')) as [ClientReport];
  return message;
}
