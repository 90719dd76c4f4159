import type { ChatToolCall } from '../../../generated/types.js';
import { toolCallPieces, type ToolCallPiece } from './tool-call-piece.js';

/** Assembles tool calls from pieces. A piece belongs to the call with its id, else its index, else its position. */
export class ToolCallAssembler {
  readonly #calls: ToolCallParts[] = [];
  /** The call that the last piece belonged to. */
  #latest: ToolCallParts | undefined;

  /** Takes the `toolCalls` of one chunk, whatever a server put there. */
  add(deltas: unknown): void {
    const pieces = toolCallPieces(deltas);
    for (const [position, piece] of pieces.entries()) {
      const call = this.#callOf(piece, position, pieces.length) ?? this.#newCall();
      this.#latest = call;
      call.index ??= piece.index;
      call.id ??= piece.id;
      call.type ??= piece.type;
      call.name ??= piece.name;
      if (piece.arguments !== '') call.arguments.push(piece.arguments);
    }
  }

  calls(): ChatToolCall[] {
    return this.#calls.map(({ id = '', type = 'function', name = '', arguments: pieces }) => ({
      id,
      type,
      function: { name, arguments: pieces.join('') },
    }));
  }

  #newCall(): ToolCallParts {
    const call: ToolCallParts = { index: undefined, id: undefined, type: undefined, name: undefined, arguments: [] };
    this.#calls.push(call);
    return call;
  }

  /** The call that a piece goes on with; undefined for the first piece of a new one. */
  #callOf(piece: ToolCallPiece, position: number, count: number): ToolCallParts | undefined {
    const known = piece.id === undefined ? undefined : this.#calls.find(({ id }) => id === piece.id);
    if (known !== undefined) return known;
    const candidate =
      piece.index === undefined ? this.#callAtPosition(piece, position, count) : this.#callAtIndex(piece);
    return candidate !== undefined && !beginsAnew(candidate, piece) ? candidate : undefined;
  }

  /** Some servers number every call 0: another id at a known index is another call. */
  #callAtIndex({ id, index }: ToolCallPiece): ToolCallParts | undefined {
    const atIndex = this.#calls.filter((call) => call.index === index);
    if (id !== undefined) return atIndex.find((call) => call.id === undefined);
    // Without an id, the piece goes on with the call of that number that was written last.
    return atIndex.find((call) => call === this.#latest) ?? atIndex.at(-1);
  }

  #callAtPosition({ id }: ToolCallPiece, position: number, count: number): ToolCallParts | undefined {
    // A new id without an index begins a call, unless the call that is being written still waits for its id.
    if (id !== undefined) return this.#latest?.id === undefined ? this.#latest : undefined;
    return count > 1 ? this.#calls[position] : this.#latest;
  }
}

interface ToolCallParts {
  index: number | undefined;
  id: string | undefined;
  type: string | undefined;
  name: string | undefined;
  readonly arguments: string[];
}

/** A piece with a name begins a new call where the call before it is whole; else the name came late, or again. */
function beginsAnew({ name, arguments: pieces }: ToolCallParts, piece: ToolCallPiece): boolean {
  if (piece.name === undefined || name === undefined) return false;
  return piece.name !== name || isWhole(pieces);
}

/** Whether pieces are JSON together. The end is looked at first: servers that repeat the name do so on every piece. */
function isWhole(pieces: readonly string[]): boolean {
  if (pieces.at(-1)?.trimEnd().endsWith('}') !== true) return false;
  try {
    JSON.parse(pieces.join(''));
    return true;
  } catch {
    return false;
  }
}
