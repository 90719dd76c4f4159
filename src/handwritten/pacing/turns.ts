import type { Call } from '../core/request/call.js';
import type { Pacing } from '../core/options/pacing.js';
import type { TransportContext, Turns } from '../core/transport/transport-context.js';
import type { Given } from './given.js';
import { openPacer } from './pacer.js';

/** The turns of the caller's pacer, or of ours. */
export function openTurns(pacing: Pacing, given: Given): Omit<Turns, 'observes'> {
  const pacer = typeof pacing === 'object' && 'reserve' in pacing ? pacing : openPacer(pacing, given);
  return {
    async take({ server, options: { signal, priority = 0 }, label }: Call, attempt: number, context: TransportContext) {
      const startedAt = given.clock.Date.now();
      const scope = context.newScope(signal);
      // Also what it throws at once.
      const turn = (async () => pacer.reserve(server.origin, 1, scope.signal, { priority, attempt }))();
      try {
        const release = await scope.race(turn);
        const waitedMs = given.clock.Date.now() - startedAt;
        context.config.log.debug?.(`${label} waited ${waitedMs} ms for its turn (attempt ${attempt})`);
        return { waitedMs, release };
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
    },
    observe: (...response) => pacer.observe?.(...response),
  };
}
