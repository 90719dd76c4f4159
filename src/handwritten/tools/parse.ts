import type {
  ChatCompletion,
  ChatCompletionParams,
  ChatCompletionParamsFields,
  ChatMessage,
} from '../../../generated/types.js';
import { RuncrateError } from '../core/errors/errors.js';
import type { Log } from '../core/options/log.js';
import type { RequestOptions } from '../core/operation/operation.js';
import type { ChatCompletionStream } from '../resources/chat-completion-stream.js';
import { contentText } from '../core/json-object.js';
import { ParseError } from './errors.js';
import { LastResponse } from './last-response.js';
import { nameProblem } from './name-problem.js';
import { readJsonText } from './read-json.js';
import { issuesText } from './issues-text.js';
import type { ModelSchema, OutputOf, SchemaIssue } from './schema.js';
import { sentSchema, type SentSchema } from './sent-schema.js';

/** How the completion is read. */
export interface ParseFields<Schema extends ModelSchema> {
  /** The schema of the value: of zod 4, arktype 2, valibot by `toStandardJsonSchema`, or `jsonSchema({ schema })`. */
  readonly schema: Schema;
  /** What the value is called; the model can read it. Letters, digits, `_` and `-`. `response` by default. */
  readonly schemaName?: string | undefined;
  /**
   * Whether the provider enforces the schema. By default where it can be enforced; `true` is refused for a schema that
   * can't be, with the path that is the reason.
   */
  readonly strict?: boolean | undefined;
  /**
   * How often the model is asked again, with the issues, if its JSON is not one of the schema. Each request is billed. 0
   * by default. Not for a stream.
   */
  readonly repairs?: number | undefined;
}

/** Parameters of `rc.models.parse`: those of `chatCompletion`, without `responseFormat`, and the schema. */
export type ParseParams<Schema extends ModelSchema> = Omit<ChatCompletionParamsFields, 'responseFormat' | 'n'> &
  ParseFields<Schema> & {
    /** Made from `schema`. */
    readonly responseFormat?: never;
    /** One value is read from one choice. */
    readonly n?: 1 | undefined;
  };

/** A completion with the value that it holds. */
export interface ParsedChatCompletion<Output> extends ChatCompletion {
  /** The value, as the schema's library returns it. */
  parsed: Output;
  /** Every completion that was paid for, `repairs` included, in order. */
  completions: readonly ChatCompletion[];
}

/** A stream whose final completion has the value. */
export type ParsedChatCompletionStream<Output> = Omit<ChatCompletionStream, 'finalCompletion'> & {
  /** The whole completion with `parsed`. Rejects with `ParseError`, or as the stream does. */
  finalCompletion(): Promise<ParsedChatCompletion<Output>>;
};

/** The methods of the client that are called. */
export interface ChatMethods {
  chatCompletion(
    params: ChatCompletionParams,
    options?: RequestOptions,
  ): Promise<ChatCompletion | ChatCompletionStream>;
}

/** The fields that are not of the chat completion. */
const notSent: Readonly<Record<keyof ParseFields<ModelSchema>, undefined>> = {
  schema: undefined,
  schemaName: undefined,
  strict: undefined,
  repairs: undefined,
};

/** `rc.models.parse`: checks and converts the schema, asks the model, and validates what it says. */
export async function parse<Schema extends ModelSchema>(
  models: ChatMethods,
  log: Log,
  params: ParseParams<Schema> & { readonly stream?: boolean | undefined },
  options?: RequestOptions,
): Promise<ParsedChatCompletion<OutputOf<Schema>> | ParsedChatCompletionStream<OutputOf<Schema>>> {
  checkParams(params);
  const { schema, schemaName = 'response', strict, repairs = 0, stream } = params;
  const sent = sentSchema(schema, strict, 'schema', log);
  const jsonSchema = { name: schemaName, strict: sent.strict, schema: sent.schema };
  // A field that is undefined is not sent. To copy all but some is several times slower.
  const request = {
    ...params,
    ...notSent,
    responseFormat: { type: 'json_schema', jsonSchema },
  } as ChatCompletionParams;
  const last = new LastResponse(options);
  const first = await models.chatCompletion(request, last.options);
  if (stream === true) return withParsed(first as ChatCompletionStream, sent, last);
  const completions = [first as ChatCompletion];
  let { messages } = request;
  for (let repair = 0; ; repair++) {
    try {
      return await valueOf(completions, sent, last);
    } catch (error) {
      const isRepairable = error instanceof ParseError && (error.reason === 'noJson' || error.reason === 'invalid');
      if (!isRepairable || repair >= repairs) throw error;
      messages = [...messages, ...repairMessages(error)];
    }
    const again = models.chatCompletion({ ...request, messages }, last.options);
    completions.push(await paidFor(again as Promise<ChatCompletion>, completions));
  }
}

