import { readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuthority, createServerCertificate } from '../helpers/certificate.js';
import { words, wordsWithoutEnd } from '../helpers/chat-answer.js';
import { consumer, requireBuild, root, typeErrors, type Consumer, type Finished } from '../helpers/consumer.js';
import { answer, loopbackServer, type LoopbackServer, type Reply } from '../helpers/loopback-server.js';
import { readPage, toJavaScript } from '../helpers/programs.js';
import { forwardProxy, tlsFront, type NetworkServer } from '../helpers/network.js';

const text = readFileSync(join(root, 'examples', 'recipes.md'), 'utf8');
const blocks = [...text.matchAll(/^```ts\n\/\/ (\S+)\n(.*?)^```$/gms)].map(([, file = '', code = '']) => ({
  file,
  code,
}));
/** The programs of the guides that need Redis: queue.test.ts and shared-limit.test.ts run them. */
const sharing = ['docs/batches.md', 'docs/limits-and-costs.md'].flatMap((path) =>
  readPage(path).programs.flatMap(({ file, text: code }) => (file === undefined ? [] : [{ file, code }])),
);
const authority = createAuthority('Company Authority');
const balance = answer({ body: { data: { creditsBalance: 42 } } });
let project: Consumer;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
  await symlink(
    join(root, 'node_modules', '@stoplight'),
    join(project.folder, 'node_modules', '@stoplight'),
    'junction',
  );
  await project.write('package.json', '{ "type": "module" }');
  await project.write('company-ca.pem', authority.certificate);
  for (const { file, code } of blocks) {
    await project.write(file, code);
    await project.write(file.replace(/ts$/, 'js'), toJavaScript(code));
  }
  for (const { file, code } of sharing) await project.write(file, code);
});

afterAll(() => project[Symbol.asyncDispose]());

