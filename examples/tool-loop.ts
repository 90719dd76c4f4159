// A model that calls your functions: typed tools, parallel tool calls, a limited number of rounds, and tool errors that
// are sent back to the model, so that it can try something else.
//
//   npm install zod
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/tool-loop.ts ["How long can I rent two A100 with what I have left?"]
import { Runcrate } from '@runcrate/sdk';
import { tool } from '@runcrate/sdk/tools';
import { z } from 'zod';

const [question = 'How long can I rent an A100 with what I have left?'] = process.argv.slice(2);
const rc = new Runcrate();

const findGpus = tool({
  name: 'find_gpus',
  description: 'Lists the instance types with a GPU model, and their price in USD per hour.',
  parameters: z.object({ gpuType: z.string().describe('Such as A100'), gpuCount: z.int().optional() }),
  execute: async (filter) => {
    const types = await rc.instances.listTypes(filter);
    return types.map(({ id, gpuCount, hourlyRate }) => ({ id, gpuCount, hourlyRate }));
  },
});

const getBalance = tool({
  name: 'get_balance',
  description: 'Returns the remaining balance in USD.',
  execute: () => rc.billing.getBalance(),
});

const run = await rc.models.runTools({
  model: 'deepseek-ai/DeepSeek-V3',
  messages: [{ role: 'user', content: question }],
  tools: [findGpus, getBalance],
  toolChoice: 'auto',
  maxRounds: 5,
  // In the last round, the model must respond without tools.
  answerInLastRound: true,
  stream: true,
});
for await (const event of run) {
  if (event.type === 'text') process.stdout.write(event.text);
  else if (event.type === 'toolCall') console.log(`→ ${event.name}(${event.arguments})`);
  else if (event.isError) console.log(`  ${event.content}`);
}
const { completions } = await run.finalRun();
console.log(`\n\nRounds: ${completions.length}`);
