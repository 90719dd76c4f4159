import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../examples/safe-markdown.js';

type Node = ReturnType<typeof parse>[number] | string;

test.each([
  ['# Title', '<h2>Title</h2>'],
  ['a **b _c_** `d*` ~~e~~', '<p>a <strong>b <em>c</em></strong> <code>d*</code> <del>e</del></p>'],
  ['- a\n- b\n  - c\n\n1. d', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ol><li>d</li></ol>'],
  ['> a\n> b', '<blockquote><p>a\nb</p></blockquote>'],
  ['```js\na\n\nb\n```\nc', '<pre><code>a\n\nb</code></pre><p>c</p>'],
  [
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>',
  ],
  ['[a](https://b.c) https://d.e.', '<p><a href=https://b.c>a</a> <a href=https://d.e>https://d.e</a>.</p>'],
  ['a\n\n---\n\nb', '<p>a</p><hr></hr><p>b</p>'],
])('%j is shown as elements', (markdown, shown) => {
  expect(htmlOf(parse(markdown))).toBe(shown);
});

test.each([
  ['code that is being written', 'a\n```\nb', '<p>a</p><pre><code>b</code></pre>'],
  ['bold text that is being written', 'a **b', '<p>a **b</p>'],
  ['a name with underscores', 'a_b_c', '<p>a_b_c</p>'],
  ['a multiplication', '2 * 3 * 4', '<p>2 * 3 * 4</p>'],
])('%s is shown as far as it goes', (_, markdown, shown) => {
  expect(htmlOf(parse(markdown))).toBe(shown);
});

test.each([
  ['HTML', '<img src=x onerror=alert(1)>', []],
  ['a script as the target of a link', '[a](javascript:alert(1)) [b](data:text/html,x)', []],
  ['an image', '![a](https://b.c/d.png)', ['a']],
])('%s of a model becomes text or a link', (_, markdown, tags) => {
  expect(elementsIn(parse(markdown)).map(({ tag }) => tag)).toEqual(['p', ...tags]);
});

const tags = 'p h2 h3 h4 h5 h6 hr ul ol li pre code blockquote table tbody tr th td strong em del a'.split(' ');

test('any text ends, and becomes elements that can do nothing', () => {
  const piece = fc.constantFrom(
    ...'\n,\n\n,  ,- ,1. ,> ,# ,`,```\n,*,**,_,~~,|,---,[,](,),!,<b>,javascript:,https://,\\,x'.split(','),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const { tag, href = 'https://' } of elementsIn(parse(pieces.join('')))) {
        expect(tags).toContain(tag);
        expect(href).toMatch(/^(?:https?:\/\/|mailto:)/i);
      }
    }),
  );
});

function htmlOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const { tag, href, children } = node;
      return `<${tag}${href === undefined ? '' : ` href=${href}`}>${htmlOf(children)}</${tag}>`;
    })
    .join('');
}

function elementsIn(nodes: readonly Node[]): Exclude<Node, string>[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elementsIn(node.children)]));
}
