import { expect, test } from 'vitest';
import type { Paging } from '../../../src/handwritten/core/operation/operation.js';
import type { Page } from '../../../src/handwritten/core/response/page.js';
import type { ObservedRequest } from '../../helpers/observed-fetch.js';
import { observedTransport, operationOf } from '../../helpers/observed-transport.js';

interface Item {
  readonly id: number;
}

const byOffset: Paging = { by: 'offset', offset: 'offset', limit: 'limit' };
const byPage: Paging = { by: 'page', page: 'page', size: 'pageSize' };

const transactions = operationOf({
  parameters: [
    { name: 'limit', in: 'query', default: 2 },
    { name: 'offset', in: 'query', default: 0 },
    { name: 'type', in: 'query' },
  ],
  answer: { as: 'page', paging: byOffset, codec: { items: {} } },
});

const templates = operationOf({
  parameters: [
    { name: 'page', in: 'query', default: 1 },
    { name: 'pageSize', wire: 'page_size', in: 'query', default: 2 },
  ],
  answer: { as: 'page', paging: byPage, codec: { items: {} } },
});

const itemsFrom = (start: number, count: number): readonly Item[] =>
  Array.from({ length: count }, (_, index) => ({ id: start + index }));

/** A list of so many items, in pages as requested; `describe` returns the metadata that the server sends. */
function listOf(total: number, describe: (end: number) => unknown) {
  return ({ url }: ObservedRequest): Response => {
    const asked = (name: string) => Number(url.searchParams.get(name));
    const size = asked('limit') || asked('page_size');
    const start = url.searchParams.has('offset') ? asked('offset') : (asked('page') - 1) * size;
    const data = itemsFrom(start, Math.max(0, Math.min(size, total - start)));
    return Response.json({ data, meta: describe(start + data.length) });
  };
}

async function firstPage(respond: (request: ObservedRequest) => Response, operation = transactions, args = {}) {
  const { transport, requests } = observedTransport(respond);
  const page = (await transport.request(operation, args)) as Page<Item>;
  return { page, queries: () => requests.map(({ url }) => url.search) };
}

async function idsOf(page: Page<Item>): Promise<readonly number[]> {
  const ids: number[] = [];
  for await (const { id } of page) ids.push(id);
  return ids;
}

type Row = readonly [string, (end: number) => unknown, requests: number];

const metas: readonly Row[] = [
  ['hasMore', (end) => ({ hasMore: end < 5 }), 3],
  ['has_more', (end) => ({ has_more: end < 5 }), 3],
  ['the total', () => ({ total: 5 }), 3],
  ['hasMore and the total', (end) => ({ hasMore: end < 5, total: 5 }), 3],
  ['hasMore, which never ends, but an empty page', () => ({ hasMore: true }), 4],
  ['hasMore, which is believed before the total, but an empty page', () => ({ hasMore: true, total: 5 }), 4],
  ['nothing but an empty page, as one with fewer items may be of a smaller size', () => undefined, 4],
  ['an empty object', () => ({}), 4],
  ['null', () => null, 4],
];

const grid = [transactions, templates].flatMap((operation) =>
  metas.map(([told, describe, count]) => ({
    by: operation === transactions ? 'offset' : 'page',
    operation,
    told,
    describe,
    count,
  })),
);

test.each(grid)(
  '`for await` iterates over every item by $by if the server sends $told',
  async ({ operation, describe, count }) => {
    const { page, queries } = await firstPage(listOf(5, describe), operation);
    expect(await idsOf(page)).toEqual([0, 1, 2, 3, 4]);
    expect(queries()).toHaveLength(count);
  },
);

test.each(['hasMore', 'has_more'])('a full page is the last if `%s` is false', async (name) => {
  const { page } = await firstPage(listOf(9, () => ({ [name]: false, total: 9 })));
  expect([page.hasMore, await idsOf(page)]).toEqual([false, [0, 1]]);
});

test('the defaults are sent, and the next page is requested by offset', async () => {
  const { page, queries } = await firstPage(listOf(5, () => ({ total: 5 })));
  await idsOf(page);
  expect(queries()).toEqual(['?limit=2&offset=0', '?limit=2&offset=2', '?limit=2&offset=4']);
});

test('the next page is requested by its number', async () => {
  const { page, queries } = await firstPage(
    listOf(5, () => ({ total: 5 })),
    templates,
  );
  await idsOf(page);
  expect(queries()).toEqual(['?page=1&page_size=2', '?page=2&page_size=2', '?page=3&page_size=2']);
});

test('every page is requested with the arguments of the first', async () => {
  const { page, queries } = await firstPage(
    listOf(5, () => ({ total: 5 })),
    transactions,
    { type: 'usage', offset: 3 },
  );
  expect(await idsOf(page)).toEqual([3, 4]);
  expect(queries()).toEqual(['?limit=2&offset=3&type=usage']);
});

