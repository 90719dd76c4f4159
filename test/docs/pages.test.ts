import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumer, requireBuild, root, typeErrors, type Consumer } from '../helpers/consumer.js';
import { useMock } from '../helpers/mock.js';
import { lostLinks, readExamples, readPages, toJavaScript } from '../helpers/programs.js';
import { writeSamples } from '../helpers/samples.js';

const pages = readPages();
const examples = readExamples();
const mock = useMock({ media: true });
let project: Consumer;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
  await writeSamples(project);
});

afterAll(() => project[Symbol.asyncDispose]());

test('every code block of the documentation and every @example compiles', { timeout: 180_000 }, async () => {
  const programs = [...pages, examples].flatMap((page) => page.programs).filter(({ file }) => file === undefined);
  const files = await Promise.all(programs.map(({ name, text }) => project.write(`${name}.mts`, text)));
  expect(files.length).toBeGreaterThan(15);
  expect(typeErrors(files, { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.esnext.disposable.d.ts'] })).toEqual([]);
});

// One process runs the blocks of a page, one after the other. All pages at once take long on a busy machine.
test.concurrent.each([...pages, examples])(
  'the code blocks of $path run against the mock',
  { timeout: 120_000 },
  async (page) => {
    const { path, programs } = page;
    const runnable = programs.filter(({ file }) => file === undefined);
    const files = await Promise.all(runnable.map(({ name, text }) => project.write(`${name}.mjs`, toJavaScript(text))));
    const imports = files.map((file, index) => `await run(${JSON.stringify(file)}, ${runnable[index]!.line});`);
    const runner = await project.write(`run-${path.replaceAll(/\W/g, '-')}.mjs`, `${runBlock}\n${imports.join('\n')}`);
    const { exitCode, output } = await project.node([runner], mock.environment);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output).not.toMatch(/undefined|NaN|\[object|rc_live_/);
  },
);

test('every resource has an example', () => {
  const called = new Set(examples.programs.flatMap(({ text }) => /\brc\.(\w+)\./.exec(text)?.[1] ?? []));
  const resources = readFileSync(join(root, 'generated/resources.ts'), 'utf8');
  const names = [...resources.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  expect([...called]).toEqual(expect.arrayContaining(names));
});

test.each(pages)('every relative link of $path has a target', (page) => {
  expect(lostLinks(page)).toEqual([]);
});

test('every npm script in the documentation exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = pages.flatMap(({ text }) => [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

const runBlock = `async function run(file, line) {
  try {
    await import(file);
  } catch (error) {
    console.error('The block at line ' + line + ' failed:', error);
    process.exit(1);
  }
}`;
