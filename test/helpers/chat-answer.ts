import type { Reply } from './loopback-server.js';

/** A streamed response, one text for each chunk, as a model sends it. */
export function words(...texts: readonly string[]): Reply {
  return stream(...texts.map((content) => chunk({ content })), chunk({}, 'stop'), '[DONE]');
}

/** The beginning of a response; nothing follows, and the connection stays open. */
export function wordsWithoutEnd(...texts: readonly string[]): Reply {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const content of texts) response.write(`data: ${chunk({ content })}\n\n`);
  };
}

/** A streamed response with tool calls; the arguments arrive in two pieces. */
export function toolCalls(...calls: readonly (readonly [name: string, args: string])[]): Reply {
  const pieces = calls.flatMap(([name, args], index) => [
    { index, id: `call-${index}`, type: 'function', function: { name, arguments: args.slice(0, 3) } },
    { index, function: { arguments: args.slice(3) } },
  ]);
  return stream(...pieces.map((piece) => chunk({ tool_calls: [piece] })), chunk({}, 'tool_calls'), '[DONE]');
}

function stream(...events: readonly string[]): Reply {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(events.map((event) => `data: ${event}\n\n`).join(''));
  };
}

function chunk(delta: object, finishReason: string | null = null): string {
  return JSON.stringify({
    id: 'chat-1',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  });
}