/** A request that fails after others were paid for tells of them. */
async function paidFor(
  request: Promise<ChatCompletion>,
  completions: readonly ChatCompletion[],
): Promise<ChatCompletion> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof RuncrateError) Object.defineProperty(error, 'completions', { value: [...completions] });
    throw error;
  }
}

function withParsed(
  stream: ChatCompletionStream,
  sent: SentSchema,
  last: LastResponse,
): ParsedChatCompletionStream<never> {
  const final = stream.finalCompletion.bind(stream);
  const finalCompletion = async () => valueOf([await final()], sent, last);
  return Object.defineProperty(stream, 'finalCompletion', {
    value: finalCompletion,
  }) as unknown as ParsedChatCompletionStream<never>;
}

async function valueOf(
  completions: readonly ChatCompletion[],
  sent: SentSchema,
  last: LastResponse,
): Promise<ParsedChatCompletion<unknown>> {
  const completion = completions.at(-1) as ChatCompletion;
  const { message, finishReason } = completion.choices[0] ?? {};
  const fail = (
    reason: ParseError['reason'],
    what: string,
    hint?: string,
    issues?: readonly SchemaIssue[],
  ): ParseError => new ParseError({ message: what, hint, reason, completions, issues, requestId: last.requestId });
  if (message?.refusal) throw fail('refused', `The model refused: ${message.refusal}`);
  const text = contentText(message?.content);
  const found = readJsonText(text);
  // Of a number that was cut, the rest may be missing.
  const isCut = finishReason === 'length' && typeof found?.json === 'number';
  const read = found && !isCut ? sent.read(found.json) : undefined;
  const result = read && 'then' in read ? await read : read;
  // A value that is whole is one, whatever the reason of the end.
  if (result && !result.issues) return { ...completion, parsed: result.value, completions };
  if (finishReason === 'length') {
    throw fail('cut', 'The completion reached its token limit before the JSON was whole.', 'Raise `maxTokens`.');
  }
  if (finishReason === 'content_filter') throw fail('filtered', 'The completion was withheld by a content filter.');
  if (result?.issues) {
    throw fail(
      'invalid',
      `The schema refuses the JSON of the model:\n${issuesText(result.issues)}`,
      repairHint,
      result.issues,
    );
  }
  if (message?.toolCalls?.length) {
    throw fail('noJson', 'The model calls tools in place of the JSON.', 'Use `rc.models.runTools` for tools.');
  }
  throw fail('noJson', `The completion holds no JSON that can be told apart: ${shown(text)}`, repairHint);
}

const repairHint = 'With `repairs: 1` the model is asked once more, with the issues; that request is billed too.';

function repairMessages({ completion, issues }: ParseError): ChatMessage[] {
  const said = { role: 'assistant', content: contentText(completion.choices[0]?.message.content) } as const;
  const what = issues.length > 0 ? `That JSON is not valid:\n${issuesText(issues)}` : 'That is no JSON.';
  return [said, { role: 'user', content: `${what}\nRespond with the corrected JSON only.` }];
}

function shown(text: string): string {
  return text.length > 200 ? `${JSON.stringify(text.slice(0, 200))}…` : JSON.stringify(text);
}

function checkParams(params: object): void {
  const { schemaName, strict, repairs, stream, n, responseFormat } = params as Readonly<Record<string, unknown>>;
  // Not by core/options/check.ts: a part that loads late shares no file with the client that it can do without.
  const refuse = (field: string, problem: string): never => {
    throw new RuncrateError(`\`${field}\` of \`parse\` ${problem}.`);
  };
  const problem = schemaName === undefined ? undefined : nameProblem(schemaName);
  if (problem !== undefined) refuse('schemaName', problem);
  if (strict !== undefined && typeof strict !== 'boolean') refuse('strict', 'must be a boolean');
  const isCount = repairs === undefined || (Number.isInteger(repairs) && (repairs as number) >= 0);
  if (!isCount) refuse('repairs', 'must be an integer, 0 or more');
  if (repairs && stream) refuse('repairs', "can't be used with `stream`: what was streamed is out already");
  if (n !== undefined && n !== 1) refuse('n', 'must be 1: one value is read from one choice');
  if (responseFormat !== undefined) refuse('responseFormat', 'is made from `schema`; leave it out');
}
