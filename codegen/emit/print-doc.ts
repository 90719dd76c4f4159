import type { Doc } from '../build/type-node.js';

/** Prettier does not wrap comments, so they are wrapped here, with room for indentation. */
const width = 110;

/** A TSDoc comment, or nothing. */
export function printDoc(doc: Doc): string {
  const text = docText(doc);
  if (text === '') return '';
  const lines = text.split('\n');
  return lines.length === 1 ? `/** ${text} */` : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`;
}

/** The text between the comment delimiters. */
export function docText({ paragraphs, tags = [] }: Doc): string {
  const body = paragraphs.map(wrapParagraph).join('\n\n');
  const tagged = tags.map(printTag).join('\n');
  return [body, tagged]
    .filter((part) => part !== '')
    .join('\n\n')
    .replaceAll('*/', '*\\/');
}

function printTag({ name, text }: { readonly name: string; readonly text: string }): string {
  return text.startsWith('```') ? `@${name}\n${text}` : wrapLine(`@${name} ${text}`.trim());
}

function wrapParagraph(paragraph: string): string {
  const isPreformatted = /^(```|\||\s{4})/m.test(paragraph);
  return isPreformatted ? paragraph : paragraph.split('\n').map(wrapLine).join('\n');
}

function wrapLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + word.length >= width) {
      lines.push(current);
      current = '';
    }
    current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}
