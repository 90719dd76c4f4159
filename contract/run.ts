import type { OperationId } from '../generated/cases.js';
import type { RuncrateOptions } from '../src/handwritten/core/options/client-options.js';
import type { RequestOptions } from '../src/handwritten/core/operation/operation.js';
import { removeMade } from './clean-up.js';
import { allSteps } from './default-step.js';
import { Ledger } from './ledger.js';
import { loadPrism } from './prism.js';
import { notRun, type Leftover, type Report, type Result } from './result.js';
import { schedule, stepFor } from './schedule.js';
import { Session } from './session.js';
import { NotRun, type AnswerOf, type Call, type Hands, type Patience, type Step, type Tier } from './step.js';

export interface ContractOptions {
  readonly baseUrl: string;
  readonly inferenceUrl: string;
  /** Key and environment; in tests, any client options. */
  readonly client: RuncrateOptions;
  /** The allowed tiers; `read` is always one. */
  readonly tiers: ReadonlySet<Tier>;
  readonly only?: readonly OperationId[];
  /** Unique: the name of everything that the run creates. */
  readonly name: string;
  readonly patience?: Patience;
  /** Stops the run. What it created is still deleted. */
  readonly signal?: AbortSignal;
  readonly onResult?: (result: Result) => void;
}

/** Calls the operations on a deployment and validates every exchange against openapi.json. */
export async function runContract(options: ContractOptions): Promise<Report> {
  const { baseUrl, inferenceUrl, name } = options;
  const run = new Run(options, new Session({ ...options.client, baseUrl, inferenceUrl }, await loadPrism()));
  return { name, baseUrl, inferenceUrl, ...(await run.all()), wasStopped: options.signal?.aborted ?? false };
}

const defaultPatience: Patience = { pauseMs: 5000, maxWaitSeconds: 900 };

class Run {
  readonly #options: ContractOptions;
  readonly #session: Session;
  readonly #all = allSteps();
  readonly #ledger: Ledger;
  readonly #answers = new Map<OperationId, unknown>();
  readonly #results: Result[] = [];
  readonly #leftovers: Leftover[] = [];
  readonly #notices = new Set<string>();

  constructor(options: ContractOptions, session: Session) {
    this.#options = options;
    this.#session = session;
    this.#ledger = new Ledger(options.name);
  }

  async all(): Promise<Pick<Report, 'results' | 'leftovers' | 'notices'>> {
    const { tiers, only } = this.#options;
    const { calls, refused } = schedule(this.#all.steps, tiers, only);
    for (const id of this.#all.defaulted.filter((defaulted) => calls.includes(defaulted))) {
      this.#notices.add(`contract/plan.ts does not name ${id}: it has the default step, which changes nothing.`);
    }
    const removals = new Set(calls.filter((id) => this.#stepOf(id).on?.[0] === 'removes'));
    try {
      for (const id of calls) {
        if (removals.delete(id)) await this.#remove(id, this.#stepOf(id));
        else await this.#runStep(id, this.#stepOf(id));
      }
    } finally {
      for (const id of removals) await this.#remove(id, this.#stepOf(id));
    }
    for (const { id, reason } of refused) this.#tell(notRun(id, reason));
    return { results: this.#results, leftovers: this.#leftovers, notices: [...this.#notices] };
  }

  async #runStep(id: OperationId, step: Step): Promise<void> {
    await this.#call(id, id, step, step.call);
    if (step.streamed !== undefined) await this.#call(id, `${id} (stream)`, step, step.streamed);
  }

  async #call(id: OperationId, name: string, step: Step, call: Call): Promise<void> {
    const { signal } = this.#options;
    if (signal?.aborted === true) return this.#tell(notRun(name, 'stopped'));
    const hands = (): Hands => this.#hands(this.#idFor(step), this.#callOptions(step));
    const performed = await this.#session.perform(id, name, async () => call(this.#session.client, hands()));
    const { result, answer, notices } = performed;
    if (step.on?.[0] === 'makes') this.#ledger.note(step.on[1], performed);
    if (answer !== undefined) this.#answers.set(id, answer);
    for (const notice of notices) this.#notices.add(notice);
    const isStopped = performed.error !== undefined && performed.error === signal?.reason;
    this.#tell(isStopped ? notRun(name, 'stopped') : result);
  }

  async #remove(id: OperationId, step: Step): Promise<void> {
    if (step.on === undefined) return;
    const { results, leftovers, notices } = await removeMade(
      {
        session: this.#session,
        steps: this.#all.steps,
        ledger: this.#ledger,
        // The clean-up ignores the signal and keeps the client's retries.
        handsFor: (thingId) => this.#hands(thingId, {}),
      },
      id,
      step.on[1],
    );
    this.#leftovers.push(...leftovers);
    for (const notice of notices) this.#notices.add(notice);
    for (const result of results) this.#tell(result);
  }

  /** A call that creates or changes something is not aborted. A call that is billed is not retried. */
  #callOptions({ tier, on }: Step): RequestOptions {
    const isCut = on === undefined || on[0] === 'lists' || on[0] === 'reads';
    return { ...(isCut && { signal: this.#options.signal }), ...(tier === 'spend' && { maxRetries: 0 }) };
  }

  #idFor({ on }: Step): string {
    if (on === undefined || on[0] === 'lists' || on[0] === 'makes') return '';
    const [role, thing] = on;
    const lister = stepFor(this.#all.steps, 'lists', thing);
    const listed = role === 'reads' && lister !== undefined ? this.#answers.get(lister) : [];
    const [first] = (Array.isArray(listed) ? listed : []) as readonly { readonly id?: unknown }[];
    const id = this.#ledger.idOf(thing) ?? first?.id;
    if (typeof id === 'string' && id !== '') return id;
    throw new NotRun(role === 'reads' ? `there is no ${thing} to read` : `this run created no ${thing}`);
  }

  #hands(id: string, options: RequestOptions): Hands {
    const { name, patience = defaultPatience } = this.#options;
    const answerOf = <Id extends OperationId>(operationId: Id) =>
      this.#answers.get(operationId) as AnswerOf<Id> | undefined;
    return { transport: this.#session.transport, options, name, id, patience, answerOf };
  }

  #stepOf(id: OperationId): Step {
    const step = this.#all.steps.get(id);
    if (step === undefined) throw new Error(`${id} has no step.`);
    return step;
  }

  #tell(result: Result): void {
    this.#results.push(result);
    try {
      this.#options.onResult?.(result);
    } catch {
      // A listener that throws must not keep the run from deleting what it created.
    }
  }
}
