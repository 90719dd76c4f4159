import { spawn } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mustRun } from './command.js';
import { listen, type TrialServer } from './listen.js';
import { tool, type Tool } from './tools.js';
import type { Bench, Section, Trial } from './trial.js';

/** The routes and the page of an app, each with what it does with a client `rc`. */
const sources: Readonly<Record<string, string>> = {
  'balance/route.js': `export const GET = async () => Response.json(await rc.billing.getBalance());`,
  'chat/route.js': `export const GET = async () => Response.json(await rc.models.chatCompletion({ model: 'm', messages: [] }));`,
  'video/route.js': `export const GET = async () => Response.json(await rc.models.waitForVideo('v', { pollInterval: 0.1, maxWait: 20 }));`,
  'page/page.js': `export default async function Page() {
    const { creditsBalance } = await rc.billing.getBalance();
    return <p>{creditsBalance}</p>;
  }`,
};

/** What a visitor of the app gets, twice. Next.js 13 and 14 build a route ahead, and cache each `fetch`, unless told. */
export const nextApps: Section = {
  subject: 'framework',
  checks: Object.keys(sources).map(dirname),
  trials: [nextTrial('14.2.35', '18.3.1'), nextTrial('15.5.29', '19.3.1')],
};

function nextTrial(version: string, reactVersion: string): Trial {
  return {
    name: 'Next.js',
    format: 'app router',
    async run({ project }: Bench) {
      const next = await tool(`next@${version}`, `react@${reactVersion}`, `react-dom@${reactVersion}`);
      await using api = await startApi();
      const folder = await project.newFolder(`next-${version}`);
      await writeApp(folder, next, api.origin);
      const bin = next.file('dist/bin/next');
      const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } as const;
      await mustRun(process.execPath, [bin, 'build'], { cwd: folder, timeout: 600, env });
      await using app = await startApp([bin, 'start', '--port', '0', '--hostname', '127.0.0.1'], folder);
      const checks: Record<string, string> = {};
      for (const name of nextApps.checks) checks[name] = await problemOf(`${app.origin}/${name}`);
      return { version: next.version, checks };
    },
  };
}

async function writeApp(folder: string, next: Tool, origin: string): Promise<void> {
  await symlink(dirname(next.module('next')), join(folder, 'node_modules'), 'junction');
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const options = JSON.stringify({ apiKey: 'rc_live_smoke', baseUrl: origin, inferenceUrl: origin, logLevel: 'error' });
  const client = `import Runcrate from '@runcrate/sdk';\nconst rc = new Runcrate(${options});\n`;
  const layout = 'export default ({ children }) => <html><body>{children}</body></html>;';
  for (const [path, text] of Object.entries({ ...sources, 'layout.js': layout })) {
    const file = join(folder, 'app', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, path === 'layout.js' ? text : client + text);
  }
}

/** An API whose every response differs from the one before. A video is completed when it was asked for three times. */
async function startApi(): Promise<TrialServer> {
  let count = 0;
  let videos = 0;
  return listen((request, response) => {
    count++;
    const { url = '' } = request;
    const status = url.includes('/videos') && ++videos % 3 === 0 ? 'completed' : 'processing';
    const choices = [{ index: 0, message: { role: 'assistant', content: `${count}` }, finish_reason: 'stop' }];
    const body = url.endsWith('/balance') ? { data: { creditsBalance: count } } : { id: `${count}`, status, choices };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
}

/** Resolves when the app has said where it listens. */
async function startApp(args: readonly string[], cwd: string): Promise<TrialServer> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        output += piece.toString();
        const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
        if (found === undefined || !output.includes('Ready')) return;
        clearTimeout(timer);
        resolve(found);
      });
    }
    void closed.then(() => reject(new Error(`next start exited: ${output.slice(-1000)}`)));
  });
  return {
    origin,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** The problem with two visits; an empty string if each got a response of its own. */
async function problemOf(url: string): Promise<string> {
  const texts: string[] = [];
  for (let visit = 1; visit <= 2; visit++) {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    const text = await response.text();
    if (!response.ok) return `status ${response.status}: ${text.slice(0, 300)}`;
    texts.push(text);
  }
  return texts[0] === texts[1] ? `the second visitor got what the first one had: ${texts[0]?.slice(0, 300)}` : '';
}
