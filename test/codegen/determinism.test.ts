import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { emitModel } from '../../codegen/emit/emit.js';
import type { Model } from '../../codegen/model.js';
import { sdkConfig } from '../../codegen/sdk.config.js';
import { specOf } from '../../codegen/read/spec.js';

const path = fileURLToPath(new URL('../../openapi.json', import.meta.url));
const text = await readFile(path, 'utf8');

function modelOf(value: unknown): Model {
  const main = { path, shown: 'openapi.json', value };
  return buildModel(specOf(main, new Map([[path, main]])), sdkConfig, '../src/handwritten/core');
}

/** The same document, the keys of every object from the last to the first. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

/** What is said, without the order in which it is said. */
function meaningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(meaningOf(item))).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, meaningOf(inner)] as const);
  return entries.toSorted(([left], [right]) => (left < right ? -1 : 1));
}

test('the same document gives the same bytes', async () => {
  const [first, second] = await Promise.all([1, 2].map(() => emitModel(modelOf(JSON.parse(text)))));
  expect(first).toEqual(second);
});

test('a document whose keys are in another order means the same', () => {
  // Cases are examples: which of several comes first is theirs to decide.
  const { cases: _cases, ...model } = modelOf(JSON.parse(text));
  const { cases: _reversedCases, ...other } = modelOf(reversed(JSON.parse(text)));
  expect(meaningOf(other)).toEqual(meaningOf(model));
});

test('the meaning is another where the document says something else', () => {
  const changed = text.replaceAll('"max_tokens"', '"most_tokens"');
  expect(meaningOf(modelOf(JSON.parse(changed)).types)).not.toEqual(meaningOf(modelOf(JSON.parse(text)).types));
});
