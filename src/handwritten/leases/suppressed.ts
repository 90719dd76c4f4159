/** What `SuppressedError` of ES2026 has. */
interface Suppressed extends Error {
  readonly error: unknown;
  readonly suppressed: unknown;
}

/**
 * The error of a release, with the one that it must not hide: as `await using` throws it, also where the class is
 * missing.
 */
export function suppressedError(error: unknown, suppressed: unknown): Suppressed {
  const { SuppressedError } = globalThis as {
    readonly SuppressedError?: new (error: unknown, suppressed: unknown, message: string) => Suppressed;
  };
  const message = 'An error was suppressed by the one of the release.';
  if (SuppressedError) return new SuppressedError(error, suppressed, message);
  const substitute = new Error(message);
  for (const [name, value] of Object.entries({ name: 'SuppressedError', error, suppressed })) {
    Object.defineProperty(substitute, name, { value, configurable: true, writable: true });
  }
  return substitute as Suppressed;
}
