import { expect, test } from 'vitest';
import type { Schema } from '../../codegen/read/openapi.js';
import { crates, generated, ok, type Crates } from './crates.js';

async function examplesOf(document: Crates, config: Parameters<typeof generated>[1] = {}): Promise<string[]> {
  const text = (await generated(document, config)).get('resources/crates.ts') ?? '';
  return [...text.matchAll(/@example\n *\* ```ts\n(.*?) *\* ```$/gms)].map(([, code = '']) =>
    code.replaceAll(/^ *\* /gm, '').trimEnd(),
  );
}

/** The schema of what creates a crate, to change. */
function requestOf(document: Crates): { required?: string[]; properties: Record<string, Schema>; example?: unknown } {
  return document.components.schemas['CrateCreateRequest'] as ReturnType<typeof requestOf>;
}

test('every generated method has an example, named after its result', async () => {
  expect(await examplesOf(crates())).toEqual([
    'const crates = await rc.crates.list();',
    `const crate = await rc.crates.create({ state: 'open' });`,
    `const crate = await rc.crates.get('c-1');`,
  ]);
});

test('an example has the required fields, and optional ones of the example as long as they fit one line', async () => {
  const document = crates();
  const request = requestOf(document);
  request.properties['note'] = { type: 'string' };
  request.properties['tag'] = { type: 'string' };
  request.example = { max_load: 20, state: 'shut', note: 'A note that is too long for one line', tag: 'a' };
  expect((await examplesOf(document))[1]).toBe(`const crate = await rc.crates.create({ maxLoad: 20, state: 'shut' });`);
});

test('an example of a body that shows all there is has one item of each list', async () => {
  const document = crates();
  const request = requestOf(document);
  request.required = ['state', 'labels'];
  request.properties['labels'] = { type: 'array', items: { type: 'string' } };
  request.example = { state: 'shut', labels: Array.from({ length: 40 }, (_, at) => `label-${at}`) };
  expect((await examplesOf(document))[1]).toBe(
    `const crate = await rc.crates.create({ state: 'shut', labels: ['label-0'] });`,
  );
});

test('an example of pages reads them all, without a position', async () => {
  const document = crates();
  const list = document.paths['/crates']!['get'] as { parameters: unknown[]; responses: unknown };
  const items = { type: 'array', items: { $ref: '#/components/schemas/Crate' } };
  list.responses = ok({ type: 'object', required: ['data'], properties: { data: items } });
  list.parameters = ['limit', 'offset'].map((name) => ({ name, in: 'query', schema: { type: 'integer' }, example: 7 }));
  const paging = { by: 'offset', offset: 'offset', limit: 'limit' } as const;
  const config = {
    servers: { main: { url: 'https://crates.example/v1', envelope: true } },
    resources: { crates: { list: { operation: 'listCrates', paging } } },
  };
  expect((await examplesOf(document, config))[0]).toBe(
    'const page = await rc.crates.list({ limit: 7 });\nfor await (const crate of page) console.log(crate);',
  );
});

test('an example of a stream reads its events, and one of a method without a result has no variable', async () => {
  const document = crates();
  const stream = {
    'text/event-stream': {
      'x-event-schema': { $ref: '#/components/schemas/Crate' },
      'x-stream-when': 'stream',
      example: 'data: {"id":"c-1","state":"open"}\n\n',
    },
  };
  requestOf(document).properties['stream'] = { type: 'boolean' };
  const post = document.paths['/crates']!['post'] as { responses: Record<string, { content: object }> };
  Object.assign(post.responses['201']!.content, stream);
  document.paths['/crates/{crate_id}']!['delete'] = {
    ...(document.paths['/crates/{crate_id}']!['get'] as object),
    operationId: 'deleteCrate',
    responses: { 204: { description: 'Done.' } },
  };
  const examples = await examplesOf(document);
  expect(examples).toContain(
    `const stream = await rc.crates.create({ state: 'open', stream: true });\nfor await (const event of stream) console.log(event);`,
  );
  expect(examples).toContain(`await rc.crates.delete('c-1');`);
});

test('a call that does not compile is no example', async () => {
  const document = crates();
  const request = requestOf(document);
  request.properties['state'] = { type: 'string', enum: [] };
  expect((await examplesOf(document)).filter((text) => text.includes('create('))).toEqual([]);
});
