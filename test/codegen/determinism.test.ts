import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { emitModel } from '../../codegen/emit/emit.js';
import type { Model } from '../../codegen/model.js';
import { sdkConfig } from '../../codegen/sdk.config.js';
import { specOf } from '../../codegen/read/spec.js';
import { meaningOf } from './model-meaning.js';

const path = fileURLToPath(new URL('../../openapi.json', import.meta.url));
const text = await readFile(path, 'utf8');

function modelOf(value: unknown): Model {
  const main = { path, shown: 'openapi.json', value };
  return buildModel(specOf(main, new Map([[path, main]])), sdkConfig, '../src/handwritten/core');
}

/** The same document with the keys of every object reversed. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

test('the same document generates the same bytes', async () => {
  const [first, second] = await Promise.all([1, 2].map(() => emitModel(modelOf(JSON.parse(text)))));
  expect(first).toEqual(second);
});

test('a document with its keys in another order gives the same model', () => {
  // Cases, and the samples of the simulator, depend on the order of examples.
  const { cases: _cases, simulation: _simulation, ...model } = modelOf(JSON.parse(text));
  const { cases: _reversedCases, simulation: _reversedSimulation, ...other } = modelOf(reversed(JSON.parse(text)));
  expect(meaningOf(other)).toEqual(meaningOf(model));
});

test('a changed document gives another model', () => {
  const changed = text.replaceAll('"max_tokens"', '"most_tokens"');
  expect(meaningOf(modelOf(JSON.parse(changed)).types)).not.toEqual(meaningOf(modelOf(JSON.parse(text)).types));
});
