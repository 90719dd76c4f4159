import { decode } from './codec.js';
import type { Codec, Paging } from './operation.js';

/** What the server says about a page. */
export interface ListMeta {
  readonly cursor?: string | null;
  readonly hasMore?: boolean;
  readonly total?: number;
  readonly requestId?: string;
}

/**
 * One page of a list. Iterating gives its items; `for await` gives the items of this page and all that follow.
 *
 * @example
 * ```ts
 * const page = await rc.billing.listTransactions({ limit: 20 });
 * for (const transaction of page) console.log(transaction.amount);
 * for await (const transaction of page) console.log(transaction.amount); // every page from here on
 * ```
 */
export class Page<Item> implements Iterable<Item>, AsyncIterable<Item> {
  /** The items of this page. */
  readonly data: Item[];
  /** Whether there are more pages. Where the server does not say, it follows from the total, else from a full page. */
  readonly hasMore: boolean;
  /** What the server says of the list, as it came. */
  readonly meta: ListMeta;
  readonly #fetchNext: () => Promise<Page<Item>>;

  constructor(init: { data: Item[]; hasMore: boolean; meta: ListMeta; fetchNext: () => Promise<Page<Item>> }) {
    this.data = init.data;
    this.hasMore = init.hasMore;
    this.meta = init.meta;
    this.#fetchNext = init.fetchNext;
  }

  /** How many items this page has. */
  get length(): number {
    return this.data.length;
  }

  /** How many items the whole list has, where the server says so. */
  get total(): number | undefined {
    return this.meta.total;
  }

  /** The server's cursor, where it gives one. No operation takes one back yet. */
  get cursor(): string | undefined {
    return this.meta.cursor ?? undefined;
  }

  /** The next page, or undefined after the last. */
  async nextPage(): Promise<Page<Item> | undefined> {
    return this.hasMore ? this.#fetchNext() : undefined;
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.data[Symbol.iterator]();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* this.data;
    for (let page = await this.nextPage(); page !== undefined; page = await page.nextPage()) yield* page.data;
  }
}

/** The document spells these in camelCase; other lists of the API don't, so both are understood. */
const metaCodec: Codec = { names: { has_more: 'hasMore', request_id: 'requestId' } };

type Arguments = Readonly<Record<string, unknown>>;

/** Builds a page from what the server sent. `args` are those it was asked for with, `fetchPage` asks with others. */
export function pageOf<Item>(
  paging: Paging,
  data: Item[],
  rawMeta: Readonly<Record<string, unknown>>,
  args: Arguments,
  fetchPage: (args: Arguments) => Promise<Page<Item>>,
): Page<Item> {
  const meta = decode(metaCodec, rawMeta) as ListMeta;
  const { startsAt, size } = positionOf(paging, args);
  const nextArgs =
    paging.by === 'offset'
      ? { ...args, [paging.offset]: startsAt + data.length }
      : { ...args, [paging.page]: Number(args[paging.page] ?? 1) + 1 };
  return new Page({
    data,
    hasMore: hasMoreAfter(data.length, startsAt, size, meta),
    meta,
    fetchNext: () => fetchPage(nextArgs),
  });
}

/** It stops on an empty page, on the server's word, or at the total (facts.md 6). */
function hasMoreAfter(length: number, startsAt: number, size: number, { hasMore, total }: ListMeta): boolean {
  if (length === 0 || hasMore === false) return false;
  if (typeof total === 'number') return startsAt + length < total;
  return hasMore ?? length >= size;
}

/** Where a page begins in the whole list, and how many items it may have. */
function positionOf(paging: Paging, args: Arguments): { readonly startsAt: number; readonly size: number } {
  if (paging.by === 'offset') return { startsAt: Number(args[paging.offset] ?? 0), size: Number(args[paging.limit]) };
  const size = Number(args[paging.size]);
  return { startsAt: (Number(args[paging.page] ?? 1) - 1) * size, size };
}