test('the offset counts the received items, so that no item is lost if a server returns fewer than requested', async () => {
  const respond = ({ url }: ObservedRequest) => {
    const start = Number(url.searchParams.get('offset'));
    return Response.json({ data: itemsFrom(start, start < 3 ? 1 : 0), meta: { total: 3 } });
  };
  const { page, queries } = await firstPage(respond, transactions, { limit: 50 });
  expect(await idsOf(page)).toEqual([0, 1, 2]);
  expect(queries()).toEqual(['?limit=50&offset=0', '?limit=50&offset=1', '?limit=50&offset=2']);
});

test('a page has its items, its length, the total and the cursor', async () => {
  const meta = { hasMore: true, total: 5, cursor: 'c', requestId: 'r' };
  const { page } = await firstPage(() => Response.json({ data: itemsFrom(0, 2), meta }));
  const { data, length, total, cursor, hasMore } = page;
  expect({ data, length, total, cursor, hasMore }).toEqual({
    data: itemsFrom(0, 2),
    length: 2,
    total: 5,
    cursor: 'c',
    hasMore: true,
  });
});

test('a React client component gets a page as plain data', async () => {
  const meta = { hasMore: true, total: 5 };
  const { page } = await firstPage(() => Response.json({ data: itemsFrom(0, 2), meta }));
  const passed: unknown[] = [];
  // React serializes props with JSON.stringify. Its replacer makes an array of an iterable, and rejects a class.
  const text = JSON.stringify({ page }, (name, value: unknown) => {
    if (name === 'page') passed.push(Object.getPrototypeOf(value), Symbol.iterator in (value as object));
    return value;
  });
  expect(passed).toEqual([Object.prototype, false]);
  expect(JSON.parse(text)).toEqual({ page: { data: itemsFrom(0, 2), hasMore: true, meta } });
});

test('metadata that the server does not send is undefined', async () => {
  const { page } = await firstPage(() => Response.json({ data: [], meta: { cursor: null } }));
  expect([page.total, page.cursor, page.hasMore, page.length]).toEqual([undefined, undefined, false, 0]);
});

test('`for...of` iterates over the items of this page only', async () => {
  const { page, queries } = await firstPage(listOf(5, () => ({ total: 5 })));
  expect([...page]).toEqual(itemsFrom(0, 2));
  expect(queries()).toHaveLength(1);
});

test('nextPage() returns the next page, and undefined after the last', async () => {
  const { page } = await firstPage(listOf(3, () => ({ total: 3 })));
  const second = await page.nextPage();
  expect(second?.data).toEqual(itemsFrom(2, 1));
  expect(await second?.nextPage()).toBeUndefined();
});

test('leaving the loop fetches no further page', async () => {
  const { page, queries } = await firstPage(listOf(5, () => ({ total: 5 })));
  for await (const { id } of page) if (id === 1) break;
  expect(queries()).toHaveLength(1);
});

test('the options of the first call apply to the pages after it', async () => {
  const { transport, requests } = observedTransport(listOf(3, () => ({ total: 3 })));
  const controller = new AbortController();
  const options = { headers: { 'x-a': '1' }, signal: controller.signal };
  const page = (await transport.request(transactions, {}, options)) as Page<Item>;
  await page.nextPage();
  expect(requests[1]?.headers.get('x-a')).toBe('1');
  controller.abort(new Error('enough'));
  await expect(page.nextPage()).rejects.toThrow('enough');
});

test.each([
  ['an object', { data: {} }, /"data" that is not an array/],
  ['no data', { items: [] }, /without "data"/],
])('rejects %s in place of a page', async (_, body, message) => {
  await expect(firstPage(() => Response.json(body))).rejects.toThrow(message);
});

/** A server with its own page size, whatever is asked for. Pages by number are of that size too. */
function cappedAt(cap: number, total: number, describe: (end: number) => unknown) {
  return ({ url }: ObservedRequest): Response => {
    const asked = (name: string) => Number(url.searchParams.get(name));
    const size = Math.min(cap, asked('limit') || asked('page_size'));
    const start = url.searchParams.has('offset') ? asked('offset') : (asked('page') - 1) * size;
    const data = itemsFrom(start, Math.max(0, Math.min(size, total - start)));
    return Response.json({ data, meta: describe(start + data.length) });
  };
}

const cappedMetas: readonly (readonly [told: string, describe: (end: number) => unknown])[] = [
  ['hasMore', (end) => ({ hasMore: end < 7 })],
  ['the total', () => ({ total: 7 })],
  ['the total as text', () => ({ total: '7' })],
  ['hasMore and the total', (end) => ({ hasMore: end < 7, total: 7 })],
  ['nothing', () => undefined],
];

