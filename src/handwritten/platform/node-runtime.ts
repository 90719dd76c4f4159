const { bun, deno, node } = process.versions;

/** Bun and Deno have Node's modules, but a `fetch` of their own. */
export const isNode = bun === undefined && deno === undefined;

/** Which runtime it is, and its version: `bun/1.2.3`. */
export function runtime(): string {
  if (bun !== undefined) return `bun/${bun}`;
  if (deno !== undefined) return `deno/${deno}`;
  return `node/${node}`;
}
