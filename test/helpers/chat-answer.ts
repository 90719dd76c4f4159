import type { Reply } from './loopback-server.js';

/** A streamed response, one text for each chunk, as a model sends it. */
export function words(...texts: readonly string[]): Reply {
  return deltas('stop', ...texts.map((content) => ({ content })));
}

/** A streamed answer of any pieces, which ends for a reason. */
export function deltas(finishReason: string, ...pieces: readonly object[]): Reply {
  return stream(...pieces.map((piece) => chunk(piece)), chunk({}, finishReason), '[DONE]');
}

/** The beginning of a response; nothing follows, and the connection stays open. */
export function wordsWithoutEnd(...texts: readonly string[]): Reply {
  return deltasWithoutEnd(...texts.map((content) => ({ content })));
}

/** The first pieces of an answer, of any kind. */
export function deltasWithoutEnd(...pieces: readonly object[]): Reply {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const piece of pieces) response.write(`data: ${chunk(piece)}\n\n`);
  };
}

/** A streamed response with tool calls; the arguments arrive in two pieces. */
export function toolCalls(...calls: readonly (readonly [name: string, args: string])[]): Reply {
  const pieces = calls.flatMap(([name, args], index) => [
    { index, id: `call-${index}`, type: 'function', function: { name, arguments: args.slice(0, 3) } },
    { index, function: { arguments: args.slice(3) } },
  ]);
  return deltas('tool_calls', ...pieces.map((piece) => ({ tool_calls: [piece] })));
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
