import { textOf, type Assertions } from './assertions.js';
import { Constraints, isMultiple, lengthNames, textNames, type Bound, type TextName } from './constraints.js';

/** The limits of all parts together. */
export function constraintsOf(parts: readonly Assertions[]): Constraints {
  const declared = parts.flatMap(({ multipleOf }) => multipleOf ?? []);
  const isWhole = parts.some(isInteger) || declared.some(Number.isInteger);
  const ends = [
    ['minimum', strictest(parts, 'minimum', isWhole)],
    ['maximum', strictest(parts, 'maximum', isWhole)],
  ] as const;
  const ownLengths = lengthNames.flatMap((name) => {
    const limits = parts.flatMap((part) => part[name] ?? []);
    const limit = name.startsWith('min') ? Math.max(0, ...limits) : Math.min(Infinity, ...limits);
    return limit === 0 && name.startsWith('min') ? [] : limit === Infinity ? [] : [[name, limit] as const];
  });
  return new Constraints(
    isWhole,
    Object.fromEntries(ends.filter(([, end]) => end)),
    Object.fromEntries(ownLengths),
    withoutImplied(declared, isWhole),
    Object.fromEntries(textNames.map((name) => [name, textsIn(parts, name)])) as Record<TextName, readonly string[]>,
    parts.some(({ uniqueItems }) => uniqueItems === true),
  );
}

/** Of integers, `exclusiveMinimum: 0` is `minimum: 1`. */
function strictest(parts: readonly Assertions[], side: 'minimum' | 'maximum', isWhole: boolean): Bound | undefined {
  const isLower = side === 'minimum';
  const exclusive = isLower ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const bounds = parts.flatMap((part): Bound[] => [
    ...(part[side] === undefined ? [] : [{ at: part[side], isOpen: false }]),
    ...(typeof part[exclusive] === 'number' ? [{ at: part[exclusive], isOpen: true }] : []),
  ]);
  const closed = bounds.map((bound) => (isWhole ? wholeEnd(bound, isLower) : bound));
  const order = closed.toSorted(
    (left, right) => (isLower ? right.at - left.at : left.at - right.at) || Number(right.isOpen) - Number(left.isOpen),
  );
  return order[0];
}

function wholeEnd({ at, isOpen }: Bound, isLower: boolean): Bound {
  if (isLower) return { at: isOpen ? Math.floor(at) + 1 : Math.ceil(at), isOpen: false };
  return { at: isOpen ? Math.ceil(at) - 1 : Math.floor(at), isOpen: false };
}

function isInteger({ type }: Assertions): boolean {
  const types = [type ?? []].flat();
  return types.includes('integer') && !types.includes('number');
}

/** A multiple of 4 is one of 2, an integer is one of 0.5. */
function withoutImplied(multiples: readonly number[], isWhole: boolean): readonly number[] {
  const distinct = [...new Set(multiples)].toSorted((left, right) => left - right);
  return distinct.filter((multiple) => {
    const others = [...distinct.filter((other) => other !== multiple), ...(isWhole ? [1] : [])];
    return (multiple !== 1 || !isWhole) && !others.some((other) => isMultiple(other, multiple));
  });
}

function textsIn(parts: readonly Assertions[], name: TextName): readonly string[] {
  const found = parts
    .flatMap((part) => part[name] ?? [])
    .map((text) => (typeof text === 'string' ? text : textOf(text)));
  return [...new Set(found)].toSorted();
}
