import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compilerHost } from '../helpers/compiler-host.js';
import { consumer, requireBuild, root, type Consumer } from '../helpers/consumer.js';
import { editorOptions as options, languageService } from '../helpers/language-service.js';

let project: Consumer;

beforeAll(async () => {
  await requireBuild();
  project = await consumer();
});

afterAll(() => project[Symbol.asyncDispose]());

/** One call of each kind, all within the budget. */
const calls = `import Runcrate from '@runcrate/sdk';
  const rc = new Runcrate({ apiKey: 'rc_live_a' });
  const chat = { model: 'a', messages: [{ role: 'user', content: 'b' }] } as const;
  export const content = (await rc.models.chatCompletion(chat)).choices[0]?.message.content;
  for await (const chunk of await rc.models.chatCompletion({ ...chat, stream: true })) chunk.choices[0]?.delta.content;
  export const [instance] = await rc.instances.list({ search: 'a' });
  for await (const { amount } of await rc.billing.listTransactions({ limit: 3 })) amount.toFixed();
  await (await rc.models.generateImage({ model: 'a', prompt: 'b' })).save('a.webp');
  await rc.models.generateVideoAndSave('a.mp4', { model: 'a', prompt: 'b' });`;

test("calls need fewer than 3,500 type instantiations in a consumer's compiler", async () => {
  const empty = instantiationsOf(await project.write('empty.mts', 'export {};'));
  const used = instantiationsOf(await project.write('calls.mts', calls), empty.program);
  expect(used.errors).toEqual([]);
  expect(used.count - empty.count).toBeLessThan(3500);
});

test('a program for Node needs no DOM types', async () => {
  const file = await project.write(
    'node.mts',
    `${calls}\nexport const { length } = await rc.models.downloadVideo('a');`,
  );
  const withNode = {
    ...options,
    lib: ['lib.es2022.d.ts'],
    types: ['node'],
    typeRoots: [join(root, 'node_modules', '@types')],
  };
  expect(instantiationsOf(file, undefined, withNode).errors).toEqual([]);
});

test('a program needs neither the DOM types nor those of Node', async () => {
  const text = await readFile(join(root, 'test', 'types', 'consumer', 'bare.ts'), 'utf8');
  const file = await project.write('bare.mts', text);
  expect(instantiationsOf(file, undefined, { ...options, lib: ['lib.es2022.d.ts'] }).errors).toEqual([]);
});

test('with the DOM types, the public types are those of the platform, and nothing that is similar', async () => {
  const program = `import type { ApiError, FileInput, Fetch, ImageInput, RequestOptions, Runcrate } from '@runcrate/sdk';
    type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
    type Sound = Awaited<ReturnType<Runcrate['models']['textToSpeechStream']>>;
    type Init = Fetch extends infer F ? (F extends (url: string, init?: infer I) => unknown ? (unknown extends I ? never : I) : never) : never;
    export const same: readonly [
      Same<RequestOptions['signal'], AbortSignal | undefined>,
      Same<ApiError['headers'], Headers>,
      Same<Sound, ReadableStream<Uint8Array>>,
      Same<ImageInput, string | URL | Blob | ArrayBuffer | Uint8Array>,
      Same<Extract<FileInput, { readonly status: number }>, Response>,
      Same<Init, RequestInit>,
    ] = [true, true, true, true, true, true];`;
  expect(instantiationsOf(await project.write('same.mts', program)).errors).toEqual([]);
});

test('a program without @types/node can pass on bytes, and pass its own interfaces', async () => {
  const program = `import Runcrate from '@runcrate/sdk';
    const rc = new Runcrate({ apiKey: 'rc_live_a' });
    export const sound = new Response(await rc.models.textToSpeech({ model: 'a', input: 'b' }));
    export const video = new Blob([await rc.models.downloadVideo('a')]);
    interface Turn { role: 'user' | 'assistant'; content: string }
    export const reply = (turns: Turn[]) => rc.models.chatCompletion({ model: 'a', messages: turns });
    interface Chat { model: string; messages: Turn[]; seed?: number }
    export const content = async (chat: Chat) => (await rc.models.chatCompletion(chat)).choices[0]?.message.content;`;
  expect(instantiationsOf(await project.write('own.mts', program)).errors).toEqual([]);
});

