import { expect, test } from 'vitest';
import type { OperationId } from '../../generated/cases.js';
import { defaultStep } from '../../contract/default-step.js';
import { NotRun, type Hands } from '../../contract/step.js';
import type { Operation, Parameter, Transport } from '../../src/handwritten/core/operation/operation.js';
import { observedClient } from '../helpers/observed-client.js';

/** An operation that `npm run generate` has added and that the plan does not name. */
function added(operation: Partial<Operation>): Operation {
  const answer = { as: 'envelope' } as const;
  return { method: 'GET', path: '/a', server: 'infrastructure', retry: 'safe', answer, ...operation };
}

const { client, requests } = observedClient();
const id: Parameter = { name: 'id', in: 'path', required: true };

/** Calls the default step of an operation and returns the arguments that the transport receives. */
async function argumentsOf(operation: Operation, answers: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
  let given: unknown;
  const transport: Transport = {
    request: (_, args) => {
      given = args;
      return Promise.reject(new Error('sent'));
    },
  };
  const answerOf = ((operationId: OperationId) => answers[operationId]) as Hands['answerOf'];
  const hands = { transport, options: {}, name: '', id: '', patience: { pauseMs: 1, maxWaitSeconds: 1 }, answerOf };
  await expect(defaultStep(operation).call(client, hands)).rejects.toThrow('sent');
  return given;
}

test('a new GET is called without arguments, in the read tier', async () => {
  const search: Parameter = { name: 'search', in: 'query' };
  expect(defaultStep(added({ parameters: [search] })).tier).toBe('read');
  expect(await argumentsOf(added({ parameters: [search] }))).toEqual({});
});

test('a new GET below a list takes the id of the first item, of an array or a page', async () => {
  const below = added({ path: '/instances/{id}/logs', parameters: [id] });
  expect(defaultStep(below).after).toEqual(['listInstances']);
  expect(await argumentsOf(below, { listInstances: [{ id: 'first' }, { id: 'second' }] })).toEqual({ id: 'first' });
  expect(await argumentsOf(below, { listInstances: { data: [{ id: 'first' }] } })).toEqual({ id: 'first' });
});

const left: readonly (readonly [string, Operation, string])[] = [
  ['POST', added({ method: 'POST', retry: 'once' }), 'does not say whether it is billed'],
  ['PUT', added({ method: 'PUT' }), 'does not say whether it is billed'],
  ['PATCH', added({ method: 'PATCH' }), 'does not say whether it is billed'],
  ['DELETE', added({ method: 'DELETE' }), 'does not say whether it is billed'],
  ['GET that is billed', added({ retry: 'paid' }), 'does not say whether it is billed'],
  [
    'GET without a list above it',
    added({ path: '/boxes/{id}', parameters: [id] }),
    'does not say where its id comes from',
  ],
  [
    'GET with a required query',
    added({ parameters: [{ name: 'day', in: 'query', required: true }] }),
    'does not say where its day comes from',
  ],
  ['GET below an empty list', added({ path: '/instances/{id}/logs', parameters: [id] }), 'listInstances lists nothing'],
];

test.each(left)('a new %s is not run until the plan names it, with a reason', async (_, operation, reason) => {
  const hands = { answerOf: () => undefined } as unknown as Hands;
  const call = (async () => defaultStep(operation).call(client, hands))();
  await expect(call).rejects.toBeInstanceOf(NotRun);
  await expect(call).rejects.toThrow(reason);
  expect(requests).toEqual([]);
});
