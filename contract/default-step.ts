import { operationsById, type OperationId } from '../generated/cases.js';
import type { Operation } from '../src/handwritten/core/operation/operation.js';
import { plan } from './plan.js';
import { NotRun, type Step } from './step.js';

/** Every operation as a plain record: the default step also applies to operations that are added later. */
const operations = operationsById as Readonly<Record<string, Operation>>;
const planned: Readonly<Record<string, Step>> = plan;

/** The steps of all operations, in the order of the document, and the operations that the plan does not name. */
export interface Steps {
  readonly steps: ReadonlyMap<OperationId, Step>;
  readonly defaulted: readonly OperationId[];
}

/** A new operation of `npm run generate` is called if it only reads. Any other is not run until the plan names it. */
export function allSteps(): Steps {
  const ids = Object.keys(operations) as OperationId[];
  return {
    steps: new Map(ids.map((id) => [id, planned[id] ?? defaultStep(operations[id] as Operation)])),
    defaulted: ids.filter((id) => !(id in planned)),
  };
}

/** The step of an operation that the plan does not name. Only a GET is known to be free and to change nothing. */
export function defaultStep(operation: Operation): Step {
  if (operation.method !== 'GET' || operation.retry !== 'safe') {
    return unplanned('contract/plan.ts does not say whether it is billed');
  }
  const required = (operation.parameters ?? []).filter(
    (parameter) => parameter.in === 'path' || parameter.required === true,
  );
  const [first, ...others] = required;
  if (first === undefined) {
    return { tier: 'read', call: (_, { transport, options }) => transport.request(operation, noArguments, options) };
  }
  const parent = listAbove(operation);
  if (first.in !== 'path' || others.length > 0 || parent === undefined) {
    const names = required.map(({ name }) => name).join(', ');
    return unplanned(`contract/plan.ts does not say where its ${names} comes from`);
  }
  return {
    tier: 'read',
    after: [parent],
    call: (_, { transport, options, answerOf }) => {
      const id = firstId(answerOf(parent));
      if (id === undefined) throw new NotRun(`${parent} lists nothing`);
      return transport.request(operation, { [first.name]: id } as never, options);
    },
  };
}

/** The types of an operation that does not exist yet are unknown. */
const noArguments = {} as never;

function unplanned(reason: string): Step {
  return { tier: 'read', call: () => Promise.reject(new NotRun(reason)) };
}

/** `/crates` for `/crates/{id}` and every path below it. */
function listAbove({ path, server }: Operation): OperationId | undefined {
  const collection = path.slice(0, path.indexOf('/{'));
  const list = Object.entries(operations).find(
    ([, other]) => other.method === 'GET' && other.path === collection && other.server === server,
  );
  return list?.[0] as OperationId | undefined;
}

function firstId(answer: unknown): string | undefined {
  const { data } = (answer ?? {}) as { readonly data?: unknown };
  const items: unknown = Array.isArray(answer) ? answer : data;
  const [first] = (Array.isArray(items) ? items : []) as readonly { readonly id?: unknown }[];
  return typeof first?.id === 'string' ? first.id : undefined;
}
