import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArguments, UsageError } from '../../contract/arguments.js';
import { root, runNode } from '../helpers/consumer.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';
import { compiled } from '../helpers/script.js';

const urls = ['--base-url', 'http://127.0.0.1:4010', '--inference-url', 'http://127.0.0.1:4010'];

test('parses every option of the command line', () => {
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

test('without a flag, only the read tier is allowed, and every run has a unique name', () => {
  const [first, second] = [readArguments(urls, TEST_API_KEY), readArguments(urls, TEST_API_KEY)];
  expect(first.tiers).toEqual(new Set(['read']));
  expect(first.name).not.toBe(second.name);
});

const refused: readonly (readonly [string, readonly string[], string | undefined, string])[] = [
  ['no key', urls, undefined, 'RUNCRATE_API_KEY is not set'],
  ['an empty key', urls, '', 'RUNCRATE_API_KEY is not set'],
  ['a key of another format', urls, 'sk-secret', 'rc_live_'],
  ['no infrastructure URL', urls.slice(2), TEST_API_KEY, '--base-url is missing'],
  ['no inference URL', urls.slice(0, 2), TEST_API_KEY, '--inference-url is missing'],
  ['an invalid URL', ['--base-url', 'nowhere', ...urls.slice(2)], TEST_API_KEY, 'must be a URL'],
  ['an option without a value', ['--base-url', ...urls.slice(2)], TEST_API_KEY, '--base-url needs a value'],
  ['an option at the end without a value', [...urls, '--junit'], TEST_API_KEY, '--junit needs a value'],
  ['a switch with a value', [...urls, '--spend=no'], TEST_API_KEY, '--spend takes no value'],
  ['an unknown option', [...urls, '--spendd'], TEST_API_KEY, 'Unknown option --spendd'],
  ['an unknown short option', [...urls, '-w'], TEST_API_KEY, 'Unknown option --w'],
  ['a positional argument', [...urls, 'spend'], TEST_API_KEY, 'Unexpected argument "spend"'],
  ['an unknown operation', [...urls, '--only', 'getBalanc'], TEST_API_KEY, '--only names "getBalanc"'],
  ['an operation that is billed', [...urls, '--only', 'createImage'], TEST_API_KEY, 'pass --spend to allow it'],
  [
    'an operation that changes something',
    [...urls, '--only', 'createSshKey'],
    TEST_API_KEY,
    'pass --write to allow it',
  ],
  ['an empty environment', [...urls, '--environment', ' '], TEST_API_KEY, 'nvironment'],
  [
    'a report in a folder that does not exist',
    [...urls, '--junit', '/nowhere/a.xml'],
    TEST_API_KEY,
    "--junit can't write",
  ],
  ['a report that is a folder', [...urls, '--junit', tmpdir()], TEST_API_KEY, "--junit can't write"],
];

test.each(refused)('%s is rejected with one sentence, without the key', (_, args, apiKey, expected) => {
  let rejection: unknown;
  try {
    readArguments(args, apiKey);
  } catch (error) {
    rejection = error;
  }
  expect(rejection).toBeInstanceOf(UsageError);
  const { message } = rejection as UsageError;
  expect(message).toContain(expected);
  expect(message.split('\n')).toHaveLength(1);
  expect(message).not.toMatch(/secret|rc_live_test/);
});

test('the command exits with 2 and prints only the sentence on an invalid command line', async () => {
  const command = [await compiled('contract/main.ts'), '--spend'];
  const { exitCode, output } = await runNode(command, root, { RUNCRATE_API_KEY: TEST_API_KEY });
  expect(output).toMatch(/^--base-url is missing: npm run contract -- .*\n$/);
  expect(exitCode).toBe(2);
});
