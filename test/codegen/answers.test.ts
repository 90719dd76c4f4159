import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { emitModel } from '../../codegen/emit/emit.js';
import type { RequestOptions, Transport } from '../../src/handwritten/core/operation/operation.js';
import { crates, specOf, type Crates } from './crates.js';
import { goldenTransport } from './golden/golden.js';
import { answerRows, type AnswerRow } from './answer-rows.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Things = Record<string, (options?: RequestOptions) => Promise<unknown>>;

let folder = '';
let Resources: new (transport: Transport) => { readonly rows: Things };
let operations = '';

/** The rows are the operations of one document, so that it is generated and loaded once. */
beforeAll(async () => {
  const files = await emitModel(buildModel(specOf(documentOf(answerRows)), {}, relative('a', 'src/handwritten/core')), {
    cases: false,
    format: false,
  });
  await mkdir(join(root, '.scratch'), { recursive: true });
  folder = await mkdtemp(join(root, '.scratch/answers-'));
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text.replaceAll('../src/handwritten', '../../src/handwritten'));
  }
  ({ Resources } = (await import(join(folder, 'resources.ts'))) as { Resources: typeof Resources });
  operations = (files.get('operations.ts') ?? '').replaceAll(/\s+/g, ' ');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function documentOf(rows: readonly AnswerRow[]): Crates {
  const paths = rows.map(({ method = 'get', responses }, at) => [
    `/${at}`,
    { [method]: { operationId: `row${at}`, tags: ['Rows'], responses } },
  ]);
  const schemas = Object.assign({}, ...rows.map(({ components }) => components)) as Crates['components']['schemas'];
  return { ...crates(), paths: Object.fromEntries(paths) as Crates['paths'], components: { schemas } };
}

test.each(answerRows.map((row, at) => [row.title, at, row] as const))('%s', async (_, at, row) => {
  const { transport, requests } = goldenTransport(row.respond);
  const call = new Resources(transport).rows[`row${at}`]!();
  if (row.rejects !== undefined) expect(await rejectionOf(call)).toHaveProperty('message', own(row.rejects));
  else expect(await call).toEqual(row.answer);
  if (row.accept !== undefined) expect(requests[0]?.headers.get('accept')).toBe(row.accept);
  const [, type] = /^Record<string, never>, (.+?)> = \{/.exec(operations.split(`'/${at}', `)[1] ?? '') ?? [];
  expect(type).toBe(own(row.type));

  function own(words: string): string {
    return words.replace('PATH', `${at}`).replace('ROW', `Row${at}`);
  }
});
