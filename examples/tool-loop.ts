// A model that calls your functions: typed tools, parallel tool calls, a limited number of rounds, and tool errors that
// are sent back to the model, so that it can try something else.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/tool-loop.ts ["How long can I rent two A100 with what I have left?"]
import { Runcrate, type ChatMessageParam, type ChatTool, type ChatToolCall } from '@runcrate/sdk';

const [question = 'How long can I rent an A100 with what I have left?'] = process.argv.slice(2);
const model = 'deepseek-ai/DeepSeek-V3';
const maxRounds = 5;
const rc = new Runcrate();

const tools = [
  tool({
    name: 'find_gpus',
    description: 'Lists the instance types with a GPU model, and their price in USD per hour.',
    parameters: {
      type: 'object',
      properties: { gpuType: { type: 'string', description: 'Such as A100' }, gpuCount: { type: 'integer' } },
      required: ['gpuType'],
    },
    check: ({ gpuType, gpuCount }) => {
      if (typeof gpuType !== 'string') throw new Error('gpuType must be a string, such as A100.');
      return { gpuType, ...(typeof gpuCount === 'number' ? { gpuCount } : {}) };
    },
    run: async (filter) => {
      const types = await rc.instances.listTypes(filter);
      return types.map(({ id, gpuCount, hourlyRate }) => ({ id, gpuCount, hourlyRate }));
    },
  }),
  tool({
    name: 'get_balance',
    description: 'Returns the remaining balance in USD.',
    parameters: { type: 'object', properties: {} },
    check: () => ({}),
    run: () => rc.billing.getBalance(),
  }),
];

const rounds = await converse([{ role: 'user', content: question }]);
console.log(`\n\nRounds: ${rounds}`);

/** Continues until the model responds without a tool call. Resolves to the number of rounds. */
async function converse(messages: ChatMessageParam[]): Promise<number> {
  for (let round = 1; round <= maxRounds; round++) {
    const stream = await rc.models.chatCompletion({
      model,
      messages,
      tools: tools.map(({ definition }) => definition),
      // In the last round, the model must respond without tools.
      toolChoice: round < maxRounds ? 'auto' : 'none',
      stream: true,
    });
    for await (const text of stream.textStream()) process.stdout.write(text);
    const { choices } = await stream.finalCompletion();
    const [choice] = choices;
    if (!choice) throw new Error('The response has no choices.');
    const { toolCalls = [] } = choice.message;
    if (toolCalls.length === 0) return round;
    messages.push(choice.message, ...(await Promise.all(toolCalls.map(resultOf))));
  }
  throw new Error(`The model still calls tools after ${maxRounds} rounds.`);
}

/** Runs the tool that the model calls. An error is a result too: every call must have one. */
async function resultOf({ id, function: { name, arguments: text } }: ChatToolCall): Promise<ChatMessageParam> {
  console.log(`→ ${name}(${text})`);
  try {
    const called = tools.find(({ definition }) => definition.function?.name === name);
    if (!called) throw new Error(`There is no tool ${name}.`);
    return { role: 'tool', toolCallId: id, content: JSON.stringify(await called.run(text)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.log(`  ${message}`);
    return { role: 'tool', toolCallId: id, content: JSON.stringify({ error: message }) };
  }
}

interface Tool {
  readonly definition: ChatTool;
  /** Receives the arguments as the model wrote them. */
  run(text: string): Promise<unknown>;
}

interface ToolDescription<Args> {
  readonly name: string;
  readonly description: string;
  /** A JSON Schema for the model. Models do not always follow it. */
  readonly parameters: Record<string, unknown>;
  /** Returns typed arguments, or throws an error with a message for the model. */
  readonly check: (args: Readonly<Record<string, unknown>>) => Args;
  readonly run: (args: Args) => Promise<unknown>;
}

function tool<Args>({ check, run, ...definition }: ToolDescription<Args>): Tool {
  return {
    definition: { type: 'function', function: definition },
    run: async (text) => {
      // The arguments of a tool without parameters may be an empty string.
      const args: unknown = JSON.parse(text === '' ? '{}' : text);
      if (typeof args !== 'object' || args === null) throw new Error('The arguments must be a JSON object.');
      return run(check(args as Record<string, unknown>));
    },
  };
}
