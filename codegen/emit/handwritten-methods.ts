import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as TsMorph from 'ts-morph';
import type { Cache } from './cache.js';
import { versionOf } from './style.js';

/** A method of a class in src/handwritten/resources, as it is declared. */
export interface HandwrittenMethod {
  readonly name: string;
  readonly parameters: string;
  /** Without `Promise<…>`. */
  readonly answer: string;
}

const folder = join(import.meta.dirname, '../../src/handwritten/resources');

/** The public methods of the class that extends a resource, one for each overload. ts-morph is loaded only if the cache does not have them. */
export async function handwrittenMethods(file: string, cache: Cache): Promise<readonly HandwrittenMethod[]> {
  const source = await readFile(join(folder, `${file}.ts`), 'utf8').catch(() => '');
  const own = await readFile(import.meta.filename, 'utf8');
  const text = await cache.text([versionOf('ts-morph'), own, source], () => {
    // The TypeScript of ts-morph, which prints the other files. Required, as there.
    const { ts } = createRequire(import.meta.url)('ts-morph') as typeof TsMorph;
    const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
    const declared = parsed.statements
      .filter(ts.isClassDeclaration)
      .filter(({ heritageClauses }) => heritageClauses !== undefined)
      .flatMap(({ members }) => members.filter(ts.isMethodDeclaration));
    const isOverloaded = (name: string): boolean =>
      declared.filter((method) => method.name.getText() === name).length > 1;
    const flat = (node: { getText(): string } | undefined): string => node?.getText().replaceAll(/\s+/g, ' ') ?? '';
    const methods = declared
      .filter((method) => method.body === undefined || !isOverloaded(method.name.getText()))
      .filter((method) => !ts.isPrivateIdentifier(method.name))
      .map(({ name, parameters, type }) => ({
        name: name.getText(),
        parameters: parameters
          .filter(({ name: own }) => own.getText() !== 'options')
          .map((parameter) => `${flat(parameter.name)}${parameter.questionToken ? '?' : ''}: ${flat(parameter.type)}`)
          .join(', '),
        answer: flat(type).replace(/^Promise<(.*)>$/, '$1'),
      }));
    return Promise.resolve(JSON.stringify(methods));
  });
  return JSON.parse(text) as readonly HandwrittenMethod[];
}
