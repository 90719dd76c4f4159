// @ts-check
// Markdown of a model as elements of a page. What a model writes is untrusted input: it never becomes HTML, links go
// to http, https and mail alone, and images are links, so that nothing is loaded from anywhere.

/** @typedef {string | Element} Node */
/** @typedef {{ tag: string, href?: string, start?: number, children: Node[] }} Element */

const deepest = 12;
const marker = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/;
const quote = /^ {0,3}> ?/;
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const dashes = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/**
 * Shows a text as Markdown in an element, again and again as the text grows. Only what changed is made anew, so that
 * what a reader has selected stays selected.
 *
 * @param {HTMLElement} element
 */
export function markdownView(element) {
  /** @type {string[]} */
  let shown = [];
  return (/** @type {string} */ text) => {
    const blocks = parse(text);
    const next = blocks.map((block) => JSON.stringify(block));
    const change = next.findIndex((block, index) => block !== shown[index]);
    const same = change === -1 ? next.length : change;
    while (element.children.length > same) element.lastElementChild?.remove();
    element.append(...blocks.slice(same).map(toDom));
    shown = next;
  };
}

/** @param {Node} node */
function toDom(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const element = document.createElement(node.tag);
  if (node.start !== undefined) element.setAttribute('start', String(node.start));
  if (node.href !== undefined) {
    for (const [name, value] of Object.entries({ href: node.href, target: '_blank', rel: 'noopener noreferrer' })) {
      element.setAttribute(name, value);
    }
  }
  element.append(...node.children.map(toDom));
  return element;
}

/**
 * The blocks of a text. Whatever is open at its end, as the last line of code, is taken as far as it goes.
 *
 * @param {string} text
 * @returns {Element[]}
 */
export function parse(text, depth = 0) {
  const lines = text.split(/\r?\n/);
  const blocks = [];
  for (let at = 0; at < lines.length;) {
    if (lines[at]?.trim() === '') at++;
    else {
      const { block, length } = readBlock(lines.slice(at), depth);
      blocks.push(block);
      at += length;
    }
  }
  return blocks;
}

/**
 * @param {string[]} lines
 * @param {number} depth
 * @returns {{ block: Element, length: number }}
 */
function readBlock(lines, depth) {
  const [line = '', below = ''] = lines;
  const open = fence.exec(line)?.[1];
  if (open !== undefined) {
    const end = lines.findIndex((other, index) => index > 0 && other.trim().startsWith(open));
    const code = lines.slice(1, end === -1 ? undefined : end).join('\n');
    const block = { tag: 'pre', children: [{ tag: 'code', children: [code] }] };
    return { block, length: end === -1 ? lines.length : end + 1 };
  }
  const [, signs = '', title = ''] = heading.exec(line) ?? [];
  // The page has the first level.
  if (signs) return { block: { tag: `h${Math.min(signs.length + 1, 6)}`, children: inline(title) }, length: 1 };
  if (rule.test(line)) return { block: { tag: 'hr', children: [] }, length: 1 };
  if (depth < deepest && quote.test(line)) {
    const length = countWhile(lines, (other) => quote.test(other));
    const inner = lines.slice(0, length).map((other) => other.replace(quote, ''));
    return { block: { tag: 'blockquote', children: parse(inner.join('\n'), depth + 1) }, length };
  }
  if (depth < deepest && marker.test(line)) return readList(lines, depth);
  if (line.includes('|') && below.includes('|') && dashes.test(below)) return readTable(lines);
  const length = countWhile(lines, (other, index) => index === 0 || !(other.trim() === '' || startsBlock(other)));
  return { block: { tag: 'p', children: inline(lines.slice(0, length).join('\n')) }, length };
}

/**
 * @param {string[]} lines
 * @param {number} depth
 */
