import type { ChatReply, ChatRequest } from './chat-request.js';
import { sampleOf } from './sample.js';

/**
 * What a model says if the test does not: JSON where it is asked for; after a question with tools, a call of those that
 * the question names, else of the first one, and a text once a tool has answered.
 */
export function defaultReply(request: ChatRequest): ChatReply {
  const called = calledTools(request);
  if (called.length > 0) {
    return { toolCalls: called.map(({ name, parameters = {} }) => ({ name, arguments: sampleOf(parameters) ?? {} })) };
  }
  const { type, json_schema: format } = request.response_format ?? { type: 'text' };
  if (type === 'json_schema' || type === 'json_object') return { json: sampleOf(format?.schema ?? {}) ?? {} };
  return { content: 'This is the reply of the simulator.' };
}

function calledTools({
  messages,
  tools = [],
  tool_choice: choice = 'auto',
  parallel_tool_calls: isParallel,
}: ChatRequest) {
  const functions = tools.flatMap((tool) => tool.function ?? []);
  if (typeof choice === 'object') return functions.filter(({ name }) => name === choice.function?.name);
  if (choice === 'none' || (choice !== 'required' && messages.at(-1)?.role !== 'user')) return [];
  const question = JSON.stringify(messages.at(-1)?.content ?? '');
  const named = functions.filter(({ name }) => question.includes(name));
  return named.length > 0 && isParallel !== false ? named : (named.length > 0 ? named : functions).slice(0, 1);
}
