const maxLength = 200;

/** A path in a message. What is too long for one is most likely none, and perhaps a whole picture. */
export function quotePath(path: string): string {
  return path.length <= maxLength ? JSON.stringify(path) : `${JSON.stringify(path.slice(0, maxLength))}…`;
}
