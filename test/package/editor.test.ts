import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumer, requireBuild, root, type Consumer } from '../helpers/consumer.js';
import { languageService } from '../helpers/language-service.js';

let project: Consumer;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
});

afterAll(() => project[Symbol.asyncDispose]());

const forms = [
  ['import', 'names.mjs', `import * as sdk from '@runcrate/sdk';`],
  ['require', 'names.cjs', `const sdk = require('@runcrate/sdk');`],
] as const;

test.each(forms)(
  'console.log of a client that came by %s shows the public names of its classes',
  async (_, name, sdk) => {
    await project.write(name, `${sdk} console.log(new sdk.Runcrate({ apiKey: 'rc_live_a' }));`);
    const { output } = await project.node([name]);
    const classNames = [...output.matchAll(/^ {2}\w+: (\w+) \{\}/gm)].map(([, className]) => className);
    const resources = await readFile(join(root, 'generated/resources.ts'), 'utf8');
    expect(classNames).toEqual(
      [...resources.matchAll(/^ {2}readonly (\w+):/gm)].map(
        ([, own = '']) => own.charAt(0).toUpperCase() + own.slice(1),
      ),
    );
    expect(classNames).toContain('SshKeys');
  },
);

test.each(forms)('a class that came by %s has the name of its export', async (_, name, sdk) => {
  const print = `for (const [name, { name: own }] of Object.entries(sdk)) if (own !== name) console.log(name, own);`;
  await project.write(name, `${sdk} ${print}`);
  expect((await project.node([name])).output).toBe('PaginatedResponse Page\ndefault Runcrate\n');
});

test('no type of the package has a name that a bundler numbered', async () => {
  expect((await declarations()).match(/\w+\$\d+/g)).toBeNull();
});

test('a hover over a resource shows its public type', async () => {
  const { service, file, at } = await open('hover.mts', 'rc./**/instances; rc./**/models;');
  const hovers = at.map((position) =>
    ts.displayPartsToString(service.getQuickInfoAtPosition(file, position)?.displayParts),
  );
  expect(hovers).toEqual([expect.stringMatching(/: Instances$/), expect.stringMatching(/: Models$/)]);
});

test.each(['rc.models.chatCompletion(/**/)', 'rc.chat.completions.create(/**/)'])(
  'signature help of %s opens with the call without streaming, and documents each overload',
  async (call) => {
    const { service, file, at } = await open('signature.mts', call);
    const { items, selectedItemIndex } = service.getSignatureHelpItems(file, at[0] ?? 0, undefined)!;
    const signatures = items.map(({ suffixDisplayParts, documentation, tags, parameters }) => ({
      answer: ts.displayPartsToString(suffixDisplayParts),
      text: ts.displayPartsToString(documentation),
      tags: tags.map(({ name }) => name),
      parameters: parameters.map((parameter) => ts.displayPartsToString(parameter.documentation)),
    }));
    expect(selectedItemIndex).toBe(0);
    expect(signatures.map(({ answer }) => answer)).toEqual([
      '): Promise<ChatCompletion>',
      '): Promise<ChatCompletionStream>',
      '): Promise<ChatCompletion>',
      '): Promise<ChatCompletionStream>',
      '): Promise<ChatCompletion | ChatCompletionStream>',
    ]);
    for (const { text, tags, parameters } of signatures) {
      expect(text).toMatch(/^Creates a chat completion\b[^]*POST \/chat\/completions[^]*Billed per token/);
      expect(text).not.toMatch(/\b(?:above|below)\b/);
      expect(tags).toContain('returns');
      expect(parameters).toEqual([expect.stringMatching(/^- Model, messages/), expect.stringMatching(/^- Timeout/)]);
    }
  },
);

test.each([
  [`rc.models.chatCompletion({ model: '/**/', messages: [] })`, 'deepseek-ai/DeepSeek-V3'],
  [`rc.models.chatCompletion({ model: '/**/', messages: [], stream: true })`, 'deepseek-ai/DeepSeek-V3'],
  [`rc.chat.completions.create({ model: '/**/', messages: [] })`, 'deepseek/deepseek-v3.2'],
  [`rc.request('POST /chat/completions', { model: '/**/', messages: [] })`, 'deepseek-ai/DeepSeek-V3'],
  [`rc.models.generateImage({ model: '/**/', prompt: 'a' })`, 'black-forest-labs/FLUX.1-schnell'],
  [`rc.models.generateVideo({ model: '/**/', prompt: 'a' })`, 'google/veo-3.0'],
  [`rc.models.generateVideoAndSave('a.mp4', { model: '/**/', prompt: 'a' })`, 'openai/sora-2'],
  [`rc.models.textToSpeech({ model: '/**/', input: 'a' })`, 'hexgrad/Kokoro-82M'],
  [`rc.models.transcribe({ model: '/**/', file: new Blob([]) })`, 'openai/whisper-1'],
  [`rc.models.embeddings({ model: '/**/', input: 'a' })`, 'BAAI/bge-large-en-v1.5'],
])('%s completes to the documented models, and takes any other', async (call, model) => {
  const { service, file, at } = await open('completions.mts', call);
  const completions = service.getCompletionsAtPosition(file, at[0] ?? 0, undefined);
  expect(completions?.entries.map(({ name }) => name)).toContain(model);
  expect(service.getSemanticDiagnostics(file)).toEqual([]);
});

