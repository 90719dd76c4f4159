import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectEnd } from '../helpers/expect-end.js';
import { useExamples } from '../helpers/example.js';
import { answer, loopbackServer, type AcceptedRequest, type Reply } from '../helpers/loopback-server.js';
import { environmentOf } from '../helpers/program.js';
import { jobId, videoServer } from '../helpers/video-server.js';

const examples = useExamples();
const pixels = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
const image = answer({ body: { data: [{ b64_json: pixels.toString('base64') }] } });
const refusal = (status: number, message: string): Reply => answer({ status, body: { error: { code: 'x', message } } });

test.concurrent('the image batch saves each image, prints its progress and lists the failures', async () => {
  await using server = await loopbackServer((request) => {
    const prompt = promptOf(request);
    return prompt === 'B' ? refusal(422, 'This prompt is not allowed.') : image;
  });
  const folder = await examples.folder();
  await writeFile(join(folder, 'prompts.txt'), 'A fox, at night\nB\n\nC\nD\n');
  const { exitCode, output } = await examples.run('image-batch', {
    environment: environmentOf(server),
    args: ['prompts.txt', 'out'],
    folder,
  });
  expect({ exitCode, output }).toMatchObject({ exitCode: 1 });
  expect(readdirSync(join(folder, 'out'))).toEqual(['001-a-fox-at-night.webp', '003-c.webp', '004-d.webp']);
  expect(readFileSync(join(folder, 'out', '003-c.webp'))).toEqual(pixels);
  // No terminal: a line each, and no bar.
  expect(output.match(/^\d\/4/gm)).toEqual(['1/4', '2/4', '3/4', '4/4']);
  expect(output).not.toContain('█');
  expect(output).toContain('✗ B: This prompt is not allowed.\n3 of 4 images are in out.\n');
});

test.concurrent(
  'on a terminal, the image batch draws a bar that ends full, and nothing else of its progress',
  async () => {
    await using server = await loopbackServer(() => image);
    // What the program and the bar ask a terminal for.
    const terminal = 'data:text/javascript,process.stderr.isTTY=true';
    const environment = { ...environmentOf(server), NODE_OPTIONS: `--import=${terminal}` };
    const { exitCode, output } = await examples.run('image-batch', { environment });
    expectEnd({ exitCode, output }, 0, '4 of 4 images are in images.');
    expect(output).toContain('[······························] 0/4  0 failed');
    expect(output).toContain('[██████████████████████████████] 4/4  0 failed  0 s left');
    expect(output).not.toMatch(/^\d\/4/m);
  },
);

test.concurrent('the image batch generates three images at a time', async () => {
  const waiting: (() => void)[] = [];
  let most = 0;
  await using server = await loopbackServer(() => (request, response) => {
    waiting.push(() => void image(request, response));
    most = Math.max(most, waiting.length);
    // All three wait for one another: with fewer at a time, this would never finish.
    if (waiting.length === 3) for (const reply of waiting.splice(0)) reply();
  });
  const folder = await examples.folder();
  await writeFile(join(folder, 'prompts.txt'), ['1', '2', '3', '4', '5', '6'].join('\n'));
  const { exitCode } = await examples.run('image-batch', {
    environment: environmentOf(server),
    args: ['prompts.txt', 'out'],
    folder,
  });
  expect(exitCode).toBe(0);
  expect(most).toBe(3);
  expect(server.requests).toHaveLength(6);
});

test.concurrent('the image batch does not generate an image that exists already', async () => {
  await using server = await loopbackServer(() => image);
  const folder = await examples.folder();
  await writeFile(join(folder, 'prompts.txt'), 'One\nTwo\nThree');
  await mkdir(join(folder, 'images'));
  for (const name of ['001-one.webp', '003-three.webp']) await writeFile(join(folder, 'images', name), 'there');
  const options = { environment: environmentOf(server), args: ['prompts.txt'], folder };
  const { exitCode, output } = await examples.run('image-batch', options);
  expectEnd({ exitCode, output }, 0, '3 of 3 images are in images.');
  expect(server.requests.map(promptOf)).toEqual(['Two']);
  expect(readFileSync(join(folder, 'images', '001-one.webp'), 'utf8')).toBe('there');
});

