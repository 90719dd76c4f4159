import { failure, refusedField, type Answer } from './answer.js';
import type { ApiCall, Context, Handler } from './call.js';
import { requestChecks } from './check-request.js';
import type { ApiDocument } from './document.js';
import { findEnvironment } from './environments.js';
import { faultAnswer, lostError, takesEffect, type Fault, type Faults } from './faults.js';
import { Held } from './hold.js';
import { settle } from './ledger.js';
import { countRequest } from './limits.js';
import { assetAt } from './media.js';
import { mistake } from './mistake.js';
import type { ArrivedRequest } from './request.js';
import { respond } from './respond.js';
import type { Target } from './router.js';
import { defaultApiKey } from './settings.js';

/** A request that the simulator received. */
export interface SimulatedRequest {
  /** The operationId; undefined if no operation has this path. */
  readonly operation: string | undefined;
  /** In capitals. */
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, a form, or bytes. */
  readonly body: unknown;
  /** By the clock of the simulator. */
  readonly at: Date;
}

/** What an exchange works with. */
export interface Parts {
  readonly document: ApiDocument;
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly faults: Faults;
  /** Of now: `restore` replaces the world. */
  readonly context: () => Context;
  readonly received: (request: SimulatedRequest) => void;
}

/** What a request goes through, from its arrival to its response. */
export class Exchange {
  /** Those that wait for an answer. */
  readonly held: Held = new Held();
  readonly #parts: Parts;
  readonly #checkOf;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#checkOf = requestChecks(parts.document.schemas);
  }

  /** Time stands still while work is done, and passes while a fault delays it. */
  async serve(
    read: () => Promise<ArrivedRequest>,
    find: (request: ArrivedRequest) => Target,
    assets: string,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    if (signal?.aborted) throw signal.reason;
    const { clock } = this.#parts.context();
    const arrived = await clock.during(async () => {
      const request = await read();
      return this.#arrive(request, find(request));
    });
    if (arrived.fault?.delay !== undefined) await clock.sleep(arrived.fault.delay * 1000, signal);
    const outcome = 'answer' in arrived ? arrived : await clock.during(() => this.#call(arrived, assets, signal));
    return this.#send(outcome, signal);
  }

  #arrive(request: ArrivedRequest, target: Target): Outcome | Arrived {
    const { method, url, headers, body } = request;
    const operation = target.kind === 'route' ? target.route.operation : undefined;
    const context = this.#parts.context();
    this.#parts.received({ operation, method, url: url.href, headers, body, at: new Date(context.clock.now()) });
    switch (target.kind) {
      case 'foreign':
        throw mistake(
          `The simulator sends nothing to ${url.host}: ${method} ${url.href}. It is at ${Object.values(this.#parts.document.servers).join(' and ')}: pass \`api.options\` to the client, and no \`baseUrl\`.`,
        );
      case 'moved':
        return { answer: { status: 308, headers: { location: target.to } } };
      case 'asset':
        return { answer: assetAt(target.path, headers, context) };
      case 'unknown': {
        const status = target.allowed.length > 0 ? 405 : 404;
        return { answer: failure(status, `There is no ${method} ${url.pathname}.`) };
      }
      case 'route':
        return this.#accept(request, target, context);
    }
  }

  /** What is refused before anything else counts no fault as met. */
  #accept(
    request: ArrivedRequest,
    { route, path }: Target & { readonly kind: 'route' },
    { world, settings, clock }: Context,
  ): Outcome | Arrived {
    const { headers, url } = request;
    if (!route.isOpen && headers['authorization'] !== `Bearer ${settings.apiKey}`) {
      return { answer: wrongKey(headers['authorization'], settings.apiKey) };
    }
    const { headers: limits, answer: limited } = countRequest(world, settings.rateLimit, clock.now());
    if (limited) return { answer: limited };
    const checked = this.#checkOf(route)(request, path);
    if ('refusal' in checked) return { answer: { ...checked.refusal, headers: limits ?? {} } };
    const name = route.isScoped ? (url.searchParams.get('environment') ?? headers['x-environment']) : undefined;
    const environment = findEnvironment(world, name);
    // Lists have no 404 in the document.
    const status = route.errors.includes(404) ? 404 : 400;
    if (!environment) return { answer: refusedField('environment', `"${name ?? ''}" does not exist`, status) };
    const { body, query } = checked;
    const call = { route, path, query, headers, body, environment: environment.id };
    return { call, limits, fault: this.#parts.faults.take(route.operation) };
  }

  async #call({ call, limits, fault }: Arrived, assets: string, signal: AbortSignal | undefined): Promise<Outcome> {
    const { clock, world } = this.#parts.context();
    const now = clock.now();
    settle(world, now);
    const ready = fault && faultAnswer(fault);
    if (fault && !takesEffect(fault)) return { answer: ready ?? failure(500, 'Lost.'), fault };
    const answer = await this.#effect({ ...call, now, assets, until: (work) => this.held.until(work, signal) });
    return { answer: ready ?? { ...answer, headers: { ...limits, ...answer.headers } }, fault };
  }

  /** The effect of a call, once for each idempotency key. */
  async #effect(call: ApiCall): Promise<Answer> {
    const key = call.headers['idempotency-key'];
    const context = this.#parts.context();
    const handler = this.#parts.handlers.get(call.route.operation);
    const effect = (): Answer | Promise<Answer> => (handler ? handler(call, context) : sampleAnswer(call));
    if (key === undefined || !context.settings.idempotencyKeys) return effect();
    const request = JSON.stringify([call.route.operation, call.path, call.environment, call.body]);
    const known = context.world.idempotent.get(key);
    if (known) {
      return known.request === request
        ? known.answer
        : failure(409, 'This Idempotency-Key was used for another request.');
    }
    const answer = await effect();
    if (answer.status < 300) context.world.idempotent.set(key, { request, answer });
    return answer;
  }

  async #send({ answer, fault }: Outcome, signal: AbortSignal | undefined): Promise<Response> {
    if (fault?.lost === 'refused') throw lostError('ECONNREFUSED');
    if (fault?.lost === 'before' || fault?.lost === 'during') throw lostError('ECONNRESET');
    const { clock } = this.#parts.context();
    if (!fault?.never) return respond(answer, fault, clock, signal);
    const release = clock.hold();
    return this.held.until(new Promise<never>(() => undefined), signal).finally(release);
  }
}

