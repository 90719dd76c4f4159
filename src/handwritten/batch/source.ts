import { RuncrateError } from '../core/errors/errors.js';
import { BatchError } from './errors.js';
import type { BatchFiles } from './files.js';
import { hashOf } from './hash.js';
import { fileReader, iterableReader, type Reader, type ReadItem } from './reader.js';

/** An item that was read. */
export interface Entry {
  readonly item: unknown;
  readonly id: string;
  /** A hash of its content. */
  readonly input: number;
}

/** Says what is wrong with an item, such as "has no `url`"; undefined if it can be sent. */
export type ItemProblem = (item: unknown) => string | undefined;

/** The items of an input, one at a time and only when asked. */
export class Source {
  readonly #reader: Reader;
  readonly #idOf: ((item: never) => unknown) | undefined;
  readonly #problemOf: ItemProblem;
  #isEnded = false;
  /** Items so far. */
  count = 0;

  constructor(
    input: unknown,
    files: BatchFiles | undefined,
    idOf: ((item: never) => string) | undefined,
    problemOf: ItemProblem,
  ) {
    this.#reader = typeof input === 'string' ? fileReader(input, fileSystem(files, 'input')) : iterableReader(input);
    this.#idOf = idOf;
    this.#problemOf = problemOf;
  }

  /** Returns undefined at the end. Throws, or rejects with, a `BatchError` for an item that can't be read or sent. */
  next(): Entry | undefined | Promise<Entry | undefined> {
    if (this.#isEnded) return undefined;
    let read: ReadItem | undefined | Promise<ReadItem | undefined>;
    try {
      read = this.#reader.read();
    } catch (error) {
      throw this.#ended(error);
    }
    if (!(read instanceof Promise)) return this.#entryOf(read);
    return read.then(
      (item) => this.#entryOf(item),
      (error: unknown) => {
        throw this.#ended(error);
      },
    );
  }

  /** An error about the item that was read last. */
  refusal(reason: 'input' | 'duplicate' | 'changed', problem: string, id?: string, cause?: unknown): BatchError {
    const message = `${this.#reader.place()} ${problem}`;
    return new BatchError({ reason, message, ...(id !== undefined && { ids: [id] }), cause });
  }

  close(): void {
    if (!this.#isEnded) this.#reader.close();
    this.#isEnded = true;
  }

  /** An input that threw is not closed. */
  #ended(error: unknown): unknown {
    this.#isEnded = true;
    return error;
  }

  #entryOf(read: ReadItem | undefined): Entry | undefined {
    if (read === undefined) {
      this.#isEnded = true;
      return undefined;
    }
    this.count++;
    const { item, text } =
      'text' in read ? { item: this.#parsed(read.text), text: read.text } : this.#written(read.item);
    const id = this.#checkedId(item);
    const problem = this.#problemOf(item);
    if (problem !== undefined) throw this.refusal('input', `(${JSON.stringify(id)}) ${problem}`, id);
    return { item, id, input: hashOf(text)[0] };
  }

  #parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw this.refusal('input', `is not JSON: ${(cause as Error).message}`, undefined, cause);
    }
  }

  #written(item: unknown): { readonly item: unknown; readonly text: string } {
    try {
      // A function and a symbol have no JSON.
      const text: unknown = JSON.stringify(item);
      return { item, text: typeof text === 'string' ? text : '' };
    } catch (cause) {
      throw this.refusal(
        'input',
        `has no JSON, by which a change of it is noticed: ${(cause as Error).message}`,
        undefined,
        cause,
      );
    }
  }

  #checkedId(item: unknown): string {
    const idOf = this.#idOf;
    const id = idOf === undefined ? (Object(item) as { custom_id?: unknown }).custom_id : idOf(item as never);
    if (typeof id === 'string' && id !== '') return id;
    throw this.refusal(
      'input',
      idOf === undefined
        ? 'has no `custom_id`. Add one, a text, or pass `id`, a function that returns the id of an item.'
        : `has no id: \`id\` returned ${typeof id}. It must return a text that no other item has.`,
    );
  }
}

/** The file system, or why there is none. */
export function fileSystem(files: BatchFiles | undefined, name: 'input' | 'output'): BatchFiles {
  if (files !== undefined) return files;
  const instead = name === 'input' ? 'an iterable' : 'a function';
  throw new RuncrateError(`There is no file system here. Pass ${instead} as \`${name}\`.`);
}
