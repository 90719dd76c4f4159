import { refusedField, type Answer } from './answer.js';
import { fieldsOf, type ApiCall, type Context, type Handler } from './call.js';
import { tokenPrice } from './catalogue.js';
import type { ChatReply, ChatRequest } from './chat-request.js';
import { defaultReply } from './default-reply.js';
import type { JsonSchema } from './document.js';
import { checked, mistake } from './mistake.js';
import { brokeAnswer, charge, tokensOf } from './usage.js';
import { nextId } from './world.js';

/** A text, more than a text, or a function of the request. */
export type ChatAnswer =
  string | ChatReply | ((request: ChatRequest) => string | ChatReply | Promise<string | ChatReply>);

/** What the models of a simulator say. */
export class SimulatedChat {
  /** @internal */
  answers: { always: ChatAnswer | undefined; next: readonly ChatAnswer[] } = { always: undefined, next: [] };

  /** Sets what every call gets from now on: a text, tool calls, JSON, or a function of the request. */
  reply(answer: ChatAnswer): void {
    this.answers = { ...this.answers, always: typeof answer === 'function' ? answer : replyOf(answer) };
  }

  /** Sets what the next calls get, one each, before that of `reply`. */
  replyOnce(...answers: readonly ChatAnswer[]): void {
    const next = answers.map((answer) => (typeof answer === 'function' ? answer : replyOf(answer)));
    this.answers = { ...this.answers, next: [...this.answers.next, ...next] };
  }

  /** @internal */
  async answerTo(request: ChatRequest, until: ApiCall['until']): Promise<ChatReply> {
    const [first, ...rest] = this.answers.next;
    if (first !== undefined) this.answers = { ...this.answers, next: rest };
    const answer = first ?? this.answers.always ?? defaultReply;
    return replyOf(typeof answer === 'function' ? await until(ownError(() => answer(request))) : answer);
  }
}

const schema = {
  properties: {
    content: { type: ['string', 'null'] },
    json: true,
    reasoning: { type: 'string' },
    toolCalls: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: { type: 'string', minLength: 1 }, arguments: true, id: { type: 'string' } },
        required: ['name'],
        additionalProperties: false,
      },
    },
    finishReason: { enum: ['stop', 'length', 'tool_calls', 'function_call', 'content_filter'] },
    pieces: { type: 'array', items: { type: 'string' } },
    delay: { type: 'number', minimum: 0 },
  } satisfies Record<keyof ChatReply, JsonSchema>,
};

function replyOf(reply: string | ChatReply): ChatReply {
  if (typeof reply === 'string') return { content: reply };
  if (typeof reply !== 'object' || (reply as ChatReply | null) === null)
    throw mistake(
      `api.chat.reply: a reply is a text or an object such as { toolCalls }, not ${typeof reply === 'object' ? 'null' : typeof reply}.`,
    );
  return checked('api.chat.reply', reply, schema);
}

/** By a `digest`, the client passes an error through unchanged: this one is of the test. */
async function ownError<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { digest: 'RUNCRATE_SIMULATOR' }) : error;
  }
}

/** What a real server refuses, although the document can't say it. */
function problemOf({ messages, tools = [], tool_choice: choice }: ChatRequest): Answer | undefined {
  if (messages.length === 0) return refusedField('messages', 'must not be empty');
  const names = tools.map((tool) => tool.function?.name);
  if (choice === 'required' && names.length === 0)
    return refusedField('tool_choice', 'is "required", but there are no tools');
  const name = typeof choice === 'object' ? choice.function?.name : undefined;
  if (name !== undefined && !names.includes(name))
    return refusedField('tool_choice', `names "${name}", which is not in tools`);
  const answered = new Set(messages.map((message) => message.tool_call_id));
  for (const [index, { tool_calls: calls = [] }] of messages.entries()) {
    const open = calls.find(({ id }) => !answered.has(id));
    if (open)
      return refusedField(`messages.${index}.tool_calls`, `: no message with the role "tool" answers "${open.id}"`);
  }
  return undefined;
}

/** Serves `createChatCompletion` with the replies of a simulator. */
export function chatHandler(chat: SimulatedChat): Handler {
  return async (call, context) => {
    const request = fieldsOf<ChatRequest>(call);
    const refusal = problemOf(request) ?? brokeAnswer(context, call.now);
    if (refusal) return refusal;
    return answerOf(request, await chat.answerTo(request, call.until), call, context);
  };
}

