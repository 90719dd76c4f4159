import type { ChatToolCall } from '../../../generated/types.js';
import { isObject, objectsIn } from '../core/json-object.js';
import { addFields, type Fields } from './grown-fields.js';
import { argumentsText, isWhole, joinedArguments } from './tool-arguments.js';

/** Assembles tool calls from pieces. A piece belongs to the call at its index, else with its id, else at its position. */
export class ToolCallAssembler {
  readonly #calls: ToolCallParts[] = [];
  /** The call that the last piece belonged to. */
  #latest: ToolCallParts | undefined;

  /** Adds the `toolCalls` of one chunk. Servers differ in their shape, so it is not trusted. */
  add(deltas: unknown): void {
    // Most chunks have none.
    if (deltas === undefined) return;
    const pieces = objectsIn<Fields>(isObject(deltas) ? [deltas] : deltas).map(readPiece);
    for (const [position, piece] of pieces.entries()) {
      let call = this.#callOf(piece, position, pieces.length);
      if (call === undefined) this.#calls.push((call = { pieces: [], arguments: '', called: {}, rest: {} }));
      this.#latest = call;
      call.index ??= piece.index;
      call.id ??= piece.id;
      call.type ??= piece.type;
      call.name ??= piece.name;
      if (piece.arguments !== '') call.pieces.push(piece.arguments);
      addFields(call.called, piece.called, 'delta');
      addFields(call.rest, piece.rest, 'delta');
    }
  }

  calls(): ChatToolCall[] {
    const calls = this.#calls.map((call) => ({ ...call, arguments: joinedArguments(call.pieces) }));
    return calls
      .filter((call, place) => !calls.some((other, before) => isSent(call, other, before < place)))
      .map(({ id = '', type = 'function', name = '', arguments: text, called, rest }) => {
        // A call of another type has no function.
        const isFunction = type === 'function' || name !== '' || text !== '';
        return {
          ...rest,
          id,
          type,
          ...(isFunction && { function: { ...called, name, arguments: text } }),
        } as ChatToolCall;
      });
  }

  /** The call that a piece continues; undefined for the first piece of a new call. */
  #callOf(piece: ToolCallPiece, position: number, count: number): ToolCallParts | undefined {
    const { id, index, name } = piece;
    const latest = this.#latest;
    const hasId = (call: ToolCallParts): boolean => id !== undefined && call.id === id;
    let call: ToolCallParts | undefined;
    if (index === undefined) {
      // Without an id too, several pieces continue the calls in their order.
      call = this.#calls.find(hasId) ?? (id === undefined && count > 1 ? this.#calls[position] : latest);
    } else {
      const atIndex = this.#calls.filter((other) => other.index === index);
      // Some servers send index 0 for every call.
      call = atIndex.find(hasId) ?? (latest?.index === index ? latest : atIndex.at(-1));
      // A piece that names nothing goes on, whatever its index.
      if (call === undefined && name === undefined) {
        return this.#calls.find(hasId) ?? (id === undefined && latest && !isWhole(latest.pieces) ? latest : undefined);
      }
    }
    return call !== undefined && !beginsAnew(call, piece) ? call : undefined;
  }
}

/** A piece of a tool call. A field that is missing, null or of another type is undefined. */
interface ToolCallPiece {
  index?: number | undefined;
  id?: string | undefined;
  type?: string | undefined;
  name?: string | undefined;
  arguments: string;
  /** What a provider adds to the function. */
  readonly called: Fields;
  /** What a provider adds to the call. */
  readonly rest: Fields;
}

interface ToolCallParts extends ToolCallPiece {
  /** Of the arguments. */
  readonly pieces: string[];
}

function readPiece({ index, id, type, function: given, ...rest }: Fields): ToolCallPiece {
  const { name, arguments: text, ...called } = isObject(given) ? given : ({} as Fields);
  return {
    index: typeof index === 'number' ? index : undefined,
    id: stringOf(id),
    type: stringOf(type),
    name: stringOf(name),
    arguments: argumentsText(text),
    called,
    rest,
  };
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether a piece begins a new call in the place of another; else its id or its name is late, new or sent again. */
function beginsAnew(call: ToolCallParts, { index, id, name, arguments: text }: ToolCallPiece): boolean {
  const isOther = id !== undefined && call.id !== undefined && id !== call.id;
  if (name === undefined || call.name === undefined) {
    return isOther && (name ?? text.trim()) !== '' && isWhole(call.pieces);
  }
  if (name !== call.name) return true;
  if (isOther && (index === undefined || call.pieces.length === 0)) return true;
  return (id === undefined || id !== call.id) && isWhole(call.pieces);
}

/** Whether a call is sent as another one too: some servers send one under several indexes, or its head alone. */
function isSent(call: ToolCallParts, other: ToolCallParts, isBefore: boolean): boolean {
  const isSame = call.id !== undefined && call.name !== undefined && call.id === other.id && call.name === other.name;
  return isSame && (call.arguments === other.arguments ? isBefore : call.arguments === '');
}
