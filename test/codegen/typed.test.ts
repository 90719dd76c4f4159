import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { buildModel, buildWith } from '../../codegen/build-model.js';
import { Cache } from '../../codegen/emit/cache.js';
import { allExtras, emit, emitModel } from '../../codegen/emit/emit.js';
import { readSpec } from '../../codegen/read/spec.js';
import { errorsIn } from './compiled.js';
import { crates, specOf, type Crates } from './crates.js';
import { typedRows, type TypedRow } from './typed-rows.js';

let errors: readonly string[] = [];

/** All rows are one program. */
beforeAll(async () => {
  const rows = await Promise.all(typedRows.map(async (row, at) => [...(await filesOf(row, `row-${at}`))]));
  errors = errorsIn(new Map([...rows.flat(), ...(await filesOfCollisions())]));
}, 180_000);

/** Of a document that is not ours, where names collide. */
async function filesOfCollisions(): Promise<readonly (readonly [string, string])[]> {
  const spec = await readSpec(fileURLToPath(new URL('../fixtures/foreign/collisions.json', import.meta.url)));
  const { model } = buildWith(spec, {}, '../../src/handwritten/core');
  const files = await emitModel(model, { cases: true, format: false });
  return [...files].map(([path, text]) => [`collisions/${path}`, text]);
}

async function filesOf({ caller, schema = false, ...row }: TypedRow, folder: string): Promise<Map<string, string>> {
  const spec = specOf(documentOf(row));
  const model = buildModel(spec, {}, '../../src/handwritten/core');
  const files = await emit(
    model,
    spec,
    { ...allExtras, schema, simulator: false, format: false },
    new Cache(undefined),
  );
  const own = [...files].map(([path, text]) => [`${folder}/${path}`, text] as const);
  const head = `import type { Resources } from './resources.js';\nimport type * as types from './types.js';\n${schema ? "import type { components } from './schema.js';\n" : ''}`;
  const text = `${head}export async function caller({ rows }: Resources): Promise<void> {\n${caller}\n}\nexport type Unused = typeof types;\n`;
  return new Map([...own, [`${folder}/caller.ts`, text]]);
}

function documentOf({ openapi = '3.1.0', paths, components = {} }: Omit<TypedRow, 'caller'>): Crates {
  const tagged = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(Object.entries(item).map(([method, own]) => [method, { tags: ['Rows'], ...own }])),
  ]);
  return {
    ...crates(),
    openapi,
    paths: Object.fromEntries(tagged) as Crates['paths'],
    components: { schemas: components },
  };
}

test.each(typedRows.map(({ title }, at) => [title, at] as const))('%s', (_, at) => {
  expect(errors.filter((error) => error.startsWith(`row-${at}/`))).toEqual([]);
});

test('names that collide compile', () => {
  expect(errors.filter((error) => error.startsWith('collisions/'))).toEqual([]);
});
