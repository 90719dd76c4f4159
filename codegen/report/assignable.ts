import type { Member, ObjectType, TypeNode } from '../build/type-node.js';
import { objectOf } from './members.js';
import { kindOf, type Pair } from './pair.js';
import type { Effect } from './severity.js';
import type { Direction } from '../shape/usage.js';
import { alternativesOf } from './union.js';

/** How the set of values that a type accepts or returns changed. */
export function effectOf(old: TypeNode, now: TypeNode, direction: Direction, pair: Pair): Effect {
  const isExact = direction === 'request';
  const forward = new Assignability({ from: 'old', to: 'new', isExact }, pair).holds(old, now);
  const back = new Assignability({ from: 'new', to: 'old', isExact }, pair).holds(now, old);
  if (forward) return back ? 'same' : 'wider';
  return back ? 'narrower' : 'other';
}

type ListType = Extract<TypeNode, { kind: 'list' }>;

interface Way {
  readonly from: 'old' | 'new';
  readonly to: 'old' | 'new';
  /** An undeclared field is rejected, as in an object literal in a call. */
  readonly isExact: boolean;
}

/** Whether a value of a type in one document is assignable to a type in the other, as in TypeScript. */
class Assignability {
  /** Pairs of type names under comparison. A recursive pair is assumed to be assignable while it is compared. */
  readonly #known = new Map<string, boolean>();

  constructor(
    readonly way: Way,
    readonly pair: Pair,
  ) {}

  holds(from: TypeNode, to: TypeNode): boolean {
    const targets = alternativesIn(to);
    return alternativesIn(from).every((member) => targets.some((target) => this.#single(member, target)));
  }

  #single(from: TypeNode, to: TypeNode): boolean {
    if (isKeyword(to, 'unknown') || isKeyword(from, 'never')) return true;
    // An image may be passed as a string, among others.
    if (to.kind === 'named' && to.name === 'ImageInput' && isOf(from, 'string')) return true;
    if (this.#isSameName(from, to)) return this.#arguments(from, to);
    const [source, target] = [this.#opened(from, this.way.from), this.#opened(to, this.way.to)];
    if (source !== from || target !== to) return this.#named(`${nameOf(from)} ${nameOf(to)}`, source, target);
    if (isKeyword(to, 'object')) return ['object', 'list', 'named'].includes(from.kind) || isKeyword(from, 'object');
    if (from.kind === 'pattern') return to.kind === 'pattern' ? to.name === from.name : isOf(to, 'string');
    if (from.kind === 'literal') return to.kind === 'literal' ? to.value === from.value : isOf(to, typeof from.value);
    if (from.kind === 'list') return to.kind === 'list' && this.#list(from, to);
    if (from.kind === 'object') return to.kind === 'object' && this.#object(from, to);
    return (from.kind === 'keyword' || from.kind === 'other') && isOf(to, from.name);
  }

  /** Differences between two types of the same name are reported for the type itself. */
  #isSameName(from: TypeNode, to: TypeNode): boolean {
    if (from.kind !== 'named' || to.kind !== 'named') return false;
    return kindOf(from, this.way.from, this.pair) === kindOf(to, this.way.to, this.pair);
  }

  #arguments(from: TypeNode, to: TypeNode): boolean {
    const [left, right] = [from, to].map((type) => (type.kind === 'named' ? (type.of ?? []) : []));
    return (left ?? []).every((type, index) =>
      this.holds(type, right?.[index] ?? { kind: 'keyword', name: 'unknown' }),
    );
  }

  #named(names: string, from: TypeNode, to: TypeNode): boolean {
    const known = this.#known.get(names);
    if (known !== undefined) return known;
    this.#known.set(names, true);
    const isHeld = this.holds(from, to);
    this.#known.set(names, isHeld);
    return isHeld;
  }

  #list(from: ListType, to: ListType): boolean {
    const [places, wanted] = [from.first ?? [], to.first ?? []];
    if ((from.readonly && !to.readonly) || places.length < wanted.length) return false;
    const areInPlace = places.every((type, index) => this.holds(type, wanted[index] ?? to.items));
    return areInPlace && this.holds(from.items, to.items);
  }

  #object(from: ObjectType, to: ObjectType): boolean {
    const rest = from.members.filter(({ name }) => to.members.every((member) => member.name !== name));
    const extra = [...rest.map(({ type }) => type), ...(from.index ? [from.index] : [])];
    if (!to.index && this.way.isExact && extra.length > 0) return false;
    const { index } = to;
    if (index && !extra.every((type) => this.holds(type, index))) return false;
    return to.members.every((member) => {
      const own = from.members.find(({ name }) => name === member.name);
      if (!own) return member.isOptional && (this.way.isExact || this.#isAmongExtras(member, from));
      return (member.isOptional || !own.isOptional) && this.holds(own.type, member.type);
    });
  }

  /** A field that a response type does not declare can't be read, even if it was optional before. */
  #isAmongExtras({ type }: Member, { index }: ObjectType): boolean {
    return index !== undefined && this.holds(index, type);
  }

  /** The type behind a name or an intersection; the type itself, if nothing is known about it. */
  #opened(type: TypeNode, document: 'old' | 'new'): TypeNode {
    if (type.kind !== 'named' && type.kind !== 'intersection') return type;
    const edition = this.pair[document];
    const alias = type.kind === 'named' && type.from === 'types' ? edition.types.get(type.name)?.model.type : undefined;
    return objectOf(type, edition) ?? alias ?? type;
  }
}

function alternativesIn(type: TypeNode): readonly TypeNode[] {
  return alternativesOf(type).flatMap((member): readonly TypeNode[] => {
    if (isKeyword(member, 'undefined')) return [];
    return isKeyword(member, 'boolean') ? [true, false].map((value) => ({ kind: 'literal', value })) : [member];
  });
}

function isKeyword(type: TypeNode, name: string): boolean {
  return type.kind === 'keyword' && type.name === name;
}

function isOf(type: TypeNode, primitive: string): boolean {
  return (type.kind === 'keyword' || type.kind === 'other') && type.name === primitive;
}

function nameOf(type: TypeNode): string {
  return type.kind === 'named' ? type.name : JSON.stringify(type);
}
