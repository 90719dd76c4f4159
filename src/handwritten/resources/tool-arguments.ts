/** The arguments of a call as text. Some servers send an object instead. */
export function argumentsText(given: unknown): string {
  if (typeof given === 'string') return given;
  return given == null ? '' : JSON.stringify(given);
}

/**
 * The arguments of a call from their pieces. Some servers send them again whole at the end, or with each piece all of
 * those before it, or an empty object first. Only what is no JSON when it is joined is read so: a piece of nested
 * arguments may well begin as those before it.
 */
export function joinedArguments(pieces: readonly string[]): string {
  const joined = pieces.join('');
  if (isJsonObject(joined)) return joined;
  let whole: string | undefined;
  let text = '';
  let last = '';
  for (const piece of pieces) {
    text = text === last && piece.startsWith(text) ? piece : text + piece;
    last = piece;
    if (!isJsonObject(text)) continue;
    whole = text;
    text = '';
  }
  // What comes after whole arguments is their repetition, unless others have begun.
  return whole === undefined || (text.trimStart().startsWith('{') && !whole.startsWith(text)) ? text : whole;
}

/** Whether the arguments are JSON. Their end is checked first: some servers send the name on every piece. */
export function isWhole(pieces: readonly string[]): boolean {
  return endsObject(pieces.at(-1) ?? '') && isJsonObject(joinedArguments(pieces));
}

function endsObject(text: string): boolean {
  return text.trimEnd().endsWith('}');
}

function isJsonObject(text: string): boolean {
  if (!endsObject(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
