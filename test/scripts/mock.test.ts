import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startMock } from '../../scripts/mock-server.js';
import { root, runNode } from '../helpers/consumer.js';
import { compiled } from '../helpers/script.js';

const command = await compiled('scripts/mock.ts');

test('npm run mock prints its URLs and the variables for a program, and exits on Ctrl-C', async () => {
  const child = spawn(process.execPath, [command, '--port', '0'], { cwd: root });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await expect.poll(() => output, { timeout: 20_000 }).toContain('export RUNCRATE_INFERENCE_URL=http://127.0.0.1:');
  const [, baseUrl] = /^infrastructure +(\S+)$/m.exec(output)!;
  const response = await fetch(`${baseUrl}/instances`, { headers: { authorization: 'Bearer rc_live_mock' } });
  expect(response.status).toBe(200);
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('the error for a port in use names the option and another port', async () => {
  await using mock = await startMock();
  const { port } = new URL(mock.baseUrl);
  const { exitCode, output } = await runNode([command, '--port', port], root);
  expect(exitCode).toBe(1);
  expect(output).toMatch(new RegExp(`^Port ${port} is in use: .* with --port, as in npm run mock -- --port \\d+\n$`));
});

test.each(['--port http', '--port 65536', '--port=-1', '--prot 4010', '4010'])(
  'the arguments %s are rejected with one sentence on --port',
  async (args) => {
    const { exitCode, output } = await runNode([command, ...args.split(' ')], root);
    expect(exitCode).toBe(2);
    expect(output).toMatch(/^.*npm run mock -- --port 4010\n$/);
  },
);

test('the mock delays the events of a stream, and sends all of them', async () => {
  await using paced = await startMock({ eventDelayMs: 1 });
  await using whole = await startMock();
  const transcript = async ({ inferenceUrl, apiKey }: typeof paced): Promise<string[]> => {
    const response = await fetch(`${inferenceUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ model: 'a', messages: [{ role: 'user', content: 'b' }], stream: true }),
    });
    const pieces: string[] = [];
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) pieces.push(chunk);
    return pieces;
  };
  const [slowly, atOnce] = [await transcript(paced), await transcript(whole)];
  expect(slowly.length).toBeGreaterThan(atOnce.length);
  expect(slowly.join('')).toBe(atOnce.join(''));
});

test('a page of another origin may call the mock: the preflight, its request, an error and a file carry CORS headers', async () => {
  await using mock = await startMock({ media: true });
  const origin = 'https://app.example';
  const preflight = await fetch(`${mock.baseUrl}/instances`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-runcrate-retry-count',
    },
  });
  expect([preflight.status, await preflight.text()]).toEqual([204, '']);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': expect.stringContaining('POST') as string,
    'access-control-allow-headers': 'authorization,content-type,x-runcrate-retry-count',
  });
  const authorization = `Bearer ${mock.apiKey}`;
  const image = `${new URL(mock.baseUrl).origin}/assets/1.webp`;
  const sent = await Promise.all([
    fetch(`${mock.baseUrl}/instances`, { headers: { origin, authorization } }),
    fetch(`${mock.baseUrl}/instances`, { headers: { origin } }),
    fetch(image, { headers: { origin } }),
  ]);
  expect(sent.map(({ status, headers }) => [status, headers.get('access-control-allow-origin')])).toEqual([
    [200, '*'],
    [401, '*'],
    [200, '*'],
  ]);
  expect(sent[0].headers.get('access-control-expose-headers')).toBe('*');
});

test('an OPTIONS request that is no preflight is answered as openapi.json says: 405', async () => {
  await using mock = await startMock();
  const responses = await Promise.all([
    fetch(`${mock.baseUrl}/instances`, { method: 'OPTIONS' }),
    fetch(`${mock.baseUrl}/instances`, { method: 'OPTIONS', headers: { origin: 'https://app.example' } }),
  ]);
  expect(responses.map(({ status, headers }) => [status, headers.get('access-control-allow-origin')])).toEqual([
    [405, null],
    [405, '*'],
  ]);
});

test('the mock reads the format of a transcription from a form whose media type is in capitals', async () => {
  await using mock = await startMock();
  const form = new FormData();
  for (const [name, value] of [
    ['model', 'a'],
    ['response_format', 'srt'],
  ] as const)
    form.set(name, value);
  form.set('file', new Blob(['x']), 'a.wav');
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type')!.replace('multipart/form-data', 'Multipart/Form-Data');
  const response = await fetch(`${mock.inferenceUrl}/audio/transcriptions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${mock.apiKey}`, 'content-type': type },
    body: await encoded.arrayBuffer(),
  });
  expect(response.headers.get('content-type')).toContain('application/x-subrip');
});
