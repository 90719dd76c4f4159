/** The last part of a path, of this system or another. */
export function lastSegment(path: string): string {
  return path.replace(/^.*[\\/]/s, '');
}

/** The name of a File, or of the file that a Node stream reads. */
export function nameOf(value: object): string | undefined {
  const { name, path } = value as { readonly name?: unknown; readonly path?: unknown };
  const known = name || path;
  return typeof known === 'string' ? lastSegment(known) : undefined;
}

/** The media type for the extension of a file name. */
export function typeByName(name: string): string {
  return typeByExtension.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream';
}

/** A file name with the extension for a type; for an unknown type, the name that the published SDK sends. */
export function nameByType(givenType: string): string {
  const [type] = givenType.split(';');
  const [extension] = [...typeByExtension].find(([, value]) => value === type) ?? ['wav'];
  return `audio.${extension}`;
}

/** For each type, its usual extension comes first. */
const typeByExtension: ReadonlyMap<string, string> = new Map([
  ['flac', 'audio/flac'],
  ['m4a', 'audio/mp4'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['mpeg', 'audio/mpeg'],
  ['mpga', 'audio/mpeg'],
  ['ogg', 'audio/ogg'],
  ['oga', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['wav', 'audio/wav'],
  ['webm', 'audio/webm'],
]);
