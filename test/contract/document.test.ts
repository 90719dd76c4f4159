import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { paths } = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, unknown>>;
};

test('a path stands before every template that matches it too, for a mock that takes the first match', () => {
  const names = Object.keys(paths);
  const late = names.flatMap((path, index) =>
    names
      .slice(0, index)
      .flatMap((earlier) => (matches(earlier, path) ? [`${path} must stand before ${earlier}`] : [])),
  );
  expect(late).toEqual([]);
});

function matches(template: string, path: string): boolean {
  const [segments, others] = [template.split('/'), path.split('/')];
  return (
    segments.length === others.length &&
    segments.every((segment, index) => segment.startsWith('{') || segment === others[index])
  );
}
