import { isDeepStrictEqual } from 'node:util';
import { buildEach, Stop } from '../read/stop.js';
import { PathError, select, type Place } from './json-path.js';

type Json = Record<string, unknown>;

/** One correction, with its reason. */
interface Action {
  readonly target: string;
  /** The reason. */
  readonly description: string;
  readonly change:
    | { readonly kind: 'update'; readonly value: unknown }
    | { readonly kind: 'copy'; readonly source: string }
    | { readonly kind: 'remove' };
}

/** The corrected document. */
export interface Corrected {
  readonly document: unknown;
  /** Number of corrections. */
  readonly actions: number;
  /** Messages on corrections without effect: the vendor has made them. */
  readonly needless: readonly string[];
}

/**
 * Applies an OpenAPI Overlay 1.0 or 1.1 (https://spec.openapis.org/overlay/latest.html), more strictly than specified:
 * a target that matches nothing stops, so that no correction is lost, and each action needs a reason. `file` is the
 * filename of the overlay.
 */
export function applyOverlay(vendor: unknown, overlay: unknown, file: string): Corrected {
  const document = treeOf(vendor);
  const actions = actionsOf(overlay, file);
  const needless: string[] = [];
  // Each action applies to the result of the previous ones.
  buildEach(actions.entries(), ([index, action]) => {
    const before = structuredClone(document);
    applyAction(action, document, `${file}#/actions/${index}`);
    if (isDeepStrictEqual(before, document)) {
      needless.push(`${file}#/actions/${index} no longer changes anything: ${action.target} already has this value.`);
    }
  });
  return { document, actions: actions.length, needless };
}

/** A copy without shared parts: what is corrected at one alias of YAML stays as it is at the others. */
function treeOf(value: unknown, above: readonly object[] = []): unknown {
  // An alias inside of what it names has no end.
  if (typeof value !== 'object' || value === null || above.includes(value)) return value;
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item) => treeOf(item, inside));
  const copy: Json = {};
  for (const [key, inner] of Object.entries(value)) setOwn(copy, key, treeOf(inner, inside));
  return copy;
}

/** Also of the name `__proto__`. */
function setOwn(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function actionsOf(overlay: unknown, file: string): readonly Action[] {
  const { overlay: version, actions } = isObject(overlay) ? overlay : {};
  if (typeof version !== 'string' || !/^1\.[01](\.|$)/.test(version)) {
    throw new Stop(`${file}#/overlay`, 'This is not an OpenAPI Overlay 1.0 or 1.1.', 'Set `"overlay": "1.1.0"`.');
  }
  if (!Array.isArray(actions)) throw new Stop(`${file}#/actions`, '`actions` must be an array.', 'Add it.');
  const isFirst = version.startsWith('1.0');
  return buildEach((actions as readonly unknown[]).entries(), ([index, action]) =>
    checkAction(action, `${file}#/actions/${index}`, isFirst),
  );
}

function checkAction(action: unknown, pointer: string, isFirst: boolean): Action {
  const { target, description, update, copy, remove = false } = isObject(action) ? action : {};
  if (typeof target !== 'string') throw new Stop(pointer, 'The action has no target.', 'Add a `target` in JSONPath.');
  if (typeof description !== 'string' || description.trim() === '') {
    throw new Stop(pointer, 'The action has no reason.', 'Add the reason as its `description`.');
  }
  if (copy !== undefined && isFirst) {
    throw new Stop(pointer, '`copy` is of Overlay 1.1.', 'Set `"overlay": "1.1.0"` in the overlay.');
  }
  if (copy !== undefined && typeof copy !== 'string') {
    throw new Stop(`${pointer}/copy`, '`copy` must be a string.', 'Give it in JSONPath.');
  }
  if ([update !== undefined, copy !== undefined, remove === true].filter(Boolean).length !== 1) {
    const fix = 'Set one of `update`, `copy` and `remove: true`.';
    throw new Stop(pointer, 'The action must either update, copy or remove.', fix);
  }
  const reasoned = { target, description };
  if (remove === true) return { ...reasoned, change: { kind: 'remove' } };
  if (copy !== undefined) return { ...reasoned, change: { kind: 'copy', source: copy } };
  // In Overlay 1.0 an array is an item of the array that it is added to; in 1.1 its items are.
  return { ...reasoned, change: { kind: 'update', value: isFirst && Array.isArray(update) ? [update] : update } };
}

function applyAction({ target, description, change }: Action, document: unknown, pointer: string): void {
  const places = placesOf(document, target, `${pointer}/target`);
  if (places.length === 0) {
    const fix = 'If the vendor has corrected it, remove the action; if it has moved, correct the target.';
    throw new Stop(pointer, `The target ${target} matches nothing. The correction was: ${description}`, fix);
  }
  switch (change.kind) {
    case 'remove':
      for (const place of fromTheEnd(places)) removePlace(place, pointer);
      return;
    case 'copy':
      // Copied first: the value may contain its targets.
      for (const place of places) updatePlace(place, sourceOf(document, change.source, pointer), pointer);
      return;
    case 'update':
      for (const place of places) updatePlace(place, change.value, pointer);
  }
}

function sourceOf(document: unknown, path: string, pointer: string): unknown {
  const sources = placesOf(document, path, `${pointer}/copy`);
  const [source] = sources;
  if (source !== undefined && sources.length === 1) return structuredClone(source.value);
  const reason = `${path} selects ${sources.length} values; one is copied.`;
  throw new Stop(`${pointer}/copy`, reason, 'Correct the path of the value.');
}

function placesOf(document: unknown, path: string, pointer: string): readonly Place[] {
  try {
    return select(document, path);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    throw new Stop(pointer, error.message, "Use a query such as `$.paths.*.get.parameters[?@.name == 'limit']`.");
  }
}

/** The later items of a list first, so that the indexes of the others stay valid. */
function fromTheEnd(places: readonly Place[]): readonly Place[] {
  const indexOf = ({ key }: Place): number => (typeof key === 'number' ? key : -1);
  return places.toSorted((left, right) => indexOf(right) - indexOf(left));
}

function removePlace({ holder, key }: Place, pointer: string): void {
  if (holder === undefined) throw new Stop(pointer, "The whole document can't be removed.", 'Correct the target.');
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, String(key));
}

function updatePlace({ value, holder, key }: Place, update: unknown, pointer: string): void {
  if (Array.isArray(value)) {
    for (const item of Array.isArray(update) ? (update as readonly unknown[]) : [update]) addItem(value, item);
  } else if (isObject(value) && isObject(update)) {
    mergeInto(value, update);
  } else if (holder !== undefined && isPrimitive(value) && isPrimitive(update)) {
    setOwn(holder, String(key), update);
  } else {
    const reason =
      'An object can only be updated with an object, an array with items, and any other value with another.';
    throw new Stop(pointer, reason, 'Target the object or array that contains it.');
  }
}

/** Objects are merged, arrays are concatenated, and all other values are replaced. */
function mergeInto(target: Json, update: Json): void {
  for (const [key, value] of Object.entries(update)) {
    const own = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isObject(own) && isObject(value)) mergeInto(own, value);
    else if (Array.isArray(own) && Array.isArray(value)) for (const item of value) addItem(own, item);
    else setOwn(target, key, structuredClone(value));
  }
}

/** The array already contains the item: the vendor has made this correction. */
function addItem(list: unknown[], item: unknown): void {
  if (!list.some((other) => isDeepStrictEqual(other, item))) list.push(structuredClone(item));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPrimitive(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
