// A model that calls functions of yours: typed tools, several calls at once, a bounded number of rounds, and the
// errors of a tool handed back to the model, which may then try something else.
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
    description: 'Lists the machines that can be rented with a model of GPU, and their price in USD per hour.',
    parameters: {
      type: 'object',
      properties: { gpuType: { type: 'string', description: 'As in A100' }, gpuCount: { type: 'integer' } },
      required: ['gpuType'],
    },
    check: ({ gpuType, gpuCount }) => {
      if (typeof gpuType !== 'string') throw new Error('gpuType must be a text, as in A100.');
      return { gpuType, ...(typeof gpuCount === 'number' ? { gpuCount } : {}) };
    },
    run: async (filter) => {
      const types = await rc.instances.listTypes(filter);
      return types.map(({ id, gpuCount, hourlyRate }) => ({ id, gpuCount, hourlyRate }));
    },
  }),
  tool({
    name: 'get_balance',
    description: 'Tells how many USD are left.',
    parameters: { type: 'object', properties: {} },
    check: () => ({}),
    run: () => rc.billing.getBalance(),
  }),
];

const rounds = await converse([{ role: 'user', content: question }]);
console.log(`\n\nRounds: ${rounds}`);

/** Goes on until the model answers without calling a tool. Gives the number of rounds that it took. */
async function converse(messages: ChatMessageParam[]): Promise<number> {
  for (let round = 1; round <= maxRounds; round++) {
    const stream = await rc.models.chatCompletion({
      model,
      messages,
      tools: tools.map(({ definition }) => definition),
      // In the last round the model has to make do with what it knows.
      toolChoice: round < maxRounds ? 'auto' : 'none',
      stream: true,
    });
    for await (const text of stream.textStream()) process.stdout.write(text);
    const { choices } = await stream.finalCompletion();
    const [choice] = choices;
    if (!choice) throw new Error('The model gave no answer.');
    const { toolCalls = [] } = choice.message;
    if (toolCalls.length === 0) return round;
    messages.push(choice.message, ...(await Promise.all(toolCalls.map(resultOf))));
  }
  throw new Error(`The model still calls tools after ${maxRounds} rounds.`);
}

/** Runs what the model asks for. Whatever goes wrong is an answer, too: every call must have one. */
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
  /** Takes the arguments as the model wrote them. */
  run(text: string): Promise<unknown>;
}

interface ToolDescription<Args> {
  readonly name: string;
  readonly description: string;
  /** A JSON Schema, for the model to read. Models do not always keep to it. */
  readonly parameters: Record<string, unknown>;
  /** Makes typed arguments of what the model wrote, or throws what the model should know. */
  readonly check: (args: Readonly<Record<string, unknown>>) => Args;
  readonly run: (args: Args) => Promise<unknown>;
}

function tool<Args>({ check, run, ...definition }: ToolDescription<Args>): Tool {
  return {
    definition: { type: 'function', function: definition },
    run: async (text) => {
      // A tool without parameters may be called without a text.
      const args: unknown = JSON.parse(text === '' ? '{}' : text);
      if (typeof args !== 'object' || args === null) throw new Error('The arguments must be a JSON object.');
      return run(check(args as Record<string, unknown>));
    },
  };
}
