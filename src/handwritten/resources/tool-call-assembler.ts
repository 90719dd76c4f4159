import type { ChatToolCall } from '../../../generated/types.js';
import { isObject, objectsIn } from '../core/json-object.js';
import { addFields, type Fields } from './grown-fields.js';

/** Assembles tool calls from pieces. A piece belongs to the call with its id, else its index, else its position. */
export class ToolCallAssembler {
  readonly #calls: ToolCallParts[] = [];
  /** The call that the last piece belonged to. */
  #latest: ToolCallParts | undefined;

  /** Adds the `toolCalls` of one chunk. Servers differ in their shape, so it is not trusted. */
  add(deltas: unknown): void {
    // Most chunks have none.
    if (deltas === undefined) return;
    const pieces = objectsIn<Fields>(deltas).map(readPiece);
    for (const [position, piece] of pieces.entries()) {
      let call = this.#callOf(piece, position, pieces.length);
      if (call === undefined) this.#calls.push((call = { arguments: '', lastPiece: '', rest: {} }));
      this.#latest = call;
      call.index ??= piece.index;
      call.id ??= piece.id;
      call.type ??= piece.type;
      call.name ??= piece.name;
      call.arguments += piece.arguments;
      addFields(call.rest, piece.rest, 'delta');
      call.lastPiece = piece.arguments || call.lastPiece;
    }
  }

  calls(): ChatToolCall[] {
    return this.#calls.map(({ id = '', type = 'function', name = '', arguments: text, rest }) => {
      const call: ChatToolCall = { ...rest, id, type, function: { name, arguments: text } };
      return call;
    });
  }

  /** The call that a piece continues; undefined for the first piece of a new call. */
  #callOf(piece: ToolCallPiece, position: number, count: number): ToolCallParts | undefined {
    const known = piece.id === undefined ? undefined : this.#calls.find(({ id }) => id === piece.id);
    if (known !== undefined) return known;
    const candidate =
      piece.index === undefined ? this.#callAtPosition(piece, position, count) : this.#callAtIndex(piece);
    return candidate !== undefined && !beginsAnew(candidate, piece) ? candidate : undefined;
  }

  /** Some servers send index 0 for every call: a different id at a known index is a different call. */
  #callAtIndex({ id, index }: ToolCallPiece): ToolCallParts | undefined {
    const atIndex = this.#calls.filter((call) => call.index === index);
    if (id !== undefined) return atIndex.find((call) => call.id === undefined);
    // Without an id, the piece continues the latest call at that index.
    return atIndex.find((call) => call === this.#latest) ?? atIndex.at(-1);
  }

  #callAtPosition({ id }: ToolCallPiece, position: number, count: number): ToolCallParts | undefined {
    // A new id without an index begins a call, unless the latest call has no id yet.
    if (id !== undefined) return this.#latest?.id === undefined ? this.#latest : undefined;
    return count > 1 ? this.#calls[position] : this.#latest;
  }
}

/** A piece of a tool call. A field that is missing, null or of another type is undefined. */
interface ToolCallPiece {
  index?: number | undefined;
  id?: string | undefined;
  type?: string | undefined;
  name?: string | undefined;
  arguments: string;
  /** What a provider adds. */
  readonly rest: Fields;
}

interface ToolCallParts extends ToolCallPiece {
  lastPiece: string;
}

function readPiece({ index, id, type, function: called, ...rest }: Fields): ToolCallPiece {
  const { name, arguments: given } = isObject(called) ? called : ({} as Fields);
  return {
    index: typeof index === 'number' ? index : undefined,
    id: stringOf(id),
    type: stringOf(type),
    name: stringOf(name),
    // Some servers send an object instead of its text.
    arguments: isObject(given) ? JSON.stringify(given) : (stringOf(given) ?? ''),
    rest,
  };
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A piece with a name begins a new call if the previous call is complete; else the name is late or a duplicate. */
function beginsAnew(call: ToolCallParts, { name }: ToolCallPiece): boolean {
  if (name === undefined || call.name === undefined) return false;
  return name !== call.name || isWhole(call);
}

/** Whether the arguments are JSON. Their end is checked first: some servers send the name on every piece. */
function isWhole({ arguments: text, lastPiece }: ToolCallParts): boolean {
  if (!lastPiece.trimEnd().endsWith('}')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
