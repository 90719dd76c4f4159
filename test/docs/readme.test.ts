import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumer, requireBuild, root, typeErrors, type Consumer } from '../helpers/consumer.js';
import { answer, loopbackServer } from '../helpers/loopback-server.js';
import { useMock } from '../helpers/mock.js';
import { writeSamples } from '../helpers/samples.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
// As GitHub and npm generate them: without punctuation.
const anchors = headings.map((heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-'),
);
const programs = readPrograms();
const mock = useMock({ media: true });
let project: Consumer;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
  await writeSamples(project);
});

afterAll(() => project[Symbol.asyncDispose]());

test('every code block of the README compiles', async () => {
  const files = await Promise.all(programs.map(({ name, text }) => project.write(`${name}.mts`, text)));
  expect(files.length).toBeGreaterThan(15);
  expect(typeErrors(files, { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.esnext.disposable.d.ts'] })).toEqual([]);
});

test.each(programs)('the code block of the README in $name runs against the mock', async ({ name, text }) => {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const file = await project.write(`${name}.mjs`, ts.transpileModule(text, { compilerOptions }).outputText);
  const { exitCode, output } = await project.node([file], mock.environment);
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  expect(output).not.toMatch(/undefined|NaN|\[object|rc_live_/);
});

test('the program of the README that creates an instance terminates it, even if the wait for it fails', async () => {
  const program = programs.find(({ name }) => name.startsWith('instances-'))!;
  const file = await project.write(
    'instances-failed.mjs',
    ts.transpileModule(program.text, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    }).outputText,
  );
  await using server = await loopbackServer(({ method, url }) => {
    if (method === 'DELETE') return answer({ status: 204, body: '' });
    const data = url.includes('/types')
      ? []
      : { id: 'i-1', name: 'a', status: url.includes('/status') ? 'failed' : 'creating' };
    return answer({ body: { data } });
  });
  const environment = { ...mock.environment, RUNCRATE_BASE_URL: server.url };
  const { exitCode, output } = await project.node([file], environment);
  expect({ exitCode, output }).toMatchObject({ exitCode: 1, output: expect.stringContaining('failed') as unknown });
  expect(server.requests.filter(({ method }) => method === 'DELETE').map(({ url }) => url)).toEqual([
    '/api/v1/instances/i-1',
  ]);
});

test('every relative link of the README has a target', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, target = '']) => target);
  const leadsNowhere = (target: string): boolean =>
    target.startsWith('#') ? !anchors.includes(target.slice(1)) : !existsSync(join(root, target));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(leadsNowhere)).toEqual([]);
});

test('every docsUrl of an error has a heading in the README', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const linked = files.flatMap((file) =>
    [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/docsUrl\('([^']+)'\)/g)].map(([, anchor]) => anchor),
  );
  expect(linked.length).toBeGreaterThan(0);
  expect(anchors).toEqual(expect.arrayContaining(linked));
});

test('every npm script in the README exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

/** Each `ts` block, with the import of `Runcrate` and the client `rc` that the introduction describes. */
function readPrograms(): { readonly name: string; readonly text: string }[] {
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)];
  return blocks.map(({ 1: block = '', index }) => {
    const before = readme.slice(0, index);
    const heading = [...before.matchAll(/^## (.+)$/gm)].at(-1)?.[1] ?? '';
    const prelude = [
      ...(block.includes('import Runcrate ') ? [] : [`import Runcrate from '@runcrate/sdk';`]),
      ...(block.includes('new Runcrate(') ? [] : ['const rc = new Runcrate();']),
    ];
    const line = before.split('\n').length;
    return {
      name: `${heading.toLowerCase().replaceAll(' ', '-')}-line-${line}`,
      text: `${prelude.join(' ')}\n${block}`,
    };
  });
}
