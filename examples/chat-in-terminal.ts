// A chat in the terminal: the response is streamed, and the conversation is kept.
// Ctrl-C stops the response, not the program. At the prompt, Ctrl-C, Ctrl-D or /exit ends the program.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/chat-in-terminal.ts [model]
import { createInterface } from 'node:readline';
import { Runcrate, RuncrateError, type ChatMessageParam } from '@runcrate/sdk';

const [model = 'deepseek-ai/DeepSeek-V3'] = process.argv.slice(2);
const rc = new Runcrate();
const history: ChatMessageParam[] = [{ role: 'system', content: 'You answer briefly.' }];
let responding: AbortController | undefined;

const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
let isOpen = true as boolean;
terminal.once('close', () => (isOpen = false));
// In a terminal, readline receives Ctrl-C; otherwise the process receives a signal.
terminal.on('SIGINT', interrupt);
process.on('SIGINT', interrupt);

terminal.prompt();
for await (const line of terminal) {
  const question = line.trim();
  if (question === '/exit') break;
  if (question !== '') await respond(question);
  if (isOpen) terminal.prompt();
}
terminal.close();

async function respond(question: string): Promise<void> {
  history.push({ role: 'user', content: question });
  responding = new AbortController();
  const { signal } = responding;
  let response = '';
  try {
    const stream = await rc.models.chatCompletion({ model, messages: history, stream: true }, { signal });
    for await (const text of stream.textStream()) {
      process.stdout.write(text);
      response += text;
    }
    process.stdout.write('\n');
  } catch (error) {
    if (signal.aborted) console.log(' (stopped)');
    else if (error instanceof RuncrateError) console.log(`\n${error.message} ${error.hint ?? ''}`);
    else throw error;
  } finally {
    responding = undefined;
  }
  // A response is kept, even if it is incomplete. A question without a response is removed, so it can be asked again.
  if (response === '') history.pop();
  else history.push({ role: 'assistant', content: response });
}

function interrupt(): void {
  if (responding) responding.abort();
  else terminal.close();
}
