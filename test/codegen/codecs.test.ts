import { expect, test } from 'vitest';
import type { SdkConfig } from '../../codegen/config/config-types.js';
import { crates, oneLine } from './crates.js';

const both: SdkConfig = { bothSpellings: true };

test('a codec lists only fields with different wire names', async () => {
  expect(await oneLine('codecs.ts', crates())).toContain(`export const crate: Codec = { snake: ['maxLoad'] };`);
});

test('a wire name that is not the public name in snake_case is listed explicitly', async () => {
  const document = crates();
  document.components.schemas['Crate'] = {
    type: 'object',
    properties: { max_load: {}, 'max-width': {}, user_id: {}, userId2: {}, H100_count: {}, size_2: {} },
  };
  expect(await oneLine('codecs.ts', document)).toContain(
    `crate: Codec = { snake: ['maxLoad', 'userId'], ` +
      `names: { 'max-width': 'maxWidth', H100_count: 'h100Count', size_2: 'size2' }, };`,
  );
});

test('a codec with a single use is inlined', async () => {
  const operations = await oneLine('operations.ts', crates());
  expect(operations).toContain(
    "body: { content: 'application/json', required: true, plain: ['state'], codec: { snake: ['maxLoad'], required: ['state'], oneOf: { state: ['open', 'shut'] } }, }",
  );
  expect(operations).toContain("answer: { as: 'json', numbers: ['maxLoad'], codec: codecs.crate },");
});

test('a schema with equal wire and public names has no codec', async () => {
  const document = crates();
  document.components.schemas['Crate'] = { type: 'object', properties: { id: { type: 'string' } } };
  expect(await oneLine('codecs.ts', document)).not.toContain('const crate:');
  expect(await oneLine('operations.ts', document)).toContain(`answer: { as: 'json' }`);
});

test('a response that is camelCase in the document is also read in snake_case', async () => {
  const document = crates();
  document.components.schemas['Crate'] = { type: 'object', properties: { createdAt: { type: 'string' } } };
  expect(await oneLine('codecs.ts', document, both)).toContain(`crate: Codec = { snake: ['createdAt'] };`);
  expect(await oneLine('codecs.ts', document)).not.toContain('const crate:');
});

test('requests use the spelling of the document', async () => {
  const document = crates();
  document.components.schemas['Crate'] = { type: 'object', properties: { createdAt: { type: 'string' } } };
  document.components.schemas['CrateCreateRequest'] = {
    type: 'object',
    properties: { like: { $ref: '#/components/schemas/Crate' } },
  };
  expect(await oneLine('codecs.ts', document, both)).toContain(
    `crate: Codec = { snake: ['createdAt'], sent: { createdAt: 'createdAt' } };`,
  );
});

test('a request-only schema has no second spelling', async () => {
  const document = crates();
  document.components.schemas['CrateCreateRequest'] = { type: 'object', properties: { createdAt: { type: 'string' } } };
  expect(await oneLine('codecs.ts', document, both)).not.toContain('const crateCreateRequest:');
});

test('maps and values without a schema keep their keys', async () => {
  const document = crates();
  document.components.schemas['Crate'] = {
    type: 'object',
    properties: {
      labels: { type: 'object', additionalProperties: { type: 'string' } },
      parameters: { type: 'object' },
    },
  };
  expect(await oneLine('codecs.ts', document)).not.toContain('const crate:');
});

test('the values of a map are translated, its keys are not', async () => {
  const document = crates();
  document.components.schemas['Crate'] = {
    type: 'object',
    properties: {
      slots: { type: 'object', additionalProperties: { type: 'object', properties: { max_load: { type: 'number' } } } },
    },
  };
  expect(await oneLine('codecs.ts', document)).toContain(
    `crate: Codec = { fields: { slots: { values: { snake: ['maxLoad'] } } } };`,
  );
});

test('only a recursive codec is lazy', async () => {
  const document = crates();
  document.components.schemas['Crate'] = {
    type: 'object',
    properties: {
      inner_crate: { $ref: '#/components/schemas/Crate' },
      lid: { $ref: '#/components/schemas/Lid' },
      spare: { $ref: '#/components/schemas/Lid' },
    },
  };
  document.components.schemas['Lid'] = { type: 'object', properties: { is_open: { type: 'boolean' } } };
  const codecs = await oneLine('codecs.ts', document);
  expect(codecs).toContain('fields: { innerCrate: () => crate, lid, spare: lid } };');
  expect(codecs.indexOf('const lid:')).toBeLessThan(codecs.indexOf('const crate:'));
});

test('the variants of a union share one table', async () => {
  const document = crates();
  document.components.schemas['Box'] = { type: 'object', properties: { box_size: { type: 'number' } } };
  document.components.schemas['Bag'] = { type: 'object', properties: { bag_colour: { type: 'string' } } };
  document.components.schemas['Crate'] = {
    anyOf: [{ $ref: '#/components/schemas/Box' }, { $ref: '#/components/schemas/Bag' }, { type: 'string' }],
  };
  const codecs = await oneLine('codecs.ts', document);
  expect(codecs).toContain(`crate: Codec = { snake: ['boxSize', 'bagColour'] };`);
});

test('a list of pairs may be passed as a map', async () => {
  const document = crates();
  const pair = {
    type: 'object',
    required: ['key', 'value'],
    properties: { key: { type: 'string' }, value: { type: 'string' } },
  };
  document.components.schemas['CrateCreateRequest'] = {
    type: 'object',
    properties: { env_vars: { type: 'array', items: pair } },
  };
  const config: SdkConfig = { pairs: { CrateCreateRequest: ['envVars'] } };
  expect(await oneLine('operations.ts', document, config)).toContain('fields: { envVars: { pairs: true } }');
  expect(await oneLine('types.ts', document, config)).toContain(
    'envVars?: Record<string, string> | readonly { key: string; value: string }[] | undefined;',
  );
});
