import type { ChatCompletion, ChatCompletionParams, ChatMessage, ChatToolCall } from '../../../generated/types.js';
import { RuncrateError } from '../core/errors/errors.js';
import { AttemptScope } from '../core/response/attempt-scope.js';
import type { Log } from '../core/options/log.js';
import type { RequestOptions } from '../core/operation/operation.js';
import { contentText } from '../core/json-object.js';
import type { ChatCompletionStream } from '../resources/chat-completion-stream.js';
import { callTools, distinctCalls, resultMessage, type RunnableTool, type ToolResult } from './call-tools.js';
import { ToolRunError, type ToolRunErrorReason } from './errors.js';
import { LastResponse } from './last-response.js';
import type { ChatMethods } from './parse.js';
import { sentSchema } from './sent-schema.js';
import type { AnyTool } from './tool.js';
import { usageOf, type ToolUsage } from './usage.js';

/** The settings of a run of tools, beside those of each request. */
export interface ToolRunFields {
  /** The tools, made by `tool`. Their names differ. */
  readonly tools: readonly AnyTool[];
  /** The most requests to the model. Each is billed. 10 by default. */
  readonly maxRounds?: number | undefined;
  /** Whether the last of these requests is sent with `toolChoice: 'none'`, so that the model must answer. */
  readonly answerInLastRound?: boolean | undefined;
  /** How many calls of one message run at the same time. 8 by default; 1 with `parallelToolCalls: false`. */
  readonly concurrency?: number | undefined;
}

/** What a run of tools led to. */
export interface ToolRun {
  /** The last completion: the answer of the model, unless a tool has ended the run. */
  readonly completion: ChatCompletion;
  /** Every completion, in order. */
  readonly completions: readonly ChatCompletion[];
  /** The whole conversation: the caller's messages, the calls, their results and the answer. */
  readonly messages: readonly ChatMessage[];
  /** The tokens of all completions together. */
  readonly usage: ToolUsage;
  /** Set if a tool ended the run by `StopTools`. */
  readonly stopped?: StoppedRun | undefined;
}

/** What happens in a run, in order: text as it arrives, each tool call once it is whole, each result. */
export type ToolEvent = ToolTextEvent | ToolCallEvent | ToolResultEvent;

/** A piece of the model's text. */
export interface ToolTextEvent {
  /** What kind of event it is. */
  readonly type: 'text';
  /** The text. */
  readonly text: string;
}

/** A call of a tool, before it runs. */
export interface ToolCallEvent {
  /** What kind of event it is. */
  readonly type: 'toolCall';
  /** Id of the call. */
  readonly id: string;
  /** Name of the tool, as the model wrote it. */
  readonly name: string;
  /** The arguments as the model wrote them. */
  readonly arguments: string;
}

/** The result of a call, as the model is sent it. */
export interface ToolResultEvent {
  /** What kind of event it is. */
  readonly type: 'toolResult';
  /** Id of the call. */
  readonly id: string;
  /** Name of the tool. */
  readonly name: string;
  /** What the model is sent. */
  readonly content: string;
  /** Whether the call failed. */
  readonly isError: boolean;
}

/** Which tool ended a run, and with what. */
export interface StoppedRun {
  /** Name of the tool. */
  readonly name: string;
  /** The value of its `StopTools`. */
  readonly value: unknown;
}

/** A request for a run: that of a chat completion, and how it goes on. */
export interface ToolRunRequest extends ToolRunFields {
  readonly messages: readonly ChatMessage[];
  readonly n?: unknown;
  readonly [field: string]: unknown;
}

/** One run: asks the model, runs the tools that it calls, and asks again, until it answers. */
export class ToolLoop {
  readonly #models: ChatMethods;
  readonly #request: ChatCompletionParams;
  readonly #fields: { readonly maxRounds: number; readonly answerInLastRound: boolean; readonly concurrency: number };
  readonly #tools = new Map<string, RunnableTool>();
  readonly #messages: ChatMessage[];
  readonly #completions: ChatCompletion[] = [];
  readonly #scope: AttemptScope;
  readonly #last: LastResponse;

