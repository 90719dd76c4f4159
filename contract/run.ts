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
  /** Key, environment, and for tests what else a client takes. */
  readonly client: RuncrateOptions;
  /** What is allowed; reading always is. */
  readonly tiers: ReadonlySet<Tier>;
  readonly only?: readonly OperationId[];
  /** Unique: everything that the run makes is named so. */
  readonly name: string;
  readonly patience?: Patience;
  /** Stops the run. What it has made is deleted all the same. */
  readonly signal?: AbortSignal;
  readonly onResult?: (result: Result) => void;
}

/** Calls the operations on a deployment and holds all that is exchanged against openapi.json. */
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
      this.#notices.add(`contract/plan.ts does not name ${id}: it has the default, which changes nothing.`);
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
        // What cleans up is neither stopped nor spared a retry.
        handsFor: (thingId) => this.#hands(thingId, {}),
      },
      id,
      step.on[1],
    );
    this.#leftovers.push(...leftovers);
    for (const notice of notices) this.#notices.add(notice);
    for (const result of results) this.#tell(result);
  }

  /** What makes or changes something is not cut off half-way; what costs money is asked for once. */
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
    throw new NotRun(role === 'reads' ? `no ${thing} is there to look at` : `this run has made no ${thing}`);
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
      // Whoever listens must not keep the run from deleting what it has made.
    }
  }
}
