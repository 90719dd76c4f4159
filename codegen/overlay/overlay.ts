import { isDeepStrictEqual } from 'node:util';
import { buildEach, Stop } from '../read/stop.js';
import { PathError, select, type Place } from './json-path.js';

type Json = Record<string, unknown>;

/** One correction, and why it is one. */
interface Action {
  readonly target: string;
  /** The reason. */
  readonly description: string;
  readonly update?: unknown;
  readonly remove?: boolean;
}

/** A document with the corrections made. */
export interface Corrected {
  readonly document: unknown;
  /** How many corrections there are. */
  readonly actions: number;
  /** Corrections that changed nothing, in words: the vendor has made them. */
  readonly needless: readonly string[];
}

/**
 * Applies an OpenAPI Overlay 1.0 (https://spec.openapis.org/overlay/v1.0.0.html), more strictly than it says: a target
 * that selects nothing stops, so that no correction is lost, and each action has its reason. `file` names the overlay.
 */
export function applyOverlay(vendor: unknown, overlay: unknown, file: string): Corrected {
  const document: unknown = structuredClone(vendor);
  const actions = actionsOf(overlay, file);
  const needless: string[] = [];
  // Each one works on what those before it have left.
  buildEach(actions.entries(), ([index, action]) => {
    const before = structuredClone(document);
    applyAction(action, document, `${file}#/actions/${index}`);
    if (isDeepStrictEqual(before, document)) {
      needless.push(`${file}#/actions/${index} changes nothing any more: ${action.target} already says so.`);
    }
  });
  return { document, actions: actions.length, needless };
}

function actionsOf(overlay: unknown, file: string): readonly Action[] {
  const { overlay: version, actions } = isObject(overlay) ? overlay : {};
  if (typeof version !== 'string' || !version.startsWith('1.0')) {
    throw new Stop(`${file}#/overlay`, 'This is no OpenAPI Overlay 1.0.', 'Begin it with `"overlay": "1.0.0"`.');
  }
  if (!Array.isArray(actions)) throw new Stop(`${file}#/actions`, 'There is no list of actions.', 'Add it.');
  return buildEach((actions as readonly unknown[]).entries(), ([index, action]) =>
    checkAction(action, `${file}#/actions/${index}`),
  );
}

function checkAction(action: unknown, pointer: string): Action {
  const { target, description, update, remove = false } = isObject(action) ? action : {};
  if (typeof target !== 'string') throw new Stop(pointer, 'The action has no target.', 'Add it, as a JSONPath.');
  if (typeof description !== 'string' || description.trim() === '') {
    throw new Stop(pointer, 'The action does not say why it is there.', 'Give the reason in its `description`.');
  }
  if ((update !== undefined) === (remove === true)) {
    throw new Stop(pointer, 'The action must either update or remove.', 'Give one of `update` and `remove: true`.');
  }
  return { target, description, update, remove: remove === true };
}

function applyAction({ target, description, update, remove }: Action, document: unknown, pointer: string): void {
  const places = placesOf(document, target, pointer);
  if (places.length === 0) {
    const fix = 'If the vendor has corrected it, remove the action; if it has moved, correct the target.';
    throw new Stop(pointer, `The target ${target} has vanished. The correction was: ${description}`, fix);
  }
  // From the end, so that places in a list stay where they are.
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
    const fix = 'Name the object that holds it; a list is given one item.';
    throw new Stop(pointer, 'Only an object can be updated by an object, and a list by an item.', fix);
  }
}

/** Objects become one, lists are joined, and everything else is replaced. */
function mergeInto(target: Json, update: Json): void {
  for (const [key, value] of Object.entries(update)) {
    const own = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isObject(own) && isObject(value)) mergeInto(own, value);
    else if (Array.isArray(own) && Array.isArray(value)) for (const item of value) addItem(own, item);
    else target[key] = structuredClone(value);
  }
}

/** An item that is there already is a correction that the vendor has made. */
function addItem(list: unknown[], item: unknown): void {
  if (!list.some((other) => isDeepStrictEqual(other, item))) list.push(structuredClone(item));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
