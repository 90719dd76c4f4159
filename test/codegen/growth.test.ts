import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compiled } from '../helpers/script.js';
import { json, ok } from './crates.js';

/*
 * Work is counted, not timed: V8 counts how often each part of a function runs. Twice the document may run each part
 * about twice as often, with some room for sorting.
 */
const most = 2.6;
/** What runs less often doesn't show how it grows. */
const least = 1000;

const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'growth-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('twice the document is twice the work', { timeout: 180_000 }, async () => {
  const main = await compiled('codegen/main.ts');
  const [once, twice] = await Promise.all([workOf(main, 50), workOf(main, 100)]);
  expect(once.size).toBeGreaterThan(1000);
  const grown = [...twice].filter(([place, count]) => count > least && count > most * (once.get(place) ?? 0));
  expect(grown.map(([place, count]) => `${place}: ${once.get(place) ?? 0} → ${count}`)).toEqual([]);
});

/** How often each part of the generator runs for a document of this size. */
async function workOf(main: string, size: number): Promise<ReadonlyMap<string, number>> {
  const own = await mkdtemp(join(folder, `${size}-`));
  const spec = join(own, 'spec.json');
  await writeFile(spec, JSON.stringify(documentOf(size)));
  const counts = join(own, 'counts');
  const args = [main, '--spec', spec, '--out', join(own, 'out'), '--cases'];
  await run(process.execPath, args, { env: { ...process.env, NODE_V8_COVERAGE: counts } });
  const work = new Map<string, number>();
  for (const file of await readdir(counts)) {
    const { result } = JSON.parse(await readFile(join(counts, file), 'utf8')) as Coverage;
    for (const { url, functions } of result) {
      if (!/\.(cache|scratch)\/scripts\//.test(url)) continue;
      for (const { functionName, ranges } of functions)
        for (const { startOffset, count } of ranges)
          work.set(`${url.slice(url.lastIndexOf('/') + 1)}:${startOffset} ${functionName}`, count);
    }
  }
  return work;
}

interface Coverage {
  readonly result: readonly { readonly url: string; readonly functions: readonly Counted[] }[];
}

interface Counted {
  readonly functionName: string;
  readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
}

/** What there is one of for each resource, and schemas, calls and texts that hold one of something for each. */
function documentOf(size: number): object {
  const numbers = Array.from({ length: size }, (_, at) => at);
  const each = (make: (at: number) => Record<string, unknown>): Record<string, unknown> =>
    Object.assign({}, ...numbers.map(make)) as Record<string, unknown>;
  const tag = (at: number | string) => ({ tags: [`Tag${at}`] });
  const parameters = numbers.map((at) => ({ name: `by_${at}`, in: 'query', schema: { type: 'string' } }));
  const description = numbers.map((at) => `It has **part ${at}**, and \`more\` of it.`).join('\n\n');
  return {
    openapi: '3.1.0',
    info: { title: 'Growing', version: '1', description },
    servers: [{ url: 'https://crates.example' }],
    paths: {
      '/wide': {
        get: { operationId: 'getWide', ...tag('Wide'), description, parameters, responses: ok(ref('Wide')) },
        put: {
          operationId: 'setWide',
          ...tag('Wide'),
          requestBody: { required: true, content: json(ref('Wide')) },
          responses: ok(ref('Choice')),
        },
      },
      ...each((at) => ({
        [`/items${at}`]: {
          get: {
            operationId: `listItem${at}`,
            ...tag(at),
            parameters: [{ name: 'by', in: 'query', schema: ref(`Union${at}`) }],
            responses: ok({ type: 'array', items: ref(`Item${at}`) }),
          },
          post: {
            operationId: `createItem${at}`,
            ...tag(at),
            requestBody: { required: true, content: json(ref(`Item${at}`)) },
            responses: { ...ok(ref(`Item${at}`), '201'), ...ok(ref('Problem'), '400') },
          },
        },
        [`/items${at}/{id}`]: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          get: { operationId: `getItem${at}`, ...tag(at), responses: ok(ref(`Union${at}`)) },
          put: {
            operationId: `setItem${at}`,
            ...tag(at),
            requestBody: { required: true, content: json(ref(`Node${at}`)) },
            responses: ok(ref(`Node${at}`)),
          },
        },
      })),
    },
    components: {
      schemas: { ...schemasOf(each, numbers), Problem: { type: 'object', properties: { message: text } } },
    },
  };
}

function schemasOf(
  each: (make: (at: number) => Record<string, unknown>) => Record<string, unknown>,
  numbers: readonly number[],
): object {
  const mapping = each((at) => ({ [`kind${at}`]: `#/components/schemas/Item${at}` }));
  const discriminator = { propertyName: 'kind', mapping };
  return {
    Wide: {
      type: 'object',
      properties: each((at) => ({
        [`number_${at}`]: { type: 'object', properties: { value: { type: 'number' }, name: text } },
        [`some_${at}`]: { type: ['integer', 'null'], minimum: 1 },
      })),
    },
    Word: { enum: numbers.map((at) => `word ${at}`) },
    Base: { type: 'object', required: ['kind'], properties: { kind: text, word: ref('Word') }, discriminator },
    Choice: { oneOf: numbers.map((at) => ref(`Item${at}`)), discriminator },
    List: { type: 'object', properties: { own: text }, oneOf: numbers.map((at) => ref(`Listed${at}`)) },
    ...each((at) => ({
      [`Part${at}`]: { type: 'object', description: 'A **part**.', properties: { size_in: { type: 'integer' } } },
      [`Item${at}`]: { allOf: [ref('Base'), { type: 'object', properties: { part: ref(`Part${at}`) } }] },
      [`Listed${at}`]: { allOf: [ref('List'), { type: 'object', properties: { [`own_${at}`]: text } }] },
      // From each to all others, by more ways than there are numbers.
      [`Node${at}`]: {
        type: 'object',
        properties: {
          size: { type: 'integer' },
          day: { type: 'string', format: 'date' },
          ...Object.fromEntries(
            [at * 2, at * 2 + 1, at * 3, at + 1].map((to, way) => [`way_${way}`, ref(`Node${to % numbers.length}`)]),
          ),
        },
      },
      [`Union${at}`]: { oneOf: [ref(`Part${at}`), { type: 'object', properties: { other: text } }] },
    })),
  };
}

const text = { type: 'string' } as const;

function ref(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}
