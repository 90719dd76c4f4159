import type { Platform } from '../platform/platform.js';
import type { AttemptScope } from './attempt-scope.js';
import type { Call } from './call.js';
import type { Head } from './redact.js';
import type { Log } from './log.js';
import type { Operation } from './operation.js';
import type { Page } from './page.js';

/** What reading an answer needs beside the answer. */
export interface AnswerContext extends OpenContext {
  readonly call: Call;
  readonly platform: Platform;
  readonly log: Log;
  readonly fetchPage: (args: Readonly<Record<string, unknown>>) => Promise<Page<unknown>>;
}

/** What an answer needs that is handed over open. */
export interface OpenContext {
  readonly call: Pick<Call, 'label' | 'isStream' | 'timeoutMs'> & {
    readonly server: Pick<Call['server'], 'origin'>;
    readonly operation: Pick<Operation, 'retry' | 'answer'>;
  };
  readonly scope: AttemptScope;
  readonly platform: Pick<Platform, 'explainLoss'>;
  /** Of the answer, for errors. */
  readonly head: Head;
}
