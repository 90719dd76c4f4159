/** What a sample needs of a regular expression. */
export type Part =
  | { readonly kind: 'character'; readonly text: string }
  | { readonly kind: 'lookahead'; readonly part: Part }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeated'; readonly part: Part; readonly least: number; readonly most: number };

/** Characters to choose from: the first that a class has. */
const alphabet = [
  'a',
  'A',
  '0',
  '-',
  '_',
  '.',
  '/',
  ' ',
  ...Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)),
  '\n',
  'é',
  '中',
  '😀',
];

/** The parts of a pattern that `RegExp` takes; undefined for what is not supported, such as a reference to a group. */
export function parsePattern(pattern: string): Part | undefined {
  const reader = new Reader(pattern);
  const part = reader.choice();
  return reader.isAtEnd && !reader.isLost ? part : undefined;
}

class Reader {
  #at = 0;
  isLost = false;

  constructor(readonly pattern: string) {}

  get isAtEnd(): boolean {
    return this.#at >= this.pattern.length;
  }

  choice(): Part {
    const parts = [this.#sequence()];
    while (this.#takes('|')) parts.push(this.#sequence());
    return { kind: 'choice', parts };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (!this.isAtEnd && !this.isLost && !/[|)]/.test(this.pattern[this.#at] ?? '')) parts.push(this.#repeated());
    return { kind: 'sequence', parts };
  }

  #repeated(): Part {
    const part = this.#single();
    const counted = this.#match(/(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y);
    if (!counted) return part;
    const [, sign, least = '0', comma, most = ''] = counted;
    if (sign !== undefined)
      return { kind: 'repeated', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    const bound = most === '' ? Infinity : Number(most);
    return { kind: 'repeated', part, least: Number(least), most: comma === '' ? Number(least) : bound };
  }

  #single(): Part {
    if (this.#match(/\^|\$|\\b|\\B/y)) return { kind: 'sequence', parts: [] };
    const group = this.#match(/\((\?(?::|=|!|<=|<!|<\w+>))?/y);
    if (group) return this.#group(group[1] ?? '');
    const set = this.#match(/\[(?:\\.|[^\]\\])*\]|\.|\\[dDwWsS]|\\p\{[^}]*\}|\\P\{[^}]*\}/uy);
    if (set) return this.#anyOf(set[0]);
    const escape = this.#match(/\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|[^1-9k])/iuy);
    if (escape) return this.#anyOf(escape[0]);
    const plain = this.#match(/[^\\()[\]|]/uy);
    this.isLost ||= !plain;
    return { kind: 'character', text: plain?.[0] ?? '' };
  }

  #group(sign: string): Part {
    const inner = this.choice();
    this.isLost ||= !this.#takes(')');
    if (sign === '?=') return { kind: 'lookahead', part: inner };
    return sign === '?!' || sign.startsWith('?<=') || sign.startsWith('?<!') ? { kind: 'sequence', parts: [] } : inner;
  }

  /** The first character of the alphabet that this matches, or one that it names. */
  #anyOf(source: string): Part {
    const expression = new RegExp(`^${source}$`, 'u');
    const text = [...alphabet, ...Array.from(source), unescaped(source)].find((candidate) =>
      expression.test(candidate),
    );
    this.isLost ||= text === undefined;
    return { kind: 'character', text: text ?? '' };
  }

  #takes(sign: string): boolean {
    if (this.pattern[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.pattern) ?? undefined;
    this.#at += found?.[0].length ?? 0;
    return found;
  }
}

function unescaped(source: string): string {
  const [, code] = /\\[ux]\{?([\da-f]+)/i.exec(source) ?? [];
  return code === undefined ? '' : String.fromCodePoint(Number.parseInt(code, 16));
}
