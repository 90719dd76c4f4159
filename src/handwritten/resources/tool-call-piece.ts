import { isObject } from '../core/json-object.js';

/** A piece of a tool call, with whatever a server left out, or sent as null or in another type, told apart. */
export interface ToolCallPiece {
  readonly index: number | undefined;
  readonly id: string | undefined;
  readonly type: string | undefined;
  readonly name: string | undefined;
  readonly arguments: string;
}

/** Reads the pieces of one chunk; what is no piece is left out. */
export function toolCallPieces(deltas: unknown): readonly ToolCallPiece[] {
  return Array.isArray(deltas) ? deltas.filter(isObject).map(pieceOf) : [];
}

function pieceOf({ index, id, type, function: called }: Record<string, unknown>): ToolCallPiece {
  const { name, arguments: given } = isObject(called) ? called : {};
  return {
    index: typeof index === 'number' ? index : undefined,
    id: textOf(id),
    type: textOf(type),
    name: textOf(name),
    arguments: argumentsText(given),
  };
}

/** Some servers send arguments as an object instead of its text. */
function argumentsText(given: unknown): string {
  if (typeof given === 'string') return given;
  return isObject(given) ? JSON.stringify(given) : '';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
