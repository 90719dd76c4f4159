import { RuncrateError } from '../core/errors/errors.js';
import { BatchError } from './errors.js';
import type { BatchFiles } from './files.js';
import { hashOf } from './hash.js';

/** An item that was read. */
export interface Entry {
  readonly item: unknown;
  readonly id: string;
  /** A hash of its content. */
  readonly input: number;
}

/** What is known of the length of the input. */
export interface Length {
  /** Items read so far. */
  read: number;
  /** Items in all, or an estimate. */
  total: number | undefined;
}

/** Reads the items of an input, one at a time and only when asked. Throws a `BatchError` for one that can't be read. */
export async function* readEntries(
  input: unknown,
  idOf: ((item: never) => string) | undefined,
  length: Length,
  files: BatchFiles | undefined,
): AsyncGenerator<Entry, void, undefined> {
  for await (const { item, text } of typeof input === 'string' ? fileItems(input, length, files) : items(input)) {
    length.read++;
    yield { item, id: checkedId(item, idOf, length.read), input: hashOf(text)[0] };
  }
}

interface ReadItem {
  readonly item: unknown;
  readonly text: string;
}

async function* items(input: unknown): AsyncGenerator<ReadItem, void, undefined> {
  if (!(Symbol.asyncIterator in Object(input) || Symbol.iterator in Object(input))) {
    throw new RuncrateError('`input` must be a path, an iterable or an async iterable.');
  }
  for await (const item of input as AsyncIterable<unknown>) {
    // A function and a symbol have no JSON.
    const json: unknown = JSON.stringify(item);
    yield { item, text: typeof json === 'string' ? json : '' };
  }
}

async function* fileItems(
  path: string,
  length: Length,
  files: BatchFiles | undefined,
): AsyncGenerator<ReadItem, void, undefined> {
  const size = await fileSystem(files, 'input').sizeOf(path);
  if (size === undefined) throw new RuncrateError(`The input ${JSON.stringify(path)} does not exist.`);
  const isTotalKnown = length.total !== undefined;
  let number = 0;
  for await (const lines of fileSystem(files, 'input').readLines(path)) {
    for (const { text, end } of lines) {
      number++;
      // The byte order mark of some editors on Windows is not JSON.
      const line = (number === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
      if (line === '') continue;
      if (!isTotalKnown) length.total = Math.round((size / end) * (length.read + 1));
      yield { item: parsed(line, path, number), text: line };
    }
  }
  if (!isTotalKnown) length.total = length.read;
}

/** The file system, or why there is none. */
export function fileSystem(files: BatchFiles | undefined, name: 'input' | 'output'): BatchFiles {
  if (files !== undefined) return files;
  const instead = name === 'input' ? 'an iterable' : 'a function';
  throw new RuncrateError(`There is no file system here. Pass ${instead} as \`${name}\`.`);
}

function parsed(line: string, path: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new BatchError({ reason: 'input', message: `Line ${number} of ${JSON.stringify(path)} is not JSON.`, cause });
  }
}

function checkedId(item: unknown, idOf: ((item: never) => string) | undefined, number: number): string {
  const id =
    idOf === undefined ? (Object(item) as { custom_id?: unknown }).custom_id : (idOf(item as never) as unknown);
  if (typeof id === 'string' && id !== '') return id;
  const message =
    idOf === undefined
      ? `Item ${number} has no \`custom_id\`. Add one, a text, or pass \`id\`, a function that returns the id of an item.`
      : `\`id\` returned ${typeof id} for item ${number}. It must return a text that no other item has.`;
  throw new BatchError({ reason: 'input', message });
}
