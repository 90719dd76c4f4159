import type { Accepted } from './accepted.js';
import { textOf, typeOfValue, type Raw } from './assertions.js';
import { matches } from './constraints.js';
import type { Value } from './reader.js';

type Verdict = boolean | undefined;

const deepest = 30;

/** Whether a set has this value; undefined if that can't be known. */
export function fits(value: unknown, set: Value, depth = 0): Verdict {
  const accepted = set.reader.open(set);
  const { types, values, limits } = accepted;
  if (!types.has(typeOfValue(value))) return false;
  if (values && !values.some((known) => textOf(known) === textOf(value))) return false;
  if (!limits.isMetBy(value)) return false;
  if (depth > deepest) return undefined;
  return both([
    limitsVerdict(value, accepted),
    partsVerdict(value, accepted, set, depth),
    choicesVerdict(value, accepted, set, depth),
  ]);
}

/** Formats and contents are not read. */
function limitsVerdict(value: unknown, { limits: { texts, lengths, isUnique } }: Accepted): Verdict {
  if (typeof value === 'string' || typeof value === 'number') {
    const isUnread =
      typeof value === 'number'
        ? texts.format.length > 0
        : Object.entries(texts).some(([name, all]) =>
            name === 'pattern' ? all.some((text) => matches(text, '') === undefined) : all.length > 0,
          );
    return isUnread ? undefined : true;
  }
  if (typeof value !== 'object' || value === null) return true;
  const isList = Array.isArray(value);
  const size = Object.keys(value).length;
  const [least = 0, most = Infinity] = isList
    ? [lengths.minItems, lengths.maxItems]
    : [lengths.minProperties, lengths.maxProperties];
  const isRepeated = isList && isUnique && new Set(value.map(textOf)).size < size;
  return size >= least && size <= most && !isRepeated;
}

function partsVerdict(value: unknown, { object, list }: Accepted, { reader }: Value, depth: number): Verdict {
  if (typeof value !== 'object' || value === null) return true;
  const inside = (inner: unknown, schemas: readonly Raw[]): Verdict => fits(inner, reader.value(schemas), depth + 1);
  if (Array.isArray(value)) {
    const isUnread = list.contains.length + list.unevaluated.length > 0;
    return both([...value.map((item, index) => inside(item, list.at(index))), isUnread ? undefined : true]);
  }
  const isMissing = [...object.required].some((name) => !Object.hasOwn(value, name));
  const isUnread = [object.propertyNames, object.dependentRequired, object.dependentSchemas, object.unevaluated].some(
    (demands) => demands.length > 0,
  );
  return both([
    !isMissing,
    ...Object.entries(value).map(([name, inner]) => inside(inner, object.member(name))),
    isUnread ? undefined : true,
  ]);
}

function choicesVerdict(
  value: unknown,
  { choices, nots, conditions }: Accepted,
  { reader }: Value,
  depth: number,
): Verdict {
  const verdictOn = (schema: Raw): Verdict => fits(value, reader.value([schema]), depth + 1);
  const chosen = choices.map(({ kind, members }): Verdict => {
    const verdicts = members.map(verdictOn);
    const met = verdicts.filter((verdict) => verdict === true).length;
    const isKnown = !verdicts.includes(undefined);
    if (kind === 'anyOf') return met > 0 || (isKnown ? false : undefined);
    return met > 1 ? false : isKnown ? met === 1 : undefined;
  });
  const negated = nots.map((not): Verdict => {
    const verdict = verdictOn(not);
    return verdict === undefined ? undefined : !verdict;
  });
  const tested = conditions.map((condition): Verdict => {
    const test = verdictOn(condition.if);
    return test === undefined ? undefined : verdictOn(test ? condition.then : condition.else);
  });
  return both([...chosen, ...negated, ...tested]);
}

function both(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}
