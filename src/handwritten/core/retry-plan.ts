import type { Call } from './call.js';
import type { Config } from './config.js';
import { logRepeat } from './request-log.js';
import type { RetryPlan } from './retry.js';

/** How a call may be repeated: by its operation's class, its body, and the client's options. */
export function retryPlanOf(call: Call, config: Config, sleep: RetryPlan['sleep']): RetryPlan {
  const { operation, maxRetries, body } = call;
  return {
    retryClass: operation.retry,
    maxRetries,
    maxRetryAfterMs: config.maxRetryAfterMs,
    singleUse: body?.singleUse ?? false,
    isDelete: operation.method === 'DELETE',
    seenIn: operation.seenIn,
    hints: operation.hints ?? [],
    sleep,
    onRepeat: (delayMs, mayDouble) => logRepeat(config.log, call, delayMs, mayDouble),
  };
}
