import type { OperationId, operationsById } from '../generated/cases.js';
import type { RequestOptions, Transport } from '../src/handwritten/core/operation/operation.js';
import type { Runcrate } from '../src/index.node.js';

/** `read` changes nothing, `write` changes the workspace and is free of charge, `spend` is billed. */
export type Tier = 'read' | 'write' | 'spend';

/** The kinds of resources that operations work on, and that a run may leave behind. */
export type Thing = 'instance' | 'volume' | 'environment' | 'SSH key' | 'video job';

/** What a step does with a resource. `changes` and `removes` apply only to what the run itself created. */
export type Role = 'lists' | 'makes' | 'reads' | 'changes' | 'removes';

/** How one operation is called on a deployment. */
export interface Step {
  readonly tier: Tier;
  readonly call: Call;
  readonly on?: readonly [Role, Thing];
  /** Operations whose results it uses. */
  readonly after?: readonly OperationId[];
  /** The same operation with an event stream, read to its end. */
  readonly streamed?: Call;
}

export type Call = (rc: Runcrate, hands: Hands) => Promise<unknown>;

/** The input of a step. */
export interface Hands {
  /** The transport that the client's methods use, for operations that the plan does not name. */
  readonly transport: Transport;
  readonly options: RequestOptions;
  /** Unique to the run: the name of everything that it creates. */
  readonly name: string;
  /** The id of the resource. */
  readonly id: string;
  /** For a step that has to wait for a job. */
  readonly patience: Patience;
  /** The result of an earlier step, if it succeeded. */
  readonly answerOf: <Id extends OperationId>(id: Id) => AnswerOf<Id> | undefined;
}

export interface Patience {
  /** The poll interval of a job, and the pause between two attempts to find or delete a resource. */
  readonly pauseMs: number;
  /** The longest wait for a job. */
  readonly maxWaitSeconds: number;
}

export type AnswerOf<Id extends OperationId> = NonNullable<(typeof operationsById)[Id]['~types']>['answer'];

/** Thrown by a step that lacks the input to call its operation. */
export class NotRun extends Error {}

export function read(call: Call): Step {
  return { tier: 'read', call };
}

export function list(thing: Thing, call: Call): Step {
  return { tier: 'read', on: ['lists', thing], call };
}

export function look(thing: Thing, call: Call): Step {
  return { tier: 'read', on: ['reads', thing], call };
}

export function pay(after: readonly OperationId[], call: Call, streamed?: Call): Step {
  return { tier: 'spend', after, call, ...(streamed && { streamed }) };
}

export function make(tier: Tier, thing: Thing, after: readonly OperationId[], call: Call): Step {
  return { tier, on: ['makes', thing], after, call };
}

export function change(tier: Tier, thing: Thing, call: Call): Step {
  return { tier, on: ['changes', thing], call };
}

export function remove(tier: Tier, thing: Thing, call: Call): Step {
  return { tier, on: ['removes', thing], call };
}
