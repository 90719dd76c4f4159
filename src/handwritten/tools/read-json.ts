/** The most places where JSON may begin that are tried: each is a whole parse. */
const maxStarts = 200;

/**
 * The JSON in a text of a model; undefined if there is none, or more than one. Models without enforcement put it into a
 * Markdown fence, or behind their reasoning.
 */
export function readJsonText(text: string): { readonly json: unknown } | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  const answer = text.replace(/^\s*<think(ing)?>[\s\S]*?<\/think(ing)?>/, '');
  const fences = [...answer.matchAll(/^[ \t]*```[\w-]*[ \t]*\n([\s\S]*?)^[ \t]*```/gm)].flatMap(
    ([, inside]) => parsed(inside ?? '') ?? [],
  );
  if (fences.length > 0) return fences.length === 1 ? fences[0] : undefined;
  // What follows a text of reasoning, to the very end.
  let count = 0;
  for (const { index } of answer.matchAll(/[{[]/g)) {
    if (++count > maxStarts) return undefined;
    const rest = parsed(answer.slice(index));
    if (rest !== undefined) return rest;
  }
  return undefined;
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
