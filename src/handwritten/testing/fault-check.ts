import type { JsonSchema } from './document.js';
import type { Fault, FaultPlan, FaultSchedule } from './faults.js';
import { checked, mistake, mustKnow } from './mistake.js';

const seconds = { type: 'number', minimum: 0 } as const;
const flag = { type: 'boolean' } as const;

const faultSchema = {
  properties: {
    // What a Response can have.
    status: { type: 'integer', minimum: 200, maximum: 599 },
    headers: { type: 'object', additionalProperties: { type: 'string' } },
    body: true,
    after: { const: 'effect' },
    lost: { enum: ['refused', 'before', 'during', 'after'] },
    cutAtEvent: { type: 'integer', minimum: 0 },
    malformed: flag,
    never: flag,
    delay: seconds,
    slow: seconds,
    outOfStock: flag,
    html: flag,
  } satisfies Record<keyof Fault, JsonSchema>,
};

const count = { type: 'number', minimum: 0 } as const;
const planSchema = {
  properties: { ...faultSchema.properties, times: count, skip: count } satisfies Record<keyof FaultPlan, JsonSchema>,
};

const scheduleSchema = {
  properties: {
    seed: { type: 'number' },
    rate: { type: 'number', minimum: 0, maximum: 1 },
    faults: { type: 'array', minItems: 1 },
    operations: { type: 'array', items: { type: 'string' } },
  } satisfies Record<keyof FaultSchedule, JsonSchema>,
  required: ['seed', 'rate', 'faults'],
};

/** Throws for a fault that would never do what it says: a test with it would pass, and prove nothing. */
export function checkPlan(operation: string, plan: FaultPlan, operations: readonly string[]): FaultPlan {
  const what = `api.fail("${operation}")`;
  mustKnow(what, 'operation', operation, [...operations, '*']);
  return checkFault(what, checked(what, plan, planSchema), operation);
}

export function checkSchedule(schedule: FaultSchedule, operations: readonly string[]): FaultSchedule {
  const what = 'api.failRandomly';
  const { faults, ...rest } = checked(what, schedule, scheduleSchema);
  for (const operation of rest.operations ?? []) mustKnow(what, 'operation', operation, operations);
  return { ...rest, faults: faults.map((fault) => checkFault(what, checked(what, fault, faultSchema), '*')) };
}

function checkFault<Given extends Fault>(what: string, fault: Given, operation: string): Given {
  const { status, html, outOfStock, never, lost, cutAtEvent, malformed, delay, slow } = fault;
  const answers = status !== undefined || html === true;
  if (fault.after && !answers && !outOfStock && !never)
    throw mistake(`${what}: after: 'effect' does nothing alone. Pass the status too, such as 500.`);
  if ((fault.body !== undefined || fault.headers !== undefined) && !answers)
    throw mistake(`${what}: body and headers are those of an error response. Pass its status too.`);
  if (outOfStock && operation !== 'createInstance' && operation !== '*')
    throw mistake(`${what}: outOfStock is a fault of createInstance.`);
  const isAny = answers || outOfStock || never || malformed || lost !== undefined || cutAtEvent !== undefined;
  if (!isAny && delay === undefined && slow === undefined)
    throw mistake(`${what}: the fault is empty. Pass a status, such as 500, or lost: 'before'.`);
  return fault;
}
