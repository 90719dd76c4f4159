import { apiDocument } from '../../../generated/simulator.js';
import { asyncDispose } from '../core/async-dispose.js';
import { clockOption, type Clock } from '../core/clock.js';
import type { RuncrateOptions } from '../core/options/client-options.js';
import type { ServedRequest, StartServer } from '../platform/platform.js';
import type { Context } from './call.js';
import { SimulatedChat } from './chat.js';
import type { ApiDocument } from './document.js';
import { addEnvironment } from './environments.js';
import { Exchange, type SimulatedRequest } from './exchange.js';
import { checkPlan, checkSchedule } from './fault-check.js';
import { Faults, type FaultPlan, type FaultSchedule } from './faults.js';
import { handlersOf } from './handlers.js';
import { SimulatedInstances } from './instances.js';
import { book, Ledger } from './ledger.js';
import { openPort, type ListenOptions, type SimulatorServer } from './listen.js';
import { mustKnow } from './mistake.js';
import { nanosOf } from './money.js';
import { mswHandlers, type Msw, type MswOptions } from './msw.js';
import { readRequest, signalOf } from './request.js';
import { assetsOrigin, Router } from './router.js';
import { settingsOf, startOf, type Settings, type SimulatorOptions } from './settings.js';
import { SimulatedTranscription } from './transcription.js';
import { VirtualClock } from './virtual-clock.js';
import { emptyWorld, type World } from './world.js';

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
  readonly #exchange: Exchange;
  readonly #faults = new Faults();
  readonly #start: StartServer | undefined;
  readonly #initial: Snapshot;
  readonly #servers = new Set<SimulatorServer>();
  #world = emptyWorld();
  #requests: SimulatedRequest[] = [];

  /** @internal */
  constructor(options: SimulatorOptions, document: ApiDocument, startServer?: StartServer) {
    this.#start = startServer;
    this.#settings = settingsOf(options);
    this.#operations = document.routes.map(({ operation }) => operation);
    this.#document = document;
    this.#router = new Router(document, this.#settings.redirectsToWww);
    this.#exchange = new Exchange({
      document,
      handlers: handlersOf(this.chat, this.transcription),
      faults: this.#faults,
      context: () => this.#context(),
      received: (request) => void this.#requests.push(request),
    });
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
    this.#exchange.held.end();
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
    this.#exchange.held.end();
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
    this.#exchange.serve(
      () => readRequest(input, init),
      ({ method, url }) => this.#router.find(method, url),
      assetsOrigin,
      signalOf(input, init),
    );

  readonly #serve = ({ method, headers, body, signal }: ServedRequest, url: URL): Promise<Response> =>
    this.#exchange.serve(
      () => readRequest(url, { method, headers, ...(body && { body }) }),
      () => this.#router.findPath(method, url.pathname),
      `${url.origin}/assets`,
      signal,
    );

  #context(): Context {
    return { world: this.#world, settings: this.#settings, clock: this.clock };
  }
}

/** Creates a simulator: a world of its own. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  return createSimulatorOn(undefined, options);
}

/** As `createSimulator`, on a platform that opens ports. */
export function createSimulatorOn(start: StartServer | undefined, options: SimulatorOptions = {}): Simulator {
  return new Simulator(options, apiDocument, start);
}
