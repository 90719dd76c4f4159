import type { ChatChunkChoice, ChatCompletion, ChatCompletionChunk, ChatDelta } from '../../../generated/types.js';
import { isObject, objectsIn } from '../core/json-object.js';
import { ToolCallAssembler } from './tool-call-assembler.js';

/** Has no prototype, so that a field `__proto__` is an ordinary field. */
type Fields = Record<string, unknown>;
const noFields = (): Fields => Object.create(null) as Fields;

/** Assembles the chunks of a stream into the completion that the API returns without `stream`. */
export class ChatCompletionAccumulator {
  readonly #choices = new Map<number, ChoiceParts>();
  readonly #head = noFields();

  /** Servers omit required fields: a chunk that has only token counts may have no `choices`. */
  add(chunk: Partial<ChatCompletionChunk>): void {
    for (const key in chunk) {
      const value = (chunk as Fields)[key];
      // Some servers send usage in every chunk: the last one is the total.
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

/** The parts of one choice received so far. */
interface ChoiceParts {
  role?: unknown;
  finishReason?: unknown;
  content: string;
  reasoning: string;
  readonly toolCalls: ToolCallAssembler;
  /** Fields of the delta that are not assembled, such as those unknown to this SDK; the last value wins. */
  readonly rest: Fields;
}

/** Some servers name the field `reasoning`. */
const assembled: ReadonlySet<string> = new Set(['role', 'content', 'reasoningContent', 'reasoning', 'toolCalls']);

function addDelta(parts: ChoiceParts, delta: ChatDelta & { readonly reasoning?: unknown }): void {
  const thought = delta.reasoningContent ?? delta.reasoning;
  parts.role ||= delta.role;
  parts.content += contentText(delta.content);
  if (typeof thought === 'string') parts.reasoning += thought;
  if (delta.toolCalls) parts.toolCalls.add(delta.toolCalls);
  for (const key in delta) if (!assembled.has(key)) parts.rest[key] = (delta as Fields)[key];
}

/** The text of a delta's content. Some servers send it as a list of parts, as in messages. */
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
