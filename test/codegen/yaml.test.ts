import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { readSpec } from '../../codegen/read/spec.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yaml-'));
});
afterAll(() => rm(folder, { recursive: true }));

const text = `
openapi: 3.0.3
x-base: &base { type: object, properties: &fields { made_at: { type: string }, id: { type: string } }, required: [id] }
x-named: &named { description: Named., properties: { id: { type: integer } } }
x-call: &call
  tags: [Things]
  parameters: [{ name: page_size, in: query, schema: { type: integer } }]
  responses: { 200: { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/B' } } } } }
paths:
  /a:
    get:
      <<: *call
      operationId: listThings
components:
  schemas:
    A: { <<: *base }
    B: { <<: [*named, *base], type: object }
    C: { type: object, properties: { <<: *fields, own: { type: boolean } } }
    D: { type: object, properties: { '<<': { type: boolean } } }
`;

test('merge keys of YAML are expanded: own keys first, then the first of a list', async () => {
  await writeFile(join(folder, 'a.yaml'), text);
  const spec = await readSpec(join(folder, 'a.yaml'));
  const fields = { made_at: { type: 'string' }, id: { type: 'string' } };
  expect(spec.document.components?.schemas).toMatchObject({
    A: { type: 'object', properties: fields, required: ['id'] },
    B: { description: 'Named.', type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
    C: { properties: { ...fields, own: { type: 'boolean' } } },
  });
  const model = buildModel(spec, {}, '.');
  expect(model.resources.map(({ name, methods }) => [name, methods.map((method) => method.name)])).toEqual([
    ['things', ['list']],
  ]);
  expect(model.operations[0]?.parameters).toMatchObject([{ name: 'pageSize', wire: 'page_size' }]);
});

test('a quoted key of that name is a key', async () => {
  await writeFile(join(folder, 'b.yaml'), text);
  const { document } = await readSpec(join(folder, 'b.yaml'));
  expect(document.components?.schemas?.['D']?.properties).toEqual({ '<<': { type: 'boolean' } });
});
