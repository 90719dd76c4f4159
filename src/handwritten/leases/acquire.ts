import type { Instance } from '../../../generated/types.js';
import { RuncrateError } from '../core/errors/errors.js';
import { reasonOf } from '../core/options/abort-reason.js';
import { AttemptScope } from '../core/response/attempt-scope.js';
import type { LeaseApi } from './api.js';
import { findCandidates, wishOf, type Candidate } from './candidates.js';
import { resolveLease, type LeaseConfig } from './config.js';
import { LeaseUnavailableError, type TriedType } from './errors.js';
import { Lease } from './lease.js';
import type { LeaseParams, LeaseRequestOptions } from './params.js';
import { LeaseRun } from './run.js';
import { statusOf } from './status.js';

/** How long the response of a request is waited for after an abort: only it tells whether there is an instance. */
const patienceMs = 10_000;
/** How often an instance is not found until it counts as not created, and how many requests may fail meanwhile. */
const looks = 3;
const mostFailedLooks = 3;

/** `rc.instances.lease`. */
export async function lease(api: LeaseApi, params: LeaseParams, options: LeaseRequestOptions = {}): Promise<Lease> {
  const config = resolveLease(api, params, options);
  if (config.onExit && !api.transport.platform.watchExit) {
    throw new RuncrateError({
      message: '`onExit` needs a process, and this platform has none.',
      hint: 'Omit it, and release the lease yourself. `rc.instances.sweepLeases()` finds what was left.',
    });
  }
  if (config.signal?.aborted) throw reasonOf(config.signal);
  const run = new LeaseRun(api, config);
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => (settle = resolve));
  try {
    if (config.onExit) await run.watchExit(settled);
    await acquire(run, config);
    run.isAcquired = true;
    return new Lease(run);
  } catch (error) {
    return await run.abandon(error);
  } finally {
    settle();
  }
}

async function acquire(run: LeaseRun, config: LeaseConfig): Promise<void> {
  const { instances } = run.api;
  run.tell('searching');
  const listTypes = instances.listTypes.bind(instances);
  const candidates = await findCandidates(listTypes, config, { ...config.request, signal: run.signal });
  const tried: TriedType[] = [];
  for (const candidate of candidates) {
    run.check();
    const failed = await create(run, candidate);
    if (!failed) return waitUntilReady(run, config);
    tried.push(failed);
  }
  const list = tried.map(({ instanceType, reason, error }) => `${instanceType.id} (${reason}: ${error.message})`);
  throw new LeaseUnavailableError({
    message: `No instance type ${wishOf(config)} could be rented: ${list.join(', ')}.`,
    hint: run.isDoubtful
      ? `A response was lost. Check \`rc.instances.list()\` for names with "${run.id}".`
      : 'Try again later, or add other GPU models or regions.',
    tried,
  });
}

/** Requests an instance. Returns why there is none, if the next type is to be tried. */
async function create(run: LeaseRun, candidate: Candidate): Promise<TriedType | undefined> {
  const { type, region } = candidate;
  run.begin(candidate);
  run.tell('creating');
  const { create: params, request } = run.config;
  try {
    const sent = { ...params, name: run.instanceName, instanceTypeId: type.id, region };
    run.own(await withPatience(run, (signal) => run.api.instances.create(sent, { ...request, signal })));
    return undefined;
  } catch (error) {
    if (isLost(error, run)) return adopt(run, candidate, error);
    const reason = reasonIn(error);
    if (!reason) throw error;
    return { instanceType: type, reason, error: error as RuncrateError };
  }
}

/** Sends a request. An abort ends it only if its response takes too long. */
async function withPatience<T>(run: LeaseRun, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { config, platform } = run.api.transport;
  const patience = new AttemptScope(undefined, undefined, platform.newController?.(), config.clock);
  const onAbort = (): void => patience.startTimer(patienceMs, () => reasonOf(run.signal));
  run.signal.addEventListener('abort', onAbort);
  try {
    return await send(patience.signal);
  } finally {
    run.signal.removeEventListener('abort', onAbort);
    patience.end();
  }
}

/** Whether an instance may have been created in spite of the error. */
function isLost(error: unknown, { signal }: LeaseRun): boolean {
  if (signal.aborted && error === signal.reason) return true;
  return !(error instanceof RuncrateError) || error.outcomeUnknown;
}

/** Why another type may be had, if it is the type that an error is about. */
function reasonIn(error: unknown): 'outOfStock' | 'unavailable' | undefined {
  const status = statusOf(error);
  // That nothing was created is known by the message: "no longer available".
  if (status === 500) return 'outOfStock';
  return status === 503 ? 'unavailable' : undefined;
}

/** After a lost response: takes the instance if it is there. Only if it is not, the next type may be tried. */
async function adopt(run: LeaseRun, { type }: Candidate, error: unknown): Promise<TriedType | undefined> {
  run.isDoubtful = true;
  run.tell('checking');
  const [found, ...others] = await search(run);
  if (found) {
    run.own(found);
    // Of an earlier request whose response was lost too.
    for (const { id } of others) await run.terminate(id);
    return undefined;
  }
  run.check();
  if (!(error instanceof RuncrateError)) throw error;
  const { log } = run.api.transport.config;
  log.warn?.(
    `The response that creates ${run.instanceName} was lost, and no such instance was found: ${error.message}`,
  );
  return { instanceType: type, reason: 'unknown', error };
}

/** Looks for the instance by its name, until it was not found three times. Throws if it can't be looked for. */
async function search(run: LeaseRun): Promise<readonly Instance[]> {
  const { pollInterval } = run.config;
  let failures = 0;
  for (let look = 1; look <= looks;) {
    await run.api.transport.sleep(look * pollInterval, undefined);
    try {
      const found = await run.find();
      if (found.length > 0) return found;
      look++;
    } catch (error) {
      if (++failures > mostFailedLooks) throw error;
    }
  }
  return [];
}

async function waitUntilReady(run: LeaseRun, { request, maxWait, pollInterval }: LeaseConfig): Promise<void> {
  const instance = run.instance as Instance;
  run.tell('waiting');
  const onStatus = (): void => void run.seen.add(instance.id);
  const wait = { ...request, signal: run.signal, maxWait, pollInterval, onStatus };
  const state = await run.api.instances.waitUntilReady(instance.id, wait);
  run.check();
  run.instance = { ...instance, ...state };
  run.tell('ready');
}