test.concurrent('the image batch sends no more requests when there are no credits', async () => {
  await using server = await loopbackServer(() => refusal(402, 'No credits.'));
  const folder = await examples.folder();
  await writeFile(join(folder, 'prompts.txt'), Array.from({ length: 20 }, (_, index) => `Prompt ${index}`).join('\n'));
  const { exitCode, output } = await examples.run('image-batch', {
    environment: environmentOf(server),
    args: ['prompts.txt'],
    folder,
  });
  expect(exitCode).toBe(1);
  expect(server.requests).toHaveLength(3);
  expect(output).toContain('The others would fail with the same error.\n0 of 20 images');
});

test.concurrent('on Ctrl-C, the image batch finishes the images in progress and starts no other', async () => {
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  let allStarted!: () => void;
  const batchIsStarted = new Promise<void>((resolve) => (allStarted = resolve));
  await using server = await loopbackServer((_, index) => async (request, response) => {
    if (index === 2) allStarted();
    await released;
    await image(request, response);
  });
  const batch = await examples.start('image-batch', { environment: environmentOf(server) });
  await batchIsStarted;
  batch.signal('SIGINT');
  await batch.printed('Waiting for the images in progress.');
  release();
  const { exitCode, output } = await batch.finished;
  expect({ exitCode, output }).toMatchObject({ exitCode: 1 });
  expect(output).toContain('Stopped by Ctrl-C.\n3 of 4 images');
  expect(server.requests).toHaveLength(3);
});

