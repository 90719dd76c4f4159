/** A reader that goes away, as in `| head`, must not end what has begun: a build, a server. */
export function outliveReader(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/** Prints the usage and ends, where that is what was asked for. */
export function helpOn(usage: string, args = process.argv.slice(2)): void {
  if (!args.some((arg) => arg === '--help' || arg === '-h')) return;
  console.log(usage);
  process.exit();
}
