import { apiDocument } from '../../../generated/simulator.js';
import { asyncDispose } from '../core/async-dispose.js';
import { clockOption, type Clock } from '../core/clock.js';
import type { RuncrateOptions } from '../core/options/client-options.js';
import type { ServedRequest, StartServer } from '../platform/platform.js';
import { failure, refusedField, type Answer } from './answer.js';
import type { ApiCall, Context } from './call.js';
import { SimulatedChat } from './chat.js';
import { checkRequest } from './check-request.js';
import type { ApiDocument } from './document.js';
import { addEnvironment, findEnvironment } from './environments.js';
import {
  faultAnswer,
  Faults,
  lostError,
  takesEffect,
  type Fault,
  type FaultPlan,
  type FaultSchedule,
} from './faults.js';
import { checkPlan, checkSchedule } from './fault-check.js';
import { handlersOf } from './handlers.js';
import { SimulatedInstances } from './instances.js';
import { book, Ledger, settle } from './ledger.js';
import { assetAt } from './media.js';
import { mistake, mustKnow } from './mistake.js';
import { mswHandlers, type Msw, type MswOptions } from './msw.js';
import { openPort, type ListenOptions, type SimulatorServer } from './listen.js';
import { nanosOf } from './money.js';
import { readRequest, signalOf, type ArrivedRequest } from './request.js';
import { respond } from './respond.js';
import { assetsOrigin, Router, type Target } from './router.js';
import { defaultApiKey, settingsOf, startOf, type Settings, type SimulatorOptions } from './settings.js';
import { SimulatedTranscription } from './transcription.js';
import { VirtualClock } from './virtual-clock.js';
import { emptyWorld, type World } from './world.js';

/** A request that the simulator received. */
export interface SimulatedRequest {
  /** The operationId; undefined if no operation has this path. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, a form, or bytes. */
  readonly body: unknown;
  readonly at: Date;
}

/** The state of a simulator at one time, for `restore`. */
export interface Snapshot {
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  /** @internal */
  readonly world: World;
  /** @internal */
  readonly requests: readonly SimulatedRequest[];
  /** @internal */
  readonly faults: Faults['state'];
  /** @internal */
  readonly answers: SimulatedChat['answers'];
  /** @internal */
  readonly heard: SimulatedTranscription['answer'];
}

/** The API in process: stateful, strict, and able to fail on command. */
export class Simulator {
  /** What the models say. */
  readonly chat: SimulatedChat = new SimulatedChat();
  /** What is heard in recordings. */
  readonly transcription: SimulatedTranscription = new SimulatedTranscription();
  /** The instances of all environments. */
  readonly instances: SimulatedInstances;
  /** What was spent. */
  readonly ledger: Ledger;
  /** The time of this simulator. No wait of the SDK takes real time. */
  readonly clock: VirtualClock;
  /** The options of a client of this simulator: `new Runcrate(api.options)`. */
  readonly options: RuncrateOptions;
  readonly #settings: Settings;
  readonly #document: ApiDocument;
  readonly #operations: readonly string[];
  readonly #router: Router;
  readonly #handlers;
  readonly #faults = new Faults();
  readonly #start: StartServer | undefined;
  readonly #initial: Snapshot;
  readonly #servers = new Set<SimulatorServer>();
  /** Ends the requests that get no answer. */
  readonly #held = new Set<() => void>();
  #world = emptyWorld();
  #requests: SimulatedRequest[] = [];

