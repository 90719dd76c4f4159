import type { SdkConfig } from '../../../codegen/config/config-types.js';
import type { Schema } from '../../../codegen/read/openapi.js';
import type { Severity, Step } from '../../../codegen/report/severity.js';
import { crates, json, ok, type Crates } from '../crates.js';

/** A small change to a document or to the config, and the expected report. */
export interface Row {
  readonly title: string;
  /** Additions of the old document to the warehouse. */
  readonly before?: (document: Crates) => void;
  readonly change?: (document: Crates) => void;
  readonly config?: SdkConfig;
  readonly oldConfig?: SdkConfig;
  /** Every line of the report, most severe first. */
  readonly says: readonly (readonly [Severity, string])[];
  readonly step: Step;
  /** Why the verdict of oasdiff differs from ours. */
  readonly oasdiff?: string;
}

export const errors = { 404: 'NotFoundError', 409: 'ConflictError' };

/** The crates, with a search, errors and fields of every type. */
export function warehouse(): Crates {
  const document = crates();
  const list = document.paths['/crates']!['get'] as Operation;
  list.parameters = [
    { name: 'search', in: 'query', schema: { type: 'string', enum: ['full', 'empty'] } },
    { name: 'max_rows', in: 'query', schema: { type: 'integer', default: 20, maximum: 100 } },
  ];
  const get = operation(document, 'getCrate');
  get.responses = { ...get.responses, 404: { description: '' } };
  document.paths['/stack'] = {
    get: { operationId: 'getStack', tags: ['Crates'], responses: ok({ type: 'string' }) },
  };
  Object.assign(request(document).properties!, {
    label: { type: 'string', maxLength: 20, pattern: '^[a-z]+$' },
    tags: { type: 'array', items: { type: 'string', maxLength: 8 }, maxItems: 5 },
    note: { type: ['string', 'null'] },
    lid: { type: 'object', properties: { colour: { type: 'string' } } },
  });
  Object.assign(answer(document).properties!, {
    note: { type: ['string', 'null'] },
    made_at: { type: 'string', format: 'date-time' },
    object: { type: 'string', enum: ['crate'] },
  });
  return document;
}

export interface Operation {
  operationId: string;
  tags?: string[];
  summary?: string;
  deprecated?: boolean;
  servers?: { url: string }[];
  parameters?: Parameter[];
  requestBody?: object;
  responses: Record<string, unknown>;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  deprecated?: boolean;
  description?: string;
  schema: WritableSchema;
}

export type WritableSchema = { -readonly [Key in keyof Schema]: Schema[Key] } & {
  required?: string[];
  properties?: Record<string, WritableSchema>;
};

export function operation(document: Crates, id: string): Operation {
  const all = Object.values(document.paths).flatMap((item) => Object.values(item) as Operation[]);
  return all.find(({ operationId }) => operationId === id)!;
}

/** A parameter of `listCrates`. */
export function parameter(document: Crates, name: string): Parameter {
  return operation(document, 'listCrates').parameters!.find((candidate) => candidate.name === name)!;
}

export function addParameter(document: Crates, id: string, added: Parameter): void {
  const target = operation(document, id);
  target.parameters = [...(target.parameters ?? []), added];
}

/** The request schema. */
export function request(document: Crates): WritableSchema {
  return document.components.schemas['CrateCreateRequest'] as WritableSchema;
}

/** The response schema. */
export function answer(document: Crates): WritableSchema {
  return document.components.schemas['Crate'] as WritableSchema;
}

/** A field of a schema, to be modified. */
export function field(schema: WritableSchema, name: string): WritableSchema {
  return schema.properties![name]!;
}

export function removeField(schema: WritableSchema, name: string): void {
  schema.properties = Object.fromEntries(Object.entries(schema.properties!).filter(([key]) => key !== name));
  schema.required = schema.required?.filter((key) => key !== name) ?? [];
}

export function setRequired(schema: WritableSchema, ...names: string[]): void {
  schema.required = names;
}

/** `PUT /label` takes and returns a label. */
export function addLabel(document: Crates, schema: Schema): void {
  const label = { $ref: '#/components/schemas/Label' };
  document.components.schemas['Label'] = schema;
  document.paths['/label'] = {
    put: {
      operationId: 'putLabel',
      tags: ['Labels'],
      requestBody: { required: true, content: json({ type: 'object', properties: { label } }) },
      responses: ok(label),
    },
  };
}
