import { isRecord } from './fits.js';

/** A value in a path, by the rules of core/request/path.ts and core/request/styles.ts. */
export function pathValue(wire: string, value: unknown, write = 'pathList'): string {
  const key = `;${wire}=`;
  const [first, next] = startsOf[write] ?? (write === 'matrix' ? [key, ','] : [key, key]);
  if (Array.isArray(value)) return first + value.map(pathText).join(next);
  if (!isRecord(value) || write === 'pathJson') return first + pathText(value);
  const isExploded = write.startsWith('exploded');
  const fields = Object.entries(value).map(([name, inner]) =>
    [pathText(name), pathText(inner)].join(isExploded ? '=' : ','),
  );
  return write === 'explodedMatrix' ? `;${fields.join(';')}` : first + fields.join(next);
}

const startsOf: Readonly<Record<string, readonly [first: string, next: string]>> = {
  pathList: ['', ','],
  pathJson: ['', ','],
  explodedPath: ['', ','],
  label: ['.', ','],
  explodedLabel: ['.', '.'],
};

function pathText(value: unknown): string {
  return encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value));
}
