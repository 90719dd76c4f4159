import { RuncrateError } from '../src/index.node.js';
import type { Exchange } from './capture.js';
import type { Performed } from './session.js';
import { NotRun, type Thing } from './step.js';

/** Something that the run has made, or may have made. */
export interface Made {
  readonly thing: Thing;
  /** Empty where the answer could not be understood. */
  readonly ids: readonly string[];
}

/** What the run has to delete. */
export class Ledger {
  readonly #name: string;
  readonly #entries = new Map<Thing, Made>();

  constructor(name: string) {
    this.#name = name;
  }

  /** Writes down what a call to make something has come to. */
  note(thing: Thing, { answer, error, exchanges }: Performed): void {
    if (isSurelyNothing(error, exchanges)) return;
    const { id } = (answer ?? {}) as { readonly id?: unknown };
    const ids = typeof id === 'string' && id !== '' ? [id] : idsIn(exchanges, this.#name);
    this.#entries.set(thing, { thing, ids });
  }

  /** Writes down what was found by its name later. */
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

/** Nothing was sent, or the server refused it. Whatever else went wrong, something may be there. */
function isSurelyNothing(error: unknown, exchanges: readonly Exchange[]): boolean {
  if (error === undefined) return false;
  if (error instanceof NotRun || exchanges.length === 0) return true;
  return error instanceof RuncrateError && !error.outcomeUnknown;
}

/** Ids in raw answers, of whatever has the name of this run. The name is unique, so nothing else can be meant. */
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
