import type { SchemaIssue } from './schema.js';

/** `items[0].price: Expected a number`, a line each. */
export function issuesText(issues: readonly SchemaIssue[]): string {
  return issues.map(({ path = [], message }) => `${pathText(path)}${message}`).join('\n');
}

function pathText(path: NonNullable<SchemaIssue['path']>): string {
  let text = '';
  for (const part of path) {
    const key = typeof part === 'object' ? part.key : part;
    text += typeof key === 'number' ? `[${key}]` : `${text && '.'}${String(key)}`;
  }
  return text && `${text}: `;
}
