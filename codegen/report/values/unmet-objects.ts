import type { Accepted } from './accepted.js';
import type { Assertions } from './assertions.js';
import type { ObjectPart } from './object-part.js';
import type { Question } from './question.js';
import { areUnevaluatedAlike } from './unmet-lists.js';

/** What a schema demands of objects that values of the other may not meet. */
export function unmetObjects(from: Accepted, to: Accepted, question: Question): readonly string[] {
  if (!from.types.has('object') || !to.types.has('object')) return [];
  const [own, wanted] = [from.object, to.object];
  const isMissing = [...wanted.required].some((name) => !own.required.has(name));
  return [
    ...(isMissing ? ['required'] : []),
    ...(areFieldsWithin(own, wanted, question) ? [] : ['properties']),
    ...([...wanted.patterns].every((pattern) => isPatternWithin(pattern, own, wanted, question))
      ? []
      : ['patternProperties']),
    ...(areOthersWithin(own, wanted, question) ? [] : ['additionalProperties']),
    ...unmetNames(own, wanted, question),
    ...unmetDependents(own, wanted, question),
    ...(areUnevaluatedAlike(own.unevaluated, wanted.unevaluated, question) ? [] : ['unevaluatedProperties']),
  ];
}

function areFieldsWithin(own: ObjectPart, wanted: ObjectPart, { source, target, isWithin }: Question): boolean {
  return [...new Set([...own.names, ...wanted.names])].every((name) => {
    if (own.hidden.has(name)) return true;
    return !wanted.hidden.has(name) && isWithin(source(...own.member(name)), target(...wanted.member(name)));
  });
}

function isPatternWithin(pattern: string, own: ObjectPart, wanted: ObjectPart, question: Question): boolean {
  const { source, target, isWithin } = question;
  const schemas = wanted.groups.flatMap(({ patterns }) => patterns.get(pattern) ?? []);
  return isWithin(source(...own.matching(pattern)), target(...schemas));
}

/** The fields that neither names; each group demands its own of those that match none of its patterns. */
function areOthersWithin(own: ObjectPart, wanted: ObjectPart, { source, target, isWithin }: Question): boolean {
  return wanted.groups.every(({ additional = true, patterns }) => {
    const apart = new Set(patterns.keys());
    if (isWithin(source(...own.rest(apart)), target(additional))) return true;
    return own.groups.some((group) => {
      const others = [...group.patterns].flatMap(([pattern, schema]) => (apart.has(pattern) ? [] : [schema]));
      return [...others, group.additional ?? true].every((schema) => isWithin(source(schema), target(additional)));
    });
  });
}

function unmetNames(
  own: ObjectPart,
  wanted: ObjectPart,
  { from, source, target, isWithin }: Question,
): readonly string[] {
  if (wanted.propertyNames.length === 0) return [];
  const known: Assertions = own.isClosed ? { enum: [...own.names] } : { type: 'string' };
  const names = source(from.reader.made(known), ...own.propertyNames);
  return isWithin(names, target(...wanted.propertyNames)) ? [] : ['propertyNames'];
}

function unmetDependents(own: ObjectPart, wanted: ObjectPart, question: Question): readonly string[] {
  const { from, source, target, isWithin } = question;
  const isAbsent = (name: string): boolean => own.hidden.has(name) || own.member(name).includes(false);
  const areRequired = wanted.dependentRequired.every(([name, others]) => {
    const known = own.dependentRequired.flatMap(([key, names]) => (key === name ? names : []));
    return isAbsent(name) || others.every((other) => own.required.has(other) || known.includes(other));
  });
  const areWithin = wanted.dependentSchemas.every(([name, schema]) => {
    const known = own.dependentSchemas.flatMap(([key, inner]) => (key === name ? [inner] : []));
    const isKnown = known.some((inner) => isWithin(source(inner), target(schema)));
    return isAbsent(name) || isKnown || isWithin(source(...from.schemas, ...known), target(schema));
  });
  return [...(areRequired ? [] : ['dependentRequired']), ...(areWithin ? [] : ['dependentSchemas'])];
}
