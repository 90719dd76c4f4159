import { readdirSync, readFileSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock } from '../../scripts/mock-server.js';
import { Runcrate } from '../../src/index.node.js';
import { root } from '../helpers/build.js';
import { expectEnd } from '../helpers/expect-end.js';
import { useExamples, type ExampleOptions } from '../helpers/example.js';
import { startProgram, type FinishedProgram } from '../helpers/program.js';
import { simulatorServer } from '../helpers/simulator-server.js';

const examples = useExamples();
const files = readdirSync(join(root, 'examples'));
const programs = files.filter((file) => file.endsWith('.ts'));
let mock: Mock;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  mock = await startMock({ media: true });
  environment = {
    RUNCRATE_API_KEY: mock.apiKey,
    RUNCRATE_BASE_URL: mock.baseUrl,
    RUNCRATE_INFERENCE_URL: mock.inferenceUrl,
    POLL_INTERVAL_MS: '100',
  };
});

afterAll(() => mock.close());

test.concurrent('the terminal chat runs against the mock', async () => {
  const chat = await examples.start('chat-in-terminal', { environment });
  chat.type('Hello');
  chat.endInput();
  expectEnd(await chat.finished, 0, /^> .+\n$/);
});

test.concurrent('the tool loop ends with the mock, which calls the tool that the question names', async () => {
  const { output } = await run('tool-loop', { args: ['Use get_balance: what do I have left?'] });
  expect(output).toBe('→ get_balance({})\nThe café opens at 7:00 ☕\n\nRounds: 2\n');
});

test.concurrent('the server forwards the stream of the mock', async () => {
  const app = await examples.start('stream-to-browser', { environment: { ...environment, PORT: '0' } });
  await app.printed('\n');
  const response = await fetch(`${/http:\S+/.exec(app.output)![0]}/chat`, {
    method: 'POST',
    body: JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }] }),
    headers: { 'content-type': 'application/json' },
  });
  const lines = (await response.text()).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
    expect.arrayContaining([expect.objectContaining({ choices: [expect.objectContaining({ finishReason: 'stop' })] })]),
  );
});

test.concurrent('the image batch saves the images of the mock', async () => {
  expectSuccess(await run('image-batch'), '4 of 4 images are in images.');
});

test.concurrent('the video job is started and fetched from the mock', async () => {
  const folder = await examples.folder();
  expectSuccess(await run('video-job', { args: ['start', 'Ocean waves'], folder }), 'Started job ');
  expectSuccess(await run('video-job', { args: ['fetch', 'waves.mp4'], folder }), 'Saved as waves.mp4.');
});

test.concurrent('the recording gets subtitles from the mock', async () => {
  const folder = await examples.folder();
  await writeFile(join(folder, 'talk.mp3'), 'bytes of a recording');
  expectSuccess(await run('transcribe-to-subtitles', { args: ['talk.mp3'], folder }), 'talk.srt');
  expect(readFileSync(join(folder, 'talk.srt'), 'utf8')).toContain('00:00:00,000 --> 00:00:02,400');
});

// The mock keeps no state: there, no instance ever ends.
test.concurrent('the training run leases an instance of the simulator and terminates it', async () => {
  await using server = await simulatorServer();
  await new Runcrate(server.api.options).sshKeys.create({
    name: 'my-laptop',
    publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5',
  });
  const folder = await examples.folder();
  await writeFile(join(folder, 'ssh'), '#!/bin/sh\necho "$@"\n');
  await chmod(join(folder, 'ssh'), 0o755);
  const PATH = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
  const run = examples.run('training-run', {
    folder,
    environment: { ...server.environment, POLL_INTERVAL_MS: '100', PATH },
  });
  expectSuccess(await run, 'Terminated ');
  expect(server.api.instances.all().map(({ status }) => status)).toEqual(['terminated']);
});

test.concurrent('the billing report runs with tsx, as its comment documents, without a build', async () => {
  const program = startProgram(['--import', 'tsx', 'examples/billing-report.ts'], root, environment);
  expectSuccess(await program.finished, 'total ');
});

test('every example documents what it shows, how to run it and what it needs', () => {
  expect(programs).toHaveLength(8);
  for (const file of programs) {
    const [comment = ''] = readFileSync(join(root, 'examples', file), 'utf8').split('import ');
    expect(comment).toMatch(/^\/\/ \w.+\n/);
    expect(comment).toContain('export RUNCRATE_API_KEY=rc_live_...');
    expect(comment).toContain(`npx tsx examples/${file}`);
  }
});

test('the README of the examples lists all examples and nothing else', () => {
  const readme = readFileSync(join(root, 'examples', 'README.md'), 'utf8');
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  // testing.test.ts has those of testing/.
  const isProgram = (target: string): boolean => target.endsWith('.ts') && !target.startsWith('testing/');
  expect(links.filter(isProgram).sort()).toEqual(programs.sort());
  expect(links.filter((target) => !target.endsWith('.ts') && !target.includes('/'))).toEqual(['recipes.md']);
});

function run(name: string, options: ExampleOptions = {}): Promise<FinishedProgram> {
  return examples.run(name, { environment, ...options });
}

function expectSuccess(finished: FinishedProgram, says: string): void {
  expectEnd(finished, 0, says);
  expect(finished.output).not.toMatch(/undefined|NaN|\[object|rc_live_/);
}
