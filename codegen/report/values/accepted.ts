import { jsonTypes, textOf, typeOfValue, type Assertions, type JsonType, type Raw } from './assertions.js';
import type { Constraints } from './constraints.js';
import { ObjectPart } from './object-part.js';
import { ListPart } from './list-part.js';
import type { Parts, PartSource } from './parts.js';
import { constraintsOf } from './strictest.js';

/** The set of values that a schema accepts. What it demands of a type counts only if the type is among the types. */
export interface Accepted {
  readonly types: ReadonlySet<JsonType>;
  /** All values, if they are listed. */
  readonly values?: readonly unknown[];
  readonly limits: Constraints;
  readonly object: ObjectPart;
  readonly list: ListPart;
  readonly choices: readonly Choice[];
  readonly nots: readonly Raw[];
  readonly conditions: readonly Condition[];
  readonly heirs: ReadonlyMap<string, Raw>;
}

export interface Choice {
  readonly kind: 'anyOf' | 'oneOf';
  readonly members: readonly Raw[];
}

export interface Condition {
  readonly if: Raw;
  readonly then: Raw;
  readonly else: Raw;
}

export function acceptedBy({ parts, isNever }: Parts, reader: PartSource): Accepted {
  const limits = constraintsOf(parts);
  const choices = parts.flatMap(choicesIn);
  const chosen = choices.map((choice) => chosenBy(choice, reader));
  const listed = common([...chosen.flatMap(({ values }) => (values ? [values] : [])), ...listsIn(parts)]);
  const isChosen = (type: JsonType): boolean => chosen.every(({ types }) => types.has(type));
  const allowed = isNever ? [] : typesIn(parts).filter(isChosen);
  const values = listed?.filter((value) => allowed.includes(typeOfValue(value)) && limits.isMetBy(value));
  const types = new Set(values ? values.map(typeOfValue) : allowed);
  const finite = values ?? finiteValues(types);
  return {
    types,
    ...(finite ? { values: finite } : {}),
    limits: limits.within(types, finite !== undefined),
    object: new ObjectPart(parts, reader),
    list: new ListPart(parts, reader),
    choices,
    nots: parts.flatMap(({ not }) => (not === undefined || not === false ? [] : [not])),
    conditions: parts.flatMap(conditionsIn),
    heirs: new Map(parts.flatMap((part) => [...reader.heirs(part)])),
  };
}

function typesIn(parts: readonly Assertions[]): readonly JsonType[] {
  return jsonTypes.filter((type) => parts.every((part) => part.type === undefined || hasType(part.type, type)));
}

function hasType(declared: string | readonly string[], type: JsonType): boolean {
  const types = [declared].flat();
  return types.includes(type) || (type === 'number' && types.includes('integer'));
}

/** The types and values that the members leave. */
function chosenBy({ kind, members }: Choice, reader: PartSource): Pick<Accepted, 'types' | 'values'> {
  const opened = members.map((member) => reader.openOnce(member));
  const types = new Set(opened.flatMap((each) => [...(each?.types ?? jsonTypes)]));
  if (opened.some((each) => each?.values === undefined)) return { types };
  const values = opened.flatMap((each) => each?.values ?? []);
  const count = (value: unknown): number => values.filter((other) => textOf(other) === textOf(value)).length;
  return { types, values: kind === 'anyOf' ? values : values.filter((value) => count(value) === 1 || isPart(value)) };
}

/** Whether a member has an object or an array is not known from its list. */
function isPart(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function listsIn(parts: readonly Assertions[]): readonly (readonly unknown[])[] {
  return parts.flatMap((part) => [
    ...(part.enum ? [part.enum] : []),
    ...('const' in part && part.const !== undefined ? [[part.const]] : []),
  ]);
}

function common(lists: readonly (readonly unknown[])[]): readonly unknown[] | undefined {
  const [first, ...others] = lists.map((list) => new Map(list.map((value) => [textOf(value), value])));
  if (!first) return undefined;
  return [...first].filter(([text]) => others.every((other) => other.has(text))).map(([, value]) => value);
}

/** `type: boolean` has two values. */
function finiteValues(types: ReadonlySet<JsonType>): readonly unknown[] | undefined {
  if ([...types].some((type) => type !== 'boolean' && type !== 'null')) return undefined;
  return [...types].flatMap((type) => (type === 'null' ? [null] : [true, false]));
}

/** A choice with a single member is read as a part; one that accepts everything demands nothing. */
function choicesIn({ anyOf, oneOf }: Assertions): Choice[] {
  const all: Choice[] = [
    { kind: 'anyOf', members: anyOf ?? [] },
    { kind: 'oneOf', members: oneOf ?? [] },
  ];
  return all.filter(({ kind, members }) => members.length > 1 && (kind === 'oneOf' || !members.some(isAnything)));
}

function conditionsIn({ if: test, then = true, else: other = true }: Assertions): Condition[] {
  if (test === undefined || (isAnything(then) && isAnything(other))) return [];
  return [{ if: test, then, else: other }];
}

function isAnything(schema: Raw): boolean {
  return schema === true || (typeof schema === 'object' && Object.keys(schema).length === 0);
}
