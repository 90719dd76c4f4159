/** The command line was not understood: the usage is the answer. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