test.each(
  [transactions, templates].flatMap((operation) =>
    cappedMetas.map(([told, describe]) => ({
      by: operation === transactions ? 'offset' : 'page',
      operation,
      told,
      describe,
    })),
  ),
)('a server that sends smaller pages than requested loses no item by $by if it sends $told', async (row) => {
  const args = row.operation === transactions ? { limit: 50 } : { pageSize: 50 };
  const { page } = await firstPage(cappedAt(3, 7, row.describe), row.operation, args);
  expect(await idsOf(page)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test.each([
  ['hasMore', { hasMore: true }],
  ['the total', { total: 100 }],
])('a server that ignores the offset rejects, and is not asked for ever, if it sends %s', async (_, meta) => {
  const { page, queries } = await firstPage(() => Response.json({ data: itemsFrom(0, 2), meta }));
  const ids: number[] = [];
  const loop = async (): Promise<void> => {
    for await (const { id } of page) ids.push(id);
  };
  await expect(loop()).rejects.toThrow('The server sent the same page again, so the list is incomplete.');
  expect([ids, queries().length]).toEqual([[0, 1], 2]);
});

type Described = Item & { readonly rank?: number };
type Whims = readonly [what: string, size: number, pageAt: (request: number) => readonly Described[]];

const whims: readonly Whims[] = [
  ['one field of each item differs', 5, (request) => itemsFrom(0, 5).map((item) => ({ ...item, rank: request }))],
  ['one new item is in front', 5, (request) => itemsFrom(-request, 5)],
  ['one new item is in front of a single one', 2, (request) => itemsFrom(-request, 2)],
  ['the first item has gone', 5, (request) => itemsFrom(request, 5)],
  ['the items are in another order', 3, (request) => (request % 2 ? itemsFrom(0, 3).toReversed() : itemsFrom(0, 3))],
];

test.each(whims.flatMap((whim) => [transactions, templates].map((operation) => [...whim, operation] as const)))(
  'a server that ignores the position is not asked for ever if %s with each request',
  async (_, size, pageAt, operation) => {
    for (const meta of [{ hasMore: true }, { total: 1000 }, undefined]) {
      let request = 0;
      const respond = () => {
        if (request > 3) throw new Error('asked for ever');
        return Response.json({ data: pageAt(request++), meta });
      };
      const { page, queries } = await firstPage(respond, operation);
      const loop = idsOf(page);
      if (meta === undefined) expect(await loop).toHaveLength(size);
      else await expect(loop).rejects.toThrow('The server sent the same page again, so the list is incomplete.');
      expect(queries()).toHaveLength(2);
    }
  },
);

test('a page that begins with the last items of the page before, as new ones came in front, is no repetition', async () => {
  const pages = [itemsFrom(0, 5), itemsFrom(3, 5), itemsFrom(7, 1), []];
  let index = 0;
  const { page } = await firstPage(() => Response.json({ data: pages[index++], meta: { hasMore: index < 4 } }));
  expect(await idsOf(page)).toEqual([0, 1, 2, 3, 4, 3, 4, 5, 6, 7, 7]);
});

test('a server without pages and without metadata is asked once more', async () => {
  const { page, queries } = await firstPage(() => Response.json({ data: itemsFrom(0, 5) }));
  expect([await idsOf(page), queries().length]).toEqual([[0, 1, 2, 3, 4], 2]);
});

test('a page in the middle that is requested by its number is followed by all that are left', async () => {
  const { page } = await firstPage(
    cappedAt(3, 11, () => ({ total: 11 })),
    templates,
    { page: 2, pageSize: 50 },
  );
  expect(await idsOf(page)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
});

test.each([
  ['the size asked for', { page: 3, pageSize: 10 }, { total: 25 }, 5],
  ['the default size', { page: 3 }, { total: 5 }, 1],
])(
  'a short last page that is requested by its number is the last by the total and %s',
  async (_, args, meta, count) => {
    const { page, queries } = await firstPage(
      () => Response.json({ data: itemsFrom(0, count), meta }),
      templates,
      args,
    );
    expect([page.hasMore, await idsOf(page), queries().length]).toEqual([
      false,
      itemsFrom(0, count).map(({ id }) => id),
      1,
    ]);
  },
);

test('items that are the same on two pages are not the same page if another differs', async () => {
  const pages = [[{ id: 1 }, { id: 2 }], [{ id: 1 }, { id: 3 }], []];
  let index = 0;
  const { page } = await firstPage(() => Response.json({ data: pages[index++] }));
  expect(await idsOf(page)).toEqual([1, 2, 1, 3]);
});

test.each([transactions, templates])('`hasMore` is believed before the total', async (operation) => {
  const { page, queries } = await firstPage(
    listOf(5, (end) => ({ hasMore: end < 5, total: 2 })),
    operation,
  );
  expect(await idsOf(page)).toEqual([0, 1, 2, 3, 4]);
  expect(queries()).toHaveLength(3);
});

test.each([0, NaN, undefined])('a page of `limit: %s` without metadata is followed by the next', async (limit) => {
  const operation = operationOf({
    parameters: [
      { name: 'limit', in: 'query' },
      { name: 'offset', in: 'query' },
    ],
    answer: { as: 'page', paging: byOffset, codec: { items: {} } },
  });
  const { transport } = observedTransport(({ url }) => {
    const start = Number(url.searchParams.get('offset') ?? 0);
    return Response.json({ data: itemsFrom(start, start < 3 ? 3 : 0) });
  });
  const args = Number.isNaN(limit) ? {} : { limit };
  expect(await idsOf((await transport.request(operation, args)) as Page<Item>)).toEqual([0, 1, 2]);
});
