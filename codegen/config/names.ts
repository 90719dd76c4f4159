import pluralize from 'pluralize';

// Nouns of APIs whose two forms pluralize reduces to different words.
for (const [one, many] of [
  ['axis', 'axes'],
  ['bias', 'biases'],
  ['cache', 'caches'],
  ['calorie', 'calories'],
  ['canvas', 'canvases'],
  ['cookie', 'cookies'],
  ['corpus', 'corpora'],
  ['hoodie', 'hoodies'],
  ['lens', 'lenses'],
  ['oasis', 'oases'],
  ['os', 'oses'],
  ['selfie', 'selfies'],
  ['sku', 'skus'],
  ['uri', 'uris'],
  ['veto', 'vetoes'],
  ['vps', 'vpses'],
] as const) {
  pluralize.addIrregularRule(one, many);
}
// `gpus` looks like a Latin singular.
pluralize.addSingularRule(/^([cgnt]pu)s$/i, '$1');
pluralize.addPluralRule(/^([cgnt]pu)s?$/i, '$1s');

/** A field name that can be converted to camelCase. Other names (`+1`, `@id`, `a.b`) stay as on the wire. */
const word = /^_*[A-Za-z][A-Za-z0-9_-]*$/;

/** Statements can't declare these. Property names may use any of them. */
const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/** `gpu_type` → `gpuType`; a name that is already camelCase, or not an identifier, is unchanged. */
export function publicName(wire: string): string {
  if (!word.test(wire)) return wire;
  const [, leading = '', stem = '', trailing = ''] = /^(_*)(.*?)([_-]*)$/.exec(wire) ?? [];
  if (!/[_-]/.test(stem)) return wire;
  return leading + camelCase(stem) + trailing.replaceAll('-', '_');
}

/** `createdAt` → `created_at`, exactly as in core/operation/codec.ts, which derives wire names from public names by this rule. */
export function snakeCase(name: string): string {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) return name;
  return name.replaceAll(
    /[A-Z]+(?![a-z])|[A-Z]/g,
    (letters, offset: number) => (offset === 0 ? '' : '_') + letters.toLowerCase(),
  );
}

/** `createdAt` → `created_at`; the other spelling that servers use for the same field. */
export function snakeName(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
}

/** `SSH Keys`, `ssh-keys`, `sshKeys` → `sshKeys`. */
export function camelCase(text: string): string {
  const [first = '', ...rest] = wordsOf(text);
  return lowerFirst(first) + rest.map(upperFirst).join('');
}

/** `simple-user` → `SimpleUser`; `SSHKey` stays. */
export function pascalCase(text: string): string {
  return wordsOf(text).map(upperFirst).join('');
}

/** `sshKeys` → `ssh-keys`: a filename. */
export function kebabCase(text: string): string {
  return nounsOf(text).join('-');
}

/** `listSshKeys` → `['list', 'ssh', 'keys']`. */
export function nounsOf(text: string): string[] {
  return wordsOf(text).flatMap((part) =>
    part
      .replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
      .toLowerCase()
      .split(' '),
  );
}

/** `SSHKey` → `sshKey`: a constant for a type. */
export function variableName(type: string): string {
  return camelCase(nounsOf(type).join(' '));
}

/** `addresses` → `address`; enough to match `getAddress` with `addresses`. Both sides of a comparison need it. */
export function singular(noun: string): string {
  return pluralize.singular(noun);
}

/** `sshKey` → `sshKeys` */
export function plural(noun: string): string {
  return pluralize.plural(noun);
}

/** A valid name of a `const` or a parameter. */
export function identifier(name: string, suffix: string): string {
  const valid = isIdentifier(name) ? name : camelCase(name) || suffix;
  const safe = /^[0-9]/.test(valid) ? `_${valid}` : valid;
  return reserved.has(safe) ? safe + suffix : safe;
}

/** Whether a property of this name needs no quotes. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);
}

function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== '')
    .map((part) => (/^[A-Z0-9]+$/.test(part) && /[^A-Za-z0-9]/.test(text) ? part.toLowerCase() : part));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
