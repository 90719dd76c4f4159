/** Invalid command line arguments: the CLI prints its usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
