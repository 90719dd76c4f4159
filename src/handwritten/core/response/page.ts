import { InvalidResponseError } from '../errors/errors.js';
import { decode } from '../operation/codec.js';
import { convertNumbers } from '../operation/numbers.js';
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
  /** Whether there are more pages. If the server does not send it, it follows from the total, else this page is not empty. */
  declare readonly hasMore: boolean;
  /** The server's metadata of the list, as sent. */
  declare readonly meta: ListMeta;
  readonly #fetchNext: () => Promise<Page<Item>>;
  #start = 0;

  /** `start`: how many items the list has before this page. */
  constructor(init: { data: Item[]; meta: ListMeta; start: number; fetchNext: () => Promise<Page<Item>> }) {
    const { data, meta, start, fetchNext } = init;
    Object.assign(this, { data, hasMore: false, meta });
    this.#fetchNext = fetchNext;
    this.#startAt(start);
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
    if (!this.hasMore) return undefined;
    const page = await this.#fetchNext();
    const start = this.#start + this.length;
    page.#startAt(start);
    if (!isSame(page.data, this.data)) return page;
    const { hasMore, total } = page.meta;
    // Without either of them, it may be the whole list, of a server that has no pages.
    if (hasMore == null && total == null) return undefined;
    // A mock server has one page for all positions: by the total it is the last.
    if (total !== undefined && start + page.length >= total) return Object.assign(page, { hasMore: false });
    const message = 'The server sent the same page again, so the list is incomplete.';
    throw new InvalidResponseError({ message, statusCode: 200 });
  }

  /** The fields alone, in JSON and as a prop of a React client component, which would make an array of an iterable. */
  toJSON(): Pick<Page<Item>, 'data' | 'hasMore' | 'meta'> {
    const { data, hasMore, meta } = this;
    return { data, hasMore, meta };
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

  /** No more after an empty page, after `hasMore: false`, or at the total. A server may have a smaller page size. */
  #startAt(start: number): void {
    const { length, meta } = this;
    this.#start = start;
    const end = typeof meta.total === 'number' ? meta.total : Infinity;
    Object.assign(this, { hasMore: length > 0 && (meta.hasMore ?? start + length < end) });
  }
}

/**
 * Whether a server that ignores the position sent one page twice: whatever else of an item changes, its id does not. New
 * items in front move the last ones to the next page, but not most of them, and not the first.
 */
function isSame(items: readonly unknown[], before: readonly unknown[]): boolean {
  const [ids, old] = [items, before].map((list) => list.map((item) => (Object(item) as { readonly id?: unknown }).id));
  const [first] = old as [unknown];
  if (first == null) return items.length > 0 && JSON.stringify(items) === JSON.stringify(before);
  const known = new Set(old);
  const again = new Set(ids?.filter((id) => id != null && known.has(id)));
  return (ids as unknown[]).indexOf(first) > 0 || again.size * 2 > known.size;
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
  const meta = convertNumbers(decode(metaCodec, rawMeta), ['total']) as ListMeta;
  const isByOffset = paging.by === 'offset';
  const name = isByOffset ? paging.offset : paging.page;
  const position = Number(args[name] ?? (isByOffset ? 0 : 1));
  // The pages of the server may be smaller than requested, but for a last one that ends at the total.
  const asked = isByOffset ? position : (position - 1) * Number(args[paging.size]);
  const isWhole = isByOffset || asked + data.length === meta.total;
  const start = isWhole ? asked : (position - 1) * data.length;
  const next = position + (isByOffset ? data.length : 1);
  return new Page({ data, meta, start, fetchNext: () => fetchPage({ ...args, [name]: next }) });
}
