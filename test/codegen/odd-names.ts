/** Names that the language, a library or a file format could take for something else. No two are alike in camelCase. */
export const oddNames: readonly string[] = [
  ...[
    'valueOf',
    'hasOwnProperty',
    '__proto__',
    'constructor',
    'toString',
    'toJSON',
    'then',
    'prototype',
    'isPrototypeOf',
  ],
  ...[
    '',
    'a b',
    'c"d',
    "e'f",
    'g\nh',
    'i`j${k}',
    'l\\m',
    'n.o',
    'p/q',
    '*/',
    '</script>',
    '\u2028',
    '日本',
    '$ref',
    '@id',
  ],
  ...[
    'class',
    'await',
    'arguments',
    'null',
    'length',
    'name',
    'data',
    'error',
    'items',
    '1st',
    'first_name',
    'last-name',
  ],
];

/** `__proto__` is a field as any other, as in `JSON.parse`. */
export function recordOf<Value>(
  names: readonly string[],
  valueOf: (name: string, index: number) => Value,
): Record<string, Value> {
  return Object.fromEntries(names.map((name, index) => [name, valueOf(name, index)]));
}
