import { buildModel } from '../../codegen/build-model.js';
import type { SdkConfig } from '../../codegen/config/config-types.js';
import { Cache } from '../../codegen/emit/cache.js';
import { allExtras, emitModel } from '../../codegen/emit/emit.js';
import { formattedText } from '../../codegen/emit/format.js';
import { filesOf } from '../../codegen/emit/print-files.js';
import { styleOf } from '../../codegen/emit/style.js';
import type { Document, Schema } from '../../codegen/read/openapi.js';
import { Spec } from '../../codegen/read/spec.js';

/** A document with one resource, small enough to see what a test changes. */
export interface Crates {
  openapi: string;
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Schema> };
}

const crate: Schema = { $ref: '#/components/schemas/Crate' };

export function crates(): Crates {
  return {
    openapi: '3.1.0',
    servers: [{ url: 'https://crates.example/v1' }],
    tags: [{ name: 'Crates', description: 'Boxes that hold things.' }],
    paths: {
      '/crates': {
        get: { operationId: 'listCrates', tags: ['Crates'], responses: ok({ type: 'array', items: crate }) },
        post: {
          operationId: 'createCrate',
          tags: ['Crates'],
          requestBody: { required: true, content: json({ $ref: '#/components/schemas/CrateCreateRequest' }) },
          responses: ok(crate, '201'),
        },
      },
      '/crates/{crate_id}': {
        get: {
          operationId: 'getCrate',
          tags: ['Crates'],
          parameters: [{ name: 'crate_id', in: 'path', required: true, schema: { type: 'string', example: 'c-1' } }],
          responses: ok(crate),
        },
      },
    },
    components: {
      schemas: {
        Crate: {
          type: 'object',
          required: ['id', 'state'],
          properties: {
            id: { type: 'string', example: 'c-1' },
            state: { type: 'string', enum: ['open', 'shut'] },
            max_load: { type: 'number', description: 'In kilograms.', minimum: 1, maximum: 500 },
          },
        },
        CrateCreateRequest: {
          type: 'object',
          required: ['state'],
          properties: { state: { type: 'string', enum: ['open', 'shut'] }, max_load: { type: 'number', default: 20 } },
        },
      },
    },
  };
}

export function json(schema: Schema): Record<string, { schema: Schema }> {
  return { 'application/json': { schema } };
}

export function ok(schema: Schema, status = '200'): Record<string, unknown> {
  return { [status]: { description: 'Done.', content: json(schema) } };
}

export function specOf(document: Crates): Spec {
  // A copy without `undefined`, as if read from a file.
  return new Spec('crates.json', JSON.parse(JSON.stringify(document)) as Document);
}

/** Of all tests together: what a test does not change is printed and formatted once. */
class Memory extends Cache {
  readonly #texts = new Map<string, Promise<string>>();

  override text(parts: readonly string[], make: () => Promise<string>): Promise<string> {
    const key = JSON.stringify(parts);
    const text = this.#texts.get(key) ?? make();
    this.#texts.set(key, text);
    return text;
  }
}

const memory = new Memory(undefined);

/** The text of each generated file except schema.ts. */
export function generated(document: Crates, config: SdkConfig = {}): Promise<ReadonlyMap<string, string>> {
  return emitModel(buildModel(specOf(document), config, '../src/handwritten/core'), allExtras, memory);
}

/**
 * The text of one generated file in one line, so that tests do not depend on the line breaks of Prettier. The others are
 * not printed, which would take longer than all else.
 */
export async function oneLine(file: string, document: Crates, config: SdkConfig = {}): Promise<string> {
  const model = buildModel(specOf(document), config, '../src/handwritten/core');
  const statements = new Map(filesOf(model, allExtras)).get(file);
  const text = statements && (await formattedText(statements, await styleOf(model.source, true), memory));
  return (text ?? '').replaceAll(/\s+/g, ' ');
}
