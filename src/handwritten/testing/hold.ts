import { lostError } from './faults.js';

/** The requests that wait for an answer. Each ends by its signal, or with its simulator. */
export class Held {
  readonly #ends = new Set<() => void>();

  /** Waits for `work`, which may never end. Rejects with the reason of the signal, or as a connection that is lost. */
  until<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        this.#ends.delete(lose);
        signal?.removeEventListener('abort', abort);
      };
      const end = (reason: unknown): void => {
        settle();
        reject(reason);
      };
      const lose = (): void => end(lostError('ECONNRESET'));
      const abort = (): void => end(signal?.reason);
      this.#ends.add(lose);
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort, { once: true });
      work.then((value) => {
        settle();
        resolve(value);
      }, end);
    });
  }

  /** Loses the connection of each. */
  end(): void {
    for (const end of this.#ends) end();
  }
}
