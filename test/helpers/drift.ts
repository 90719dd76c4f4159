import type { OperationId } from '../../generated/cases.js';
import type { Drift } from './deployment.js';
import type { Answer, Reply } from './loopback-server.js';

/** A change of the documented response. */
export type Change = (documented: Answer) => Answer | Reply;

/** A deployment in which one operation, or some, have drifted. */
export function driftOf(drifting: OperationId | readonly OperationId[], change: Change): Drift {
  return ({ id, answer }) => ([drifting].flat().includes(id) ? change(answer) : answer);
}

/** The body has another value at a JSON pointer; a field that does not exist is added. */
export function set(pointer: string, value: unknown): (documented: Answer) => Answer {
  return edit(pointer, (parent, key) => {
    parent[key] = value;
  });
}

export function drop(pointer: string): (documented: Answer) => Answer {
  return edit(pointer, (parent, key) => {
    Reflect.deleteProperty(parent, key);
  });
}

export function rename(pointer: string, name: string): (documented: Answer) => Answer {
  return edit(pointer, (parent, key) => {
    parent[name] = parent[key];
    Reflect.deleteProperty(parent, key);
  });
}

/** The envelope is missing. */
export function unwrap(documented: Answer): Answer {
  return { ...documented, body: (documented.body as { readonly data: unknown }).data };
}

type Fields = Record<string, unknown>;

function edit(pointer: string, change: (parent: Fields, key: string) => void): (documented: Answer) => Answer {
  return (documented) => {
    const body = structuredClone(documented.body) as Fields;
    const keys = pointer.split('/').slice(1);
    const last = keys.pop() ?? '';
    change(
      keys.reduce((parent, key) => parent[key] as Fields, body),
      last,
    );
    return { ...documented, body };
  };
}
