import type { TypeNode } from '../build/type-node.js';
import type { CallEntry, Edition, TypeEntry } from './edition.js';

/** Both documents, and the mapping between their parts. */
export interface Pair {
  readonly old: Edition;
  readonly new: Edition;
  readonly calls: Matches<CallEntry>;
  readonly types: Matches<TypeEntry>;
}

export interface Matches<Entry> {
  readonly both: readonly { readonly old: Entry; readonly new: Entry }[];
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
}

export function pairOf(old: Edition, now: Edition): Pair {
  return {
    old,
    new: now,
    calls: matched(old.calls, now.calls, [
      ({ operation }) => operation.id,
      ({ operation }) => `${operation.method} ${operation.path}`,
    ]),
    types: matched(
      [...old.types.values()],
      [...now.types.values()],
      [
        ({ model, identity }) => `${model.name} ${identity.replace(/ (request|answer)$/, '')}`,
        // A name that is that of another schema now has moved.
        ({ identity }) => identity,
        ({ model }) => model.name,
      ],
    ),
  };
}

/** Matches by the first key, then matches the rest by the next key. */
function matched<Entry extends object>(
  old: readonly Entry[],
  now: readonly Entry[],
  keys: readonly ((entry: Entry) => string)[],
): Matches<Entry> {
  const [keyOf, ...others] = keys;
  if (!keyOf) return { both: [], added: now, removed: old };
  const byKey = new Map(now.map((entry) => [keyOf(entry), entry]));
  const both = old.flatMap((entry) => {
    const match = byKey.get(keyOf(entry));
    return match ? [{ old: entry, new: match }] : [];
  });
  const [foundOld, foundNew] = [new Set(both.map((match) => match.old)), new Set(both.map((match) => match.new))];
  const rest = matched(
    old.filter((entry) => !foundOld.has(entry)),
    now.filter((entry) => !foundNew.has(entry)),
    others,
  );
  return { ...rest, both: [...both, ...rest.both] };
}

/** The public name in the new document of a type of the old one. */
export function nameNow(name: string, { types }: Pair): string {
  return types.both.find(({ old }) => old.model.name === name)?.new.model.name ?? name;
}

/** The identity of a type, to find its counterpart in the other document. */
export function kindOf(type: TypeNode, document: 'old' | 'new', pair: Pair): string {
  switch (type.kind) {
    case 'named':
      return type.from === 'types' && document === 'old' ? `named ${nameNow(type.name, pair)}` : `named ${type.name}`;
    case 'keyword':
      return type.name;
    case 'literal':
    case 'pattern':
    case 'other':
    case 'list':
    case 'object':
    case 'union':
    case 'intersection':
      return type.kind;
  }
}
