import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumer, requireBuild, root, typeErrors, type Consumer } from '../helpers/consumer.js';
import { useMock } from '../helpers/mock.js';
import { inOneProcess, type Part } from '../helpers/one-process.js';
import { lostLinks, readExamples, readPages, toJavaScript, type Page } from '../helpers/programs.js';
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

const withPrograms = [...pages, examples].filter(({ programs }) => programs.some(({ file }) => file === undefined));
/** Each page starts where another has ended, in one of a few processes: all of them take long to start. */
const runs = Array.from({ length: 3 }, (_, group) => withPrograms.filter((__, index) => index % 3 === group));
const outputs = new Map<string, Part>();

beforeAll(async () => {
  for (const found of await Promise.all(runs.map(runPages))) for (const [path, part] of found) outputs.set(path, part);
}, 120_000);

async function runPages(group: readonly Page[]): Promise<ReadonlyMap<string, Part>> {
  const parts: Record<string, string> = {};
  for (const { path, programs } of group) {
    parts[path] = '';
    for (const { name, text, line, file } of programs) {
      if (file !== undefined) continue;
      const module = await project.write(`${name}.mjs`, toJavaScript(text));
      parts[path] += `await run(${JSON.stringify(module)}, ${line});\n`;
    }
  }
  return inOneProcess(project, parts, mock.environment, runBlock);
}

test.each(withPrograms)('the code blocks of $path run against the mock', ({ path }) => {
  const { output, error } = outputs.get(path)!;
  expect({ error, output }).toEqual({ error: undefined, output });
  expect(output).not.toMatch(/undefined|NaN|\[object|rc_live_/);
});

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
  await import(file).catch((cause) => {
    throw new Error('The block at line ' + line + ' failed: ' + (cause?.stack ?? cause));
  });
}`;
