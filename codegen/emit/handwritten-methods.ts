import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache } from './cache.js';
import { makersOf } from './makers.js';
import { typescriptThread } from './thread.js';

/** A method of a class in src/handwritten/resources, as it is declared. */
export interface HandwrittenMethod {
  readonly name: string;
  readonly parameters: string;
  /** Without `Promise<…>`. */
  readonly answer: string;
}

const folder = join(import.meta.dirname, '../../src/handwritten/resources');

const makers = makersOf(['ts-morph', 'typescript'], ['typescript-worker.js']);

/** The public methods of the class that extends a resource, one for each overload, as ts-morph reads them. */
export async function handwrittenMethods(file: string, cache: Cache): Promise<readonly HandwrittenMethod[]> {
  const source = await readFile(join(folder, `${file}.ts`), 'utf8').catch(() => '');
  const text = await cache.text([await makers(), source], async () =>
    JSON.stringify(await typescriptThread.ask({ task: 'methods', source })),
  );
  return JSON.parse(text) as readonly HandwrittenMethod[];
}
