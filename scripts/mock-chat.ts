/** What the model of the mock says where the request asks for more than a text. */
export interface ChatReply {
  /** The document's example of a completion, changed. */
  completion(example: string): string;
  /** The document's example of a stream, changed. */
  events(example: string): string;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly { readonly function?: ToolFunction }[];
  readonly tool_choice?: string | { readonly function?: { readonly name?: string } };
  readonly parallel_tool_calls?: boolean;
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema?: object } };
}

interface ChatMessage {
  readonly role: string;
  readonly content?: unknown;
  readonly tool_call_id?: string;
  readonly tool_calls?: readonly { readonly id: string }[];
}

interface ToolFunction {
  readonly name: string;
  readonly parameters?: object;
}

type Sample = (schema: object) => unknown;

/** What a real server refuses, although the document can't say it; undefined where nothing is wrong. */
export function chatProblem({ messages, tools = [], tool_choice: choice = 'auto' }: ChatRequest): string | undefined {
  const names = tools.map((tool) => tool.function?.name);
  if (choice === 'required' && names.length === 0) return 'tool_choice is "required", but there are no tools.';
  const name = typeof choice === 'object' ? choice.function?.name : undefined;
  if (name !== undefined && !names.includes(name)) return `tool_choice names "${name}", which is not in tools.`;
  const answered = new Set(messages.map((message) => message.tool_call_id));
  for (const [index, { tool_calls: calls = [] }] of messages.entries()) {
    const open = calls.find(({ id }) => !answered.has(id));
    if (open) return `messages.${index}.tool_calls: no message with the role "tool" answers "${open.id}".`;
  }
  return undefined;
}

/** A tool call or JSON, where that is asked for; undefined where the document's text will do. */
export function chatReply(request: ChatRequest, sample: Sample): ChatReply | undefined {
  const calls = calledTools(request).map((tool, index) => ({
    id: `call_mock_${turnOf(request)}_${index + 1}`,
    type: 'function',
    function: { name: tool.name, arguments: JSON.stringify(sample(tool.parameters ?? {}) ?? {}) },
  }));
  if (calls.length > 0) {
    const message = { role: 'assistant', content: null, tool_calls: calls };
    return replyOf(message, 'tool_calls', calls.flatMap(deltasOfCall));
  }
  const { type, json_schema: json } = request.response_format ?? {};
  if (type !== 'json_schema' && type !== 'json_object') return undefined;
  const content = JSON.stringify(sample(json?.schema ?? {}) ?? {});
  return replyOf(
    { role: 'assistant', content },
    'stop',
    halvesOf(content).map((half) => ({ content: half })),
  );
}

/**
 * With `auto`, those that the question names, else the first one; and none once a tool has answered, so that a loop
 * ends. With `required`, or a function's name, always.
 */
function calledTools({ messages, tools = [], tool_choice: choice = 'auto', ...request }: ChatRequest): ToolFunction[] {
  const functions = tools.flatMap((tool) => tool.function ?? []);
  if (typeof choice === 'object') return functions.filter(({ name }) => name === choice.function?.name);
  if (choice === 'none' || (choice !== 'required' && messages.at(-1)?.role !== 'user')) return [];
  const question = JSON.stringify(messages.findLast(({ role }) => role === 'user')?.content ?? '');
  const named = functions.filter(({ name }) => question.includes(name));
  const called = named.length > 0 ? named : functions;
  return named.length > 0 && request.parallel_tool_calls !== false ? named : called.slice(0, 1);
}

/** Ids differ from turn to turn, as those of a model do. */
function turnOf({ messages }: ChatRequest): number {
  return messages.filter(({ role }) => role === 'assistant').length + 1;
}

function deltasOfCall(call: { readonly function: { readonly arguments: string } }, index: number): object[] {
  const start = { index, ...call, function: { ...call.function, arguments: '' } };
  const pieces = halvesOf(call.function.arguments).map((half) => ({ index, function: { arguments: half } }));
  return [start, ...pieces].map((piece) => ({ tool_calls: [piece] }));
}

/** A program must put the pieces together before it reads them. */
function halvesOf(text: string): string[] {
  const half = Math.ceil(text.length / 2);
  return [text.slice(0, half), text.slice(half)];
}

function replyOf(message: object, reason: string, deltas: readonly object[]): ChatReply {
  return {
    completion: (example) => {
      const completion = JSON.parse(example) as object;
      return JSON.stringify({ ...completion, choices: [{ index: 0, message, finish_reason: reason }] });
    },
    events: (example) => {
      const events = example.split(/(?<=\n\n)/);
      const [first = ''] = events;
      const head = JSON.parse(first.slice('data: '.length)) as object;
      const eventOf = (delta: object, finish: string | null): string =>
        `data: ${JSON.stringify({ ...head, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
      return [
        eventOf({ role: 'assistant', content: null }, null),
        ...deltas.map((delta) => eventOf(delta, null)),
        eventOf({}, reason),
        // The usage, and the end.
        ...events.filter((event) => event.includes('"choices":[]') || event.includes('[DONE]')),
      ].join('');
    },
  };
}
