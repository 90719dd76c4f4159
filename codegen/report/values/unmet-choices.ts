import type { Accepted, Choice, Condition } from './accepted.js';
import type { Assertions, Raw } from './assertions.js';
import { areDisjoint } from './disjoint.js';
import type { Question } from './question.js';

/** The choices, negations and conditions that values of the one set may not meet. */
export function unmetChoices(from: Accepted, to: Accepted, question: Question): readonly string[] {
  const { source, target, isWithin, from: value } = question;
  const isExcluded = (not: Raw): boolean =>
    from.nots.some((own) => isWithin(target(not), source(own))) || areDisjoint(value, target(not));
  const heirs = [...to.heirs].filter(([name, heir]) => {
    const own = from.heirs.get(name);
    return own === undefined || !isWithin(source(own), target(heir));
  });
  return [
    ...to.choices.filter((choice) => !isChoiceMet(choice, from, question)).map(({ kind }) => kind),
    ...(to.nots.every(isExcluded) ? [] : ['not']),
    ...(to.conditions.every((condition) => isConditionMet(condition, from, question)) ? [] : ['if']),
    ...(heirs.length > 0 ? ['discriminator'] : []),
  ];
}

function isChoiceMet(choice: Choice, from: Accepted, question: Question): boolean {
  const isAlternative =
    choice.kind === 'anyOf' || areAlternatives(choice.members.map((member) => question.target(member)));
  if (isAlternative)
    return casesOf(from, question).some((cases) => cases.every((each) => isOneOf(each, choice, question)));
  return from.choices.some((own) => isSameChoice(own, choice, question));
}

/** Ways to see the values as several smaller sets, each of which must fit. */
function casesOf({ choices, types, values }: Accepted, { from, source }: Question) {
  const own = (schema: Raw) => source(...from.schemas, schema);
  const made = (schema: Assertions) => own(from.reader.made(schema));
  return [
    [from],
    ...choices.map(({ members }) => members.map((member) => source(member))),
    ...from.reader.cases(from),
    ...(types.size > 1 ? [[...types].map((type) => made({ type }))] : []),
    ...(values && values.length > 1 ? [values.map((value) => made({ enum: [value] }))] : []),
  ];
}

function isOneOf(value: Question['from'], { members }: Choice, { target, isWithin }: Question): boolean {
  return members.some((member) => isWithin(value, target(member)));
}

/** A value can fit at most one of them, so that `oneOf` is `anyOf`. */
function areAlternatives(members: readonly Question['from'][]): boolean {
  return members.every((left, index) => members.slice(index + 1).every((right) => areDisjoint(left, right)));
}

function isSameChoice(own: Choice, wanted: Choice, { source, target, isWithin }: Question): boolean {
  if (own.kind !== 'oneOf' || own.members.length !== wanted.members.length) return false;
  const left = [...own.members];
  return wanted.members.every((member) => {
    const index = left.findIndex(
      (each) => isWithin(source(each), target(member)) && isWithin(target(member), source(each)),
    );
    if (index !== -1) left.splice(index, 1);
    return index !== -1;
  });
}

function isConditionMet(wanted: Condition, from: Accepted, question: Question): boolean {
  const { source, target, isWithin, from: value } = question;
  const isSame = ({ if: test, then, else: other }: Condition): boolean =>
    isWithin(source(test), target(wanted.if)) &&
    isWithin(target(wanted.if), source(test)) &&
    isWithin(source(then), target(wanted.then)) &&
    isWithin(source(other), target(wanted.else));
  const isThen = isWithin(value, target(wanted.then)) || areDisjoint(value, target(wanted.if));
  const isElse = isWithin(value, target(wanted.else)) || isWithin(value, target(wanted.if));
  return from.conditions.some(isSame) || (isThen && isElse);
}
