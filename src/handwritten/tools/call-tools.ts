import type { ChatMessage, ChatToolCall } from '../../../generated/types.js';
import type { StopTools } from './errors.js';
import { issuesText } from './issues-text.js';
import type { SentSchema } from './sent-schema.js';
import type { AnyTool, ToolContext } from './tool.js';

/** What became of one tool call. */
export interface ToolResult {
  readonly id: string;
  readonly name: string;
  /** What the model is sent. */
  readonly content: string;
  /** Whether the call failed: an unknown tool, arguments that are not valid, or an error of the tool. */
  readonly isError: boolean;
  /** Set if the tool ended the run. */
  readonly stop?: StopTools | undefined;
}

/** A tool and how its arguments are read. */
export interface RunnableTool {
  readonly tool: AnyTool;
  readonly read: SentSchema['read'];
}

/** Runs the calls of one message, `concurrency` at a time. The results are in the order of the calls. */
export async function callTools(
  calls: readonly ChatToolCall[],
  tools: ReadonlyMap<string, RunnableTool>,
  context: Omit<ToolContext, 'toolCallId'>,
  concurrency: number,
  onResult: (result: ToolResult) => void,
): Promise<readonly ToolResult[]> {
  const results: ToolResult[] = [];
  const waiting = calls.entries();
  const { signal } = context;
  const isAborted = (): boolean => signal.aborted;
  const work = async (): Promise<void> => {
    for (const [place, call] of waiting) {
      // What has not begun does not begin after an abort.
      if (isAborted()) return;
      const result = await callTool(call, tools, context);
      results[place] = result;
      if (!isAborted()) onResult(result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, calls.length) }, work));
  return results;
}

/** The message that tells the model of a result. */
export function resultMessage({ id, content }: ToolResult): ChatMessage {
  return { role: 'tool', toolCallId: id, content };
}

async function callTool(
  call: ChatToolCall,
  tools: ReadonlyMap<string, RunnableTool>,
  context: Omit<ToolContext, 'toolCallId'>,
): Promise<ToolResult> {
  const { id, function: called } = call;
  const { name, arguments: text } = called;
  const failed = (content: string): ToolResult => ({ id, name, content, isError: true });
  const found = tools.get(name);
  if (found === undefined) {
    return failed(`There is no tool named ${JSON.stringify(name)}. The tools are: ${[...tools.keys()].join(', ')}.`);
  }
  let json: unknown;
  try {
    // The arguments of a tool without parameters may be an empty text.
    json = text.trim() === '' ? {} : (JSON.parse(text) as unknown);
  } catch (error) {
    return failed(`The arguments are not valid JSON: ${(error as Error).message}`);
  }
  try {
    const args = await found.read(json);
    if (args.issues) return failed(`The arguments are not valid:\n${issuesText(args.issues)}`);
    const result: unknown = await found.tool.execute(args.value as never, { ...context, toolCallId: id });
    return { id, name, content: contentOf(result), isError: false };
  } catch (error) {
    if (isStop(error)) return { id, name, content: contentOf(error.value), isError: false, stop: error };
    return failed(error instanceof Error ? error.message || error.name : String(error));
  }
}

/** By its name: the tool may have it from another copy of the package. */
function isStop(error: unknown): error is StopTools {
  return error instanceof Error && error.name === 'StopTools' && 'value' in error;
}

/** A text as it is; anything else as JSON, and nothing as an empty text. */
function contentOf(result: unknown): string {
  if (typeof result === 'string') return result;
  const text: unknown = JSON.stringify(result);
  return typeof text === 'string' ? text : '';
}

/**
 * The calls of a message with an id each of their own, which the results refer to. A call that came twice, as some
 * servers send it, is one.
 */
export function distinctCalls(calls: readonly ChatToolCall[], round: number): readonly ChatToolCall[] {
  const distinct: ChatToolCall[] = [];
  for (const [place, call] of calls.entries()) {
    const known = distinct.find(({ id }) => id === call.id);
    const isSame = known?.function.name === call.function.name && known.function.arguments === call.function.arguments;
    if (call.id !== '' && isSame) continue;
    distinct.push(call.id === '' || known ? { ...call, id: `${call.id || 'call'}_${round}_${place}` } : call);
  }
  return distinct;
}
