import type { Accepted } from './accepted.js';
import type { Contained, ListPart } from './list-part.js';
import type { Question } from './question.js';
import type { Unevaluated } from './unevaluated.js';

/** What a schema demands of arrays that values of the other may not meet. */
export function unmetLists(from: Accepted, to: Accepted, question: Question): readonly string[] {
  if (!from.types.has('array') || !to.types.has('array')) return [];
  const [own, wanted] = [from.list, to.list];
  const { source, target, isWithin } = question;
  const { maxItems = Infinity, minItems = 0 } = from.limits.lengths;
  const places = Array.from({ length: Math.min(maxItems, Math.max(own.places, wanted.places)) }, (_, index) => index);
  const isPlaceWithin = (index: number): boolean => isWithin(source(...own.at(index)), target(...wanted.at(index)));
  const hasRest = maxItems > places.length;
  return [
    ...(places.every(isPlaceWithin) ? [] : ['prefixItems']),
    ...(!hasRest || isWithin(source(...own.rest()), target(...wanted.rest())) ? [] : ['items']),
    ...(wanted.contains.every((each) => isContained(each, own, minItems, question)) ? [] : ['contains']),
    ...(areUnevaluatedAlike(own.unevaluated, wanted.unevaluated, question) ? [] : ['unevaluatedItems']),
  ];
}

function isContained(wanted: Contained, own: ListPart, minItems: number, question: Question): boolean {
  const { source, target, isWithin } = question;
  const isKnown = own.contains.some(
    ({ schema, least }) => least >= wanted.least && isWithin(source(schema), target(wanted.schema)),
  );
  const all = [...Array.from({ length: own.places }, (_, index) => own.at(index)), own.rest()];
  const isEach = minItems >= wanted.least && all.every((item) => isWithin(source(...item), target(wanted.schema)));
  const isLimited = own.contains.some(
    ({ schema, most }) => most <= wanted.most && isWithin(target(wanted.schema), source(schema)),
  );
  return (wanted.least === 0 || isKnown || isEach) && (wanted.most === Infinity || isLimited);
}

/** The same keywords evaluate, and less is left to the others. */
export function areUnevaluatedAlike(
  own: readonly Unevaluated[],
  wanted: readonly Unevaluated[],
  { source, target, isWithin }: Question,
): boolean {
  return wanted.every(({ schema, beside }) =>
    own.some((known) => known.beside === beside && isWithin(source(known.schema), target(schema))),
  );
}
