import { isDeepStrictEqual } from 'node:util';
import { buildEach, Stop } from '../read/stop.js';
import { PathError, select, type Place } from './json-path.js';

type Json = Record<string, unknown>;

/** One correction, with its reason. */
interface Action {
  readonly target: string;
  /** The reason. */
  readonly description: string;
  readonly update?: unknown;
  readonly remove?: boolean;
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
 * Applies an OpenAPI Overlay 1.0 (https://spec.openapis.org/overlay/v1.0.0.html), more strictly than specified: a
 * target that matches nothing stops, so that no correction is lost, and each action needs a reason. `file` is the
 * filename of the overlay.
 */
export function applyOverlay(vendor: unknown, overlay: unknown, file: string): Corrected {
  const document: unknown = structuredClone(vendor);
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

function actionsOf(overlay: unknown, file: string): readonly Action[] {
  const { overlay: version, actions } = isObject(overlay) ? overlay : {};
  if (typeof version !== 'string' || !version.startsWith('1.0')) {
    throw new Stop(`${file}#/overlay`, 'This is not an OpenAPI Overlay 1.0.', 'Set `"overlay": "1.0.0"`.');
  }
  if (!Array.isArray(actions)) throw new Stop(`${file}#/actions`, '`actions` must be an array.', 'Add it.');
  return buildEach((actions as readonly unknown[]).entries(), ([index, action]) =>
    checkAction(action, `${file}#/actions/${index}`),
  );
}

function checkAction(action: unknown, pointer: string): Action {
  const { target, description, update, remove = false } = isObject(action) ? action : {};
  if (typeof target !== 'string') throw new Stop(pointer, 'The action has no target.', 'Add a `target` in JSONPath.');
  if (typeof description !== 'string' || description.trim() === '') {
    throw new Stop(pointer, 'The action has no reason.', 'Add the reason as its `description`.');
  }
  if ((update !== undefined) === (remove === true)) {
    throw new Stop(pointer, 'The action must either update or remove.', 'Set one of `update` and `remove: true`.');
  }
  return { target, description, update, remove: remove === true };
}

function applyAction({ target, description, update, remove }: Action, document: unknown, pointer: string): void {
  const places = placesOf(document, target, pointer);
  if (places.length === 0) {
    const fix = 'If the vendor has corrected it, remove the action; if it has moved, correct the target.';
    throw new Stop(pointer, `The target ${target} matches nothing. The correction was: ${description}`, fix);
  }
  // In reverse order, so that the indexes of a list stay valid.
  for (const place of places.toReversed()) {
    if (remove) removePlace(place, pointer);
    else updatePlace(place, update, pointer);
  }
}

function placesOf(document: unknown, target: string, pointer: string): readonly Place[] {
  try {
    return select(document, target);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    const fix = "Use names, indexes, wildcards, and filters such as `[?@.name == 'limit']`.";
    throw new Stop(`${pointer}/target`, error.message, fix);
  }
}

function removePlace({ holder, key }: Place, pointer: string): void {
  if (holder === undefined) throw new Stop(pointer, "The whole document can't be removed.", 'Correct the target.');
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, String(key));
}

function updatePlace({ value }: Place, update: unknown, pointer: string): void {
  if (Array.isArray(value)) {
    addItem(value, update);
  } else if (isObject(value) && isObject(update)) {
    mergeInto(value, update);
  } else {
    const fix = 'Target the object that contains it, or append a single item to an array.';
    throw new Stop(pointer, 'An object can only be updated with an object, and an array with an item.', fix);
  }
}

/** Objects are merged, arrays are concatenated, and all other values are replaced. */
function mergeInto(target: Json, update: Json): void {
  for (const [key, value] of Object.entries(update)) {
    const own = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isObject(own) && isObject(value)) mergeInto(own, value);
    else if (Array.isArray(own) && Array.isArray(value)) for (const item of value) addItem(own, item);
    else target[key] = structuredClone(value);
  }
}

/** The array already contains the item: the vendor has made this correction. */
function addItem(list: unknown[], item: unknown): void {
  if (!list.some((other) => isDeepStrictEqual(other, item))) list.push(structuredClone(item));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
