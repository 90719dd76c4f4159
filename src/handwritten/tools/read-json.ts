/** The most pairs of brackets before the JSON: each is parsed. */
const maxPairs = 1000;

/** JSON that was read. */
export interface FoundJson {
  readonly json: unknown;
}

/**
 * The JSON in a text of a model; undefined if there is none, or more than one. Models without enforcement put it into a
 * Markdown fence, or behind their reasoning.
 */
export function readJsonText(text: string): FoundJson | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  // Some templates leave out the tag that opens the reasoning. One that is not closed is all reasoning.
  const answer = text.replace(/^[\s\S]*<\/think(ing)?>/, '');
  if (/^\s*<think(ing)?>/.test(answer)) return undefined;
  const fences = [...answer.matchAll(/^[ \t]*```[\w-]*[ \t]*\n([\s\S]*?)^[ \t]*```/gm)].flatMap(
    ([, inside]) => parsed(inside ?? '') ?? [],
  );
  if (fences.length > 0) return fences.length === 1 ? fences[0] : undefined;
  return lastJson(answer.trimEnd());
}

/** What follows a text of reasoning, to the very end. */
function lastJson(text: string): FoundJson | undefined {
  const others = new Set<string | undefined>();
  const opening = /[{[]/g;
  for (let pair = 0; pair <= maxPairs; pair++) {
    const start = opening.exec(text)?.index;
    if (start === undefined) return undefined;
    const end = endOf(text, start);
    // What has no end was cut. What it holds is a part of the JSON, and could be taken for the whole.
    if (end === undefined) return undefined;
    const found = parsed(text.slice(start, end));
    if (end === text.length) return others.has(text[start]) ? undefined : found;
    // A draft of the same kind before it: which one counts can't be told.
    if (found !== undefined) others.add(text[start]);
    opening.lastIndex = end;
  }
  return undefined;
}

/** Where the bracket at `start` is closed; undefined if it is not. */
function endOf(text: string, start: number): number | undefined {
  const tokens = /"(?:[^"\\]|\\[\s\S])*"?|[{}[\]]/g;
  tokens.lastIndex = start;
  let depth = 0;
  for (let token; (token = tokens.exec(text)) !== null;) {
    if (token[0] === '{' || token[0] === '[') depth++;
    else if (token[0] === '}' || token[0] === ']') depth--;
    if (depth === 0) return tokens.lastIndex;
  }
  return undefined;
}

function parsed(text: string): FoundJson | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
