import type { Call } from '../request/call.js';
import { RuncrateError } from '../errors/errors.js';
import type { Pacer } from '../options/pacing.js';
import type { TransportContext } from './transport-context.js';

/** Waits until the pacer lets an attempt go. Resolves to what is called when the attempt is over. */
export async function reserve(
  pacer: Pacer,
  { server, options: { signal, priority = 0 }, label }: Call,
  attempt: number,
  context: TransportContext,
): Promise<() => void> {
  const scope = context.newScope(signal);
  // Also what it throws at once.
  const turn = (async () => pacer.reserve(server.origin, 1, scope.signal, { priority, attempt }))();
  try {
    return await scope.race(turn);
  } catch (cause) {
    // It may not know the signal.
    turn.then(
      (release) => release(),
      () => {},
    );
    if (scope.isAborted || cause instanceof RuncrateError) throw cause;
    throw new RuncrateError({ message: `${label} was not sent: its pacer failed.`, cause });
  } finally {
    scope.end();
  }
}