  /** @internal */
  constructor(options: SimulatorOptions, document: ApiDocument, startServer?: StartServer) {
    this.#start = startServer;
    this.#settings = settingsOf(options);
    this.#operations = document.routes.map(({ operation }) => operation);
    this.#document = document;
    this.#router = new Router(document, this.#settings.redirectsToWww);
    this.#handlers = handlersOf(this.chat, this.transcription);
    const start = startOf(options);
    this.clock = new VirtualClock(start);
    this.instances = new SimulatedInstances(() => this.#context());
    this.ledger = new Ledger(
      () => this.#world,
      () => this.clock.now(),
    );
    for (const [index, name] of this.#settings.environments.entries()) {
      addEnvironment(this.#world, name, index === 0, start);
    }
    book(this.#world, 'credit', nanosOf(this.#settings.credits), 'Deposit', start);
    const { infrastructure = '', inference = '' } = document.servers;
    const clock = { [clockOption]: this.clock satisfies Clock };
    this.options = {
      apiKey: this.#settings.apiKey,
      baseUrl: infrastructure,
      inferenceUrl: inference,
      fetch: this.fetch,
      dangerouslyAllowBrowser: true,
      ...clock,
    };
    this.#initial = this.snapshot();
  }

  /** Lets the next calls of an operation fail: by its operationId, or `*` for any. */
  fail(operation: string, fault: FaultPlan): void {
    this.#faults.add(operation, checkPlan(operation, fault, this.#operations));
  }

  /** Lets calls fail by chance, the same for the same seed; undefined ends it. */
  failRandomly(schedule: FaultSchedule | undefined): void {
    this.#faults.schedule(schedule && checkSchedule(schedule, this.#operations));
  }

  /** The requests so far, of one operation or all. */
  requests(operation?: string): SimulatedRequest[] {
    if (operation !== undefined) mustKnow('api.requests', 'operation', operation, this.#operations);
    return this.#requests.filter((request) => operation === undefined || request.operation === operation);
  }

  /** Copies the state, for `restore`. */
  snapshot(): Snapshot {
    return {
      now: this.clock.now(),
      world: structuredClone(this.#world),
      requests: [...this.#requests],
      faults: this.#faults.state,
      answers: this.chat.answers,
      heard: this.transcription.answer,
    };
  }

  /** Sets the state back to that of a snapshot, time included. A request that waits for an answer loses its connection. */
  restore(snapshot: Snapshot): void {
    const { now, world, requests, faults, answers, heard } = snapshot;
    for (const end of this.#held) end();
    this.clock.reset(now);
    this.#world = structuredClone(world);
    this.#requests = [...requests];
    this.#faults.state = faults;
    this.chat.answers = answers;
    this.transcription.answer = heard;
  }

  /** Sets everything back to the start: what exists, credits, time, requests, replies and faults. For `afterEach`. */
  reset(): void {
    this.restore(this.#initial);
  }

  /**
   * Serves this simulator on a port of this machine, for programs in other processes, other languages and browsers. Both
   * servers of the API are on it. Its time passes as that of the platform, `speed` times as fast, until the port is closed.
   *
   * @throws Error in browsers and workers, which cannot open a port.
   */
  async listen(options: ListenOptions = {}): Promise<SimulatorServer> {
    const { infrastructure = '', inference = '' } = this.#document.servers;
    const paths = { infrastructure: new URL(infrastructure).pathname, inference: new URL(inference).pathname };
    const server = await openPort(this.#start, options, paths, this.#serve);
    this.clock.followPlatform(options.speed ?? 1);
    const close = async (): Promise<void> => {
      if (this.#servers.delete(opened) && this.#servers.size === 0) this.clock.followNobody();
      await server.close();
    };
    const opened: SimulatorServer = { ...server, close, [asyncDispose]: close };
    this.#servers.add(opened);
    return opened;
  }

  /** Closes its ports. A request that waits for an answer loses its connection. */
  async close(): Promise<void> {
    for (const end of this.#held) end();
    await Promise.all([...this.#servers].map((server) => server.close()));
  }

  /**
   * Handlers for [msw](https://mswjs.io), which lead the requests of any client, also of one without `api.options`, to this
   * simulator: `setupServer(...api.msw({ http }))`, with the `http` of your msw. Time passes as it does outside, or as
   * the fake timers of the test say.
   */
  msw<Handler>(msw: Msw<Handler>, { speed = 1 }: MswOptions = {}): Handler[] {
    this.clock.followPlatform(speed);
    return mswHandlers(msw, this.#document, this.fetch);
  }

  /** The `fetch` of this simulator. */
  readonly fetch = (input: Parameters<typeof globalThis.fetch>[0], init?: RequestInit): Promise<Response> =>
    this.#exchange(
      () => readRequest(input, init),
      ({ method, url }) => this.#router.find(method, url),
      assetsOrigin,
      signalOf(input, init),
    );

  readonly #serve = ({ method, headers, body, signal }: ServedRequest, url: URL): Promise<Response> =>
    this.#exchange(
      () => readRequest(url, { method, headers, ...(body && { body }) }),
      () => this.#router.findPath(method, url.pathname),
      `${url.origin}/assets`,
      signal,
    );

  /** All that a request goes through. Time stands still while work is done, and passes while a fault delays it. */
  async #exchange(
    read: () => Promise<ArrivedRequest>,
    find: (request: ArrivedRequest) => Target,
    assets: string,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    if (signal?.aborted) throw signal.reason;
    const arrived = await this.clock.during(async () => {
      const request = await read();
      return this.#arrive(request, find(request));
    });
    if (arrived.fault?.delay !== undefined) await this.clock.sleep(arrived.fault.delay * 1000, signal);
    const outcome = 'answer' in arrived ? arrived : await this.clock.during(() => this.#call(arrived, assets));
    return this.#send(outcome, signal);
  }

  #context(): Context {
    return { world: this.#world, settings: this.#settings, clock: this.clock };
  }

  #arrive(request: ArrivedRequest, target: Target): Outcome | Arrived {
    const { method, url, headers, body } = request;
    const operation = target.kind === 'route' ? target.route.operation : undefined;
    this.#requests.push({ operation, method, url: url.href, headers, body, at: new Date(this.clock.now()) });
    switch (target.kind) {
      case 'foreign':
        throw mistake(
          `The simulator sends nothing to ${url.host}: ${method} ${url.href}. It is at ${Object.values(this.#document.servers).join(' and ')}: pass \`api.options\` to the client, and no \`baseUrl\`.`,
        );
      case 'moved':
        return { answer: { status: 308, headers: { location: target.to } } };
      case 'asset':
        return { answer: assetAt(target.path, headers, this.#context()) };
      case 'unknown': {
        const status = target.allowed.length > 0 ? 405 : 404;
        return { answer: failure(status, `There is no ${method} ${url.pathname}.`) };
      }
      case 'route':
        return this.#accept(request, target);
    }
  }

  /** What is refused before anything else counts no fault as met. */
  #accept(request: ArrivedRequest, { route, path }: Target & { readonly kind: 'route' }): Outcome | Arrived {
    const { headers, url } = request;
    if (!route.isOpen && headers['authorization'] !== `Bearer ${this.#settings.apiKey}`) {
      return { answer: wrongKey(headers['authorization'], this.#settings.apiKey) };
    }
    const { headers: limits, answer: limited } = this.#limit();
    if (limited) return { answer: limited };
    const checked = checkRequest(request, route, path, this.#document.schemas);
    if ('refusal' in checked) return { answer: { ...checked.refusal, headers: limits ?? {} } };
    const name = route.isScoped ? (url.searchParams.get('environment') ?? headers['x-environment']) : undefined;
    const environment = findEnvironment(this.#world, name);
    // Lists have no 404 in the document.
    const status = route.errors.includes(404) ? 404 : 400;
    if (!environment) return { answer: refusedField('environment', `"${name ?? ''}" does not exist`, status) };
    const { body, query } = checked;
    const call = { route, path, query, headers, body, environment: environment.id };
    return { call, limits, fault: this.#faults.take(route.operation) };
  }

  async #call({ call, limits, fault }: Arrived, assets: string): Promise<Outcome> {
    const now = this.clock.now();
    settle(this.#world, now);
    const ready = fault && faultAnswer(fault);
    if (fault && !takesEffect(fault)) return { answer: ready ?? failure(500, 'Lost.'), fault };
    const answer = await this.#effect({ ...call, now, assets });
    return { answer: ready ?? { ...answer, headers: { ...limits, ...answer.headers } }, fault };
  }

  /** The effect of a call, once for each idempotency key. */
  async #effect(call: ApiCall): Promise<Answer> {
    const key = call.headers['idempotency-key'];
    const request = JSON.stringify([call.route.operation, call.path, call.environment, call.body]);
    const known = key === undefined ? undefined : this.#world.idempotent.get(key);
    if (known && this.#settings.idempotencyKeys) {
      return known.request === request
        ? known.answer
        : failure(409, 'This Idempotency-Key was used for another request.');
    }
    const handler = this.#handlers.get(call.route.operation);
    const answer = handler ? await handler(call, this.#context()) : sampleAnswer(call);
    if (key !== undefined && answer.status < 300) this.#world.idempotent.set(key, { request, answer });
    return answer;
  }

  #limit(): { readonly headers?: Readonly<Record<string, string>>; readonly answer?: Answer } {
    const { rateLimit } = this.#settings;
    if (rateLimit === undefined) return {};
    const now = this.clock.now();
    if (now - this.#world.limit.startsAt >= 60_000) this.#world.limit = { startsAt: now, used: 0 };
    const { limit } = this.#world;
    const isOver = limit.used >= rateLimit;
    if (!isOver) limit.used++;
    const headers = {
      'x-ratelimit-limit': String(rateLimit),
      'x-ratelimit-remaining': String(rateLimit - limit.used),
      'x-ratelimit-reset': String(Math.ceil((limit.startsAt + 60_000) / 1000)),
    };
    if (!isOver) return { headers };
    const seconds = Math.ceil((limit.startsAt + 60_000 - now) / 1000);
    const refused = failure(429, `Rate limit exceeded. Try again in ${seconds} seconds.`);
    return { answer: { ...refused, headers: { ...headers, 'retry-after': String(seconds) } } };
  }

  async #send({ answer, fault }: Outcome, signal: AbortSignal | undefined): Promise<Response> {
    if (fault?.lost === 'refused') throw lostError('ECONNREFUSED');
    if (fault?.lost === 'before' || fault?.lost === 'during') throw lostError('ECONNRESET');
    if (fault?.never) return this.#never(signal);
    return respond(answer, fault, this.clock, signal);
  }

  #never(signal: AbortSignal | undefined): Promise<never> {
    const release = this.clock.hold();
    return new Promise((_, reject) => {
      const end = (reason: unknown): void => {
        release();
        this.#held.delete(lose);
        signal?.removeEventListener('abort', abort);
        reject(reason);
      };
      const lose = (): void => end(lostError('ECONNRESET'));
      const abort = (): void => end(signal?.reason);
      this.#held.add(lose);
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort, { once: true });
    });
  }
}

/** A request that an operation has accepted, and what will happen to it. */
interface Arrived {
  readonly call: Omit<ApiCall, 'now' | 'assets'>;
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
  return { status, ...(contentType !== undefined && { headers: { 'content-type': contentType } }), body: sample.body };
}

/** Creates a simulator: a world of its own. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  return createSimulatorOn(undefined, options);
}

/** As `createSimulator`, on a platform that opens ports. */
export function createSimulatorOn(start: StartServer | undefined, options: SimulatorOptions = {}): Simulator {
  return new Simulator(options, apiDocument, start);
}
