import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Resources as CookieParameters } from '../../fixtures/golden/cookie-parameters/generated/resources.js';
import { Resources as DeepObject } from '../../fixtures/golden/deep-object/generated/resources.js';
import { Resources as Defaults } from '../../fixtures/golden/defaults/generated/resources.js';
import { Resources as Deprecated } from '../../fixtures/golden/deprecated/generated/resources.js';
import { Resources as Formats } from '../../fixtures/golden/formats/generated/resources.js';
import { Resources as HeaderParameters } from '../../fixtures/golden/header-parameters/generated/resources.js';
import { Resources as PathLevelParameters } from '../../fixtures/golden/path-level-parameters/generated/resources.js';
import { Resources as PathLists } from '../../fixtures/golden/path-lists/generated/resources.js';
import { goldenTransport, outOf } from './golden.js';

const empty = () => Response.json({});

test('header parameters: strings, lists and objects are encoded; `Authorization` is not a parameter', async () => {
  const { transport, requests } = goldenTransport(empty);
  await new HeaderParameters(transport).things.get({
    xTraceId: 't',
    xTags: ['a', 'b'],
    xRange: { fromRow: 1, toRow: 2 },
  });
  const { headers } = requests[0]!;
  expect(['x-trace-id', 'x-tags', 'x-range'].map((name) => headers.get(name))).toEqual([
    't',
    'a,b',
    'from_row,1,to_row,2',
  ]);
  expect(headers.get('authorization')).toMatch(/^Bearer /);
});

test('cookie parameters: all are in one header, with encoded values', async () => {
  const { transport, requests } = goldenTransport(empty);
  await new CookieParameters(transport).things.get({ sessionId: 'a;b', theme: 'dark' });
  expect(requests[0]?.headers.get('cookie')).toBe('session_id=a%3Bb; theme=dark');
});

test('deepObject: names are in brackets at every depth, next to other styles and JSON', async () => {
  const { transport, requests } = goldenTransport(empty);
  await new DeepObject(transport).things.get({
    filter: { minSize: 2, tagNames: ['a', 'b'], ownedBy: { teamName: 'c' } },
    sortOrder: ['name', 'age'],
    where: { minSize: 3 },
  });
  expect([...requests[0]!.url.searchParams]).toEqual([
    ['filter[min_size]', '2'],
    ['filter[tag_names][]', 'a'],
    ['filter[tag_names][]', 'b'],
    ['filter[owned_by][team_name]', 'c'],
    ['sort_order', 'name|age'],
    ['where', '{"min_size":3}'],
  ]);
});

test('path-level parameters: an operation inherits them, and its own parameters override them', async () => {
  const { transport, requests } = goldenTransport(() => Response.json(['a']));
  const { things } = new PathLevelParameters(transport);
  expect(await things.list('s/1', { pageSize: 5 })).toEqual(['a']);
  expect(requests[0]?.url.href).toBe('https://golden.example/v1/shelves/s%2F1/things?page_size=5');
  // @ts-expect-error The operation requires the size that is optional for the path.
  void (() => things.list('s'));
});

test('defaults: they are documented, and applied by the server', async () => {
  const { transport, requests } = goldenTransport(() => Response.json({ page_size: 20 }));
  expect(await new Defaults(transport).things.create()).toEqual({ pageSize: 20 });
  expect(requests[0]).toMatchObject({ text: undefined, url: new URL('https://golden.example/v1/things') });
  expect(await textOf('defaults', 'types.ts')).toContain('@defaultValue `20`');
});

test('deprecated: the types are marked, and the call still works', async () => {
  const { transport, requests } = goldenTransport(() => Response.json({ old_name: 'a' }));
  // oxlint-disable-next-line typescript/no-deprecated -- calling it is the test
  expect(await new Deprecated(transport).things.get({ oldFilter: 'x' })).toEqual({ oldName: 'a' });
  expect(requests[0]?.url.search).toBe('?old_filter=x');
  for (const file of ['types.ts', 'resources/things.ts']) {
    expect(await textOf('deprecated', file)).toContain('@deprecated');
  }
});

test('formats: a date-time stays a string, and a query accepts a Date for it', async () => {
  const thing = { created_at: '2025-01-02T03:04:05Z', on_day: '2025-01-02', byte_count: 5, raw_bytes: 'YQ==' };
  const { transport, requests } = goldenTransport(() => Response.json(thing));
  const day = new Date('2025-01-02T03:04:05Z');
  const answer = await new Formats(transport).things.get({ createdAfter: day, onDay: day });
  expect(answer).toEqual({ createdAt: thing.created_at, onDay: thing.on_day, byteCount: 5, rawBytes: 'YQ==' });
  expect([...requests[0]!.url.searchParams]).toEqual([
    ['created_after', '2025-01-02T03:04:05.000Z'],
    ['on_day', '2025-01-02'],
  ]);
  expect(await textOf('formats', 'types.ts')).toContain('/** ISO 8601. */\n  createdAt?: string;');
});

function textOf(feature: string, file: string): Promise<string> {
  return readFile(join(outOf(feature), file), 'utf8');
}

test('lists in a path: items are separated by commas, and each item is encoded', async () => {
  const { transport, requests } = goldenTransport(() => Response.json(['a']));
  const { things } = new PathLists(transport);
  await things.list(['a/b', 'c']);
  expect(requests[0]?.url.href).toBe('https://golden.example/v1/things/a%2Fb,c');
  await expect(things.list(['..'])).rejects.toThrow('must not be ".."');
  await expect(things.list([])).rejects.toThrow('must be a non-empty string');
});