test('the compiler reports each mistake once, and names the field', async () => {
  const program = `import Runcrate from '@runcrate/sdk';
    const rc = new Runcrate({ apiKey: 'rc_live_a' });
    const messages = [{ role: 'user', content: 'b' }] as const;
    await rc.models.textToSpeech({ input: 'b' });
    await rc.models.chatCompletion({ messages, stream: true });
    await rc.models.chatCompletion({ model: 'a', messages: [{ role: 'robot', content: 'b' }] });
    await rc.models.generateImage({ model: 'a', prompt: 1 });`;
  const { errors } = instantiationsOf(await project.write('wrong.mts', program));
  expect(errors.map((text) => text.split('\n').at(-1)?.trim())).toEqual([
    expect.stringMatching(/^Property 'model' is missing in type .* but required in type 'TTSParamsFields'\.$/),
    expect.stringMatching(
      /^Property 'model' is missing in type .* but required in type 'ChatCompletionParamsFields'\.$/,
    ),
    expect.stringMatching(/^Type '"robot"' is not assignable to type '.*"assistant".*'\.$/),
    "Type 'number' is not assignable to type 'string'.",
  ]);
  expect(errors.join('\n')).not.toContain('Overload 1');
});

test('every member that the documentation names has documentation and a plain type in an editor', async () => {
  const route = `${calls}\nawait rc.request('POST /chat/completions', { ...chat, seed: 1, stream: true });`;
  const fixtures = await Promise.all(['documentation', 'documentation-media'].map(writeFixture));
  const infos = quickInfos([...fixtures, await project.write('route.mts', route)]);
  expect(infos.length).toBeGreaterThan(60);
  expect(infos.filter(({ documentation }) => documentation === '').map(({ type }) => type)).toEqual([]);
  expect(infos.filter(({ type }) => /(paths|components|operations)\[/.test(type))).toEqual([]);
});

async function writeFixture(name: string): Promise<string> {
  return project.write(`${name}.mts`, await readFile(join(root, 'test', 'fixtures', `${name}.ts`), 'utf8'));
}

/** Counts the type instantiations that checking a program and the package's declarations needs. */
function instantiationsOf(
  file: string,
  reuse?: ts.Program,
  compilerOptions = options,
): { readonly program: ts.Program; readonly errors: string[]; readonly count: number } {
  const program = ts.createProgram([file], compilerOptions, compilerHost(compilerOptions), reuse);
  const files = program
    .getSourceFiles()
    .filter((source) => !program.isSourceFileDefaultLibrary(source) && !source.fileName.includes('/@types/'));
  const errors = files
    .flatMap((source) => program.getSemanticDiagnostics(source))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  return { program, errors, count: program.getInstantiationCount() };
}

interface QuickInfo {
  readonly type: string;
  readonly documentation: string;
}

/** What an editor shows for each member of the package that the programs use, once per member. */
function quickInfos(files: readonly string[]): QuickInfo[] {
  const service = languageService(files, project.folder);
  const infos = new Map<string, QuickInfo>();
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!isMember(node)) return;
    const { fileName } = node.getSourceFile();
    const info = service.getQuickInfoAtPosition(fileName, node.getStart());
    const [definition] = service.getDefinitionAtPosition(fileName, node.getStart()) ?? [];
    if (!info || !definition?.fileName.includes('/dist/')) return;
    const type = ts.displayPartsToString(info.displayParts);
    infos.set(type, { type, documentation: ts.displayPartsToString(info.documentation) });
  };
  for (const file of files) visit(service.getProgram()!.getSourceFile(file)!);
  return [...infos.values()];
}

/** The name of a property or method: read, called, or set in an object literal. */
function isMember(node: ts.Node): node is ts.Identifier {
  const { parent } = node;
  if (!ts.isIdentifier(node)) return false;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}
