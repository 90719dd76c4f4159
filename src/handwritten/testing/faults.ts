import { soldOut } from './instances.js';
import type { Answer } from './answer.js';
import { randomAt } from './hash.js';

/** How a call goes wrong. Without a fault of its own, such as only `delay`, it succeeds, but late. */
export interface Fault {
  /** Answers with this status code, in the API's own form unless there is a `body`. */
  readonly status?: number;
  /** Headers of the answer, such as `{ 'retry-after': '2' }`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body of the answer: a string as it is, anything else as JSON. */
  readonly body?: unknown;
  /**
   * `'effect'`: the call takes effect, is billed, and only its answer is the error of `status`.
   * @defaultValue the call has no effect
   */
  readonly after?: 'effect';
  /**
   * Loses the connection: `refused` before anything is sent, `before` the effect, `during` it (the effect is there, the
   * answer never comes), or `after` it (the answer has begun to arrive).
   */
  readonly lost?: 'refused' | 'before' | 'during' | 'after';
  /** Cuts the connection of a stream after so many events. The call has taken effect. */
  readonly cutAtEvent?: number;
  /** The answer, which has taken effect, is cut short in its middle, and complete all the same: broken JSON. */
  readonly malformed?: boolean;
  /** Never answers; the call has no effect. With `after: 'effect'` it has one. */
  readonly never?: boolean;
  /** Seconds of the simulator's time before the effect. A timeout of the client that is shorter fires first. */
  readonly delay?: number;
  /** Seconds before each tenth of the body. */
  readonly slow?: number;
  /** `POST /instances` answers that the type is out of stock. */
  readonly outOfStock?: boolean;
  /** Answers with the web page of a proxy, with `status`, or 502. */
  readonly html?: boolean;
}

/** Which calls a fault meets. */
export interface FaultPlan extends Fault {
  /**
   * How many calls.
   * @defaultValue 1
   */
  readonly times?: number;
  /**
   * How many calls succeed first.
   * @defaultValue 0
   */
  readonly skip?: number;
}

/** Faults by chance, the same for the same seed. */
export interface FaultSchedule {
  /** Any number. */
  readonly seed: number;
  /** The share of the calls, from 0 to 1. */
  readonly rate: number;
  /** One of them is chosen for each call that fails. */
  readonly faults: readonly Fault[];
  /** Operations by operationId. Default: all. */
  readonly operations?: readonly string[];
}

/** A fault of an operation. */
interface Planned {
  readonly operation: string;
  readonly fault: FaultPlan;
  readonly skip: number;
  readonly times: number;
}

/** What is to come, as plain data that is replaced, and never changed. */
export interface FaultState {
  readonly planned: readonly Planned[];
  readonly schedule: FaultSchedule | undefined;
  /** How many calls have met the schedule. */
  readonly met: number;
}

/** The faults that are to come. */
export class Faults {
  state: FaultState = { planned: [], schedule: undefined, met: 0 };

  add(operation: string, fault: FaultPlan): void {
    const { skip = 0, times = 1 } = fault;
    if (times > 0) this.#plan([...this.state.planned, { operation, fault, skip, times }]);
  }

  schedule(schedule: FaultSchedule | undefined): void {
    this.state = { ...this.state, schedule, met: 0 };
  }

  #plan(planned: readonly Planned[]): void {
    this.state = { ...this.state, planned };
  }

  /** The fault of a call; it counts as met. */
  take(operation: string): Fault | undefined {
    const { planned: all } = this.state;
    const planned = all.find((candidate) => candidate.operation === operation || candidate.operation === '*');
    if (!planned) return this.#byChance(operation);
    const { skip, times } = planned;
    const next = skip > 0 ? { ...planned, skip: skip - 1 } : { ...planned, times: times - 1 };
    this.#plan(all.flatMap((other) => (other !== planned ? other : next.times > 0 ? next : [])));
    return skip > 0 ? undefined : planned.fault;
  }

  #byChance(operation: string): Fault | undefined {
    const { schedule, met } = this.state;
    if (!schedule || schedule.operations?.includes(operation) === false) return undefined;
    const { seed, rate, faults } = schedule;
    this.state = { ...this.state, met: met + 1 };
    // Both are drawn for each call, so that a call that fails does not shift the others.
    if (randomAt(seed, 2 * met) >= rate) return undefined;
    return faults[Math.floor(randomAt(seed, 2 * met + 1) * faults.length)];
  }
}

/** The answer that a fault has ready; undefined if it leaves the real one. */
export function faultAnswer(fault: Fault): Answer | undefined {
  const { status, headers = {}, body, html, outOfStock } = fault;
  if (outOfStock) return soldOut();
  if (html) {
    const page = `<!DOCTYPE html><html><head><title>${status ?? 502} Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>`;
    return { status: status ?? 502, headers: { 'content-type': 'text/html', ...headers }, body: body ?? page };
  }
  if (status === undefined) return undefined;
  if (body !== undefined || status < 400) return { status, headers, body };
  return {
    status,
    headers,
    body: { error: { code: 'internal_error', message: `The simulator was told to fail with ${status}.` } },
  };
}

/** Whether a call takes effect in spite of its fault. */
export function takesEffect(fault: Fault): boolean {
  if (fault.lost === 'refused' || fault.lost === 'before') return false;
  if (fault.status !== undefined || fault.html || fault.outOfStock || fault.never) return fault.after === 'effect';
  return true;
}

const lostConnections = new WeakSet<TypeError>();

/** A connection that is lost, as Node's fetch tells it. */
export function lostError(code: 'ECONNREFUSED' | 'ECONNRESET'): TypeError {
  const cause = Object.assign(new Error(`${code === 'ECONNREFUSED' ? 'connect' : 'read'} ${code}`), { code });
  const error = new TypeError('fetch failed', { cause });
  lostConnections.add(error);
  return error;
}

/** Whether an error is that of a lost connection. */
export function isLost(error: unknown): boolean {
  return error instanceof TypeError && lostConnections.has(error);
}

/** A body that breaks, as Node's fetch tells it. */
export function cutError(): TypeError {
  const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
  return new TypeError('terminated', { cause });
}