function answerOf(request: ChatRequest, reply: ChatReply, { now }: ApiCall, context: Context): Answer {
  const turn = turnOf(request, reply);
  const promptTokens = tokensOf(JSON.stringify(request.messages));
  const choices = request.n ?? 1;
  const completionTokens = tokensOf((turn.reasoning ?? '') + (turn.text ?? JSON.stringify(turn.calls))) * choices;
  const price = tokenPrice(request.model);
  const cost = promptTokens * price.prompt + completionTokens * price.completion;
  charge(context, request.model, now, { cost, promptTokens, completionTokens });
  const usage = {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
  const head = {
    id: `chatcmpl-${nextId(context.world).slice(-12)}`,
    created: Math.floor(now / 1000),
    model: request.model,
  };
  if (request.stream === true) return streamed(request, turn, reply, { head, usage });
  const message = {
    role: 'assistant',
    content: turn.text,
    ...(turn.reasoning !== undefined && { reasoning_content: turn.reasoning }),
    ...(turn.calls.length > 0 && { tool_calls: turn.calls }),
  };
  const list = Array.from({ length: choices }, (_, index) => ({ index, message, finish_reason: turn.finish }));
  return { status: 200, body: { ...head, object: 'chat.completion', choices: list, usage } };
}

interface Turn {
  readonly text: string | null;
  readonly reasoning: string | undefined;
  readonly calls: readonly {
    readonly id: string;
    readonly type: 'function';
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
  readonly finish: string;
}

function turnOf(request: ChatRequest, { toolCalls = [], reasoning, ...reply }: ChatReply): Turn {
  const turn = request.messages.filter(({ role }) => role === 'assistant').length + 1;
  const calls = toolCalls.map(({ name, arguments: given = {}, id }, index) => ({
    id: id ?? `call_${turn}_${index + 1}`,
    type: 'function' as const,
    function: { name, arguments: typeof given === 'string' ? given : JSON.stringify(given) },
  }));
  const whole =
    reply.json !== undefined ? JSON.stringify(reply.json) : (reply.content ?? reply.pieces?.join('') ?? null);
  const limit = (request.max_completion_tokens ?? request.max_tokens ?? Infinity) * 4;
  const isCut = (whole?.length ?? 0) > limit;
  return {
    text: isCut ? (whole?.slice(0, limit) ?? null) : whole,
    reasoning,
    calls,
    finish: reply.finishReason ?? (calls.length > 0 ? 'tool_calls' : isCut ? 'length' : 'stop'),
  };
}

function streamed(
  request: ChatRequest,
  { text, reasoning, calls, finish }: Turn,
  { pieces, delay = 0 }: ChatReply,
  { head, usage }: { readonly head: object; readonly usage: object },
): Answer {
  const chunk = { ...head, object: 'chat.completion.chunk' };
  const eventOf = (more: object): string => `data: ${JSON.stringify({ ...chunk, ...more })}\n\n`;
  const deltas = [
    { role: 'assistant', content: '' },
    ...wordsOf(reasoning).map((piece) => ({ reasoning_content: piece })),
    ...(pieces?.join('') === text ? pieces : wordsOf(text)).map((content) => ({ content })),
    ...calls.flatMap(({ function: { name, arguments: text }, ...call }, index) => [
      { tool_calls: [{ index, ...call, function: { name, arguments: '' } }] },
      ...halvesOf(text).map((half) => ({ tool_calls: [{ index, function: { arguments: half } }] })),
    ]),
  ];
  const indexes = Array.from({ length: request.n ?? 1 }, (_, index) => index);
  const of = (delta: object, finish_reason: string | null): string[] =>
    indexes.map((index) => eventOf({ choices: [{ index, delta, finish_reason }] }));
  const events = [
    ...deltas.flatMap((delta) => of(delta, null)),
    ...of({}, finish),
    ...(request.stream_options?.include_usage === true ? [eventOf({ choices: [], usage })] : []),
    'data: [DONE]\n\n',
  ];
  return { status: 200, events, eventDelay: delay };
}

function wordsOf(text: string | null | undefined): string[] {
  return text?.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? [];
}

/** A program must put the pieces together before it reads them. */
function halvesOf(text: string): string[] {
  const half = Math.ceil(text.length / 2);
  return [text.slice(0, half), text.slice(half)].filter((piece) => piece !== '');
}
