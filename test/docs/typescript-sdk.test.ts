import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumer, requireBuild, root, typeErrors, type Consumer } from '../helpers/consumer.js';
import { useMock } from '../helpers/mock.js';
import { inOneProcess, type Part } from '../helpers/one-process.js';
import { toJavaScript } from '../helpers/programs.js';

const documentation = join(root, 'test', 'fixtures', 'documentation.ts');
const mock = useMock();
let project: Consumer;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
  await project.write('documentation.mjs', toJavaScript(await readFile(documentation, 'utf8')));
});

afterAll(() => project[Symbol.asyncDispose]());

test('the documentation compiles with strict compiler options', () => {
  // Beside all declarations of Node, which the package's must fit too.
  expect(typeErrors([documentation], {}, { everywhere: true })).toEqual([]);
});

test('the compiler checks the documentation against the types of the package', async () => {
  const misuse = `import Runcrate from '@runcrate/sdk';
    await new Runcrate().instances.get(1);
    (await new Runcrate().instances.list())[0].nmae;`;
  const program = await project.write('misuse.mts', misuse);
  expect(typeErrors([program])).toEqual([
    expect.stringContaining("Argument of type 'number' is not assignable to parameter of type 'string'"),
    expect.stringContaining("Property 'nmae' does not exist on type 'Instance'"),
  ]);
});

/** Each section of the documentation, and the last line of its output, if it has any. */
const sections: readonly [section: string, lastLine: RegExp | undefined][] = [
  ['quickStart', /^.+ — \S+$/],
  ['configuration', undefined],
  ['environments', undefined],
  ['chatCompletions', /\w/],
  ['streaming', /\w/],
  ['gpuInstances', /^Status: \w+, IP: [\d.]+$/],
  ['sshKeys', undefined],
  ['storage', /^Refunded \$\d+(\.\d+)?$/],
  ['billing', /^Total cost: \$\d+(\.\d+)?$/],
  ['templates', /^Total: \d+$/],
];

const statuses: readonly [status: number, line: RegExp][] = [
  [404, /^Not found: \w.*$/],
  [401, /^Invalid API key$/],
  [429, /^Rate limited — retry later$/],
];

let outputs: ReadonlyMap<string, Part>;

beforeAll(async () => {
  const ofSections = sections.map(([section]) => [section, `await documented.${section}(new Runcrate());`]);
  const ofStatuses = statuses.map(([status]) => [
    `errorHandling ${status}`,
    `await documented.errorHandling(new Runcrate({ maxRetries: 0, customHeaders: { Prefer: 'code=${status}' } }));`,
  ]);
  const head = `import Runcrate from '@runcrate/sdk';\nimport * as documented from './documentation.mjs';`;
  const parts = Object.fromEntries([...ofSections, ...ofStatuses]) as Record<string, string>;
  outputs = await inOneProcess(project, parts, mock.environment, head);
});

test.each(sections)('the section %s of the documentation runs unchanged', (section, lastLine) => {
  const { output, error } = outputs.get(section)!;
  expect({ error, output }).toEqual({ error: undefined, output });
  expect(output).not.toMatch(/undefined|NaN|\[object/);
  if (lastLine) expect(output.trim().split('\n').at(-1)).toMatch(lastLine);
  else expect(output).toBe('');
});

test.each(statuses)(
  'the section errorHandling of the documentation distinguishes a %i by its error class',
  (status, line) => {
    const { output, error } = outputs.get(`errorHandling ${status}`)!;
    expect({ error, output }).toEqual({ error: undefined, output });
    expect(output.trim()).toMatch(line);
  },
);
