import { decode } from '../operation/codec.js';
import type { Codec, Paging } from '../operation/operation.js';

/** The server's metadata of a page. */
export interface ListMeta {
  /** The cursor of the next page. No operation accepts one yet. */
  readonly cursor?: string | null;
  /** Whether another page follows. */
  readonly hasMore?: boolean;
  /** Number of items on all pages. */
  readonly total?: number;
  /** The server's request id, for support. */
  readonly requestId?: string;
}

/**
 * One page of a list. `for...of` iterates over its items, `for await...of` over those of this page and all that follow.
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
  /** Whether there are more pages. If the server does not send it, it follows from the total, else from a full page. */
  declare readonly hasMore: boolean;
  /** The server's metadata of the list, as sent. */
  declare readonly meta: ListMeta;
  readonly #fetchNext: () => Promise<Page<Item>>;

  constructor(init: { data: Item[]; hasMore: boolean; meta: ListMeta; fetchNext: () => Promise<Page<Item>> }) {
    const { fetchNext, ...fields } = init;
    Object.assign(this, fields);
    this.#fetchNext = fetchNext;
  }

  /** Number of items on this page. */
  get length(): number {
    return this.data.length;
  }

  /** Number of items in the whole list, if the server sends it. */
  get total(): number | undefined {
    return this.meta.total;
  }

  /** The server's cursor, if it sends one. No operation accepts one yet. */
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

  /** The items of this page and of all that follow. Each page is requested when it is needed. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* this.data;
    for (let page = await this.nextPage(); page !== undefined; page = await page.nextPage()) yield* page.data;
  }
}

/** The document spells these in camelCase; other lists of the API don't, so both are accepted. */
const metaCodec: Codec = { snake: ['hasMore', 'requestId'] };

type Arguments = Readonly<Record<string, unknown>>;

/** Builds a page from a response. `args` are those of its request; `fetchPage` requests a page with others. */
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
  /** Number of items of the whole list up to the end of this page. */
  const end = data.length + (first === 0 ? position : (position - 1) * size);
  const next = first === 0 ? end : position + 1;
  return new Page({
    data,
    hasMore: hasMoreAfter(data.length, end, size, meta),
    meta,
    fetchNext: () => fetchPage({ ...args, [name]: next }),
  });
}

/** No more after an empty page, after `hasMore: false`, or at the total (facts.md 6). */
function hasMoreAfter(length: number, end: number, size: number, { hasMore, total }: ListMeta): boolean {
  if (length === 0 || hasMore === false) return false;
  return typeof total === 'number' ? end < total : (hasMore ?? length >= size);
}
