/** `NaN` or `-Infinity`, as Python writes them in its JSON. */
export function numberOutsideJson(text: string): string | undefined {
  return /(?:^|[[:,])\s*(-?(?:nan|inf(?:inity)?))\s*(?:[,\]}]|$)/i.exec(text)?.[1];
}
