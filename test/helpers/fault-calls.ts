import { cases, type Case, operationsById } from '../../generated/cases.js';
import type { Operation, RequestOptions } from '../../src/handwritten/core/operation/operation.js';
import type { Runcrate } from '../../src/index.node.js';

/** One generated operation, and how to call it. */
export interface FaultCall {
  readonly id: string;
  readonly example: Case;
  readonly operation: Operation;
  readonly call: (client: Runcrate, options?: RequestOptions) => Promise<unknown>;
}

/** Every generated operation: a new one is tested without a handwritten line. */
export const faultCalls: readonly FaultCall[] = Object.entries<Case>(cases).map(([id, example]) => ({
  id,
  example,
  operation: operationsById[id as keyof typeof operationsById],
  call: example.call,
}));

/** The calls with an event stream, read to its end. */
export const streamCalls: readonly FaultCall[] = faultCalls.flatMap((row) => {
  const { stream } = row.example;
  if (stream === undefined) return [];
  const { request } = row.example;
  const when = row.operation.answer.as === 'json' ? row.operation.answer.stream?.when : undefined;
  const example = {
    ...row.example,
    request: { ...request, body: { ...(request.body as object), [String(when)]: true } },
  };
  return [
    {
      ...row,
      example,
      id: `${row.id} as a stream`,
      call: async (client, options) => drain(await stream.call(client, options)),
    },
  ];
});

/** Reads any async iterable to the end. */
export async function drain(answer: unknown): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const item of answer as AsyncIterable<unknown>) found.push(item);
  return found;
}

/** Every operation with every row of a table. */
export function gridOf<Row extends { readonly name: string }>(
  calls: readonly FaultCall[],
  rows: readonly Row[],
): readonly (readonly [id: string, name: string, row: Row, subject: FaultCall])[] {
  return rows.flatMap((row) => calls.map((subject) => [subject.id, row.name, row, subject] as const));
}
