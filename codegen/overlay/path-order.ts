type Json = Readonly<Record<string, unknown>>;

/** The document with each path before the templates that match it too: a mock that takes the first match is right. */
export function withPathsInOrder(document: unknown): unknown {
  const { paths } = document as { readonly paths?: Json | null };
  if (typeof paths !== 'object' || paths === null) return document;
  const ordered: (readonly [string, unknown])[] = [];
  for (const entry of Object.entries(paths)) {
    const index = ordered.findIndex(([earlier]) => matches(earlier, entry[0]));
    ordered.splice(index === -1 ? ordered.length : index, 0, entry);
  }
  return { ...(document as Json), paths: Object.fromEntries(ordered) };
}

function matches(template: string, path: string): boolean {
  const [segments, others] = [template.split('/'), path.split('/')];
  return (
    segments.length === others.length &&
    segments.every((segment, index) => segment.startsWith('{') || segment === others[index])
  );
}
