import { publicName } from '../../config/names.js';
import type { Effect } from '../severity.js';
import type { Accepted, Choice } from './accepted.js';
import type { Raw } from './assertions.js';
import type { Sets } from './sets.js';
import type { Site } from './site.js';

/** A keyword by which the sets of values differ. */
export interface Difference {
  readonly site: Site;
  readonly keyword: string;
  readonly effect: Effect;
  readonly old: Accepted;
  readonly new: Accepted;
  /** The new or removed field. */
  readonly field?: string;
}

interface Found {
  readonly differences: readonly Difference[];
  /** The change is reported for a public type. */
  readonly isElsewhere: boolean;
}

const nothing: Found = { differences: [], isElsewhere: false };
const elsewhere: Found = { differences: [], isElsewhere: true };

/** All differences between the two sets of values, each at the innermost field or item that has it. */
export function differencesAt(site: Site, sets: Sets): readonly Difference[] {
  return found(site, sets, new Set()).differences;
}

function found(site: Site, sets: Sets, seen: Set<string>): Found {
  if (sets.isSame(site.old, site.new)) return nothing;
  const key = `${site.old.key} ${site.new.key}`;
  if (seen.has(key)) return elsewhere;
  seen.add(key);
  const { old, new: now, isReported } = sets.beside(site);
  const [narrower, wider] = [sets.unmet(old, now), sets.unmet(now, old)];
  const [before, after] = [old.reader.open(old), now.reader.open(now)];
  const parts = [...new Set([...narrower, ...wider])].map((keyword): Found => {
    const effect: Effect = !narrower.includes(keyword) ? 'wider' : wider.includes(keyword) ? 'other' : 'narrower';
    const own: Difference = { site, keyword, effect, old: before, new: after };
    const inside = insideOf(own, { ...site, old, new: now }, sets, seen);
    return inside.differences.length > 0 || inside.isElsewhere ? inside : { ...nothing, differences: [own] };
  });
  return {
    differences: parts.flatMap(({ differences }) => differences),
    isElsewhere: isReported || parts.some((part) => part.isElsewhere),
  };
}

/** The differences inside the values that a keyword describes. */
function insideOf(own: Difference, site: Site, sets: Sets, seen: Set<string>): Found {
  const { old, new: now } = own;
  const inner = (step: string, before: readonly Raw[], after: readonly Raw[]): Found =>
    found(sets.inside(site, step, before, after), sets, seen);
  switch (own.keyword) {
    case 'properties':
      return all(
        [...new Set([...old.object.names, ...now.object.names])].map((name) => member(name, own, site, inner)),
      );
    case 'required':
      return { ...nothing, differences: requiredNow(own, site, sets) };
    case 'additionalProperties': {
      const [before, after] = [old.object.rest(), now.object.rest()];
      return before.includes(false) || after.includes(false) ? nothing : inner('[key]', before, after);
    }
    case 'patternProperties': {
      const shared = [...now.object.patterns].filter((pattern) => old.object.patterns.has(pattern));
      if (shared.length < Math.max(now.object.patterns.size, old.object.patterns.size)) return nothing;
      const at = (pattern: string): Found =>
        inner(`[/${pattern}/]`, old.object.matching(pattern), now.object.matching(pattern));
      return all(shared.map(at));
    }
    case 'prefixItems': {
      const places = Array.from({ length: Math.max(old.list.places, now.list.places) }, (_, index) => index);
      return all(places.map((index) => inner(`[${index}]`, old.list.at(index), now.list.at(index))));
    }
    case 'items': {
      const [before, after] = [old.list.rest(), now.list.rest()];
      return before.includes(false) || after.includes(false) ? nothing : inner('[]', before, after);
    }
    case 'anyOf':
    case 'oneOf': {
      const [before, after] = [old.choices, now.choices].map((all) => all.filter(({ kind }) => kind === own.keyword));
      const members = pairedMembers(before ?? [], after ?? []);
      return all(members.map(([left, right]) => inner('', [left], [right])));
    }
    case 'discriminator': {
      const shared = [...now.heirs].flatMap(([value, heir]) => {
        const before = old.heirs.get(value);
        return before === undefined ? [] : [inner(` (${value})`, [before], [heir])];
      });
      return shared.length < Math.max(old.heirs.size, now.heirs.size) ? nothing : all(shared);
    }
  }
  return nothing;
}

/** The same variants in the same order; none if one is new or gone. */
function pairedMembers(old: readonly Choice[], now: readonly Choice[]): readonly (readonly [Raw, Raw])[] {
  const isSame = old.length === now.length && old.every((each, at) => each.members.length === now[at]?.members.length);
  const left = old.flatMap(({ members }) => members);
  const right = now.flatMap(({ members }) => members);
  return isSame ? left.map((member, index) => [member, right[index] ?? true] as const) : [];
}

type Inner = (step: string, before: readonly Raw[], after: readonly Raw[]) => Found;

/** A field that only one of them names is new or removed. */
function member(name: string, own: Difference, site: Site, inner: Inner): Found {
  const [before, after] = [own.old.object, own.new.object];
  const [isOld, isNew] = [before, after].map((object) => object.names.has(name) && !object.hidden.has(name));
  if (!isOld && !isNew) return nothing;
  const step = `.${publicName(name)}`;
  if (isOld && isNew) return inner(step, before.member(name), after.member(name));
  const effect: Effect = isNew && !after.required.has(name) ? 'wider' : 'narrower';
  const place = { ...site, where: site.where + step };
  const renamed = isNew ? [] : [...after.names].filter((other) => publicName(other) === publicName(name));
  const kept = renamed.map((other) => inner(step, before.member(name), after.member(other)));
  const field = { ...nothing, differences: [{ ...own, site: place, effect, field: name }] };
  return all([...kept, field]);
}

function requiredNow(own: Difference, site: Site, sets: Sets): readonly Difference[] {
  const [before, after] = [own.old.object, own.new.object];
  const names = [...new Set([...before.required, ...after.required])];
  const changed = names.filter((name) => before.required.has(name) !== after.required.has(name));
  return changed.map((name): Difference => {
    const place = sets.inside(site, `.${publicName(name)}`, before.member(name), after.member(name));
    return { ...own, site: place, effect: after.required.has(name) ? 'narrower' : 'wider', field: name };
  });
}

function all(parts: readonly Found[]): Found {
  return {
    differences: parts.flatMap(({ differences }) => differences),
    isElsewhere: parts.some(({ isElsewhere }) => isElsewhere),
  };
}
