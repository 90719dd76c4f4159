import { RuncrateError } from '../src/index.node.js';
import type { Exchange } from './capture.js';
import type { Performed } from './session.js';
import { NotRun, type Thing } from './step.js';

/** A resource that the run created, or may have created. */
export interface Made {
  readonly thing: Thing;
  /** Empty if the response could not be decoded. */
  readonly ids: readonly string[];
}

/** The resources that the run has to delete. */
export class Ledger {
  readonly #name: string;
  readonly #entries = new Map<Thing, Made>();

  constructor(name: string) {
    this.#name = name;
  }

  /** Records the outcome of a call that creates a resource. */
  note(thing: Thing, { answer, error, exchanges }: Performed): void {
    if (isSurelyNothing(error, exchanges)) return;
    const { id } = (answer ?? {}) as { readonly id?: unknown };
    const ids = typeof id === 'string' && id !== '' ? [id] : idsIn(exchanges, this.#name);
    this.#entries.set(thing, { thing, ids });
  }

  /** Records the ids that were found by name later. */
  noteFound(thing: Thing, ids: readonly string[]): void {
    this.#entries.set(thing, { thing, ids });
  }

  entryOf(thing: Thing): Made | undefined {
    return this.#entries.get(thing);
  }

  idOf(thing: Thing): string | undefined {
    return this.#entries.get(thing)?.ids[0];
  }
}

/** No request was sent, or the server rejected it. After any other error the resource may exist. */
function isSurelyNothing(error: unknown, exchanges: readonly Exchange[]): boolean {
  if (error === undefined) return false;
  if (error instanceof NotRun || exchanges.length === 0) return true;
  return error instanceof RuncrateError && !error.outcomeUnknown;
}

/** The ids of all objects in the raw responses that have the name of this run. The name is unique. */
export function idsIn(exchanges: readonly Exchange[], name: string): string[] {
  const ids = exchanges.flatMap(({ answer }) => {
    try {
      return [...namedIds(JSON.parse(answer?.text ?? 'null'), name)];
    } catch {
      return [];
    }
  });
  return [...new Set(ids)];
}

function* namedIds(value: unknown, runName: string): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { id, name } = value as { readonly id?: unknown; readonly name?: unknown };
  if (typeof id === 'string' && id !== '' && typeof name === 'string' && name.startsWith(runName)) yield id;
  for (const inner of Object.values(value)) yield* namedIds(inner, runName);
}
