import type { ChatChunkChoice, ChatCompletion, ChatCompletionChunk, ChatDelta } from '../../../generated/types.js';
import { isObject, objectsIn } from '../core/json-object.js';
import { ToolCallAssembler } from './tool-call-assembler.js';

/** Without a prototype: a field `__proto__` is one like any other. */
type Fields = Record<string, unknown>;
const noFields = (): Fields => Object.create(null) as Fields;

/** Puts the chunks of a stream together to the completion that the API would have answered without `stream`. */
export class ChatCompletionAccumulator {
  readonly #choices = new Map<number, ChoiceParts>();
  readonly #head = noFields();

  /** Servers leave out what the document requires: a chunk that only counts tokens may come without choices. */
  add(chunk: Partial<ChatCompletionChunk>): void {
    for (const key in chunk) {
      const value = (chunk as Fields)[key];
      // Some servers count in every chunk: the last count is the whole.
      if (key === 'usage' ? isObject(value) : !(key in this.#head)) this.#head[key] = value;
    }
    const { choices } = chunk;
    if (!Array.isArray(choices)) return;
    let position = 0;
    for (const choice of choices as unknown[]) {
      if (isObject(choice)) this.#addChoice(choice, position++);
    }
  }

  #addChoice({ index, delta, finishReason }: Partial<ChatChunkChoice>, position: number): void {
    const parts = this.#partsOf(typeof index === 'number' ? index : position);
    if (finishReason) parts.finishReason = finishReason;
    if (isObject(delta)) addDelta(parts, delta);
  }

  /** Whether every choice has its finish reason. */
  get isFinished(): boolean {
    return this.#choices.size > 0 && [...this.#choices.values()].every(({ finishReason }) => finishReason);
  }

  completion(): ChatCompletion {
    const choices = [...this.#choices].sort(([a], [b]) => a - b).map(([index, parts]) => choiceOf(index, parts));
    return { ...this.#head, object: 'chat.completion', choices } as unknown as ChatCompletion;
  }

  #partsOf(index: number): ChoiceParts {
    let parts = this.#choices.get(index);
    if (parts === undefined) {
      parts = { content: '', reasoning: '', toolCalls: new ToolCallAssembler(), rest: noFields() };
      this.#choices.set(index, parts);
    }
    return parts;
  }
}

/** What has arrived of one choice. */
interface ChoiceParts {
  role?: unknown;
  finishReason?: unknown;
  content: string;
  reasoning: string;
  readonly toolCalls: ToolCallAssembler;
  /** Fields of the delta that are not put together, such as those that this SDK does not know; the last value holds. */
  readonly rest: Fields;
}

/** Some servers call the field `reasoning`. */
const assembled: ReadonlySet<string> = new Set(['role', 'content', 'reasoningContent', 'reasoning', 'toolCalls']);

function addDelta(parts: ChoiceParts, delta: ChatDelta & { readonly reasoning?: unknown }): void {
  const thought = delta.reasoningContent ?? delta.reasoning;
  parts.role ||= delta.role;
  parts.content += contentText(delta.content);
  if (typeof thought === 'string') parts.reasoning += thought;
  if (delta.toolCalls) parts.toolCalls.add(delta.toolCalls);
  for (const key in delta) if (!assembled.has(key)) parts.rest[key] = (delta as Fields)[key];
}

/** The text of a delta's content. Some servers send it as a list of parts, as messages may have it. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return objectsIn<{ readonly text?: unknown }>(content)
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join('');
}

function choiceOf(index: number, { role, finishReason, content, reasoning, toolCalls, rest }: ChoiceParts): object {
  const calls = toolCalls.calls();
  return {
    index,
    message: {
      ...rest,
      role: role || 'assistant',
      // As without `stream`: a message that only calls tools has no content.
      content: content === '' && calls.length > 0 ? null : content,
      ...(reasoning && { reasoningContent: reasoning }),
      ...(calls.length > 0 && { toolCalls: calls }),
    },
    ...(finishReason ? { finishReason } : {}),
  };
}