const firstMethods = [
  [`rc.models./**/chatCompletion({ model: 'a', messages: [] })`, /Billed per token/],
  [`rc.models./**/chatCompletion({ model: 'a', messages: [], stream: true })`, /Billed per token/],
  [`rc.chat.completions./**/create({ model: 'a', messages: [] })`, /rc\.models\.chatCompletion/],
  [`rc.models./**/generateImage({ model: 'a', prompt: 'b' })`, /Billed per image/],
  [`rc.models./**/generateVideo({ model: 'a', prompt: 'b' })`, /Billed per second of video/],
  [`rc.models./**/generateVideoAndSave('a.mp4', { model: 'a', prompt: 'b' })`, /`pollInterval` in milliseconds/],
  [`rc.models./**/waitForVideo('a')`, /maximum wait \(seconds\)/],
  [`rc.models./**/textToSpeechAndSave('a.mp3', { model: 'a', input: 'b' })`, /temporary file/],
  [`rc.models./**/transcribe({ model: 'a', file: 'b.wav' })`, /POST \/audio\/transcriptions/],
  [`rc.models./**/embeddings({ model: 'a', input: 'b' })`, /Billed per token/],
  [`rc.models./**/list()`, /GET \/models/],
  [`rc.instances./**/create({ name: 'a', gpuType: 'A100' })`, /charged by the second/],
  [`rc.instances./**/waitUntilReady('a')`, /maximum wait \(seconds\)/],
  [`rc.instances./**/terminate('a')`, /cannot be undone/],
  [`rc.storage./**/create({ name: 'a', sizeGb: 1, region: 'b' })`, /0\.03 USD per GB/],
  [`rc.billing./**/getBalance()`, /One credit is one USD/],
] as const;

test(
  'a hover over the methods that users meet first has the signature, the units and one example in 40 lines',
  { timeout: 120_000 },
  async () => {
    const { service, file, at } = await open('first.mts', firstMethods.map(([call]) => call).join(';\n'));
    for (const [index, [call, units]] of firstMethods.entries()) {
      const { displayParts, documentation, tags = [] } = service.getQuickInfoAtPosition(file, at[index] ?? 0)!;
      const tagTexts = tags.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
      const text = [ts.displayPartsToString(displayParts), ts.displayPartsToString(documentation), ...tagTexts].join(
        '\n',
      );
      expect(ts.displayPartsToString(displayParts), call).toMatch(/\)(?::| =>) Promise</);
      expect(text, call).toMatch(units);
      expect(
        tagTexts.filter((tag) => tag.startsWith('@example')),
        call,
      ).toHaveLength(1);
      expect(wrapped(text), `${call}\n${text}`).toBeLessThanOrEqual(40);
    }
  },
);

const withUnits = [
  [`rc.models.list({ /**/ })`, 'timeout', /seconds/],
  [`rc.models.waitForVideo('a', { /**/ })`, 'pollInterval', /milliseconds/],
  [`rc.models.generateVideoAndSave('a.mp4', { model: 'a', prompt: 'b', /**/ })`, 'maxWait', /seconds/],
  [`rc.storage.create({ /**/ })`, 'sizeGb', /GB/],
] as const;

test('the completion details of an option say its unit', async () => {
  const { service, file, at } = await open('details.mts', withUnits.map(([call]) => call).join(';\n'));
  for (const [index, [call, name, unit]] of withUnits.entries()) {
    const details = service.getCompletionEntryDetails(file, at[index] ?? 0, name, {}, undefined, {}, undefined);
    expect(ts.displayPartsToString(details?.documentation), call).toMatch(unit);
  }
});

/** The lines of a hover of 100 columns. */
function wrapped(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 100)), 0);
}

/** A program with a client, and the places that it marks. */
async function open(
  name: string,
  text: string,
): Promise<{ readonly service: ts.LanguageService; readonly file: string; readonly at: readonly number[] }> {
  const source = `import Runcrate from '@runcrate/sdk';\nconst rc = new Runcrate();\n${text};\n`;
  const marks = [...source.matchAll(/\/\*\*\//g)];
  const isInString = source.includes(`'/**/'`);
  const plain = isInString ? source.replaceAll('/**/', '') : source;
  const file = await project.write(name, plain);
  const at = marks.map(({ index }) => (isInString ? index : index + '/**/'.length));
  return { service: languageService([file], project.folder), file, at };
}

async function declarations(): Promise<string> {
  const names = (await readdir(join(root, 'dist'))).filter((name) => name.endsWith('.d.cts'));
  return (await Promise.all(names.map((name) => readFile(join(root, 'dist', name), 'utf8')))).join('\n');
}
