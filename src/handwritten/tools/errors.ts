import type { ChatCompletion, ChatMessage } from '../../../generated/types.js';
import { brand, docsUrl, RuncrateError, type ErrorInit } from '../core/errors/errors.js';
import type { SchemaIssue } from './schema.js';
import type { ToolUsage } from './usage.js';

/**
 * Why `parse` has no value: the model declined (`refused`), the completion reached its token limit (`cut`) or was
 * withheld (`filtered`), its text holds no JSON or more than one (`noJson`), or the schema refuses it (`invalid`).
 */
export type ParseErrorReason = 'refused' | 'cut' | 'filtered' | 'noJson' | 'invalid';

/** A completion that was paid for and has no value of the schema. Nothing of it is lost. */
export class ParseError extends RuncrateError {
  static {
    brand(this, 'ParseError', docsUrl('typed-output'));
  }

  /** Why there is no value. */
  readonly reason: ParseErrorReason;
  /** The last completion: its text, usage and request fields. */
  declare readonly completion: ChatCompletion;
  /** Every completion that was paid for, `repairs` included, in order. */
  declare readonly completions: readonly ChatCompletion[];
  /** What the schema refuses, for the reason `invalid`. */
  readonly issues: readonly SchemaIssue[];
  /** The server's id of the last request, if it sent one. */
  declare readonly requestId?: string;

  /** @internal */
  constructor(
    init: ErrorInit & {
      readonly reason: ParseErrorReason;
      readonly completions: readonly ChatCompletion[];
      readonly issues?: readonly SchemaIssue[] | undefined;
      readonly requestId?: string | undefined;
    },
  ) {
    super(init);
    this.reason = init.reason;
    this.issues = init.issues ?? [];
    if (init.requestId !== undefined) this.requestId = init.requestId;
    // Long, and with what the model wrote: read on demand, not printed.
    hide(this, 'completions', init.completions);
    hide(this, 'completion', init.completions.at(-1));
  }
}

/**
 * Why `runTools` ended without an answer: the model still calls tools after `maxRounds`, a completion with tool calls
 * reached its token limit (`cut`), or a request failed (`failed`, with the error as `cause`).
 */
export type ToolRunErrorReason = 'maxRounds' | 'cut' | 'failed';

/** A run of tools that has no answer, with everything that was paid for so far. */
export class ToolRunError extends RuncrateError {
  static {
    brand(this, 'ToolRunError', docsUrl('tools'));
  }

  /** Why the run has no answer. */
  readonly reason: ToolRunErrorReason;
  /** The conversation so far, the caller's messages included. Pass it as `messages` to go on. */
  declare readonly messages: readonly ChatMessage[];
  /** Every completion so far. */
  declare readonly completions: readonly ChatCompletion[];
  /** The tokens of all completions together. */
  readonly usage: ToolUsage;
  /** The server's id of the last request, if it sent one. */
  declare readonly requestId?: string;

  /** @internal */
  constructor(
    init: ErrorInit & {
      readonly reason: ToolRunErrorReason;
      readonly messages: readonly ChatMessage[];
      readonly completions: readonly ChatCompletion[];
      readonly usage: ToolUsage;
      readonly requestId?: string | undefined;
    },
  ) {
    super(init);
    this.reason = init.reason;
    this.usage = init.usage;
    if (init.requestId !== undefined) this.requestId = init.requestId;
    hide(this, 'messages', init.messages);
    hide(this, 'completions', init.completions);
  }
}

/**
 * Ends a run of tools from within a tool: `throw new StopTools(value)`. The other calls of the round end first; then the
 * run resolves, with `stopped`.
 */
export class StopTools extends Error {
  static {
    Object.defineProperty(this.prototype, 'name', { value: 'StopTools', configurable: true, writable: true });
  }

  /** Given to the caller as `stopped.value`. */
  readonly value: unknown;

  constructor(value?: unknown) {
    super('The tool ends the run.');
    this.value = value;
  }
}

function hide(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, configurable: true, writable: true });
}