/** A request that an operation has accepted, and what will happen to it. */
interface Arrived {
  readonly call: Omit<ApiCall, 'now' | 'assets' | 'until'>;
  readonly limits: Readonly<Record<string, string>> | undefined;
  readonly fault: Fault | undefined;
}

interface Outcome {
  readonly answer: Answer;
  readonly fault?: Fault | undefined;
}

/** A key of the user is not shown: it may be a real one. */
function wrongKey(sent: string | undefined, apiKey: string): Answer {
  const accepted = apiKey === defaultApiKey ? apiKey : 'that of the option `apiKey` of createSimulator';
  const problem = sent === undefined ? 'the request has none' : 'the request has another one';
  return failure(401, `Invalid or missing API key. The simulator accepts ${accepted}; ${problem}.`);
}

/** An operation without state: the sample of the document. */
function sampleAnswer({ route: { sample, stream }, body }: ApiCall): Answer {
  const isStream = stream && (body as Readonly<Record<string, unknown>>)[stream.when] === true;
  if (isStream) return { status: 200, headers: { 'content-type': 'text/event-stream' }, body: stream.transcript };
  const { status, contentType } = sample;
  if (contentType === undefined) return { status, body: sample.body };
  // A string of JSON has quotes.
  const isJsonText = typeof sample.body === 'string' && /[/+]json\b/.test(contentType);
  const answer = isJsonText ? JSON.stringify(sample.body) : sample.body;
  return { status, headers: { 'content-type': contentType }, body: answer };
}
