import { decode } from '../operation/codec.js';
import type { Codec, Paging } from '../operation/operation.js';

/** What the server says about a page. */
export interface ListMeta {
  /** Where the next page begins. No operation takes it back yet. */
  readonly cursor?: string | null;
  /** Whether another page follows. */
  readonly hasMore?: boolean;
  /** Items on all pages. */
  readonly total?: number;
  /** The server's id of the request, for a question to support. */
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
  declare readonly data: Item[];
  /** Whether there are more pages. Where the server does not say, it follows from the total, else from a full page. */
  declare readonly hasMore: boolean;
  /** What the server says of the list, as it came. */
  declare readonly meta: ListMeta;
  readonly #fetchNext: () => Promise<Page<Item>>;

  constructor(init: { data: Item[]; hasMore: boolean; meta: ListMeta; fetchNext: () => Promise<Page<Item>> }) {
    const { fetchNext, ...fields } = init;
    Object.assign(this, fields);
    this.#fetchNext = fetchNext;
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

  /** The items of this page. */
  [Symbol.iterator](): Iterator<Item> {
    return this.data[Symbol.iterator]();
  }

  /** The items of this page and of all that follow, each asked for when it is needed. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* this.data;
    for (let page = await this.nextPage(); page !== undefined; page = await page.nextPage()) yield* page.data;
  }
}

/** The document spells these in camelCase; other lists of the API don't, so both are understood. */
const metaCodec: Codec = { snake: ['hasMore', 'requestId'] };

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
  const [name, sizeName, first] =
    paging.by === 'offset' ? [paging.offset, paging.limit, 0] : [paging.page, paging.size, 1];
  const size = Number(args[sizeName]);
  const position = Number(args[name] ?? first);
  /** Of the whole list, how many items there are up to here. */
  const end = data.length + (first === 0 ? position : (position - 1) * size);
  const next = first === 0 ? end : position + 1;
  return new Page({
    data,
    hasMore: hasMoreAfter(data.length, end, size, meta),
    meta,
    fetchNext: () => fetchPage({ ...args, [name]: next }),
  });
}

/** It stops on an empty page, on the server's word, or at the total (facts.md 6). */
function hasMoreAfter(length: number, end: number, size: number, { hasMore, total }: ListMeta): boolean {
  if (length === 0 || hasMore === false) return false;
  return typeof total === 'number' ? end < total : (hasMore ?? length >= size);
}
