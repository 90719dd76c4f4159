import type { Call } from '../core/request/call.js';
import type { MeteredCall } from '../core/options/metering.js';
import type { Pacer, Pacing } from '../core/options/pacing.js';
import type { TransportContext, Turn, Turns } from '../core/transport/transport-context.js';
import type { Given } from './given.js';
import { openPacer } from './pacer.js';

/** The turns of the caller's pacer, or of ours. */
export function openTurns(pacing: Pacing, given: Given): Omit<Turns, 'observes'> {
  const own = typeof pacing === 'object' && 'reserve' in pacing ? undefined : openPacer(pacing, given);
  const pacer = own ?? (pacing as Pacer);
  return {
    take(call, attempt, context, metered) {
      const release = own?.admit(call.server.origin, 1);
      if (release) return taken(call, attempt, context, 0, release);
      return wait(pacer, call, attempt, context, given, attempt === 1 ? metered : undefined);
    },
    observe: (server, response, release) => pacer.observe?.(server, response, release),
  };
}

async function wait(
  pacer: Pacer,
  call: Call,
  attempt: number,
  context: TransportContext,
  given: Given,
  metered: MeteredCall | undefined,
): Promise<Turn> {
  const { server, options, label } = call;
  const { signal, priority = 0 } = options;
  const startedAt = given.clock.Date.now();
  const scope = context.newScope(signal);
  // Also what it throws at once.
  const turn = (async () => pacer.reserve(server.origin, 1, scope.signal, { priority, attempt }))();
  let release: () => void;
  try {
    release = await scope.race(turn);
  } catch (cause) {
    // It may not know the signal.
    turn.then(
      (late) => late(),
      () => {},
    );
    if (scope.isAborted || cause instanceof given.RuncrateError) throw cause;
    throw new given.RuncrateError({ message: `${label} was not sent: its pacer failed.`, cause });
  } finally {
    scope.end();
  }
  try {
    metered?.check?.();
  } catch (error) {
    release();
    throw error;
  }
  return taken(call, attempt, context, given.clock.Date.now() - startedAt, release);
}

function taken({ label }: Call, attempt: number, context: TransportContext, waitedMs: number, release: () => void) {
  context.config.log.debug?.(`${label} waited ${waitedMs} ms for its turn (attempt ${attempt})`);
  return { waitedMs, release };
}