function readList(lines, depth) {
  const isOrdered = (/** @type {string} */ line) => /^\s*\d/.test(line);
  const ordered = isOrdered(lines[0] ?? '');
  /** @type {string[][]} */
  const items = [];
  const length = countWhile(lines, (line, index) => {
    const found = marker.exec(line);
    const isIndented = /^(?: {2}|\t)/.test(line);
    if (found && isOrdered(line) === ordered && !(isIndented && index > 0)) items.push([line.slice(found[0].length)]);
    else if (line.trim() === '') {
      // The list goes on below an empty line, if what follows belongs to it.
      const next = lines.slice(index).find((other) => other.trim() !== '') ?? '';
      if (!/^(?: {2}|\t)/.test(next) && !(marker.test(next) && isOrdered(next) === ordered)) return false;
      items.at(-1)?.push('');
    } else if (isIndented || !startsBlock(line)) items.at(-1)?.push(line.replace(/^(?: {1,4}|\t)/, ''));
    else return false;
    return true;
  });
  const children = items.map((item) => {
    const [only, ...others] = parse(item.join('\n'), depth + 1);
    const [first = only, ...rest] = only?.tag === 'p' ? only.children : [];
    return { tag: 'li', children: [first, ...rest, ...others].filter((child) => child !== undefined) };
  });
  const start = parseInt(lines[0]?.trim() ?? '', 10);
  return { block: { tag: ordered ? 'ol' : 'ul', ...(start > 1 && { start }), children }, length };
}

/** @param {string[]} lines */
function readTable(lines) {
  const length = countWhile(lines, (line) => line.includes('|'));
  const rows = lines.slice(0, length).filter((_, index) => index !== 1);
  const children = rows.map((row, index) => ({
    tag: 'tr',
    children: row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => ({ tag: index === 0 ? 'th' : 'td', children: inline(cell.trim()) })),
  }));
  return { block: { tag: 'table', children: [{ tag: 'tbody', children }] }, length };
}

/** @param {string} line */
function startsBlock(line) {
  return [fence, heading, quote, rule, marker].some((pattern) => pattern.test(line));
}

/**
 * @param {string[]} lines
 * @param {(line: string, index: number) => boolean} isPart
 */
function countWhile(lines, isPart) {
  const end = lines.findIndex((line, index) => !isPart(line, index));
  return end === -1 ? lines.length : end;
}

/** Code, an escaped sign, bold, italics, struck out, a link or an image, a bare address. With bounds: a model may be hostile. */
const spans =
  /(`{1,2})([^`]{1,999})\1|\\([!-/:-@[-`{-~])|\*\*(?=\S)([^]{0,1999}?\S)\*\*|(?<![\w*])[*_](?=[^\s*_])([^*_]{0,999}?[^\s*_])[*_](?![\w*])|~~(?=\S)([^~]{1,999})~~|!?\[([^\]]{0,499})\]\(([^()\s]{1,1999})\)|(https?:\/\/[^\s<>()]{0,1999}[^\s<>().,;:!?'"*_])/;

/**
 * @param {string} text
 * @returns {Node[]}
 */
function inline(text, depth = 0) {
  /** @type {Node[]} */
  const nodes = [];
  let rest = text;
  for (let found = depth < deepest && spans.exec(rest); found; found = spans.exec(rest)) {
    const [whole, , code, sign, bold, italic, struck, label, target, address] = found;
    const within = (/** @type {string} */ part) => inline(part, depth + 1);
    if (found.index > 0) nodes.push(rest.slice(0, found.index));
    if (code !== undefined) nodes.push({ tag: 'code', children: [code] });
    else if (sign !== undefined) nodes.push(sign);
    else if (bold !== undefined) nodes.push({ tag: 'strong', children: within(bold) });
    else if (italic !== undefined) nodes.push({ tag: 'em', children: within(italic) });
    else if (struck !== undefined) nodes.push({ tag: 'del', children: within(struck) });
    else if (address !== undefined) nodes.push({ tag: 'a', href: address, children: [address] });
    else if (/^(?:https?:\/\/|mailto:)/i.test(target ?? '')) {
      nodes.push({ tag: 'a', href: target ?? '', children: [label || target || ''] });
    } else nodes.push(whole);
    rest = rest.slice(found.index + whole.length);
  }
  return rest === '' ? nodes : [...nodes, rest];
}
