import { Misfit, SampleFile, type CodecNode, type CodecTable } from '../model.js';
import { snakeCase } from '../config/names.js';
import { around, group, type Layout } from './layout.js';
import { quoted } from './quote.js';

/** An imported identifier among values: it is printed by name. */
export class Reference {
  constructor(readonly name: string) {}
}

/** A value as TypeScript source: JSON, and files as Blobs. */
export function printValue(value: unknown): Layout {
  if (value === undefined) return 'undefined';
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Reference) return value.name;
  if (value instanceof SampleFile) return `new Blob([${quoted(value.text)}], { type: ${quoted(value.mediaType)} })`;
  if (value instanceof Misfit) return around('', printValue(value.value), ' as never');
  if (Array.isArray(value)) return group('list', ['[', ']'], value.map(printValue));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return printRecord(Object.entries(value).map(([name, inner]) => [name, printValue(inner)]));
}

/** `{ name: text, … }`, where each text is already TypeScript. */
export function printRecord(entries: readonly (readonly [string, Layout])[], isBroken = false): Layout {
  return group(
    'object',
    ['{', '}'],
    entries.map(([name, text]) => printField(name, text)),
    isBroken,
  );
}

/** `prefix` qualifies the constants: `codecs.` from another module. */
export function printCodec(codec: CodecNode, prefix: string): Layout {
  if (codec.kind === 'constant') return codec.isLate ? `() => ${prefix}${codec.name}` : prefix + codec.name;
  if (isDayAlone(codec)) return 'styles.day';
  const { required = [], oneOf = {}, publicKeys = [] } = codec.checks ?? {};
  const fields = Object.entries(codec.fields).map(([name, inner]) => [name, printCodec(inner, prefix)] as const);
  const isSnake = ([wire, name]: readonly [string, string]): boolean => wire === snakeCase(name);
  const spellings = Object.entries(codec.names);
  const snake = spellings.filter(isSnake).map(([, name]) => name);
  const names = spellings.filter((spelling) => !isSnake(spelling));
  return printRecord([
    ...(snake.length > 0 ? [['snake', printValue(snake)] as const] : []),
    ...(names.length > 0 ? [['names', printValue(Object.fromEntries(names))] as const] : []),
    ...(Object.keys(codec.sent).length > 0 ? [['sent', printValue(codec.sent)] as const] : []),
    ...(fields.length > 0 ? [['fields', printRecord(fields)] as const] : []),
    ...(codec.items ? [['items', printCodec(codec.items, prefix)] as const] : []),
    ...(codec.values ? [['values', printCodec(codec.values, prefix)] as const] : []),
    ...(codec.isDay ? [['day', 'styles.localDay'] as const] : []),
    ...(codec.pairs ? [['pairs', 'true'] as const] : []),
    ...(required.length > 0 ? [['required', printValue(required)] as const] : []),
    ...(Object.keys(oneOf).length > 0 ? [['oneOf', printValue(oneOf)] as const] : []),
    ...(publicKeys.length > 0 ? [['publicKeys', printValue(publicKeys)] as const] : []),
  ]);
}

/** Of which nothing is to change but a `Date`. */
function isDayAlone({ names, sent, fields, items, values, isDay }: CodecTable): boolean {
  const hasParts = Object.keys({ ...names, ...sent, ...fields }).length > 0 || items !== undefined;
  return isDay === true && !hasParts && values === undefined;
}

function printField(name: string, text: Layout): Layout {
  const isShort = text === name && !['true', 'false', 'null', 'undefined'].includes(text);
  if (isShort) return name;
  // As a plain key it would set the prototype.
  const key = name === '__proto__' ? "['__proto__']" : /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
  return around(`${key}: `, text);
}
