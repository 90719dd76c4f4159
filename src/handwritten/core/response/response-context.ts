import type { Platform } from '../../platform/platform.js';
import type { AttemptScope } from './attempt-scope.js';
import type { Call } from '../request/call.js';
import type { ResponseHead } from './response-head.js';
import type { Log } from '../options/log.js';
import type { Operation } from '../operation/operation.js';
import type { Page } from './page.js';

/** What is needed to read a response, beside the response. */
export interface ResponseContext extends BodyContext {
  readonly call: Call;
  readonly platform: Platform;
  readonly log: Log;
  readonly fetchPage: (args: Readonly<Record<string, unknown>>) => Promise<Page<unknown>>;
}

/** What a response body needs that is returned unread. */
export interface BodyContext {
  readonly call: Pick<Call, 'label' | 'args' | 'isStream' | 'timeoutMs'> & {
    readonly server: Pick<Call['server'], 'origin'>;
    readonly operation: Pick<Operation, 'retry' | 'answer'>;
  };
  readonly scope: AttemptScope;
  readonly platform: Pick<Platform, 'explainLoss' | 'weakReference'>;
  /** Of the response, for errors. */
  readonly head: ResponseHead;
}
