import { transform } from 'esbuild';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate, type Outcome } from '../../codegen/generate.js';
import { consumer, requireBuild, root, typeErrors, type Consumer } from '../helpers/consumer.js';
import { answer, loopbackServer, type LoopbackServer } from '../helpers/loopback-server.js';

let project: Consumer;
let server: LoopbackServer;
let outcome: Outcome;
let errors: readonly string[];
let printed: readonly string[];

/** A program in an empty folder, next to a client that was generated into it. Marked lines must not compile. */
const program = `import { ApiError, RuncrateError } from '@runcrate/sdk/runtime';
import { createClient, type ClientOptions } from './zoo/index.js';

const url: string = process.argv[2] ?? '';
const options: ClientOptions = {
  baseUrl: url + '/v1/',
  servers: { ownExampleX: url + '/own' },
  maxRetries: 0,
  headers: { 'x-every': 'call' },
  logLevel: 'off',
};
const { zoo } = createClient({
  ...options,
  auth: {
    token: 't0ken',
    user: { username: 'jo', password: 'pä:ss' },
    'key-header': () => 'h-key',
    keyQuery: async () => 'q&key',
    keyCookie: 'c-key',
    oauth: () => Promise.resolve('fresh'),
    oidc: 'id',
  },
});
await zoo.byDefault();
await zoo.none();
await zoo.bearer();
await zoo.basic();
await zoo.inHeader();
await zoo.inQuery({ page: 2 });
await zoo.inQuery();
await zoo.inCookie({ theme: 'dark' });
await zoo.byOAuth();
await zoo.byOpenId();
await zoo.all();
await zoo.either();
await zoo.maybe();
await zoo.anyone();
await zoo.digest();
await zoo.own();
await createClient(options).zoo.bearer();
await createClient({ ...options, auth: {} }).zoo.maybe();
const missing = (error: unknown) => console.log(error instanceof RuncrateError && !(error instanceof ApiError) && error.message);
await createClient({ ...options, auth: { keyQuery: 'q' } }).zoo.all().catch(missing);
// @ts-expect-error a scheme that the document does not have
try { createClient({ ...options, auth: { token: 'a', other: 'b' } }) } catch (error) { missing(error) }
// @ts-expect-error a region that the document does not list
try { createClient({ variables: { region: 'mars' } }) } catch (error) { missing(error) }
// @ts-expect-error Basic takes a user name and a password
const wrong: ClientOptions = { auth: { user: 'jo' } };
await createClient({ ...options, ...wrong }).zoo.basic().catch(missing);
`;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
  server = await loopbackServer(() => answer({ status: 204 }));
  const out = join(project.folder, 'zoo');
  const spec = join(root, 'test/fixtures/foreign/zoo.json');
  outcome = await generate({ spec, out, config: {}, runtime: '@runcrate/sdk/runtime', extras: none }, false);
  await project.write('package.json', '{ "type": "module" }');
  errors = typeErrors([await project.write('main.ts', program)], { skipLibCheck: true });
  for (const name of await readdir(project.folder, { recursive: true })) {
    if (!name.endsWith('.ts') || name.includes('node_modules')) continue;
    const { code } = await transform(await readFile(join(project.folder, name), 'utf8'), { loader: 'ts' });
    await writeFile(join(project.folder, name.replace(/ts$/, 'js')), code);
  }
  const { output } = await project.node(['main.js', server.url]);
  printed = output.trimEnd().split('\n');
  // A compiler and a process, on a machine that may be busy.
}, 120_000);

const none = { schema: false, cases: false, format: false, marks: false };

afterAll(() => Promise.all([project[Symbol.asyncDispose](), server.close()]));

test('a generated client compiles in an empty folder that has the package', () => {
  expect(errors).toEqual([]);
});

/** Where each call put its credentials. */
const sent: readonly (readonly [url: string, headers: Readonly<Record<string, string>>])[] = [
  ['/v1/default', { authorization: 'Bearer t0ken' }],
  ['/v1/none', {}],
  ['/v1/bearer', { authorization: 'Bearer t0ken' }],
  ['/v1/basic', { authorization: `Basic ${Buffer.from('jo:pä:ss').toString('base64')}` }],
  ['/v1/header', { 'x-key': 'h-key' }],
  ['/v1/query?page=2&api%20key=q%26key', {}],
  ['/v1/query?api%20key=q%26key', {}],
  ['/v1/cookie', { cookie: 'theme=dark; sid=c-key' }],
  ['/v1/oauth', { authorization: 'Bearer fresh' }],
  ['/v1/oidc', { authorization: 'Bearer id' }],
  [
    '/v1/and?api%20key=q%26key',
    {
      authorization: `Basic ${Buffer.from('jo:pä:ss').toString('base64')}`,
      cookie: 'sid=c-key',
      'x-key': 'h-key',
    },
  ],
  // The first alternative that is whole.
  ['/v1/or', { cookie: 'sid=c-key' }],
  ['/v1/optional', { authorization: 'Bearer t0ken' }],
  ['/v1/anyone', {}],
  ['/v1/digest', {}],
  ['/own/own', { authorization: 'Bearer t0ken' }],
  // Without `auth`, and with one that has no credential.
  ['/v1/bearer', {}],
  ['/v1/optional', {}],
];

test('each call has the credentials of its own security, and no others', () => {
  const seen = server.requests.map(({ url, headers }) => {
    const { authorization, cookie, 'x-key': key, 'x-absent': absent } = headers;
    const given = { authorization, cookie, 'x-key': key, 'x-absent': absent };
    return [url, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))];
  });
  expect(seen).toEqual(sent);
  expect(new Set(server.requests.map(({ headers }) => headers['x-every']))).toEqual(new Set(['call']));
});

test('a call without the credentials that it needs is not sent, and what is missing is named', () => {
  expect(printed).toEqual([
    'GET /and needs `auth.user` and `auth.keyQuery` and `auth.keyCookie` and `auth.key-header`. Pass it to createClient.',
    expect.stringMatching(/^`auth` has no "other"\. It takes token, user, key-header, /),
    '`variables.region` must be one of eu, us.',
    '`auth.user` must be { username, password }, two strings, with no colon in the first.',
  ]);
});

test('schemes that the client does not serve are told, in the output and in the README', async () => {
  expect(outcome.notes).toEqual([
    'auth: createClient can\'t serve "missing-here", which is a scheme that the document does not define, for GET /or. Pass a `fetch` or `headers` that do it.',
    'auth: createClient can\'t serve "tls", which is a client certificate (mutualTLS), for GET /or. Pass a `fetch` or `headers` that do it.',
    'auth: createClient can\'t serve "digest", which is HTTP authentication by "digest", for GET /or and 1 more. Pass a `fetch` or `headers` that do it.',
    'auth: no operation requires "unused", so it is never sent. Add `security` to the document if one does.',
  ]);
  const readme = await readFile(join(project.folder, 'zoo/README.md'), 'utf8');
  for (const note of outcome.notes) expect(readme).toContain(`- ${note}`);
  expect(readme).toContain('`npm install @runcrate/sdk`');
});
