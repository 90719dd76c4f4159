import type { Platform } from '../platform/platform.js';
import type { AttemptScope } from './attempt-scope.js';
import type { Call } from './call.js';
import { checkFileType, checkNoPage, checkNotEmpty, checkStreamType } from './check-answer.js';
import { HttpEventStream } from './event-stream.js';
import type { Logger } from './log.js';
import { HttpOpenBody } from './open-body.js';
import { pageOf, type Page } from './page.js';
import type { Head, Redact } from './redact.js';
import { readEnvelope, readOptional, readWhole } from './read.js';
import { discardBody } from './sender.js';
import { textOf } from './text.js';

/** What reading an answer needs beside the answer. */
export interface AnswerContext {
  readonly call: Call;
  readonly scope: AttemptScope;
  readonly platform: Platform;
  readonly log: Logger;
  readonly fetchPage: (args: Readonly<Record<string, unknown>>) => Promise<Page<unknown>>;
  /** Of the answer, for errors. */
  readonly head: Head;
  readonly redact: Redact;
}

/** Reads and decodes a success as its operation says. A stream is handed over open; all else is read to its end. */
export async function readAnswer(response: Response, context: AnswerContext): Promise<unknown> {
  const { call, scope, platform } = context;
  const { answer } = call.operation;
  switch (answer.as) {
    case 'json':
      if (call.isStream) return openStream(response, context);
      return readWhole(answer, await scope.race(textOf(response)), response, call.label);
    case 'envelope':
      return readEnveloped(await scope.race(textOf(response)), response, context);
    case 'page': {
      const due = { codec: answer.codec, isList: true };
      const { value, meta } = readEnvelope(due, await scope.race(textOf(response)), response, call.label);
      return pageOf(answer.paging, value as unknown[], meta, call.args, context.fetchPage);
    }
    case 'bytes':
      checkFileType(response, call.label);
      if (call.isOpen) return openBody(response, context);
      return platform.toBytes(checkNotEmpty(await scope.race(response.arrayBuffer()), response, call.label));
    case 'text':
      return scope.race(textOf(response));
    case 'nothing':
      checkNoPage(response, call.label);
      await scope.race(discardBody(response));
      return undefined;
  }
}

function openStream(
  response: Response,
  { call, scope, head, redact, platform }: AnswerContext,
): HttpEventStream<unknown> {
  checkStreamType(response, call.label);
  const { answer } = call.operation;
  const codec = answer.as === 'json' ? answer.stream?.codec : undefined;
  const { timeoutMs, label } = call;
  return new HttpEventStream({ response, head, redact, scope, timeoutMs, codec, label, platform });
}

function openBody(response: Response, { call, scope, platform }: AnswerContext): HttpOpenBody {
  const { timeoutMs, label, operation } = call;
  return new HttpOpenBody({ response, scope, timeoutMs, label, isPaid: operation.retry !== 'safe', platform });
}

function readEnveloped(text: string, response: Response, { call, log }: AnswerContext): unknown {
  const { answer } = call.operation;
  if (answer.as !== 'envelope') return undefined;
  const due = { codec: answer.codec, isList: answer.list ?? false };
  if (answer.optional) return readOptional(due, text, response, call.label);
  const { value, meta } = readEnvelope(due, text, response, call.label);
  if (due.isList && (meta['hasMore'] ?? meta['has_more']) === true) {
    log.warn(`${call.label} has more items than it sent, and no parameter to ask for them: the list is not complete.`);
  }
  return value;
}
