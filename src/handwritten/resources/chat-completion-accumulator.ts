import type { ChatChunkChoice, ChatCompletion, ChatCompletionChunk, ChatDelta } from '../../../generated/types.js';
import { contentText } from '../core/json-object.js';
import { addField, type Fields } from './grown-fields.js';
import { completeChoices } from './server-differences.js';
import { ToolCallAssembler } from './tool-call-assembler.js';

/** Puts the chunks of a stream together to the completion that the API would have answered without `stream`. */
export class ChatCompletionAccumulator {
  readonly #choices = new Map<number, ChoiceParts>();
  readonly #head: Fields = {};

  add(chunk: ChatCompletionChunk): void {
    for (const key in chunk) {
      const value = (chunk as unknown as Fields)[key];
      // Most are the same in every chunk. What is empty takes no place, nor does 0 as a time: a filter's chunk has such a head.
      if (key === 'choices' || value === this.#head[key]) continue;
      if (value || key !== 'created' || !Object.hasOwn(this.#head, key)) addField(this.#head, key, value, 'head');
    }
    let position = 0;
    for (const choice of chunk.choices) this.#addChoice(choice, position++);
  }

  #addChoice(choice: ChatChunkChoice, position: number): void {
    const parts = this.#partsOf(typeof choice.index === 'number' ? choice.index : position);
    for (const key in choice) {
      if (key === 'finishReason') parts.finishReason = choice.finishReason || parts.finishReason;
      else if (key === 'delta') addDelta(parts, choice.delta as ChatDelta & Fields);
      else if (key !== 'index') {
        const value = (choice as unknown as Fields)[key];
        // A list of tokens grows. Of anything else in a choice the last value holds, as in the head.
        addField(parts.rest, key, value, key === 'logprobs' || key.includes('token') ? 'tokens' : 'head');
      }
    }
  }

  /** The number of choices that have begun. */
  get size(): number {
    return this.#choices.size;
  }

  /** Whether every choice has its finish reason, of this many that were asked for. */
  isFinished(count: number): boolean {
    return this.size >= count && [...this.#choices.values()].every(({ finishReason }) => finishReason);
  }

  completion(): ChatCompletion {
    const choices = [...this.#choices].sort(([a], [b]) => a - b).map(([index, parts]) => choiceOf(index, parts));
    completeChoices(choices);
    return { ...this.#head, object: 'chat.completion', choices } as unknown as ChatCompletion;
  }

  #partsOf(index: number): ChoiceParts {
    let parts = this.#choices.get(index);
    if (parts === undefined) {
      parts = { content: '', toolCalls: new ToolCallAssembler(), message: {}, rest: {} };
      this.#choices.set(index, parts);
    }
    return parts;
  }
}

/** The parts of one choice received so far. */
interface ChoiceParts {
  finishReason?: unknown;
  content: string;
  readonly toolCalls: ToolCallAssembler;
  /** The other fields of the message. */
  readonly message: Fields;
  /** The other fields of the choice. */
  readonly rest: Fields;
}

function addDelta(parts: ChoiceParts, delta: ChatDelta & Fields): void {
  const { message, toolCalls } = parts;
  for (const key in delta) {
    const value = delta[key];
    if (key === 'content') parts.content += contentText(value);
    else if (key === 'toolCalls') toolCalls.add(value);
    else addField(message, key, value, 'delta');
  }
}

function choiceOf(index: number, { finishReason, content, toolCalls, message, rest }: ChoiceParts): Fields {
  const calls = toolCalls.calls();
  const hasOther = calls.length > 0 || message['refusal'] || message['functionCall'] || message['audio'];
  return {
    ...rest,
    index,
    message: {
      ...message,
      role: message['role'] || 'assistant',
      // As without `stream`: a message that calls tools, refuses or speaks has no content.
      content: content === '' && hasOther ? null : content,
      ...(calls.length > 0 && { toolCalls: calls }),
    },
    ...(finishReason ? { finishReason } : {}),
  };
}
