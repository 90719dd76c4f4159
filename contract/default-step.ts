import { operationsById, type OperationId } from '../generated/cases.js';
import type { Operation } from '../src/handwritten/core/operation/operation.js';
import { plan } from './plan.js';
import { NotRun, type Step } from './step.js';

/** Every operation as a bare record: the default must serve those that do not exist yet. */
const operations = operationsById as Readonly<Record<string, Operation>>;
const planned: Readonly<Record<string, Step>> = plan;

/** The steps of all operations, in the order of the document, and those that the plan does not name. */
export interface Steps {
  readonly steps: ReadonlyMap<OperationId, Step>;
  readonly defaulted: readonly OperationId[];
}

/** What `npm run generate` adds is called if it only reads, and left alone until the plan names it if it does more. */
export function allSteps(): Steps {
  const ids = Object.keys(operations) as OperationId[];
  return {
    steps: new Map(ids.map((id) => [id, planned[id] ?? defaultStep(operations[id] as Operation)])),
    defaulted: ids.filter((id) => !(id in planned)),
  };
}

/** An operation that the plan does not name. Only a GET is known to be free and to change nothing. */
export function defaultStep(operation: Operation): Step {
  if (operation.method !== 'GET' || operation.retry !== 'safe') {
    return unplanned('contract/plan.ts does not say what it costs');
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

/** The types of an operation that is not there yet are not known. */
const noArguments = {} as never;

function unplanned(reason: string): Step {
  return { tier: 'read', call: () => Promise.reject(new NotRun(reason)) };
}

/** `/crates` for `/crates/{id}` and all that is below. */
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
