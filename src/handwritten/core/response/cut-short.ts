/**
 * Whether JSON ends in the middle. Most platforms decompress what has arrived of a body that was cut short, and report
 * no error.
 */
export function isCutShort(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let place = /^\s*[[{]/.test(text) ? 0 : text.length; place < text.length; place++) {
    const sign = text.charAt(place);
    if (isInString && sign === '\\') place++;
    else if (sign === '"') isInString = !isInString;
    else if (isInString) continue;
    else if ('[{'.includes(sign)) depth++;
    else if (']}'.includes(sign)) depth--;
  }
  return isInString || depth > 0;
}
