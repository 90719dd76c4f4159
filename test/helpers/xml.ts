export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Reads XML as strictly as a CI system: throws if a tag is not closed, or a character is not allowed. */
export function readXml(source: string): XmlElement {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(source)) throw new Error('A control character is not valid XML.');
  const body = source.replace(/^<\?xml [^?]*\?>\s*/, '');
  const token = /<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (const [whole, slash, name = '', attributes = '', isEmpty, text = ''] of body.matchAll(token)) {
    end += whole.length;
    const parent = open.at(-1) ?? root;
    if (name === '') parent.text += unescapeXml(text);
    else if (slash === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing.`);
    } else {
      const element: Open = { name, attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(element);
      if (isEmpty === '') open.push(element);
    }
  }
  const [element, ...others] = root.children;
  if (end !== body.length) throw new Error(`This is not XML: ${body.slice(end, end + 40)}`);
  if (open.length !== 1 || element === undefined || others.length > 0)
    throw new Error('XML must have one closed root.');
  return element;
}

interface Open extends XmlElement {
  readonly children: Open[];
  text: string;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    unescapeXml(value),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescapeXml(text: string): string {
  return text.replaceAll(/&(\w*;?)/g, (whole, entity: string) => {
    const character = characters[entity.slice(0, -1)];
    if (character === undefined) throw new Error(`${whole} is not an entity.`);
    return character;
  });
}
