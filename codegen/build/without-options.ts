import type { NamedType, TypeNode } from './type-node.js';

/** What keeps request options out of parameters: `timeout` would be meant for the call. One that the document names stays. */
export function withoutOptions(fields: readonly { readonly name: string }[]): readonly TypeNode[] {
  const own = fields.map(({ name }) => name).filter((name) => optionNames.has(name));
  const none: NamedType = { kind: 'named', name: 'NoRequestOptions', from: 'operation' };
  if (own.length === 0) return [none];
  const names: TypeNode = { kind: 'union', members: own.map((value) => ({ kind: 'literal', value })) };
  return [{ kind: 'named', name: 'Omit', of: [none, names] }];
}

/** As `RequestOptions` in core/operation/operation.ts has them. */
const optionNames: ReadonlySet<string> = new Set(
  'signal timeout maxRetries headers environment idempotencyKey extraQuery extraBody priority onResponse'.split(' '),
);
