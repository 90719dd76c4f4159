import type { Call } from '../core/request/call.js';
import type { Pacer, Pacing } from '../core/options/pacing.js';
import type { TransportContext, Turn, Turns } from '../core/transport/transport-context.js';
import type { Given } from './given.js';
import { openPacer, type OwnPacer } from './pacer.js';

/** The turns of the caller's pacer, or of ours. */
export function openTurns(pacing: Pacing, given: Given): Omit<Turns, 'observes'> {
  const pacer: OwnPacer = typeof pacing === 'object' && 'reserve' in pacing ? pacing : openPacer(pacing, given);
  return {
    take(call: Call, attempt: number, context: TransportContext) {
      const release = pacer.admit?.(call.server.origin, 1);
      return release ? taken(call, attempt, context, 0, release) : wait(pacer, call, attempt, context, given);
    },
    observe: (server, response, release) => pacer.observe?.(server, response, release),
  };
}

async function wait(pacer: Pacer, call: Call, attempt: number, context: TransportContext, given: Given): Promise<Turn> {
  const { server, options, label } = call;
  const { signal, priority = 0 } = options;
  const startedAt = given.clock.Date.now();
  const scope = context.newScope(signal);
  // Also what it throws at once.
  const turn = (async () => pacer.reserve(server.origin, 1, scope.signal, { priority, attempt }))();
  try {
    const release = await scope.race(turn);
    return taken(call, attempt, context, given.clock.Date.now() - startedAt, release);
  } catch (cause) {
    // It may not know the signal.
    turn.then(
      (release) => release(),
      () => {},
    );
    if (scope.isAborted || cause instanceof given.RuncrateError) throw cause;
    throw new given.RuncrateError({ message: `${label} was not sent: its pacer failed.`, cause });
  } finally {
    scope.end();
  }
}

function taken({ label }: Call, attempt: number, context: TransportContext, waitedMs: number, release: () => void) {
  context.config.log.debug?.(`${label} waited ${waitedMs} ms for its turn (attempt ${attempt})`);
  return { waitedMs, release };
}
