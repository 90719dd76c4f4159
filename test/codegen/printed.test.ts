import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { emitModel } from '../../codegen/emit/emit.js';
import { readSpec } from '../../codegen/read/spec.js';
import { sdkConfig } from '../../codegen/sdk.config.js';
import { crates, specOf } from './crates.js';
import { features, goldenModel, outOf } from './golden/golden.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The code without its layout: the same for two texts that differ only in line breaks and trailing commas. */
function meaningOf(text: string): readonly string[] {
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest);
  const errors = (source as unknown as { readonly parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
  expect(errors.map(({ messageText }) => messageText)).toEqual([]);
  const printed = ts.createPrinter().printFile(source).replaceAll(/\s+/g, ' ');
  // In statements, so that a failure is readable.
  return printed
    .replaceAll(/ ?([{}[\](),;<>|]) ?/g, '$1')
    .replaceAll(/,(?=[}\])])/g, '')
    .split('export ');
}

test.each(features)('%s is printed with the meaning of its formatted files', async (feature) => {
  for (const [path, text] of await emitModel(await goldenModel(feature), { cases: false, format: false })) {
    expect(meaningOf(text)).toEqual(meaningOf(await readFile(`${outOf(feature)}/${path}`, 'utf8')));
  }
});

test('openapi.json is printed with the meaning of its formatted files, and with no more lines of over 120 characters', async () => {
  const model = buildModel(await readSpec(`${root}/openapi.json`), sdkConfig, '../src/handwritten/core');
  for (const [path, text] of await emitModel(model, { cases: true, format: false })) {
    const formatted = await readFile(`${root}/generated/${path}`, 'utf8');
    expect(meaningOf(text)).toEqual(meaningOf(formatted));
    expect(longLines(text)).toBeLessThanOrEqual(longLines(formatted));
  }
});

function longLines(text: string): number {
  return text.split('\n').filter(({ length }) => length > 120).length;
}

test('a long type takes a line for each of its members, and an operation one for each of its fields', async () => {
  const document = crates();
  const states = Array.from({ length: 12 }, (_, at) => `state-number-${at}`);
  document.components.schemas['Crate'] = { type: 'object', properties: { state: { type: 'string', enum: states } } };
  const files = await emitModel(buildModel(specOf(document), {}, '../core'), { cases: false, format: false });
  const cases = states.map((state) => `    | '${state}'\n`).join('');
  expect(files.get('types.ts')).toContain(`  state?:\n${cases}    | (string & {});\n`);
  const record = ["  method: 'POST',", "  path: '/crates',", "  server: 'default',", "  retry: 'once',"].join('\n');
  expect(files.get('operations.ts')).toContain(
    `export const createCrate: Operation<'POST', '/crates', CrateCreateRequest, Crate> = {\n${record}`,
  );
});
