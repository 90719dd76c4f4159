/** An error and its causes. Bounded: causes can be circular. */
export function* causesOf(error: unknown): Generator<object> {
  for (let depth = 0; depth < 8 && typeof error === 'object' && error !== null; depth++) {
    yield error;
    error = (error as { readonly cause?: unknown }).cause;
  }
}
