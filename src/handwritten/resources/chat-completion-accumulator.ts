import type {
  ChatChoice,
  ChatChunkChoice,
  ChatCompletion,
  ChatCompletionChunk,
  ChatDelta,
  ChatMessage,
} from '../../../generated/types.js';
import { ToolCallAssembler } from './tool-call-assembler.js';
import { isObject } from '../core/json-object.js';

/** Puts the chunks of a stream together to the completion that the API would have answered without `stream`. */
export class ChatCompletionAccumulator {
  readonly #choices = new Map<number, ChoiceParts>();
  #head: Omit<ChatCompletionChunk, 'choices' | 'object' | 'usage'> = {};
  #usage: ChatCompletion['usage'] | null;

  /** Servers leave out what the document requires: a chunk that only counts tokens may come without choices. */
  add({ choices, object: _, usage, ...head }: Partial<ChatCompletionChunk>): void {
    this.#head = { ...head, ...this.#head };
    // Some servers count in every chunk: the last count is the whole.
    if (usage !== undefined && usage !== null) this.#usage = usage;
    for (const [position, choice] of recordsOf<ChatChunkChoice>(choices).entries()) {
      this.#addChoice(choice, typeof choice.index === 'number' ? choice.index : position);
    }
  }

  /** Whether every choice has its finish reason. */
  get isFinished(): boolean {
    return (
      this.#choices.size > 0 && [...this.#choices.values()].every(({ finishReason }) => finishReason !== undefined)
    );
  }

  completion(): ChatCompletion {
    const choices = [...this.#choices].sort(([a], [b]) => a - b).map(([index, parts]) => choiceOf(index, parts));
    return { ...this.#head, object: 'chat.completion', choices, ...(this.#usage ? { usage: this.#usage } : {}) };
  }

  #addChoice({ delta, finishReason }: Partial<ChatChunkChoice>, index: number): void {
    const parts = this.#choices.get(index) ?? newParts();
    this.#choices.set(index, parts);
    if (finishReason) parts.finishReason = finishReason;
    if (isObject(delta)) addDelta(parts, delta);
  }
}

/** What has arrived of one choice. Texts are lists of pieces, joined once. */
interface ChoiceParts {
  role: ChatDelta['role'];
  finishReason: ChatChoice['finishReason'];
  readonly content: string[];
  readonly reasoning: string[];
  readonly toolCalls: ToolCallAssembler;
  /** Fields of the delta that this SDK does not know; the last value holds. */
  rest: Record<string, unknown>;
}

function newParts(): ChoiceParts {
  return {
    role: undefined,
    finishReason: undefined,
    content: [],
    reasoning: [],
    toolCalls: new ToolCallAssembler(),
    rest: {},
  };
}

function addDelta(parts: ChoiceParts, delta: ChatDelta): void {
  // Some servers call the field `reasoning`.
  const { role, content, reasoningContent, reasoning, toolCalls, ...rest } = delta as ChatDelta & {
    readonly reasoning?: unknown;
  };
  if (role) parts.role ??= role;
  parts.content.push(contentText(content));
  const thought = reasoningContent ?? reasoning;
  if (typeof thought === 'string') parts.reasoning.push(thought);
  parts.toolCalls.add(toolCalls);
  // Spread, since an assignment would take a field `__proto__` for the prototype.
  parts.rest = { ...parts.rest, ...rest };
}

/** The text of a delta's content. Some servers send it as a list of parts, as messages may have it. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return recordsOf<{ readonly text?: unknown }>(content)
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join('');
}

/** The records of a list. What is none is left out: the chunks themselves are handed on as they came. */
export function recordsOf<Item extends object>(list: unknown): readonly Partial<Item>[] {
  return Array.isArray(list) ? list.filter((item): item is Partial<Item> => isObject(item)) : [];
}

function choiceOf(index: number, { role, finishReason, content, reasoning, toolCalls, rest }: ChoiceParts): ChatChoice {
  const calls = toolCalls.calls();
  const text = content.join('');
  return {
    index,
    message: {
      ...rest,
      // A role that the document does not know is passed on, as a whole answer would.
      role: (role ?? 'assistant') as ChatMessage['role'],
      // As without `stream`: a message that only calls tools has no content.
      content: text === '' && calls.length > 0 ? null : text,
      ...(reasoning.length > 0 ? { reasoningContent: reasoning.join('') } : {}),
      ...(calls.length > 0 ? { toolCalls: calls } : {}),
    },
    ...(finishReason ? { finishReason } : {}),
  };
}