test.concurrent('a video job that one process started is saved by another', async () => {
  const video = answer({ headers: { 'content-type': 'video/mp4' }, body: 'a video' });
  await using server = await videoServer([video], ['queued', 'processing', 'completed']);
  const folder = await examples.folder();
  const environment = { ...environmentOf(server), POLL_INTERVAL_MS: '100' };
  const first = await examples.run('video-job', { environment, args: ['start', 'Ocean waves'], folder });
  expect(first).toMatchObject({ exitCode: 0, output: `Started job ${jobId}.\n` });
  const second = await examples.run('video-job', { environment, args: ['fetch', 'waves.mp4'], folder });
  expect(second).toMatchObject({
    exitCode: 0,
    output: 'queued\nprocessing\ncompleted\n7 of 7 bytes\nSaved as waves.mp4.\n',
  });
  expect(readdirSync(folder)).toEqual(['waves.mp4']);
  expect(readFileSync(join(folder, 'waves.mp4'), 'utf8')).toBe('a video');
  expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test.concurrent('a new video job does not overwrite one that is not fetched yet', async () => {
  await using server = await loopbackServer([]);
  const folder = await examples.folder();
  await writeFile(join(folder, 'video-job.json'), JSON.stringify({ id: jobId }));
  const options = { environment: environmentOf(server), args: ['start', 'Ocean waves'], folder };
  const { exitCode, output } = await examples.run('video-job', options);
  expectEnd({ exitCode, output }, 1, 'fetch that video first');
  expect(server.requests).toHaveLength(0);
});

test.concurrent('after a failed video job, the next one can start', async () => {
  await using server = await videoServer([], ['failed']);
  const folder = await examples.folder();
  const environment = environmentOf(server);
  await writeFile(join(folder, 'video-job.json'), JSON.stringify({ id: jobId }));
  const { exitCode, output } = await examples.run('video-job', { environment, args: ['fetch', 'waves.mp4'], folder });
  expectEnd({ exitCode, output }, 1, `${jobId} failed`);
  expect(readdirSync(folder)).toEqual([]);
});

test.concurrent('after a failed download, the job is kept for the next run', async () => {
  await using server = await videoServer([refusal(403, 'Not with this key.')]);
  const folder = await examples.folder();
  const environment = environmentOf(server);
  await writeFile(join(folder, 'video-job.json'), JSON.stringify({ id: jobId }));
  const { exitCode, output } = await examples.run('video-job', { environment, args: ['fetch', 'waves.mp4'], folder });
  expectEnd({ exitCode, output }, 1, 'Not with this key.');
  expect(JSON.parse(readFileSync(join(folder, 'video-job.json'), 'utf8'))).toMatchObject({ id: jobId });
});

test.concurrent('a video job that could not be started leaves no file', async () => {
  await using server = await loopbackServer([refusal(402, 'No credits.')]);
  const folder = await examples.folder();
  const environment = environmentOf(server);
  const { exitCode, output } = await examples.run('video-job', { environment, args: ['start', 'Waves'], folder });
  expectEnd({ exitCode, output }, 1, 'No credits.');
  expect(readdirSync(folder)).toEqual([]);
});

const srt = '1\n00:00:00,000 --> 00:00:02,000\nHello.\n\n2\n00:00:02,000 --> 00:00:04,000\nAgain.\n';

test.concurrent.each([
  { format: 'srt', args: [], text: srt },
  { format: 'vtt', args: ['--format', 'vtt', '--language', 'en'], text: 'WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n' },
])('subtitles in the format $format are written next to the recording', async ({ format, args, text }) => {
  await using server = await loopbackServer([answer({ headers: { 'content-type': 'text/plain' }, body: text })]);
  const folder = await examples.folder();
  await writeFile(join(folder, 'talk.mp3'), 'bytes of a recording');
  const { exitCode, output } = await examples.run('transcribe-to-subtitles', {
    environment: environmentOf(server),
    args: [join(folder, 'talk.mp3'), ...args],
  });
  expectEnd({ exitCode, output }, 0, /: [12] subtitles\n$/);
  expect(readFileSync(join(folder, `talk.${format}`), 'utf8')).toBe(text);
  const sent = server.requests[0]!.body.toString();
  expect(sent).toContain('bytes of a recording');
  expect(sent).toMatch(new RegExp(`name="response_format"\\s+${format}`));
  expect(sent.includes('name="language"')).toBe(args.includes('--language'));
});

test.concurrent('existing subtitles are not overwritten, and no request is sent', async () => {
  await using server = await loopbackServer([]);
  const folder = await examples.folder();
  await writeFile(join(folder, 'talk.mp3'), 'bytes of a recording');
  await writeFile(join(folder, 'talk.srt'), 'corrected by hand');
  const options = { environment: environmentOf(server), args: ['talk.mp3'], folder };
  const { exitCode, output } = await examples.run('transcribe-to-subtitles', options);
  expect({ exitCode, output }).toMatchObject({
    exitCode: 1,
    output: 'talk.srt exists already. Move it first.\n',
  });
  expect(readFileSync(join(folder, 'talk.srt'), 'utf8')).toBe('corrected by hand');
  expect(server.requests).toHaveLength(0);
});

test.concurrent('a transcript without timestamps is kept, but not as subtitles', async () => {
  await using server = await loopbackServer([answer({ body: { text: 'Hello again.' } })]);
  const folder = await examples.folder();
  await writeFile(join(folder, 'talk.mp3'), 'bytes of a recording');
  const options = { environment: environmentOf(server), args: ['talk.mp3'], folder };
  const { exitCode, output } = await examples.run('transcribe-to-subtitles', options);
  expectEnd({ exitCode, output }, 1, 'The transcript has no timestamps');
  expect(readFileSync(join(folder, 'talk.txt'), 'utf8')).toBe('Hello again.');
  expect(existsSync(join(folder, 'talk.srt'))).toBe(false);
});

function promptOf({ body }: AcceptedRequest): string {
  return (JSON.parse(body.toString()) as { readonly prompt: string }).prompt;
}
