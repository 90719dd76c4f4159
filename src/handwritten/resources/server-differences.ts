import type { ChatCompletion } from '../../../generated/types.js';
import { isObject, objectsIn } from '../core/json-object.js';
import type { Fields } from './grown-fields.js';
import { argumentsText } from './tool-arguments.js';

/** Reasoning has two names: it is under the documented one whichever a server uses. */
export function addReasoning(message: Fields): void {
  const { reasoning } = message;
  if (typeof reasoning === 'string' && reasoning !== '') message['reasoningContent'] ||= reasoning;
}

/** Gives the choices of a completion the forms that their types promise, in place. */
export function completeChoices(choices: readonly object[]): void {
  for (const choice of choices as readonly Fields[]) {
    if (!isObject(choice['message'])) choice['message'] = { role: 'assistant', content: '' };
    const message = choice['message'] as Fields;
    addReasoning(message);
    const functions = objectsIn<Fields>(message['toolCalls']).map((call) => call['function']);
    for (const called of [message['functionCall'], ...functions]) {
      if (!isObject(called)) continue;
      const text = argumentsText(called['arguments']);
      // Without parameters, some models write nothing. A call that was cut off is not one without arguments.
      const isCut = !choice['finishReason'] || choice['finishReason'] === 'length';
      called['arguments'] = text.trim() || isCut ? text : '{}';
    }
  }
}

/** A completion that came without `stream`. */
export function completeResponse(completion: ChatCompletion): ChatCompletion {
  completion.choices = [...objectsIn(completion.choices)] as ChatCompletion['choices'];
  completeChoices(completion.choices);
  return completion;
}
