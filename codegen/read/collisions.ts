import { Stop } from './stop.js';

/** Two parts of the document that would have the same name. */
export interface Collision {
  /** For a document whose names are public: somebody has to decide. */
  readonly stop: Stop;
  /** What is generated instead, for the output. */
  readonly note: string;
}

/** The collisions of one run, each once. */
export class Collisions {
  readonly #byMessage = new Map<string, Collision>();

  /** `outcome`: what is generated, as the end of a sentence. */
  add({ pointer, reason, fix }: Pick<Stop, 'pointer' | 'reason' | 'fix'>, outcome: string): void {
    const note = `names: ${pointer}: ${reason.replace(/\.$/, '')}; ${outcome}.`;
    const stop = new Stop(pointer, reason, fix);
    this.#byMessage.set(stop.message, { stop, note });
  }

  /** In the order of their places, which is that of no list in the document. */
  get all(): readonly Collision[] {
    return [...this.#byMessage].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, own]) => own);
  }
}