  /** Checks all of it. Nothing is sent yet. */
  constructor(models: ChatMethods, log: Log, params: ToolRunRequest, options: RequestOptions) {
    const { tools, maxRounds = 10, answerInLastRound = false, ...rest } = params;
    // A caller who asks for one call at a time has a reason, also if the model does not comply.
    const { concurrency = rest['parallelToolCalls'] === false ? 1 : 8, ...chat } = rest;
    checkCount('maxRounds', maxRounds);
    checkCount('concurrency', concurrency);
    if (!Array.isArray(tools) || tools.length === 0)
      throw new RuncrateError('`tools` of `runTools` must be a list of tools, made by `tool`.');
    if (chat.n !== undefined && chat.n !== 1)
      throw new RuncrateError('`n` of `runTools` must be 1: one choice leads on.');
    const given: unknown = chat.messages;
    if (!Array.isArray(given)) throw new RuncrateError('`messages` of `runTools` must be an array.');
    this.#models = models;
    this.#fields = { maxRounds, answerInLastRound, concurrency };
    this.#messages = [...(given as readonly ChatMessage[])];
    const definitions = (tools as readonly AnyTool[]).map((tool, place) => {
      const { name, description, parameters, strict, execute } = Object(tool) as Partial<AnyTool>;
      if (name === undefined || parameters === undefined || execute === undefined) {
        throw new RuncrateError(
          `\`tools[${place}]\` of \`runTools\` must be made by \`tool\` of \`@runcrate/sdk/tools\`.`,
        );
      }
      if (this.#tools.has(name)) throw new RuncrateError(`Two of the \`tools\` are named \`${name}\`. Rename one.`);
      const sent = sentSchema(parameters, strict, `parameters of the tool ${name}`, log);
      this.#tools.set(name, { tool, read: sent.read });
      const described = description === undefined ? {} : { description };
      return { type: 'function', function: { name, ...described, parameters: sent.schema, strict: sent.strict } };
    });
    this.#request = { ...chat, tools: definitions } as unknown as ChatCompletionParams;
    // Last: it listens to the caller's signal until the run has ended.
    this.#scope = new AttemptScope(options.signal);
    this.#last = new LastResponse({ ...options, signal: this.#scope.signal });
  }

  /** Ends the run: the request in flight is aborted, and tools get the signal. */
  abort(reason: unknown): void {
    this.#scope.abort(reason);
  }

  /** Runs it once. */
  run(onEvent?: (event: ToolEvent) => void): Promise<ToolRun> {
    return this.#run(onEvent).finally(() => this.#scope.end());
  }

  async #run(onEvent: ((event: ToolEvent) => void) | undefined): Promise<ToolRun> {
    const { maxRounds, concurrency } = this.#fields;
    for (let round = 1; ; round++) {
      const completion = await this.#ask(round, onEvent);
      this.#completions.push(completion);
      const [choice] = completion.choices;
      const calls = distinctCalls(choice?.message.toolCalls ?? [], round);
      // The model is sent back what it said, with the fields that its provider added.
      const message = { role: 'assistant', ...choice?.message, ...(calls.length > 0 && { toolCalls: calls }) };
      if (choice?.finishReason === 'length' && calls.length > 0) {
        throw this.#error(
          'cut',
          'The completion reached its token limit within a tool call, which was not run.',
          'Raise `maxTokens`.',
        );
      }
      this.#messages.push(message as unknown as ChatMessage);
      if (calls.length === 0) return this.#result(completion);
      for (const call of calls) onEvent?.(eventOf(call));
      const context = { signal: this.#scope.signal, messages: [...this.#messages] };
      const onResult = ({ id, name, content, isError }: ToolResult) =>
        onEvent?.({ type: 'toolResult', id, name, content, isError });
      // A tool may ignore the signal: it is not awaited after an abort.
      const results = await this.#scope.race(callTools(calls, this.#tools, context, concurrency, onResult));
      this.#messages.push(...results.map(resultMessage));
      const stop = results.find((result) => result.stop !== undefined);
      if (stop?.stop) return { ...this.#result(completion), stopped: { name: stop.name, value: stop.stop.value } };
      if (round === maxRounds) {
        throw this.#error(
          'maxRounds',
          `The model still calls tools after ${maxRounds} rounds.`,
          'Raise `maxRounds`, or set `answerInLastRound`.',
        );
      }
    }
  }

  async #ask(round: number, onEvent: ((event: ToolEvent) => void) | undefined): Promise<ChatCompletion> {
    const { maxRounds, answerInLastRound } = this.#fields;
    const isLast = answerInLastRound && round === maxRounds;
    const { toolChoice } = this.#request;
    // A choice that forces a call would force it in every round.
    const isForced = round > 1 && toolChoice !== undefined && toolChoice !== 'auto' && toolChoice !== 'none';
    const choice = isLast ? { toolChoice: 'none' } : isForced ? { toolChoice: 'auto' } : {};
    const request = { ...this.#request, messages: [...this.#messages], ...choice } as ChatCompletionParams;
    try {
      const answer = await this.#models.chatCompletion(request, this.#last.options);
      if (onEvent === undefined) return answer as ChatCompletion;
      const stream = answer as ChatCompletionStream;
      for await (const { choices } of stream) {
        const text = contentText(choices[0]?.delta.content);
        if (text !== '') onEvent({ type: 'text', text });
      }
      return await stream.finalCompletion();
    } catch (cause) {
      // Nothing was paid for yet, or the reason is the caller's own.
      if (this.#completions.length === 0 || !(cause instanceof RuncrateError)) throw cause;
      throw this.#error('failed', `Request ${round} of the run failed: ${cause.message}`, cause.hint, cause);
    }
  }

  #result(completion: ChatCompletion): ToolRun {
    return { completion, completions: this.#completions, messages: this.#messages, usage: usageOf(this.#completions) };
  }

  #error(reason: ToolRunErrorReason, message: string, hint?: string, cause?: unknown): ToolRunError {
    const { outcomeUnknown, requestId } = (cause ?? this.#last) as Partial<RuncrateError> & Partial<LastResponse>;
    const [messages, completions] = [[...this.#messages], [...this.#completions]];
    const usage = usageOf(completions);
    return new ToolRunError({ reason, message, hint, cause, outcomeUnknown, messages, completions, usage, requestId });
  }
}

function eventOf({ id, function: { name, arguments: text } }: ChatToolCall): ToolEvent {
  return { type: 'toolCall', id, name, arguments: text };
}

function checkCount(field: string, value: unknown): void {
  if (!Number.isInteger(value) || (value as number) < 1) {
    throw new RuncrateError(`\`${field}\` of \`runTools\` must be an integer, 1 or more.`);
  }
}
