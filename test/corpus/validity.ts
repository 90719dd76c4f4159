import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folder } from './documents.js';
import { readSource } from './read-source.js';

/** Whether a document is valid, in the view of a validator that shares no code with this project. */
export type Judge = (path: string) => Promise<boolean>;

interface Schemas {
  readonly Validator: new () => { validate(document: object): Promise<{ readonly valid: boolean }> };
}

/** It has the JSON Schemas of OpenAPI 3.0, 3.1 and 3.2, and checks that references have a target. */
export async function openJudge(): Promise<Judge> {
  const module = join(folder, 'node_modules/@seriousme/openapi-schema-validator/index.js');
  const { Validator } = (await import(pathToFileURL(module).href)) as Schemas;
  const validator = new Validator();
  return async (path) => (await validator.validate(await readSource(path))).valid;
}
