import { RuncrateError } from '../core/errors/errors.js';
import type { RequestOptions } from '../core/operation/operation.js';
import type { LeaseApi } from './api.js';
import { askedDelayMs, statusOf } from './status.js';

/** How an instance is terminated. */
export interface Termination {
  readonly id: string;
  /** Whether the server was seen to know the instance, so that a 404 means that it is gone. */
  readonly isSeen: boolean;
  readonly pollInterval: number;
  readonly request: RequestOptions;
}

/** As for a wait: a replica of the server may not know yet what this client has just created. */
const createLagMs = 60_000;
/** With the default poll interval, they take about five minutes. */
const rounds = 12;
/** The longest delay between two rounds, in poll intervals. */
const longestDelay = 6;
/** An instance that is not ended after so many status checks is terminated again. */
const checksPerRequest = 4;

/**
 * Terminates an instance and polls until it is gone or has ended. Throws the last error if that can't be confirmed. No
 * signal ends it but the closing of the client: it runs when everything else was aborted.
 */
export async function terminateSurely(api: LeaseApi, termination: Termination): Promise<void> {
  const { transport, instances } = api;
  const { id, pollInterval } = termination;
  // The rounds are the retries.
  const request = { ...termination.request, maxRetries: 0, signal: undefined };
  const doubt = new Doubt();
  let isAccepted = false;
  for (let round = 0; ; round++) {
    if (!isAccepted || round % checksPerRequest === 0) {
      isAccepted =
        (await instances.terminate(id, request).then(
          () => true,
          (error: unknown) => doubt.note(error),
        )) || isAccepted;
    }
    const status = await instances.getStatus(id, request).then(
      (state) => String(state.status).toLowerCase(),
      (error: unknown) => {
        doubt.note(error);
        return statusOf(error) === 404 ? 'gone' : undefined;
      },
    );
    if (status === 'gone' ? isAccepted || termination.isSeen || !isYoung(api, id) : isEnded(status, isAccepted)) return;
    if (round === rounds - 1) {
      throw doubt.cause ?? new RuncrateError(`It still has the status ${transport.redact(String(status))}.`);
    }
    const delayMs = Math.min(2 ** round, longestDelay) * pollInterval;
    await transport.sleep(Math.max(delayMs, doubt.askedDelayMs), undefined);
  }
}

/** The last error of a termination. */
class Doubt {
  cause: unknown;
  askedDelayMs = 0;

  note(error: unknown): false {
    if (statusOf(error) === 404) return false;
    this.cause = error;
    this.askedDelayMs = askedDelayMs(error);
    return false;
  }
}

/** Whether a status is one of an instance that is billed no longer. One that has failed may be, until it is terminated. */
function isEnded(status: string | undefined, isAccepted: boolean): boolean {
  return (
    status !== undefined && (/^(terminat|delet|destroy|remov)ed$/.test(status) || (isAccepted && status === 'failed'))
  );
}

function isYoung({ transport }: LeaseApi, id: string): boolean {
  return transport.config.clock.Date.now() - (transport.createdAt.get(id) ?? 0) < createLagMs;
}
