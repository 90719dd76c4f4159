import { RuncrateError } from '../errors/errors.js';
import { namesIn } from '../operation/codec.js';
import type { Body } from '../operation/operation.js';
import type { Log } from '../options/log.js';
import { requestChecks } from '../options/request-options.js';

/** Name, public or of the wire → whether the field takes neither lists nor objects. */
type KnownFields = ReadonlyMap<string, boolean>;

const knownFields = new WeakMap<Body, KnownFields>();
/** What each client has warned of. */
const warnings = new WeakMap<Log, Set<string>>();

/** Checks the fields of a body by their names: request options, misspelt parameters, and objects where an id is meant. */
export function checkFields(body: Body, fields: Readonly<Record<string, unknown>>, label: string, log: Log): void {
  if (body.from === 'value') return;
  const known = knownFieldsOf(body);
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (value === undefined) continue;
    const isPlain = known.get(key);
    if (isPlain === undefined) checkUnknown(key, known, label, body.extras ? log : {});
    else if (isPlain && typeof value === 'object' && value !== null && !('toJSON' in value)) {
      const advice = 'id' in value ? ' Pass its `id`.' : '';
      throw new RuncrateError(
        `\`${key}\` of ${label} must not be ${Array.isArray(value) ? 'a list' : 'an object'}.${advice}`,
      );
    }
  }
}

function knownFieldsOf(body: Body): KnownFields {
  let known = knownFields.get(body);
  if (known === undefined) {
    const { codec, plain = [], any = [], files = {} } = body;
    const { renamed, nested } = namesIn(codec);
    const isPlain = (value: boolean) => (name: string) => [name, value] as const;
    // A day has a codec, and is plain all the same; a file is named among the plain fields of its document.
    const fields = new Map([
      ...Object.values(renamed).map(isPlain(true)),
      ...nested.map(isPlain(false)),
      ...plain.map(isPlain(true)),
      ...[...any, ...Object.keys(files)].map(isPlain(false)),
    ]);
    for (const wire in renamed) fields.set(wire, fields.get(renamed[wire] as string) as boolean);
    knownFields.set(body, (known = fields));
  }
  return known;
}

function checkUnknown(key: string, known: KnownFields, label: string, log: Log): void {
  const camel = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (Object.hasOwn(requestChecks, camel)) {
    throw new RuncrateError(
      `\`${key}\` is a request option: pass it in the last argument of the call. A parameter of the model that is called so goes into \`extraBody\`.`,
    );
  }
  const warned = warnings.get(log) ?? new Set();
  if (log.warn === undefined || warned.has(camel)) return;
  const meant = [...known.keys()].find((name) => isMisspelt(camel, name));
  if (meant === undefined) return;
  warnings.set(log, warned.add(camel));
  log.warn(`${label} has no parameter "${key}": did you mean "${meant}"? It is passed through unchanged.`);
}

/** By one letter, or two that changed places. Short names, and those with an ending of their own, may well be others. */
function isMisspelt(given: string, name: string): boolean {
  if (given.length < 5 || given.startsWith(name)) return false;
  let start = 0;
  while (given[start] === name[start]) start++;
  let end = 0;
  while (end < Math.min(given.length, name.length) - start && given.at(-1 - end) === name.at(-1 - end)) end++;
  const [left, right] = [given, name].map((text) => text.slice(start, text.length - end)) as [string, string];
  return (left.length < 2 && right.length < 2) || (left.length === 2 && left === `${right[1]}${right[0]}`);
}
