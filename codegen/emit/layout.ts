/** Source text with places for line breaks. Plain data, so that the cache can compare it. */
export type Layout = string | Group;

/** Items that are on one line, or on a line each. */
export interface Group {
  readonly open: string;
  readonly items: readonly Item[];
  readonly close: string;
  readonly shape: Shape;
  /** Whether it takes several lines in any case. */
  readonly isBroken: boolean;
  /** In characters, on one line. */
  readonly width: number;
}

/** An item below its comment. */
export interface Commented {
  readonly comment: string;
  readonly layout: Layout;
}

type Item = Layout | Commented;

type Shape = keyof typeof shapes;

interface Joint {
  readonly separator: string;
  /** Inside both ends, on one line. */
  readonly pad: string;
  /** Before each item on its own line. */
  readonly lead: string;
  /** After each item but the last one on its own line, and after the last one. */
  readonly ends: readonly [string, string];
}

const shapes = {
  /** `[a, b]`, `f(a, b)` */
  list: { separator: ', ', pad: '', lead: '', ends: [',', ','] },
  /** `Page<A, B>`, which may not end with a comma. */
  generic: { separator: ', ', pad: '', lead: '', ends: [',', ''] },
  /** `{ a: 1, b: 2 }` */
  object: { separator: ', ', pad: ' ', lead: '', ends: [',', ','] },
  /** `{ a: string; b: string }` */
  members: { separator: '; ', pad: ' ', lead: '', ends: [';', ';'] },
  /** `A | B` */
  union: { separator: ' | ', pad: '', lead: '| ', ends: ['', ''] },
  /** Broken only within its items: `A & { … }`. */
  intersection: { separator: ' & ', pad: '', lead: '', ends: ['', ''] },
  pair: { separator: ' | ', pad: '', lead: '', ends: ['', ''] },
  call: { separator: ', ', pad: '', lead: '', ends: ['', ''] },
} as const satisfies Record<string, Joint>;

/** Their items follow each other, also if they take several lines. */
const hugging = new Set<Shape>(['intersection', 'pair', 'call']);

const maxWidth = 120;

export function group(
  shape: Shape,
  [open, close]: readonly [string, string],
  items: readonly Item[],
  isBroken = false,
): Layout {
  if (items.length === 0) return open + close;
  const { separator, pad } = shapes[shape];
  let width = open.length + close.length + 2 * pad.length + separator.length * (items.length - 1);
  for (const item of items) width += widthOf(item);
  return { open, items, close, shape, isBroken, width: isBroken ? Infinity : width };
}

/** The layout between two texts. */
export function around(before: string, layout: Layout, after = ''): Layout {
  if (typeof layout === 'string') return before + layout + after;
  const { open, close, width } = layout;
  return { ...layout, open: before + open, close: close + after, width: width + before.length + after.length };
}

/** Unbroken, except where it is broken in any case. */
export function flat(layout: Layout): string {
  if (typeof layout === 'string') return layout;
  const { open, items, close, shape, isBroken } = layout;
  const { separator, pad } = shapes[shape];
  const texts = items.map((item) => (isCommented(item) ? `${item.comment}\n${flat(item.layout)}` : flat(item)));
  return `${open}${isBroken ? '\n' : pad}${texts.join(separator)}${pad}${close}`;
}

/** With its lines broken. `used`: the characters that its first line has already, and those that follow its last. */
export function broken(layout: Layout, indent: string, used: number): string {
  if (typeof layout === 'string') return layout;
  if (layout.width + used <= maxWidth) return flat(layout);
  const { open, items, close, shape } = layout;
  const { separator, lead, ends } = shapes[shape];
  if (hugging.has(shape)) return hugged(layout, separator, indent, used);
  const inner = `${indent}  `;
  let text = open.trimEnd();
  for (const [at, item] of items.entries()) {
    const end = ends[at === items.length - 1 ? 1 : 0];
    const [comment, own] = isCommented(item) ? [indented(item.comment, inner), item.layout] : ['', item];
    text += `\n${comment}${inner}${lead}${broken(own, inner, inner.length + lead.length + 1)}${end}`;
  }
  // A union has no end of its own, unless it is in parentheses.
  return shape === 'union' && !close.startsWith(')') ? text + close : `${text}\n${indent}${close}`;
}

function hugged({ open, items, close }: Group, separator: string, indent: string, used: number): string {
  let text = open;
  for (const [at, item] of items.entries()) {
    if (at > 0) text += separator;
    const line = text.lastIndexOf('\n');
    const before = line < 0 ? used + text.length : text.length - line;
    const after = items.slice(at + 1).reduce((sum, next) => sum + separator.length + startOf(next), close.length);
    text += broken(isCommented(item) ? item.layout : item, indent, before + after);
  }
  return text + close;
}

/** The width of what has to be on the line of the item before. */
function startOf(item: Item): number {
  if (typeof item === 'string') return item.length;
  return isCommented(item) ? 0 : item.open.length;
}

/** Whether a text is in it. */
export function mentions(layout: Layout, text: string): boolean {
  if (typeof layout === 'string') return layout.includes(text);
  return (
    layout.open.includes(text) || layout.items.some((item) => mentions(isCommented(item) ? item.layout : item, text))
  );
}

/** Each line with an indent and its end. */
export function indented(text: string, indent: string): string {
  return text === '' ? '' : `${indent}${indent === '' ? text : text.replaceAll('\n', `\n${indent}`)}\n`;
}

function widthOf(item: Item): number {
  if (isCommented(item)) return Infinity;
  return typeof item === 'string' ? item.length : item.width;
}

function isCommented(item: Item): item is Commented {
  return typeof item === 'object' && 'comment' in item;
}
