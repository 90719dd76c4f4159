import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArguments, UsageError } from '../../contract/arguments.js';
import { root, runNode } from '../helpers/consumer.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';

const urls = ['--base-url', 'http://127.0.0.1:4010', '--inference-url', 'http://127.0.0.1:4010'];

test('the command line says what may be called, where, and where the report goes', () => {
  const junit = join(tmpdir(), 'contract.xml');
  const rest = [
    '--write',
    '--only',
    'getBalance, createSshKey',
    '--environment',
    'staging',
    '--junit',
    junit,
    '--json',
  ];
  expect(readArguments([...urls, ...rest], TEST_API_KEY)).toEqual({
    baseUrl: 'http://127.0.0.1:4010',
    inferenceUrl: 'http://127.0.0.1:4010',
    client: { apiKey: TEST_API_KEY, environment: 'staging' },
    tiers: new Set(['read', 'write']),
    only: ['getBalance', 'createSshKey'],
    name: expect.stringMatching(/^runcrate-contract-[0-9a-f]{8}$/) as string,
    junit,
    isJson: true,
  });
});

test('without a flag only reading is allowed, and every run has a name of its own', () => {
  const [first, second] = [readArguments(urls, TEST_API_KEY), readArguments(urls, TEST_API_KEY)];
  expect(first.tiers).toEqual(new Set(['read']));
  expect(first.name).not.toBe(second.name);
});

const refused: readonly (readonly [string, readonly string[], string | undefined, string])[] = [
  ['no key', urls, undefined, 'RUNCRATE_API_KEY is not set'],
  ['an empty key', urls, '', 'RUNCRATE_API_KEY is not set'],
  ['a key of another form', urls, 'sk-secret', 'rc_live_'],
  ['no URL of the infrastructure', urls.slice(2), TEST_API_KEY, '--base-url is missing'],
  ['no URL of inference', urls.slice(0, 2), TEST_API_KEY, '--inference-url is missing'],
  ['a URL that is none', ['--base-url', 'nowhere', ...urls.slice(2)], TEST_API_KEY, 'must be a URL'],
  ['an option without a value', ['--base-url', ...urls.slice(2)], TEST_API_KEY, '--base-url needs a value'],
  ['an option at the end without a value', [...urls, '--junit'], TEST_API_KEY, '--junit needs a value'],
  ['a switch with a value', [...urls, '--spend=no'], TEST_API_KEY, '--spend takes no value'],
  ['an option that there is not', [...urls, '--spendd'], TEST_API_KEY, 'There is no option --spendd'],
  ['a short option that there is not', [...urls, '-w'], TEST_API_KEY, 'There is no option --w'],
  ['a word that is no option', [...urls, 'spend'], TEST_API_KEY, '"spend" is no option'],
  ['an operation that there is not', [...urls, '--only', 'getBalanc'], TEST_API_KEY, '--only names "getBalanc"'],
  ['an operation that costs money', [...urls, '--only', 'createImage'], TEST_API_KEY, '--spend allows it'],
  ['an operation that changes something', [...urls, '--only', 'createSshKey'], TEST_API_KEY, '--write allows it'],
  ['an environment that is empty', [...urls, '--environment', ' '], TEST_API_KEY, 'nvironment'],
  ['a folder that is not there', [...urls, '--junit', '/nowhere/a.xml'], TEST_API_KEY, "--junit can't write"],
  ['a report that is a folder', [...urls, '--junit', tmpdir()], TEST_API_KEY, "--junit can't write"],
];

test.each(refused)('%s is refused in one sentence, without the key', (_, args, apiKey, expected) => {
  let refusal: unknown;
  try {
    readArguments(args, apiKey);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(UsageError);
  const { message } = refusal as UsageError;
  expect(message).toContain(expected);
  expect(message.split('\n')).toHaveLength(1);
  expect(message).not.toMatch(/secret|rc_live_test/);
});

test('the command ends with 2 and the sentence alone where it is called wrongly', async () => {
  const command = ['--import', 'tsx', 'contract/main.ts', '--spend'];
  const { exitCode, output } = await runNode(command, root, { RUNCRATE_API_KEY: TEST_API_KEY });
  expect(output).toMatch(/^--base-url is missing: npm run contract -- .*\n$/);
  expect(exitCode).toBe(2);
});
