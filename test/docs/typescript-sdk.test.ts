import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumer, requireBuild, root, typeErrors, type Consumer } from '../helpers/consumer.js';
import { useMock } from '../helpers/mock.js';
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

test.each(sections)('the section %s of the documentation runs unchanged', async (section, lastLine) => {
  const { exitCode, output } = await run(section, 'new Runcrate()');
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  expect(output).not.toMatch(/undefined|NaN|\[object/);
  if (lastLine) expect(output.trim().split('\n').at(-1)).toMatch(lastLine);
  else expect(output).toBe('');
});

test.each([
  [404, /^Not found: \w.*$/],
  [401, /^Invalid API key$/],
  [429, /^Rate limited — retry later$/],
])('the section errorHandling of the documentation distinguishes a %i by its error class', async (status, line) => {
  const { output } = await run(
    'errorHandling',
    `new Runcrate({ maxRetries: 0, customHeaders: { Prefer: 'code=${status}' } })`,
  );
  expect(output.trim()).toMatch(line);
});

function run(section: string, client: string): ReturnType<Consumer['node']> {
  const program = `import Runcrate from '@runcrate/sdk';
    import { ${section} } from './documentation.mjs';
    await ${section}(${client});`;
  return project.node(['--input-type=module', '-e', program], mock.environment);
}