test('every code block of the recipes is a file and compiles', { timeout: 120_000 }, () => {
  expect(blocks.map(({ file }) => file)).toEqual([
    'with-authority.ts',
    'with-proxy.ts',
    'own-fetch.ts',
    'without-server.test.ts',
    'mock.ts',
    'with-mock.test.ts',
  ]);
  expect(text.match(/^```ts$/gm)).toHaveLength(blocks.length);
  expect(sharing.map(({ file }) => file)).toEqual([
    'add-jobs.ts',
    'worker.ts',
    'failed-jobs.ts',
    'redis-pacer.ts',
    'paced.ts',
  ]);
  // The libraries' own types do not compile without this.
  expect(
    typeErrors(
      [...blocks, ...sharing].map(({ file }) => join(project.folder, file)),
      { skipLibCheck: true, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] },
    ),
  ).toEqual([]);
});

test.concurrent('a client that trusts the private authority reaches the server', async () => {
  await using server = await startServer([balance]);
  expect(await run('with-authority.js', server)).toEqual({ exitCode: 0, output: '$42\n' });
});

test.concurrent('a process that trusts the private authority reaches the server', async () => {
  await using server = await startServer([balance]);
  const environment = { NODE_EXTRA_CA_CERTS: join(project.folder, 'company-ca.pem') };
  expect(
    await run(await program('print((await rc.billing.getBalance()).creditsBalance);'), server, environment),
  ).toEqual({
    exitCode: 0,
    output: '42\n',
  });
});

test.concurrent.each([
  { whose: 'the built-in fetch', options: '' },
  { whose: 'a custom fetch', options: 'fetch: ownFetch({}),' },
])('without the authority, $whose fails with the TLS error code and sends no request', async ({ options }) => {
  await using server = await startServer([]);
  const code = `await rc.instances.create({ name: 'a', gpuType: 'A100' }).catch(({ name, message, outcomeUnknown }) =>
    print({ name, message, outcomeUnknown }));`;
  const { output } = await run(await program(code, `${options} maxRetries: 0`), server);
  expect(JSON.parse(output)).toEqual({
    name: 'ConnectionError',
    message: expect.stringMatching(/SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE/) as string,
    outcomeUnknown: false,
  });
  expect(server.requests).toHaveLength(0);
});

test.concurrent('a client behind a proxy reaches the server through a tunnel', async () => {
  await using server = await startServer([balance]);
  await using proxy = await forwardProxy('user:p@ss');
  const environment = {
    HTTPS_PROXY: `http://user:p%40ss@127.0.0.1:${proxy.port}`,
    NODE_EXTRA_CA_CERTS: join(project.folder, 'company-ca.pem'),
  };
  expect(await run('with-proxy.js', server, environment)).toEqual({ exitCode: 0, output: '$42\n' });
  expect(proxy.asked).toEqual([
    { what: `CONNECT 127.0.0.1:${server.port}`, login: `Basic ${Buffer.from('user:p@ss').toString('base64')}` },
  ]);
});

test.concurrent('a client behind a proxy can trust the private authority without an environment variable', async () => {
  await using server = await startServer([balance]);
  await using proxy = await forwardProxy('user:secret');
  const options = `fetch: ownFetch({
    proxy: 'http://user:secret@127.0.0.1:${proxy.port}',
    authority: readFileSync('company-ca.pem', 'utf8'),
  })`;
  const file = await program('print((await rc.billing.getBalance()).creditsBalance);', options);
  expect(await run(file, server)).toEqual({ exitCode: 0, output: '42\n' });
  expect(proxy.asked).toHaveLength(1);
});

test.concurrent('the error names a proxy that rejects the tunnel, and outcomeUnknown is false', async () => {
  await using server = await startServer([]);
  await using proxy = await forwardProxy('user:secret');
  const code = `await rc.instances.create({ name: 'a', gpuType: 'A100' }).catch(({ message, cause, outcomeUnknown }) =>
    print({ message, cause: cause.message, outcomeUnknown }));`;
  const options = `fetch: ownFetch({ proxy: 'http://127.0.0.1:${proxy.port}' })`;
  const { output } = await run(await program(code, options), server);
  expect(JSON.parse(output)).toEqual({
    message: expect.stringMatching(/ could not connect to \S+: the proxy refused with status 407\.$/) as string,
    cause: 'The proxy 127.0.0.1 responded with status 407.',
    outcomeUnknown: false,
  });
  expect(server.requests).toHaveLength(0);
});

const throughAuthority = `fetch: ownFetch({ authority: readFileSync('company-ca.pem', 'utf8') }), maxRetries: 0`;

test.concurrent(
  'a custom fetch sends strings with a content-length, streams files, and passes error responses on to the SDK',
  async () => {
    const refused = answer({ status: 402, body: { error: { code: 'insufficient_credits', message: 'No credits.' } } });
    await using server = await startServer([
      words('One', ' two'),
      answer({ body: { text: 'Hello.' } }),
      answer({ status: 204, body: '' }),
      refused,
    ]);
    const code = `
    const chat = { model: 'a/model', messages: [{ role: 'user', content: 'Hi' }] };
    const stream = await rc.models.chatCompletion({ ...chat, stream: true });
    for await (const text of stream.textStream()) print(text);
    print((await rc.models.transcribe({ model: 'a/model', file: 'company-ca.pem' })).text);
    print((await rc.instances.terminate('i-1')) ?? 'nothing');
    await rc.models.chatCompletion(chat).catch(({ name, message }) => print(name + ': ' + message));`;
    const { exitCode, output } = await run(await program(code, throughAuthority), server);
    expect({ exitCode, lines: output.trimEnd().split('\n') }).toEqual({
      exitCode: 0,
      lines: ['"One"', '" two"', '"Hello."', '"nothing"', '"InsufficientCreditsError: No credits."'],
    });
    const [chat, upload] = server.requests;
    expect(chat?.headers['content-length']).toBe(String(chat?.body.length));
    expect(upload?.body.toString()).toContain(authority.certificate);
  },
);

test.concurrent('a custom fetch closes an aborted stream on both sides', async () => {
  await using server = await startServer([wordsWithoutEnd('One')]);
  const code = `
    const controller = new AbortController();
    const params = { model: 'a/model', messages: [{ role: 'user', content: 'Hi' }], stream: true };
    const stream = await rc.models.chatCompletion(params, { signal: controller.signal });
    try {
      for await (const text of stream.textStream()) {
        print(text);
        controller.abort(new Error('Enough.'));
      }
    } catch (error) {
      print(error.message);
    }`;
  expect(await run(await program(code, throughAuthority), server)).toEqual({
    exitCode: 0,
    output: '"One"\n"Enough."\n',
  });
  await server.requests[0]?.closed;
});

test.concurrent.each(['without-server.test.js', 'with-mock.test.js'])('the tests in %s pass', async (file) => {
  const { exitCode, output } = await project.node(['--test-reporter=tap', file]);
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  expect(output).toMatch(/# fail 0/);
  expect(output).not.toMatch(/# pass 0/);
});

test('the recipe for the mock names the installed versions', () => {
  const named = [...text.matchAll(/(@stoplight\/[\w-]+)@([\d.]+)/g)].map(([, name = '', version]) => ({
    name,
    version,
  }));
  expect(named).toHaveLength(3);
  for (const { name, version } of named) {
    const installed = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
    expect(JSON.parse(installed)).toMatchObject({ name, version });
  }
});

test('every link between the recipes has a heading', () => {
  const anchors = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
    heading.toLowerCase().replaceAll(' ', '-'),
  );
  const linked = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(linked.length).toBeGreaterThan(anchors.length);
  expect(anchors).toEqual(expect.arrayContaining(linked));
});

interface TlsServer extends AsyncDisposable {
  readonly port: number;
  readonly requests: LoopbackServer['requests'];
}

/** A server with a certificate of the private authority. */
async function startServer(script: readonly Reply[]): Promise<TlsServer> {
  const server = await loopbackServer(script);
  const front: NetworkServer = await tlsFront(server.port, createServerCertificate(authority));
  return {
    port: front.port,
    requests: server.requests,
    [Symbol.asyncDispose]: async () => {
      await front[Symbol.asyncDispose]();
      await server.close();
    },
  };
}

let programs = 0;

/** Writes a program with a client `rc` and a function `print`. */
async function program(code: string, options = ''): Promise<string> {
  const file = `program-${++programs}.js`;
  await project.write(
    file,
    `import { readFileSync } from 'node:fs';
    import Runcrate from '@runcrate/sdk';
    import { ownFetch } from './own-fetch.js';
    const rc = new Runcrate({ ${options} });
    const print = (value) => console.log(JSON.stringify(value));
    ${code}`,
  );
  return file;
}

function run(file: string, { port }: TlsServer, environment: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const url = `https://127.0.0.1:${port}`;
  return project.node([file], {
    RUNCRATE_API_KEY: 'rc_live_test',
    RUNCRATE_BASE_URL: url,
    RUNCRATE_INFERENCE_URL: url,
    ...environment,
  });
}
